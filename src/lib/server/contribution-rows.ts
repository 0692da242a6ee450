// A completed revision → the row that it adds to the benchmark of its instrument.
import { checkAnswers } from '#core/answers/check.ts';
import { quality, type Known } from '#core/answers/quality.ts';
import type { Marks } from '#core/survey/draft.ts';
import { dimensionsOf, leadOf } from '#core/benchmark/contribution.ts';
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import type { Scores } from '#core/scores/scores.ts';
import { valuesOf } from '#core/survey/draft.ts';
import type { ContributionRow } from './database/benchmark-schema.ts';
import type { Stored } from './response-rows.ts';
import type { Revision } from './revisions.ts';
import type { Sender } from './senders.ts';
import { tokenHash } from './tokens.ts';

export const majorOf = (version: string): number => Number(version.split('.')[0]);

/** What the benchmark sees of a response. */
type Seen = Pick<Stored, 'id' | 'instrument' | 'timing' | 'created_at' | 'trap'>;

/** Throws where the revision is not sound: that would be a fault of ours. */
export function contributionOf(
	stored: Seen,
	revision: Pick<Revision, 'revision' | 'answers' | 'completed_at'>,
	instrument: Instrument,
	sender: Sender,
	median?: Known['median']
): ContributionRow {
	const { id, instrument: of, timing } = stored;
	const checked = checkAnswers(instrument, valuesOf(revision));
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	const answers = checked.value;
	const scores = score(instrument, answers);
	const known = knownOf(stored, revision, isComplete(instrument, scores), median);
	const { flags, status } = quality(instrument, answers, timing, known);
	const timed = Object.values(timing);
	return {
		// The response's own id goes with it: what stays until the next count does not hold it.
		id: contributionId(id, revision.revision, sender),
		response: id,
		instrument: of,
		version: instrument.version,
		major: majorOf(instrument.version),
		...sender,
		at: revision.completed_at,
		dimensions: JSON.stringify(dimensionsIn(instrument, answers)),
		tenths: JSON.stringify(held(scores.indices)),
		items: JSON.stringify(held(scores.questions)),
		seconds: timed.length === 0 ? null : Math.round(timed.reduce((sum, each) => sum + each, 0)),
		flags: JSON.stringify(flags),
		eligible: status === 'included' ? 1 : 0,
		ruling: null,
		reason: null,
		ruled_by: null,
		ruled_at: null,
		counted_in: null,
		counted_out: null
	};
}

/** Another sender of the same revision is another row: the one that was counted is taken out as it was. */
export const contributionId = (response: string, revision: number, { company, person }: Sender): string =>
	tokenHash(`contribution ${response} ${revision} ${company} ${person}`);

/** Whether there is a score of all of the company, or of the person where the instrument is about people only. */
export function isComplete(instrument: Instrument, { indices }: Scores): boolean {
	const lead = leadOf(instrument, 'company') ?? leadOf(instrument, 'personal');
	return lead === undefined || (indices[lead.id]?.tenths ?? null) !== null;
}

/** What is known of how a response was given, beside its answers and the page's own times. */
export const knownOf = (
	{ created_at, trap }: Pick<Stored, 'created_at' | 'trap'>,
	{ answers, completed_at }: Pick<Revision, 'answers' | 'completed_at'>,
	complete: boolean,
	median?: Known['median']
): Known => ({
	complete,
	elapsed: Math.max(Date.parse(completed_at) - Date.parse(created_at), spanOf(answers)) / 1000,
	trapped: trap === 1,
	...(median && { median })
});

/** Milliseconds between the first and the last answer, by the clock of whoever answered. */
function spanOf(answers: Marks): number {
	const times = Object.values(answers).map(({ at }) => at);
	return times.length === 0 ? 0 : times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
}

/** The options chosen in the questions that peer groups are made of. */
function dimensionsIn(instrument: Instrument, { given }: Answers): Readonly<Record<string, string>> {
	return Object.fromEntries(
		dimensionsOf(instrument).flatMap((question): readonly (readonly [string, string])[] => {
			const answer = given[question];
			if (answer?.state !== 'answered') return [];
			const { value } = answer;
			const option = typeof value === 'object' && 'option' in value ? value.option : value;
			return typeof option === 'string' ? [[question, option]] : [];
		})
	);
}

const held = (scores: Readonly<Record<string, { readonly tenths: number | null }>>): Readonly<Record<string, number>> =>
	Object.fromEntries(Object.entries(scores).flatMap(([id, { tenths }]) => (tenths === null ? [] : [[id, tenths]])));
