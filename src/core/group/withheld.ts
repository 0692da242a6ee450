// Where anonymity was promised → the questions that are not told, so that nobody's answers follow from the means beside them.
import type { Index, Instrument, Question } from '#core/instrument/instrument.ts';
import { weightIn, weightOf } from '#core/scores/question.ts';
import { leastOf, leastSaying, shownGroups } from './circle.ts';
import type { Respondent } from './respondent.ts';

/**
 * A mean over questions, told beside the means of these questions, betrays whoever lacks one of them: all else is known of
 * the sum. So of each index of which anybody lacks a question that another has, at least one question stays untold that
 * enough have in every part of which the index is told, and that counts in no other index. Then no sum of means in which
 * the index takes part is about few; and of questions alone none is, since a question is told only where enough have it.
 * Areas are told as their told questions make them, so they add nothing to know. Which question it is follows from who has
 * which, never from what they said.
 */
export function withheldQuestions(instrument: Instrument, respondents: readonly Respondent[]): ReadonlySet<string> {
	const n = respondents.length;
	const having = new Map(
		instrument.questions.map((each) => [each.id, respondents.filter((one) => has(one, each))] as const)
	);
	const held = (question: Question): readonly Respondent[] => having.get(question.id) ?? [];
	const indices = instrument.indices.filter(({ about, of }) => about === 'company' && of === null);
	const isOfFew = (each: Question): boolean => held(each).length > 0 && held(each).length < leastSaying(n, true);
	const withheld = new Set(instrument.questions.filter(isOfFew).map(({ id }) => id));
	for (const index of indices) {
		const members = instrument.questions.filter((each) => weightIn(each, index.id) > 0);
		if (members.every((each) => [0, n].includes(held(each).length))) continue;
		const cells = cellsOf(respondents.filter(({ scores }) => (scores.indices[index.id]?.tenths ?? null) !== null));
		const covers = (each: Question, cell: ReadonlySet<Respondent>): boolean =>
			isAlone(each, index, indices) && held(each).filter((one) => cell.has(one)).length >= leastSaying(cell.size, true);
		for (;;) {
			const open = cells.filter((cell) => !members.some((each) => withheld.has(each.id) && covers(each, cell)));
			const [next] = members
				.filter(({ id }) => !withheld.has(id))
				.map((each) => ({
					id: each.id,
					covered: open.filter((cell) => covers(each, cell)).length,
					beside: members.filter(({ area }) => area !== null && area === each.area).length,
					weight: weightOf(each)
				}))
				.sort((a, b) => b.covered - a.covered || b.beside - a.beside || a.weight - b.weight);
			if (open.length === 0 || next === undefined) break;
			withheld.add(next.id);
		}
	}
	return withheld;
}

const has = ({ scores }: Respondent, { id }: Question): boolean => (scores.questions[id]?.tenths ?? null) !== null;

/** Numbers are no cover: their middle and their ends are told. */
const isAlone = (question: Question, { id }: Index, indices: readonly Index[]): boolean =>
	question.type !== 'number' && indices.every((other) => other.id === id || weightIn(question, other.id) === 0);

/** The parts of which an index is told: each group that is shown, and everybody else together. */
function cellsOf(holders: readonly Respondent[]): readonly ReadonlySet<Respondent>[] {
	const sizes: Record<string, number> = {};
	for (const { group } of holders) sizes[group ?? ''] = (sizes[group ?? ''] ?? 0) + 1;
	const shown = shownGroups(sizes, leastOf(true));
	const rest = holders.filter(({ group }) => !shown.includes(group ?? ''));
	return [...shown.map((name) => holders.filter(({ group }) => group === name)), rest]
		.filter(({ length }) => length > 0)
		.map((cell) => new Set(cell));
}
