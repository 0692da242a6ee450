// A completed revision → the row that it adds to the benchmark of its instrument.
import { checkAnswers } from '#core/answers/check.ts';
import { quality, type Known } from '#core/answers/quality.ts';
import { dimensionsOf, leadOf } from '#core/benchmark/contribution.ts';
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import { valuesOf } from '#core/survey/draft.ts';
import type { ContributionRow } from './database/benchmark-schema.ts';
import type { Stored } from './response-rows.ts';
import type { Revision } from './revisions.ts';
import { tokenHash } from './tokens.ts';

/** Who it is from, where that is known better than by the response alone. */
export type Sender = { readonly company: string | null; readonly person: string | null };

export const majorOf = (version: string): number => Number(version.split('.')[0]);

/** Throws where the revision is not sound: that would be a fault of ours. */
export function contributionOf(
	{ id, instrument: of, timing }: Pick<Stored, 'id' | 'instrument' | 'timing'>,
	revision: Pick<Revision, 'revision' | 'answers' | 'completed_at'>,
	instrument: Instrument,
	{ company, person }: Sender,
	median?: Known['median']
): ContributionRow {
	const checked = checkAnswers(instrument, valuesOf(revision));
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	const answers = checked.value;
	const scores = score(instrument, answers);
	const lead = leadOf(instrument, 'company') ?? leadOf(instrument, 'personal');
	const complete = lead === undefined || (scores.indices[lead.id]?.tenths ?? null) !== null;
	const { flags, status } = quality(instrument, answers, timing, { complete, ...(median ? { median } : {}) });
	const timed = Object.values(timing);
	const alone = tokenHash(`contribution ${id}`);
	return {
		// The response's own id goes with it: what stays until the next count does not hold it.
		id: tokenHash(`contribution ${id} ${revision.revision}`),
		response: id,
		instrument: of,
		version: instrument.version,
		major: majorOf(instrument.version),
		company: company ?? person ?? alone,
		person: person ?? alone,
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
