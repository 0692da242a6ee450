// The edition that singles out nobody: what it refuses, what it still tells, and that it never tells more than the rules.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteChange, type Changes } from '#core/benchmark/changes.ts';
import { shareOf } from '#core/benchmark/contribution.ts';
import { nextEdition, saysTheSame, type Next } from '#core/benchmark/edition.ts';
import { guardedEdition, type Telling } from '#core/benchmark/guarded.ts';
import { noteMembers, type Members } from '#core/benchmark/members.ts';
import { singledOut } from '#core/benchmark/singling.ts';
import { count, tallyName, type Tallies } from '#core/benchmark/tally.ts';
import type { Edition } from '#core/standing/edition.ts';
import { benchmarked, contribution, type Company } from '../../support/companies.ts';

const FEWEST = 5;
const everybody = tallyName('company', [], {});
const part = (industry: string): string => tallyName('company', ['industry'], { industry });

const nobody = { company: null, people: [] };
const companyOf = (name: string, industry = ''): Company => ({
	name,
	responses: [contribution(name, [500, 500, null], industry === '' ? {} : { industry })]
});
/** `a1` to `a12`, in the industry of that letter if there is one. */
const some = (letter: string, from: number, to: number, industry = ''): readonly Company[] =>
	Array.from({ length: to - from + 1 }, (_, at) => companyOf(`${letter}${from + at}`, industry));

/** A benchmark that is told after each step of comings and goings, with the guard and, beside it, by the rules alone. */
function world() {
	const tallies: Tallies = new Map();
	const changed = new Map<string, Changes>();
	const members: Members = new Map();
	const past: Telling[] = [];
	let previous: Edition | null = null;
	let day = 0;
	return {
		past,
		step: (coming: readonly Company[], going: readonly Company[] = []) => {
			const stamp = String(day++).padStart(3, '0');
			const move = ({ name, responses }: Company, sign: 1 | -1): void => {
				const share = shareOf(benchmarked, responses);
				const [then, now] = sign === 1 ? [nobody, share] : [share, nobody];
				count(tallies, benchmarked, share, sign);
				noteChange(changed, benchmarked, name, { then, now, stamp });
				noteMembers(members, benchmarked, name, { then, now });
			};
			for (const each of coming) move(each, 1);
			for (const each of going) move(each, -1);
			const before = previous;
			const next: Omit<Next, 'refused'> = { about: about(stamp), previous, changed, stamp };
			const rules = nextEdition(tallies, next);
			const told = guardedEdition(tallies, next, members, past);
			for (const name of told.renewed) changed.delete(name);
			past.push(...told.tellings);
			previous = told.edition;
			return { ...told, before, rules };
		}
	};
}

const about = (id: string): Omit<Edition, 'cells'> => ({
	id,
	date: '2026-01-01',
	instrument: { id: benchmarked.id, version: benchmarked.version },
	demonstration: false,
	source: ''
});
const numberIn = ({ cells }: Edition): number | undefined =>
	cells.find(({ dimensions }) => Object.keys(dimensions).length === 0)?.measures['company']?.n;

describe('by hand', () => {
	test('a group that five joined is told anew: they hide each other', () => {
		const { step } = world();
		step(some('a', 1, 12));
		const { renewed, edition } = step(some('b', 1, 5));
		expect([renewed, numberIn(edition)]).toEqual([[everybody], 17]);
	});

	test('it is not when what it holds and what it held two tellings ago differ by two', () => {
		const { step } = world();
		step(some('a', 1, 12));
		step(some('b', 1, 5));
		// Five companies changed since the second telling; against the first, b5 and c1 alone.
		const { renewed, rules, edition, before } = step(some('c', 1, 1), some('b', 1, 4));
		expect([rules.renewed, renewed]).toEqual([[everybody], []]);
		expect(before !== null && saysTheSame(edition, before)).toBe(true);
		expect([numberIn(rules.edition), numberIn(edition)]).toEqual([14, 17]);
	});

	test('nor when it differs from any earlier telling by three who came one by one', () => {
		const { step } = world();
		step(some('a', 1, 12));
		step(some('b', 1, 5));
		step(some('c', 1, 5), some('b', 2, 5));
		const { renewed, rules } = step(some('d', 1, 1), some('c', 2, 5));
		expect([rules.renewed, renewed]).toEqual([[everybody], []]);
	});

	test('and is again as soon as more hide them', () => {
		const { step } = world();
		step(some('a', 1, 12));
		step(some('b', 1, 5));
		step(some('c', 1, 1), some('b', 1, 4));
		const { renewed, edition } = step(some('c', 2, 5));
		expect([renewed, numberIn(edition)]).toEqual([[everybody], 18]);
	});

	test('below ten members nothing leaves the server, so nothing is remembered of it', () => {
		const { step, past } = world();
		expect(step(some('a', 1, 9)).renewed).toEqual([everybody]);
		expect(past).toEqual([]);
		step(some('b', 1, 5));
		expect(past.map(({ name, members }) => [name, members.size])).toEqual([[everybody, 14]]);
	});

	test('what is remembered stays as it was when more come', () => {
		const { step, past } = world();
		step(some('a', 1, 12));
		const [first] = past;
		step(some('b', 1, 8));
		expect(first?.members.size).toBe(12);
	});
});

describe('of two groups that show somebody together only', () => {
	const rest = some('r', 1, 6);
	const companies = [...some('a', 1, 14, 'x'), ...rest];
	const tallies: Tallies = new Map();
	const members: Members = new Map();
	for (const { name, responses } of companies) {
		const share = shareOf(benchmarked, responses);
		count(tallies, benchmarked, share, 1);
		noteMembers(members, benchmarked, name, { then: nobody, now: share });
	}
	const next = { about: about('1'), previous: null, changed: new Map<string, Changes>(), stamp: '1' };
	/** Who is of all and not of the industry, but for one. */
	const five = [...(members.get(everybody) ?? [])].filter((unit) => !members.get(part('x'))?.has(unit)).slice(0, 5);
	const before = (name: string): readonly Telling[] => [{ name, members: new Set(five) }];

	test('the larger is told, and the smaller is not', () => {
		const { renewed, told, edition } = guardedEdition(tallies, next, members, before('company past'));
		expect([renewed, [...told]]).toEqual([[everybody], [everybody]]);
		expect(edition.cells.map(({ dimensions }) => dimensions)).toEqual([{}]);
	});

	test('both are, where nothing was told before, or of people only', () => {
		for (const past of [[], before('personal past')])
			expect(guardedEdition(tallies, next, members, past).renewed).toEqual([everybody, part('x')]);
	});

	test('both are, where one of them is too large to be followed', () => {
		const unknown: Members = new Map(members).set(everybody, null);
		const { renewed, tellings } = guardedEdition(tallies, next, unknown, before('company past'));
		expect(renewed).toEqual([everybody, part('x')]);
		expect(tellings.map(({ name }) => name)).toEqual([part('x')]);
	});

	test('where somebody shows already, nothing is told anew, and that comes to an end', () => {
		const shown: readonly Telling[] = [{ name: 'company past', members: new Set(five.slice(0, 1)) }];
		expect(guardedEdition(tallies, next, members, shown)).toMatchObject({ renewed: [], edition: { cells: [] } });
	});
});

/** Some come and some go, day by day, by number: who is here goes, who is not comes. */
const someDays = fc.record({
	first: fc.integer({ min: 0, max: 24 }),
	days: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 9 }), { maxLength: 12 })
});

function* told({ first, days }: { readonly first: number; readonly days: readonly (readonly number[])[] }) {
	const { step, past } = world();
	const here = new Set<number>();
	for (const moved of [Array.from({ length: first }, (_, number) => number), ...days]) {
		const company = (number: number): Company => companyOf(`c${number}`, ['x', 'x', 'y', ''][number % 4]);
		const [going, coming] = [moved.filter((each) => here.has(each)), moved.filter((each) => !here.has(each))];
		for (const each of going) here.delete(each);
		for (const each of coming) here.add(each);
		yield { ...step(coming.map(company), going.map(company)), past, here: here.size };
	}
}

describe('by chance', () => {
	test('nobody follows from all that was ever told', () => {
		fc.assert(
			fc.property(someDays, (wish) => {
				for (const { past } of told(wish)) {
					const groups = past.map(({ members }) => members);
					expect(singledOut(groups, FEWEST)).toEqual([]);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('nothing is told that the rules would withhold', () => {
		fc.assert(
			fc.property(someDays, (wish) => {
				for (const { told: names, renewed, rules } of told(wish)) {
					for (const name of names) expect(rules.told).toContain(name);
					for (const name of renewed) expect(rules.renewed).toContain(name);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('each group says what it holds now or what it said before, and nothing in between', () => {
		fc.assert(
			fc.property(someDays, (wish) => {
				for (const { edition, before, renewed, here } of told(wish)) {
					const was = before === null ? undefined : numberIn(before);
					const wanted = renewed.includes(everybody) ? here : was;
					if (numberIn(edition) !== undefined) expect(numberIn(edition)).toBe(wanted);
				}
			}),
			{ numRuns: 60 }
		);
	});

	test('a day on which nothing changed may always be told, and says the same', () => {
		fc.assert(
			fc.property(someDays, (wish) => {
				const { step } = world();
				step(some('a', 1, wish.first));
				for (const [day, moved] of wish.days.entries()) step(moved.map((number) => companyOf(`d${day}.${number}`)));
				const settled = step([]);
				const { edition, renewed, before } = step([]);
				expect(renewed).toEqual([]);
				expect(before).toBe(settled.edition);
				expect(saysTheSame(edition, settled.edition)).toBe(true);
			}),
			{ numRuns: 30 }
		);
	});
});
