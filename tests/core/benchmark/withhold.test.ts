// What of the counted groups may be told: nobody can work out a group of fewer than five companies from the rest.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partitionsOf, toldOf } from '#core/benchmark/withhold.ts';
import type { Tallies } from '#core/benchmark/tally.ts';
import { contribution, someCompanies, tallied, type Company } from '../../support/companies.ts';

/** So many companies by industry and size; an empty name leaves the question out. */
const companies = (sizes: Readonly<Record<string, number>>): readonly Company[] =>
	Object.entries(sizes).flatMap(([key, many]) => {
		const [industry = '', size = ''] = key.split(' ');
		return Array.from({ length: many }, (_, at) => ({
			name: `${key} ${at}`,
			responses: [
				contribution(`${key} ${at}`, [500, 500, null], {
					...(industry === '-' ? {} : { industry }),
					...(size === '-' ? {} : { size })
				})
			]
		}));
	});

const toldNames = (sizes: Readonly<Record<string, number>>): readonly string[] =>
	[...toldOf(tallied(companies(sizes)))].map((name) => name.replace(/^company \S* /, '') || 'all').sort();

describe('groups are told', () => {
	test.each<[string, Record<string, number>, string[]]>([
		['nothing of nobody', {}, []],
		['all of five', { 'a -': 5 }, ['all', 'industry=a']],
		['nothing of four', { 'a -': 4 }, []],
		['not a part that leaves three over', { 'a -': 9, 'b -': 3 }, ['all']],
		['parts that leave five over', { 'a -': 9, 'b -': 3, 'c -': 2 }, ['all', 'industry=a']],
		['not a part beside two who did not say', { 'a -': 9, '- -': 2 }, ['all']]
	])('%s', (_, sizes, told) => expect(toldNames(sizes)).toEqual(told));

	test('a part of a part that is withheld is withheld', () => {
		const told = toldNames({ 'a s': 9, 'b s': 3, 'c s': 30, 'd s': 30 });
		expect(told).not.toContain('industry=a');
		expect(told).not.toContain('industry=a&size=s');
		expect(told).toEqual(expect.arrayContaining(['all', 'industry=c', 'industry=d']));
	});
});

/** Every set of groups of the smallest cut, and those sums of them that are told: what can be worked out of them. */
function workedOut(tallies: Tallies): readonly number[] {
	const told = toldOf(tallies);
	const leaves = [...tallies.values()].filter(({ side, rung, n }) => side === 'company' && rung.length === 2 && n > 0);
	const rows = [...tallies.entries()].flatMap(([name, { side, rung, dimensions }]) =>
		side !== 'company' || !told.has(name)
			? []
			: [leaves.map((leaf) => Number(rung.every((question) => leaf.dimensions[question] === dimensions[question])))]
	);
	return reduced(rows).flatMap((row) => {
		const within = row.every((each) => Math.abs(each) < 1e-9 || Math.abs(each - 1) < 1e-9);
		return within ? [row.reduce((sum, each, at) => sum + Math.round(each) * (leaves[at]?.companies ?? 0), 0)] : [];
	});
}

/** Gauss and Jordan: every group that follows from the told ones alone stands in a row of its own. */
function reduced(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
	const left = rows.map((row) => [...row]);
	let at = 0;
	for (let column = 0; column < (left[0]?.length ?? 0); column++) {
		const pivot = left.findIndex((row, place) => place >= at && Math.abs(row[column] ?? 0) > 1e-9);
		const [row, here] = [left[pivot], left[at]];
		if (row === undefined || here === undefined) continue;
		[left[pivot], left[at]] = [here, row];
		const by = row[column] ?? 1;
		row.forEach((each, place) => (row[place] = each / by));
		for (const other of left) {
			const times = other[column] ?? 0;
			if (other === row || times === 0) continue;
			row.forEach((each, place) => (other[place] = (other[place] ?? 0) - times * each));
		}
		at += 1;
	}
	return left.slice(0, at);
}

test('no group of one to four companies follows from those that are told', () => {
	fc.assert(
		fc.property(someCompanies(80), (all) => {
			for (const companies of workedOut(tallied(all))) expect(companies === 0 || companies >= 5).toBe(true);
		}),
		{ numRuns: 200 }
	);
});

test('every told group holds five companies, and all of its parents are told', () => {
	fc.assert(
		fc.property(someCompanies(60), (all) => {
			const tallies = tallied(all);
			const told = toldOf(tallies);
			for (const name of told) expect(tallies.get(name)?.companies).toBeGreaterThanOrEqual(5);
			for (const { parent, children } of partitionsOf(tallies))
				if (!told.has(parent)) for (const child of children) expect(told.has(child)).toBe(false);
		}),
		{ numRuns: 50 }
	);
});
