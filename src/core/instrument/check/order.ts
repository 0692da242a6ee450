// The order of asking: conditions that run in a circle, or that wait for an answer that comes later.
import type { Condition } from '../condition.ts';
import type { Look } from './look.ts';
import { leavesOf } from './possible.ts';
import { wrong } from '../wrong.ts';

export function checkOrder({ instrument, ledger }: Look): void {
	const sections = new Map(instrument.sections.map((section) => [section.id, section]));
	const asked = instrument.questions.map(({ id }) => id);
	const needs = new Map<string, readonly string[]>();
	for (const question of instrument.questions) {
		const section = sections.get(question.section);
		needs.set(question.id, [...questionsIn(question.when), ...questionsIn(section?.when ?? null)]);
	}
	const told = new Set<string>();
	for (const question of instrument.questions) {
		const circle = told.has(question.id) ? null : circleFrom(question.id, needs);
		for (const id of circle ?? []) told.add(id);
		const where = ledger.where(question, ['when']);
		if (circle)
			ledger.error(
				where,
				wrong(
					'condition-circle',
					'conditions that lead back to a question always asked',
					circle.join(' → '),
					'Break the circle.'
				)
			);
	}
	const warn = (when: Condition | null, before: number): void => {
		const late = questionsIn(when).find((id) => asked.indexOf(id) >= before && !told.has(id));
		if (when === null || late === undefined) return;
		ledger.warning(
			ledger.where(when),
			wrong('condition-looks-ahead', 'a question asked before', `"${late}", asked later`, 'Move one of the two.')
		);
	};
	for (const question of instrument.questions) warn(question.when, asked.indexOf(question.id));
	for (const section of instrument.sections) {
		const first = section.questions[0];
		if (first !== undefined) warn(section.when, asked.indexOf(first));
	}
}

/** The shortest way from a question over its conditions back to itself; null if there is none. */
function circleFrom(start: string, needs: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
	const seen = new Set<string>();
	const ways: (readonly string[])[] = [[start]];
	for (const way of ways) {
		for (const next of needs.get(way.at(-1) ?? '') ?? []) {
			if (next === start) return [...way, start];
			if (!seen.has(next)) ways.push([...way, next]);
			seen.add(next);
		}
	}
	return null;
}

const questionsIn = (when: Condition | null): readonly string[] =>
	(when ? leavesOf(when) : []).flatMap((leaf) => ('question' in leaf ? [leaf.question] : []));
