// Somebody who keeps every number that ever left the server, and knows who was where, adds and takes away without limit.
import { describe, expect, test } from 'vitest';
import { singledOut, unitOf } from '#core/benchmark/singling.ts';
import { tallyName } from '#core/benchmark/tally.ts';
import { nameOf, type Measure } from '#core/standing/edition.ts';
import { heldMeasure } from '#core/standing/held.ts';
import { withoutOwn } from '#core/standing/own.ts';
import { placed } from '#core/standing/place.ts';
import { publishedOf } from '#core/standing/published.ts';
import { rank } from '#core/standing/rank.ts';
import { history, type Day, type Wish } from '../../support/history.ts';

/** Fewer members than this leave the server in no form; fewer companies than that may never be made out. */
const [LEAVES_FROM, FEWEST] = [10, 5];

const world = { days: 200, first: 60 };

describe('who adds and takes away all groups that ever were told, with whatever weights', () => {
	const sums = (days: Iterable<Day>): readonly ReadonlySet<string>[] =>
		[...days].flatMap(({ told, renewed }) =>
			renewed.flatMap((name) => {
				const held = told.get(name) ?? new Set<string>();
				return held.size < LEAVES_FROM ? [] : [new Set([...held].map((company) => unitOf(company, '')))];
			})
		);

	test.each([1, 2])('makes nobody out over 200 editions, seed %i', { timeout: 180_000 }, (seed) => {
		const days = [...history({ ...world, seed })];
		const all = sums(days);
		expect(all.length).toBeGreaterThan(150);
		expect(singledOut(all, FEWEST)).toEqual([]);
		// Nobody is protected by telling nothing.
		const last = days.at(-1);
		const everybody = tallyName('company', [], {});
		const here = last?.tallies.get(everybody)?.companies ?? 0;
		expect(last?.told.get(everybody)?.size).toBeGreaterThan(0.8 * here);
		expect(last?.told.size).toBeGreaterThan(15);
	});

	test('makes dozens out where every group is told every day', () => {
		const found = singledOut(sums(history({ days: 40, first: 60, seed: 1, naive: true })), FEWEST);
		expect(found.filter(({ length }) => length === 1).length).toBeGreaterThan(50);
	});
});

describe('who takes the survey with every score, in every group, every day', () => {
	/** From so many on, per cent are too coarse to tell each member. */
	const FINE = 100;

	/**
	 * How many score as much or less, by tenths, as it follows from nothing but what a report says: R and its range, of a
	 * group whose number is published. Null where they leave it open.
	 */
	function readOut(measure: Measure, n: number): readonly number[] | null {
		const said = (below: number): string => {
			const at = rank(500, { 499: below, 1000: n - below });
			return [at?.relative, at?.lowPercent, at?.highPercent].join();
		};
		const known = new Map(Array.from({ length: n + 1 }, (_, below) => [said(below), below]));
		if (known.size !== n + 1) return null;
		const group = heldMeasure(measure);
		const read: number[] = [];
		for (let tenths = 0; tenths <= 1000; tenths += 1) {
			const place = placed(tenths, group);
			if (place?.mode !== 'percent') return null;
			// Where somebody has exactly this score, the lower end is theirs: then the score above is asked for.
			const below = known.get([place.relative, place.low, place.high].join());
			read.push(below ?? NaN);
		}
		return filled(read, n);
	}

	/** A score that is somebody's says less than the next one that is nobody's. */
	function filled(read: readonly number[], n: number): readonly number[] {
		const all = [...read];
		let next = n;
		for (let tenths = 1000; tenths >= 0; tenths -= 1) {
			const value = all[tenths] ?? NaN;
			if (Number.isNaN(value)) all[tenths] = next;
			else next = value;
		}
		return all;
	}

	/** The scores that came or went from one day to another, where they are of under five companies. */
	function* made(
		wish: Wish
	): Generator<{ readonly tenths: readonly number[]; readonly before: Day; readonly after: Day }> {
		const last = new Map<string, { readonly read: readonly number[]; readonly day: Day }>();
		for (const day of history(wish)) {
			const published = new Map(publishedOf(day.edition).cells.map((cell) => [nameOf(cell.dimensions), cell.measures]));
			for (const { dimensions, measures } of day.edition.cells) {
				const name = nameOf(dimensions);
				const n = published.get(name)?.['company']?.n;
				const measure = measures['company'];
				if (n === undefined || measure === undefined || n > FINE) continue;
				const known = last.get(name);
				const isSame = measure.told !== day.edition.id;
				const read = isSame ? known?.read : readOut(measure, n);
				if (read === undefined || read === null) continue;
				last.set(name, { read, day });
				if (known === undefined) continue;
				const steps = read.map((value, at) => {
					const [now, then] = [value - (read[at - 1] ?? 0), (known.read[at] ?? 0) - (known.read[at - 1] ?? 0)];
					return Math.abs(now - then);
				});
				const changed = steps.reduce((sum, each) => sum + each, 0);
				if (changed > 0 && changed < FEWEST)
					yield { tenths: steps.flatMap((step, at) => (step > 0 ? [at] : [])), before: known.day, after: day };
			}
		}
	}

	const short = { days: 60, first: 120 };

	test('makes nobody out', () => {
		expect([...made({ ...short, seed: 1 })].map(({ tenths }) => tenths)).toEqual([]);
	});

	test('makes many out, and rightly, where every group is told every day', () => {
		const found = [...made({ ...short, days: 25, seed: 1, naive: true })];
		expect(found.length).toBeGreaterThan(20);
		const scoresIn = ({ here }: Day): readonly number[] =>
			[...here.values()].flatMap(({ responses }) => responses.map(({ tenths }) => tenths['value'] ?? -1));
		const right = found.filter(({ tenths, before, after }) => {
			const both = [...scoresIn(before), ...scoresIn(after)];
			return tenths.every((each) => both.some((score) => Math.abs(score - each) <= 25));
		});
		expect(right.length).toBeGreaterThan(0.9 * found.length);
	});
});

test('who belongs to a group sees it as others do, less themselves, and so learns of nobody else', () => {
	const [day] = history({ days: 1, first: 80, seed: 4 });
	const cell = day?.edition.cells.find(({ dimensions }) => nameOf(dimensions) === '');
	const measure = cell?.measures['company'];
	const self = [...(day?.here.values() ?? [])][0]?.responses[0];
	if (measure === undefined || self === undefined) throw new Error('there is nobody');
	const tenths = self.tenths['value'] ?? -1;
	const own = { about: 'company' as const, dimensions: self.dimensions, tenths: { company: tenths }, since: '' };
	const { n, taken } = withoutOwn(heldMeasure(measure), 'company', 'company', {}, [own]);
	expect([n, taken]).toEqual([measure.n - 1, [tenths]]);
});

describe('singled out', () => {
	const group = (text: string): ReadonlySet<string> => new Set([...text].map((each) => unitOf(each, '')));
	const found = (...groups: readonly string[]): readonly string[] =>
		singledOut(groups.map(group), FEWEST)
			.map((units) =>
				units
					.map((unit) => unit[0])
					.sort()
					.join('')
			)
			.sort();

	test.each([
		[['abcdef'], []],
		[['abcdef', 'bcdef'], ['a']],
		[['abcdefghij', 'fghij'], []],
		[['abcdefghij', 'efghij'], ['abcd']],
		// Two ways to divide everybody, with one who said neither.
		[['abcdefghijk', 'abcde', 'fghij'], ['k']],
		// Whole less one half, later, less the other half, later still.
		[['abcdefghijkl', 'abcdefg', 'hijkl', 'abcdefghijklm', 'hijklm'], ['m']],
		[['aabcdefghijklmno'.slice(1), 'abcde', 'fghij', 'klmno'], []]
	])('of %j are %j', (groups, expected) => {
		expect(found(...groups)).toEqual(expected);
	});

	test('are counted as companies, however many people they have', () => {
		const people = (company: string, many: number) =>
			Array.from({ length: many }, (_, at) => unitOf(company, String(at)));
		const others = ['b', 'c', 'd', 'e', 'f', 'g'].map((company) => unitOf(company, '0'));
		const all = new Set([...people('a', 7), ...others]);
		expect(singledOut([all, new Set(others)], FEWEST)).toEqual([people('a', 7)]);
	});
});
