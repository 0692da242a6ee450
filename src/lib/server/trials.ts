// A report key → what the page needs to try other answers on, as far as this key may see it.
import { valuesOf } from '#core/survey/draft.ts';
import { trialOf, type Trial } from '#core/whatif/trial.ts';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { scored } from './composing.ts';
import { instrumentOf, opened } from './opened.ts';

/** Null for every text that opens no report. */
export async function trialFor(key: string): Promise<Trial | null> {
	const found = await opened(key);
	if (found === null) return null;
	const { scope, stored, revision } = found;
	const instrument = await instrumentOf(revision);
	const { answers } = scored(instrument, valuesOf(revision));
	return trialOf(instrument, answers, scope, toLocale(stored.locale) ?? baseLocale);
}
