// The order of asking: conditions that run in a circle, or that wait for an answer that comes later.
import type { Condition } from '../condition.ts';
import { wrong, type Wrong } from '../wrong.ts';
import type { Look } from './look.ts';
import { leavesOf } from './possible.ts';

export function checkOrder({ instrument, ledger }: Look): void {
	const { sections, questions } = instrument;
	const asked = questions.map(({ id }) => id);
	const whens = new Map(
		questions.map((question) => [
			question.id,
			[question.when, sections.find(({ id }) => id === question.section)?.when ?? null].filter((when) => when !== null)
		])
	);
	const told = new Set<string>();
	for (const id of asked.filter((name) => !told.has(name))) {
		const circle = circleFrom(id, whens);
		if (!circle) continue;
		const when = whens.get(id)?.find((one) => questionsIn(one).includes(circle[1] ?? ''));
		if (when && !circle.some((name) => told.has(name))) ledger.error(ledger.where(when), runsInCircle(circle));
		for (const name of circle) told.add(name);
	}
	const firstOf = new Map<Condition, number>();
	for (const [at, id] of asked.entries())
		for (const when of whens.get(id) ?? []) if (!firstOf.has(when)) firstOf.set(when, at);
	for (const [when, at] of firstOf) {
		const late = questionsIn(when).find((id) => asked.indexOf(id) >= at && !told.has(id));
		if (late !== undefined) ledger.warning(ledger.where(when), looksAhead(late));
	}
}

/** The shortest way from a question over its conditions back to itself; null if there is none. */
function circleFrom(start: string, whens: ReadonlyMap<string, readonly Condition[]>): readonly string[] | null {
	const seen = new Set<string>();
	const ways: (readonly string[])[] = [[start]];
	for (const way of ways) {
		for (const next of (whens.get(way.at(-1) ?? '') ?? []).flatMap(questionsIn)) {
			if (next === start) return [...way, start];
			if (!seen.has(next)) ways.push([...way, next]);
			seen.add(next);
		}
	}
	return null;
}

const questionsIn = (when: Condition): readonly string[] =>
	leavesOf(when).flatMap((leaf) => ('question' in leaf ? [leaf.question] : []));

const runsInCircle = (circle: readonly string[]): Wrong =>
	wrong(
		'condition-circle',
		'conditions that lead back to a question always asked',
		circle.join(' → '),
		'Break the circle.'
	);

const looksAhead = (id: string): Wrong =>
	wrong('condition-looks-ahead', 'a question asked before', `"${id}", asked later`, 'Move one of the two.');
