// From edition to edition: what is told anew, what stays, and that nothing depends on the order of arrival.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Changes } from '#core/benchmark/changes.ts';
import { nextEdition, saysTheSame } from '#core/benchmark/edition.ts';
import { scoreAt } from '#core/benchmark/quantiles.ts';
import { tallyName } from '#core/benchmark/tally.ts';
import type { Edition } from '#core/standing/edition.ts';
import { contribution, someCompanies, tallied, type Company } from '../../support/companies.ts';

const about = (date: string): Omit<Edition, 'cells'> => ({
	id: `small-${date}`,
	date,
	instrument: { id: 'small', version: '1.0.0' },
	demonstration: false,
	source: 'this site'
});
const first = (companies: readonly Company[]) =>
	nextEdition(tallied(companies), {
		about: about('2026-01-01'),
		previous: null,
		stamp: '2026-01-01',
		changed: new Map()
	});

const company = (name: string, value: number, industry = 'a'): Company => ({
	name,
	responses: [contribution(name, [value, value, value], { industry, role: 'seller' })]
});
const many = (count: number, industry = 'a', from = 0): readonly Company[] =>
	Array.from({ length: count }, (_, at) => company(`${industry}${from + at}`, 10 * at, industry));
const all = tallyName('company', [], {});
const part = (industry: string): string => tallyName('company', ['industry'], { industry });
const measure = (edition: Edition, dimensions: Readonly<Record<string, string>> = {}) =>
	edition.cells.find((cell) => JSON.stringify(cell.dimensions) === JSON.stringify(dimensions))?.measures['company'];

test('says of a group what its members scored', () => {
	const { edition } = first([300, 100, 500, 400, 200, 600].map((value, at) => company(`c${at}`, value)));
	expect(measure(edition)).toMatchObject({ n: 6, orgs: 6, maxOrg: 1, median: 350, quartiles: [200, 500] });
	expect(measure(edition)?.scores).toEqual([100, 200, 300, 400, 500, 600].map((tenths) => [tenths, 1]));
	expect(measure(edition)?.bins.reduce((sum, each) => sum + each, 0)).toBe(6);
	expect(edition.cells.map(({ dimensions }) => dimensions)).toEqual([{}, { industry: 'a' }, { role: 'seller' }]);
});

test.each([
	[49, undefined],
	[50, [40, 440]],
	[59, [50, 530]]
])('of %i members, the tenth and the ninetieth in a hundred, by rank', (count, tails) => {
	expect(measure(first(many(count)).edition)?.tails).toEqual(tails);
});

test.each([
	[0, false],
	[3, false],
	[5, true],
	[6, false],
	[10, true]
])('an index that %i of ten members have is told: %s', (have, isTold) => {
	const companies = many(10).map(({ name, responses }, at) => ({
		name,
		responses: responses.map((each) => ({ ...each, tenths: { ...each.tenths, ...(at < have ? { more: 100 } : {}) } }))
	}));
	const { edition } = first(companies);
	expect(Object.keys(edition.cells[0]?.measures ?? {}).includes('more')).toBe(isTold);
});

/** So many companies that changed today. */
const some = (many: number): Changes =>
	new Map(Array.from({ length: many }, (_, at) => [`c${at}`, { since: '2026-02-01', was: '' }]));

describe('the next edition', () => {
	const before = first([...many(40), ...many(40, 'b')]).edition;
	const later = [...many(40), ...many(40, 'b'), ...many(5, 'a', 100)];
	const next = (companies: readonly Company[], changed: Readonly<Record<string, number>>) =>
		nextEdition(tallied(companies), {
			about: about('2026-02-01'),
			previous: before,
			stamp: '2026-02-01',
			changed: new Map(Object.entries(changed).map(([name, many]) => [name, some(many)]))
		});

	test('tells a group anew once five of its companies, or a twentieth, changed', () => {
		const { edition, renewed } = next(later, { [all]: 5, [part('a')]: 5 });
		expect(renewed).toEqual([all, part('a')]);
		expect([measure(edition)?.n, measure(edition, { industry: 'a' })?.n]).toEqual([85, 45]);
		expect(measure(edition, { industry: 'b' })).toEqual(measure(before, { industry: 'b' }));
	});

	test('says what it said before where fewer did', () => {
		const { edition, renewed } = next([...later].slice(0, -1), { [all]: 4, [part('a')]: 4 });
		expect(renewed).toEqual([]);
		expect(saysTheSame(edition, before)).toBe(true);
		expect(edition.id).not.toBe(before.id);
	});

	test('does not tell a larger group anew while a part hides a change of one to four', () => {
		const companies = [...many(40), ...many(40, 'b'), ...many(4, 'a', 100), ...many(6, 'b', 100)];
		const { renewed } = next(companies, { [all]: 10, [part('a')]: 4, [part('b')]: 6 });
		expect(renewed).toEqual([part('b')]);
	});

	test('leaves a group out that has become too small', () => {
		const { edition } = next([...many(40), ...many(3, 'b')], { [all]: 37, [part('b')]: 37 });
		expect(measure(edition, { industry: 'b' })).toBeUndefined();
	});

	test('is the same to the byte in any order of companies and their responses', () => {
		fc.assert(
			fc.property(someCompanies(60), (companies) => {
				const turned = companies
					.toReversed()
					.map(({ name, responses }) => ({ name, responses: responses.toReversed() }));
				expect(JSON.stringify(first(turned))).toBe(JSON.stringify(first(companies)));
			}),
			{ numRuns: 50 }
		);
	});
});

test.each([
	[1, 100],
	[2, 100],
	[3, 700],
	[4, 700]
])('the member at rank %i', (rank, score) => {
	expect(
		scoreAt(
			[
				[100, 2],
				[700, 1]
			],
			rank
		)
	).toBe(score);
});

test('nobody has no score', () => expect(scoreAt([], 1)).toBe(0));
