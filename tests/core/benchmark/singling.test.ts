// Who follows from sums that are known: small worlds by hand, and the same found in another way in worlds by chance.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { singledOut, unitOf } from '#core/benchmark/singling.ts';

const FEWEST = 5;

/** Each letter is a company of one. */
const group = (letters: string): ReadonlySet<string> => new Set([...letters].map((each) => unitOf(each, '')));
const named = (units: readonly string[]): string =>
	units
		.map(([letter = '']) => letter)
		.sort()
		.join('');
const found = (groups: readonly string[], fewest = FEWEST): readonly string[] =>
	singledOut(groups.map(group), fewest).map(named).sort();

describe('by hand', () => {
	test.each<[string, string[], string[]]>([
		['nothing was told', [], []],
		['a group of nobody', [''], []],
		['one group is told', ['abcdefgh'], []],
		['the same group is told three times', ['abcdefgh', 'abcdefgh', 'abcdefgh'], []],
		['two groups with nobody in common', ['abcdef', 'ghijkl'], []],
		['two groups whose difference is one company', ['abcdefg', 'abcdef'], ['g']],
		['two groups whose difference is five', ['abcdefghij', 'abcde'], []],
		// c stands between both: from two sums nobody follows what c adds to each.
		['two groups with one in common', ['abcdefg', 'ghijklm'], []],
		['three groups, of which two together are the third and one more', ['abcdefghijk', 'abcde', 'fghij'], ['k']],
		[
			'three groups that overlap, whose sum is twice the fourth',
			['abcdefghij', 'abcdeklmno', 'fghijklmno', 'abcdefghijklmnop'],
			['p']
		],
		['two who are always together', ['abcdefg', 'abcde'], ['fg']],
		['four who are always together', ['abcdefghi', 'abcde'], ['fghi']],
		['one who leaves and one who comes in their place', ['abcdefg', 'bcdefgh'], ['ah']],
		['two who leave and two who come', ['abcdefgh', 'cdefghij'], ['abij']],
		['three who leave and two who come: five are enough', ['abcdefgh', 'defghij'], []],
		['a group of four by itself', ['abcd'], ['abcd']],
		[
			'one who leaves and two who come, in groups that differ otherwise',
			['abcdefghijkl', 'defghijklmno', 'efghijklmnopq'],
			['dpq']
		],
		// As when b2 to b5 leave for c1 to c5, and these for d1: what is left over is b1, c1 and d1.
		['three who came one by one', ['rstuvwxyz', 'rstuvwxyzbijkl', 'rstuvwxyzbcmnop', 'rstuvwxyzbcd'], ['bcd']],
		[
			'four who came one by one',
			['rstuvwxyz', 'rstuvwxyzbijkl', 'rstuvwxyzbcmnop', 'rstuvwxyzbcdfghq', 'rstuvwxyzbcde'],
			['bcde']
		]
	])('%s: %j', (_, groups, expected) => expect(found(groups)).toEqual(expected));

	test('somebody who is in no group is never there, however few they are', () => {
		expect(found(['abcdefg']).join('')).not.toContain('z');
	});

	test('where fewer are wanted, fewer are protected', () => {
		const groups = ['abcdefghi', 'abcdef'];
		expect([2, 3, 4, 5].map((fewest) => found(groups, fewest))).toEqual([[], [], ['ghi'], ['ghi']]);
	});

	test('people of one company are that company: seven of them are no crowd', () => {
		const others = [...'bcdefg'].map((company) => unitOf(company, ''));
		const people = Array.from({ length: 7 }, (_, person) => unitOf('a', String(person)));
		expect(singledOut([new Set([...people, ...others]), new Set(others)], FEWEST).flat()).toHaveLength(7);
		const five = [...'hijkl'].map((company) => unitOf(company, ''));
		expect(singledOut([new Set([...people, ...five, ...others]), new Set(others)], FEWEST)).toEqual([]);
	});

	test('one of two people of a company is told apart where only that one leaves', () => {
		const others = [...'bcdefg'].map((company) => unitOf(company, ''));
		const [one, two] = [unitOf('a', '1'), unitOf('a', '2')];
		expect(singledOut([new Set([one, two, ...others]), new Set([two, ...others])], FEWEST)).toContainEqual([one]);
	});
});

/** The rank of rows of small whole numbers, by elimination in fractions that stay exact enough for nine columns. */
function rank(rows: readonly (readonly number[])[]): number {
	const left = rows.map((row) => [...row]);
	let at = 0;
	for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
		const pivot = left.findIndex((row, place) => place >= at && Math.abs(row[column] ?? 0) > 1e-7);
		const [row, here] = [left[pivot], left[at]];
		if (row === undefined || here === undefined) continue;
		[left[pivot], left[at]] = [here, row];
		for (const other of left.slice(at + 1)) {
			const times = (other[column] ?? 0) / (row[column] ?? 1);
			row.forEach((each, place) => (other[place] = (other[place] ?? 0) - times * each));
		}
		at += 1;
	}
	return at;
}

/** Every set of one to four of these places. */
const setsOf = (n: number): readonly (readonly number[])[] =>
	Array.from({ length: 2 ** n }, (_, bits) => Array.from({ length: n }, (_, at) => at).filter((at) => bits & (1 << at)))
		.filter(({ length }) => length >= 1 && length <= 4)
		.sort((one, other) => one.length - other.length);

/** The same by definition: sets whose own rows add less rank to the groups than they are, and that hold no smaller one. */
function byRank(groups: readonly string[], fewest: number): readonly string[] {
	const letters = [...new Set(groups.join(''))].sort();
	const patternOf = (letter: string): string => groups.map((each) => Number(each.includes(letter))).join('');
	const classes = [...new Set(letters.map(patternOf))].map((pattern) =>
		letters.filter((letter) => patternOf(letter) === pattern).join('')
	);
	const rows = groups.map((each) => classes.map(([first = '']) => Number(each.includes(first))));
	const own = (at: number): readonly number[] => classes.map((_, column) => Number(column === at));
	const adds = (more: readonly number[]): number => rank([...rows, ...more.map(own)]) - rank(rows);
	const least: (readonly number[])[] = [];
	for (const set of setsOf(classes.length)) {
		const size = set.reduce((sum, at) => sum + (classes[at]?.length ?? 0), 0);
		if (size >= fewest || adds(set) === set.length) continue;
		if (!least.some((smaller) => smaller.every((at) => set.includes(at)))) least.push(set);
	}
	return least.map((set) => [...set.map((at) => classes[at]).join('')].sort().join('')).sort();
}

const someGroups = fc
	.array(fc.subarray([...'abcdefghi'], { minLength: 1 }), { minLength: 1, maxLength: 6 })
	.map((groups) => groups.map((letters) => letters.join('')));

describe('by chance', () => {
	test('exactly those are found whose row depends on the groups', () => {
		fc.assert(
			fc.property(someGroups, fc.integer({ min: 2, max: 6 }), (groups, fewest) => {
				expect(found(groups, fewest)).toEqual(byRank(groups, fewest));
			}),
			{ numRuns: 500 }
		);
	});

	test('the order of groups, and telling one again, change nothing', () => {
		fc.assert(
			fc.property(someGroups, (groups) => {
				expect(found(groups.toReversed())).toEqual(found(groups));
				expect(found([...groups, ...groups.slice(0, 1)])).toEqual(found(groups));
			})
		);
	});

	test('who is made out alone stays made out: more groups never hide anybody', () => {
		fc.assert(
			fc.property(someGroups, someGroups, (groups, more) => {
				const now = found([...groups, ...more]);
				for (const one of found(groups).filter(({ length }) => length === 1)) expect(now).toContain(one);
			})
		);
	});
});
