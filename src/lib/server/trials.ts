// A report key, or an instrument with a sample → what the page needs to try other answers on, as far as it may be seen.
import { valuesOf } from '#core/survey/draft.ts';
import { areaMedians } from '#core/study/area-medians.ts';
import { trialOf, type Trial } from '#core/whatif/trial.ts';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { scored } from './composing.ts';
import { content } from './content.ts';
import { instrumentOf, opened } from './opened.ts';
import { studyById } from './study-rows.ts';

/** Null for every text that opens no report. */
export async function trialFor(key: string): Promise<Trial | null> {
	const found = await opened(key);
	if (found === null) return null;
	const { scope, stored, revision } = found;
	const instrument = await instrumentOf(revision);
	const { answers } = scored(instrument, valuesOf(revision));
	const study = revision.edition === null ? null : await studyById(revision.edition);
	const locale = toLocale(stored.locale) ?? baseLocale;
	return trialOf(instrument, answers, scope, locale, areaMedians(study, instrument));
}

/** Null for every instrument that has no sample report. */
export function trialOfSample(instrument: string): Trial | null {
	const sample = content().samples.get(instrument);
	return sample === undefined ? null : trialOf(sample.instrument, sample.answers, 'whole');
}
