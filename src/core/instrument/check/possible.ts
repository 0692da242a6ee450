// A condition → can it hold at all? Tries every combination of answers that makes a difference to it.
import type { Condition } from '../condition.ts';
import { holds, type Facts } from '../holds.ts';
import type { Question, Verdict } from '../instrument.ts';
import type { Value } from '../value.ts';

/** A question whose answer is one of these options. */
export type Known = { readonly question: string; readonly options: readonly string[] };

/** Above this many combinations a condition is taken to be possible. */
const MOST = 50_000;

/**
 * Whether some set of answers makes the condition true. `known` narrows the answers to one question.
 * Questions are independent of each other here, so "possible" may still never happen; "impossible" is certain.
 */
export function isPossible(condition: Condition, questions: ReadonlyMap<string, Question>, known?: Known): boolean {
	const domain = domainOf(condition, questions);
	if (known && domain.has(`value ${known.question}`)) domain.set(`value ${known.question}`, known.options);
	const names = [...domain.keys()];
	const combinations = names.reduce((product, name) => product * (domain.get(name)?.length ?? 1), 1);
	if (combinations > MOST) return true;
	const values = new Map<string, unknown>();
	const tryFrom = (position: number): boolean => {
		const name = names[position];
		if (name === undefined) return holds(condition, factsOf(values));
		return (domain.get(name) ?? []).some((value) => {
			values.set(name, value);
			return tryFrom(position + 1);
		});
	};
	return tryFrom(0);
}

function factsOf(values: ReadonlyMap<string, unknown>): Facts {
	return {
		value: (question) => values.get(`value ${question}`) as Value | undefined,
		index: (id) => values.get(`index ${id}`) as number | null,
		area: (id) => values.get(`area ${id}`) as number | null,
		verdict: (question) => values.get(`verdict ${question}`) as Verdict | null,
		group: (group, question) => values.get(`group ${group} ${question}`) as number | null,
		gap: (question) => values.get(`gap ${question}`) as number | null,
		unknown: () => values.get('unknown') as number | null
	};
}

function domainOf(condition: Condition, questions: ReadonlyMap<string, Question>): Map<string, readonly unknown[]> {
	const leaves = leavesOf(condition);
	const domain = new Map<string, readonly unknown[]>();
	for (const leaf of leaves) {
		switch (leaf.kind) {
			case 'is':
			case 'below':
			case 'from':
			case 'answered':
				domain.set(`value ${leaf.question}`, answersTo(questions.get(leaf.question), leaf.question, leaves));
				break;
			case 'verdict':
				domain.set(nameOf(leaf), ['keep', 'change', 'stop', null]);
				break;
			default:
				domain.set(nameOf(leaf), scoresAround(leaves, leaf));
		}
	}
	return domain;
}

export type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;

/** The tests of which a condition is made. */
export function leavesOf(condition: Condition): readonly Leaf[] {
	switch (condition.kind) {
		case 'all':
		case 'any':
			return condition.of.flatMap(leavesOf);
		case 'not':
			return leavesOf(condition.of);
		default:
			return [condition];
	}
}

/** Answers that the tests can tell apart, with one that none of them names; undefined is no answer. */
function answersTo(question: Question | undefined, id: string, leaves: readonly Leaf[]): readonly unknown[] {
	const named = leaves.flatMap((leaf) => (leaf.kind === 'is' && leaf.question === id ? leaf.options : []));
	const bounds = leaves.flatMap((leaf) =>
		(leaf.kind === 'below' || leaf.kind === 'from') && leaf.question === id ? [leaf.value] : []
	);
	if (!question) return [undefined, ...named, ...bounds];
	const apart = [...(question.unsure ? ['ns'] : []), ...(question.notApplicable ? ['na'] : []), undefined];
	if (question.number) {
		const { min, max, step } = question.number;
		const points = [min, max, ...bounds.flatMap((bound) => [bound - step, bound, bound + step])];
		return [...apart, ...points.filter((point) => point >= min && point <= max)];
	}
	const options = question.options.map((option) => option.id);
	if (question.type === 'choices') return [...apart, ...picksOf(question, named)];
	const other = options.find((option) => !named.includes(option));
	const known = options.filter((option) => named.includes(option));
	if (options.length > 0) return [...apart, ...known, ...(other === undefined ? [] : [other])];
	return [...apart, 'some answer'];
}

/** Sets of options that may be picked together, as far as the tests can tell them apart. */
function picksOf({ options }: Question, named: readonly string[]): readonly (readonly string[])[] {
	const other = options.find(({ id, exclusive }) => !exclusive && !named.includes(id));
	const free = options
		.filter(({ id, exclusive }) => !exclusive && (named.includes(id) || id === other?.id))
		.map(({ id }) => id);
	const sets = free.slice(0, 8).reduce<string[][]>((all, id) => [...all, ...all.map((set) => [...set, id])], [[]]);
	const alone = options.filter(({ exclusive }) => exclusive).map(({ id }) => [id]);
	return [...sets.filter((set) => set.length > 0), ...alone];
}

type Measured = Extract<Leaf, { test: 'below' | 'from' }>;

/** What a test of a score, a verdict or a group looks at, as one name. */
function nameOf(leaf: Measured | Extract<Leaf, { kind: 'verdict' }>): string {
	switch (leaf.kind) {
		case 'index':
			return `index ${leaf.index}`;
		case 'area':
			return `area ${leaf.area}`;
		case 'group':
			return `group ${leaf.group} ${leaf.question}`;
		case 'unknown':
			return 'unknown';
		default:
			return `${leaf.kind} ${leaf.question}`;
	}
}

/** Points on both sides of every bound that is set for the same thing, in the units in which it is compared. */
function scoresAround(leaves: readonly Leaf[], like: Measured): readonly (number | null)[] {
	const bounds = leaves.flatMap((leaf) => {
		if (!('test' in leaf) || nameOf(leaf) !== nameOf(like)) return [];
		return leaf.kind === 'index' ? [leaf.value * 10 - 5] : [leaf.value * (leaf.kind === 'unknown' ? 1 : 10)];
	});
	const most = like.kind === 'unknown' ? 100 : 1000;
	const points = [0, most, ...bounds.flatMap((bound) => [Math.floor(bound) - 1, Math.ceil(bound)])];
	return [null, ...points.filter((point) => point >= 0 && point <= most)];
}
