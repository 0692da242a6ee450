// One response, or those of a company → its scores by the position of question and area, and whether it reached the outcome.
import type { Contribution } from '#core/benchmark/contribution.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import type { StudyPlan } from './study-plan.ts';

/** One response as the study sees it. */
export type Answered = Contribution & {
	/** Scores in tenths by question, those that there are. */
	readonly items: Readonly<Record<string, number>>;
};

/** The scores of one response by the position of the question, and of the area; -1: none. */
export type Voice = { readonly row: Int16Array; readonly areas: Int16Array; readonly tenths: Contribution['tenths'] };

export function voiceOf({ questions, areas }: StudyPlan, { items, tenths }: Answered): Voice {
	const row = new Int16Array(questions.length);
	for (let at = 0; at < row.length; at++) row[at] = items[questions[at]?.id ?? ''] ?? -1;
	const scores = new Int16Array(areas.length);
	for (let at = 0; at < scores.length; at++) scores[at] = areaScore(areas[at]?.members ?? [], row);
	return { row, areas: scores, tenths };
}

/** The score of an area in one response (method, section 5); -1: nothing of it was answered. */
function areaScore(members: StudyPlan['areas'][number]['members'], row: Int16Array): number {
	let [total, weights] = [0, 0];
	for (const { at, weight } of members) {
		const score = row[at] ?? -1;
		if (score < 0) continue;
		total += weight * score;
		weights += weight;
	}
	return weights === 0 ? -1 : rdiv(total, weights);
}

/** The mean of those who have a score at this position; -1: nobody has. */
export function meanAt(rows: readonly Int16Array[], at: number): number {
	if (rows.length === 1) return rows[0]?.[at] ?? -1;
	let [total, count] = [0, 0];
	for (const row of rows) {
		const score = row[at] ?? -1;
		if (score < 0) continue;
		total += score;
		count += 1;
	}
	return count === 0 ? -1 : rdiv(total, count);
}

/** Whether half of a company's sellers or more reached the outcome; null: none of them says. */
export function outcomeOf({ outcome }: StudyPlan, people: readonly Answered[]): boolean | null {
	if (outcome === null) return null;
	let [yes, no] = [0, 0];
	for (const { dimensions } of people) {
		if (!outcome.among.every(([question, options]) => options.includes(dimensions[question] ?? ''))) continue;
		const said = dimensions[outcome.question] ?? '';
		if (outcome.yes.includes(said)) yes += 1;
		else if (outcome.no.includes(said)) no += 1;
	}
	return yes + no === 0 ? null : yes >= no;
}
