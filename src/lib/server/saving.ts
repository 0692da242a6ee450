// A stored response and a submission → the response as it is afterwards, or every reason why not. Pure.
import { checkAnswers } from '#core/answers/check.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Outcome, Problem } from '#core/problem.ts';
import { merge, type Marks } from '#core/survey/draft.ts';
import { wrong } from './input.ts';
import type { Stored } from './response-rows.ts';
import type { Submission } from './submission.ts';

/**
 * The newest answer to each question wins, whatever the order of arrival, so a submission that comes late or twice
 * changes nothing. One bad answer refuses them all.
 */
export function withSubmission(stored: Stored, instrument: Instrument, sent: Submission, now: string): Outcome<Stored> {
	const problems = [...misplaced(stored, instrument, sent)];
	const checked = checkAnswers(instrument, given(sent.answers));
	if (!checked.ok) problems.push(...checked.problems);
	if (problems.length > 0) return { ok: false, problems };
	const isNewest = lastOf(sent.answers) >= lastOf(stored.answers);
	return {
		ok: true,
		value: {
			...stored,
			answers: merge({ answers: stored.answers }, { answers: sent.answers }).answers,
			timing: longest(stored.timing, sent.timing ?? {}),
			trap: sent.unseen === true ? 1 : stored.trap,
			locale: (isNewest ? sent.locale : null) ?? stored.locale,
			updated_at: now
		}
	};
}

/** The largest `at` of some answers; 0 where there are none. */
export const lastOf = (marks: Marks): number => Object.values(marks).reduce((last, { at }) => Math.max(last, at), 0);

/**
 * Whether a completion after a reopening is the earlier one, arriving once more: it brings nothing that was not
 * completed then. One without answers completes what was saved since.
 */
export function isOldCompletion(sent: Submission, saved: Marks, completed: Marks): boolean {
	const brought = Object.keys(sent.answers).length > 0 ? sent.answers : saved;
	return lastOf(brought) <= lastOf(completed);
}

function* misplaced(stored: Stored, instrument: Instrument, sent: Submission): Generator<Problem> {
	if (sent.instrument !== stored.instrument) {
		yield wrong(
			'other-instrument',
			'instrument',
			'the instrument that was started',
			'another',
			'Start a new response.'
		);
	}
	const questions = new Set(instrument.questions.map(({ id }) => id));
	for (const [id, { value }] of Object.entries(sent.answers)) {
		// The check of the answers tells of those that have a value.
		if (value === null && !questions.has(id)) yield unknown('question', `answers.${id.slice(0, 80)}`);
	}
	const sections = new Set(instrument.sections.map(({ id }) => id));
	for (const id of Object.keys(sent.timing ?? {})) if (!sections.has(id)) yield unknown('section', `timing.${id}`);
}

const unknown = (what: string, where: string): Problem =>
	wrong(`unknown-${what}`, where, `the id of a ${what}`, 'another', 'Leave it out.');

const given = (marks: Marks): Record<string, Value> =>
	Object.fromEntries(
		Object.entries(marks).flatMap(([id, { value }]) => (value === null ? [] : [[id, value] as const]))
	);

/** Time only grows, and each device reports its own total: the longest is kept. */
function longest(
	one: Readonly<Record<string, number>>,
	other: Readonly<Record<string, number>>
): Record<string, number> {
	const seconds = { ...one };
	for (const [section, time] of Object.entries(other)) seconds[section] = Math.max(seconds[section] ?? 0, time);
	return seconds;
}
