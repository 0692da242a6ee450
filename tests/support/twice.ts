// A response that was answered before → the report of the second time, made the way in which the server makes it.
import { checkAnswers } from '#core/answers/check.ts';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { line } from '#core/problem.ts';
import { compose } from '#core/report/compose.ts';
import type { Before, ReportInput, Target } from '#core/report/input.ts';
import type { Block, Report } from '#core/report/report.ts';
import { score } from '#core/scores/score.ts';
import type { Words } from '#core/report/words.ts';
import { wordsFor } from '#lib/words.ts';

type Given = Readonly<Record<string, unknown>>;

/** Answers with what they amount to; throws with every problem of them. */
export function amounting(instrument: Instrument, values: Given) {
	const checked = checkAnswers(instrument, values);
	if (!checked.ok) throw new Error(checked.problems.map(line).join('\n'));
	const scores = score(instrument, checked.value);
	return { instrument, answers: checked.value, scores, findings: find(instrument, checked.value, scores) };
}

export const targetOf = (instrument: Instrument, values: Given, wanted: Given): Target =>
	amounting(instrument, { ...values, ...wanted });

/** The time before; `wanted` are the answers that were to be different. */
export const beforeOf = (instrument: Instrument, values: Given, wanted: Given | null = null): Before => ({
	...amounting(instrument, values),
	date: '2026-08-22',
	target: wanted === null ? null : targetOf(instrument, values, wanted)
});

export const composed = (instrument: Instrument, values: Given, wishes: Partial<ReportInput> = {}): Report =>
	compose({
		...amounting(instrument, values),
		words: wordsFor('en'),
		locale: 'en',
		date: '2026-11-22',
		scope: 'whole',
		response: { id: null, revision: 1 },
		edition: null,
		...wishes
	});

export const sinceIn = (report: Report): readonly Block[] =>
	report.parts.find(({ id }) => id === 'since-last-time')?.blocks ?? [];

/** Composes second times of every kind, so that each word is asked for that they can ask for. */
export function composedTwice(of: Instrument, weak: Given, strong: Given, words: Words): void {
	const next = { ...of, version: `${Number.parseInt(of.version, 10) + 1}.0.0` };
	const turned = { ...next, questions: of.questions.map((each) => ({ ...each, reverse: !each.reverse })) };
	const one = Object.keys(strong).find((id) => of.questions.some((question) => question.id === id && question.area));
	const wanted = { [one ?? '']: strong[one ?? ''] };
	const { role: _, ...unasked } = strong;
	const steps = [8, 16, 24, 32, 40, 48].map((most) => ({
		...weak,
		...Object.fromEntries(Object.entries(strong).slice(0, most))
	}));
	const before = [beforeOf(of, weak, strong), beforeOf(of, strong), beforeOf(of, weak, wanted)];
	for (const each of before) {
		for (const values of [weak, ...steps, strong, unasked]) composed(of, values, { words, before: each });
		for (const version of [next, turned]) composed(version, strong, { words, before: each });
	}
	composed(of, weak, {
		words,
		date: '2026-08-22',
		before: beforeOf(of, weak, strong),
		target: targetOf(of, weak, strong)
	});
}
