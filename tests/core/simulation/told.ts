// Wordings and their conditions for small instruments, and what becomes of wordings: the lines of a report.
import { find } from '#core/findings/find.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Headline, Instrument, Pattern, Text } from '#core/instrument/instrument.ts';
import type { Prose } from '#core/instrument/prose.ts';
import type { Values } from '#core/instrument/value.ts';
import { linesOf } from '#core/instrument/words.ts';
import { compose } from '#core/report/compose.ts';
import { textsOf } from '#core/report/texts.ts';
import { score } from '#core/scores/score.ts';
import { wordsFor } from '#lib/words.ts';
import { answersTo } from '../../support/answers.ts';

export const paragraph = (words: string): Prose => [{ kind: 'paragraph', inline: [{ kind: 'text', text: words }] }];

export const told = (words: string, when: Condition | null = null): Text => ({
	when,
	heading: [],
	body: paragraph(words),
	placeholders: []
});

/** One wording for each verdict: "Keep q.", "Change q.", "Stop q."; more of them, or others, where the test says so. */
export const verdictsOn = (
	name: string,
	more: Partial<Record<'keep' | 'change' | 'stop' | 'but', readonly Text[]>> = {}
) => ({
	keep: [told(`Keep ${name}.`)],
	change: [told(`Change ${name}.`)],
	stop: [told(`Stop ${name}.`)],
	unsure: [],
	ask: [],
	but: [],
	...more
});

export const is = (question: string, ...options: readonly string[]): Condition => ({ kind: 'is', question, options });

/** The lines of every text of an instrument that a report can show, in an order that is the same for its marked twin. */
export function wordingsOf(instrument: Instrument): readonly (readonly string[])[] {
	const { sections, questions, areas, indices, patterns, headlines } = instrument;
	const texts: readonly (Text | Pattern)[] = [
		...sections.flatMap(({ skipped }) => skipped),
		...questions.flatMap(({ texts: { keep, change, stop, unsure } }) => [keep, change, stop, unsure].flat()),
		...areas.flatMap(({ texts: { keep, change, stop, but }, moves }) => [keep, change, stop, but, moves].flat()),
		...indices.flatMap(({ texts, potentialTexts }) =>
			[texts, potentialTexts].flatMap((sets) => Object.values(sets).flat())
		),
		...patterns
	];
	return [
		...texts.map(({ body }) => linesOf(body).map(plain)),
		...headlines.map(({ text }: Headline) => [plain(text)])
	];
}

/** Everything that the report on these answers says. */
export function reportOn(instrument: Instrument, values: Values): string {
	const answers = answersTo(instrument, values);
	const scores = score(instrument, answers);
	const report = compose({
		instrument,
		answers,
		scores,
		findings: find(instrument, answers, scores),
		words: wordsFor('en'),
		locale: 'en',
		date: '2026-11-22',
		scope: 'whole',
		response: { id: null, revision: 1 },
		edition: null
	});
	return textsOf(report).join('\n');
}
