// An engagement and the round before it → the paper on what has changed, or why there is none.
import { progressPaper } from '#core/brief/progress-paper.ts';
import { peersSplit, progressOf, type Round } from '#core/group/progress.ts';
import type { Several } from '#core/group/several.ts';
import type { Paper } from '#core/report/report.ts';
import { isOfMajor } from '#core/standing/standing.ts';
import { reliableChange } from '#core/study/lasting-change.ts';
import type { Study } from '#core/study/study.ts';
import { dayThere } from '#lib/engagement/deadline.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import type { Person } from '../person.ts';
import { tokenHash } from '../tokens.ts';
import { engagementFor, type Engagement } from './engagements.ts';
import { standingThen } from './progress-standing.ts';
import { resultsOf, type Results } from './results.ts';

type Because = 'no-previous' | 'not-shared' | 'no-results-before' | 'no-results-now' | 'no-trend';

export type ProgressShown =
	| { readonly paper: Paper; readonly date: string }
	| {
			readonly because: Because;
			/** Why nothing may be told of the round that has no results. */
			readonly why: Results['because'];
			readonly versions: readonly [before: string, after: string] | null;
	  };

export async function progressFor(person: Person, engagement: Engagement): Promise<ProgressShown> {
	const none = (
		because: Because,
		why: Results['because'] = null,
		versions: readonly [string, string] | null = null
	) => ({
		because,
		why,
		versions
	});
	if (engagement.previous === null) return none('no-previous');
	const previous = await engagementFor(person, engagement.previous);
	if (previous === null) return none('not-shared');
	const [then, now] = [await resultsOf(previous), await resultsOf(engagement)];
	if (then.several === null) return none('no-results-before', then.because);
	if (now.several === null) return none('no-results-now', now.because);
	if (!isOfMajor(then.instrument, now.instrument))
		return none('no-trend', null, [then.instrument.version, now.instrument.version]);
	const [before, after] = [roundOf(then, then.several), roundOf(now, now.several)];
	const standing = await standingThen(previous, then, now);
	const paper = progressPaper({
		words: wordsFor(baseLocale),
		locale: baseLocale,
		instrument: now.instrument,
		client: engagement.client.name,
		rounds: [toldOf(previous, then), toldOf(engagement, now)],
		progress: progressOf(before, after, judgeBy(now.compared.study)),
		isAnonymous: before.several.isAnonymous || after.several.isAnonymous,
		standing,
		peers: standing && peersSplit(standing)
	});
	return { paper, date: dayThere(new Date().toISOString(), engagement.settings.zone) };
}

/** The same person in both rounds has the same address; whoever came by the open link is somebody new each time. */
function roundOf({ heard, invitees }: Results, several: Several): Round {
	const addresses = new Map(invitees.map(({ id, address }) => [id, address.trim().toLowerCase()]));
	return {
		several,
		voices: heard.map(({ id, invitee, scores }) => {
			const address = addresses.get(invitee) ?? '';
			const areas = Object.entries(scores.areas).map(([area, { tenths }]) => [`area ${area}`, tenths] as const);
			const indices = Object.entries(scores.indices).map(([index, { tenths }]) => [index, tenths] as const);
			return {
				person: tokenHash(address === '' ? `response ${id}` : address),
				tenths: Object.fromEntries([...indices, ...areas])
			};
		})
	};
}

/** The round's day: when it was closed, else when somebody finished last. */
function toldOf({ name, closed_at, settings, created_at }: Engagement, { heard, instrument }: Results) {
	const at = closed_at ?? heard.at(-1)?.completedAt ?? created_at;
	return { name, date: dayThere(at, settings.zone), n: heard.length, version: instrument.version };
}

/** By the error of measuring of the study (method, section 10); null for an index whose error is not known. */
const judgeBy =
	(study: Study | null) =>
	(index: string, before: number, after: number): boolean | null => {
		const sem = study?.indices.find((each) => each.index === index)?.reliability?.sem ?? null;
		return sem === null || sem <= 0 ? null : reliableChange(before, after, sem).real;
	};
