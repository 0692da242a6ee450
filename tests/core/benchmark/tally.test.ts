// Counting companies: each once, each of its people once, the same whatever the order, and nothing left of who leaves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dimensionsOf, shareOf } from '#core/benchmark/contribution.ts';
import { companyIndices } from '#core/group/company.ts';
import { count, tallyName, type Tallies } from '#core/benchmark/tally.ts';
import { benchmarked, contribution, someCompanies, tallied } from '../../support/companies.ts';

/** What a benchmark holds, without groups and scores that nobody is left in. */
const held = (tallies: Tallies) =>
	[...tallies]
		.filter(([, { n }]) => n > 0)
		.map(([name, { n, companies, sizes, scores }]) => ({
			name,
			n,
			companies,
			sizes: [...sizes].sort(([one], [other]) => one - other),
			scores: [...scores]
				.map(([index, counts]) => [index, [...counts.entries()].filter(([, each]) => each !== 0)] as const)
				.filter(([, each]) => each.length > 0)
				.sort(([one], [other]) => (one < other ? -1 : 1))
		}))
		.sort((one, other) => (one.name < other.name ? -1 : 1));

describe('what one company adds', () => {
	test('is the mean of its people, each by the latest response, in the groups of the latest of all', () => {
		const share = shareOf(benchmarked, [
			contribution('ann', [100, 100, 100], { industry: 'a' }, '2026-01-01T00:00:00.000Z'),
			contribution('ann', [600, 500, 700], { industry: 'b' }, '2026-03-01T00:00:00.000Z'),
			contribution('bob', [701, 500, null], { industry: 'a', size: 's' }, '2026-02-01T00:00:00.000Z')
		]);
		expect(share.company).toEqual({ dimensions: { industry: 'b' }, tenths: { value: 651, number: 500, company: 576 } });
		expect(share.people.map(({ tenths }) => tenths['me'])).toEqual([700]);
	});

	test('is no company where one of its indices is missing', () => {
		const { company, people } = shareOf(benchmarked, [
			{ ...contribution('ann', [1, 2, 3]), tenths: { value: 1, me: 3 } }
		]);
		expect(company).toBeNull();
		expect(people).toHaveLength(1);
	});

	test('does not depend on the order of responses, also of two at the same moment', () => {
		const responses = [
			contribution('ann', [100, 200, 300], { industry: 'a' }),
			contribution('bob', [300, 400, 500], { industry: 'b' }),
			contribution('ann', [500, 600, 700], { industry: 'c' }, '2026-05-01T00:00:00.000Z')
		];
		const share = shareOf(benchmarked, responses);
		const turned = shareOf(benchmarked, responses.toReversed());
		expect(turned.company).toEqual(share.company);
		expect(new Set(turned.people)).toEqual(new Set(share.people));
	});

	test('without a response is nothing', () => expect(shareOf(benchmarked, [])).toEqual({ company: null, people: [] }));
});

test('the indices of a company are those that its people would be told together', () => {
	fc.assert(
		fc.property(someCompanies(5), (companies) => {
			for (const { responses } of companies) {
				const together = companyIndices(
					benchmarked,
					responses.map(({ tenths }) => ({
						indices: Object.fromEntries(
							Object.entries(tenths).map(([id, each]) => [id, { tenths: each, band: null, potential: null }])
						)
					}))
				);
				const expected = Object.fromEntries(Object.entries(together).map(([id, { tenths }]) => [id, tenths]));
				expect(shareOf(benchmarked, responses).company?.tenths).toEqual(expected);
			}
		})
	);
});

test('the questions of peer groups are all of both ladders', () => {
	expect(dimensionsOf(benchmarked)).toEqual(['industry', 'role', 'size']);
});

test('with them go the outcome, and by what sellers are known', () => {
	const outcome = { question: 'reached', yes: ['yes'], no: ['no'] };
	const groups = { managers: { title: ['head'] }, sellers: { job: ['seller'] } };
	expect(dimensionsOf({ ...benchmarked, outcome, groups })).toEqual(['industry', 'job', 'reached', 'role', 'size']);
	expect(dimensionsOf({ ...benchmarked, outcome: null, groups })).toEqual(['industry', 'role', 'size']);
});

test('of one person who answered twice in the same moment, the same response counts in any order', () => {
	const [one, other] = [contribution('ann', [100, 200, 300]), contribution('ann', [500, 600, 700])];
	expect(shareOf(benchmarked, [one, other])).toEqual(shareOf(benchmarked, [other, one]));
});

test('counted in any order it is the same', () => {
	fc.assert(
		fc.property(someCompanies(30), fc.infiniteStream(fc.nat()), (companies, chance) => {
			const shuffled = companies
				.map((company) => ({ company, key: chance.next().value as number }))
				.sort((one, other) => one.key - other.key)
				.map(({ company }) => company);
			expect(held(tallied(shuffled))).toEqual(held(tallied(companies)));
		}),
		{ numRuns: 50 }
	);
});

test('who leaves leaves exactly', () => {
	fc.assert(
		fc.property(someCompanies(20), someCompanies(10), (stay, leave) => {
			const tallies = tallied([...stay, ...leave]);
			for (const { responses } of leave) count(tallies, benchmarked, shareOf(benchmarked, responses), -1);
			expect(held(tallies)).toEqual(held(tallied(stay)));
		}),
		{ numRuns: 50 }
	);
});

test('a company is one member, its people are several of one company', () => {
	const tallies = tallied([
		{
			name: 'x',
			responses: ['ann', 'bob', 'cem'].map((person) => contribution(person, [500, 500, 400], { role: 'seller' }))
		}
	]);
	expect(tallies.get(tallyName('company', [], {}))).toMatchObject({ n: 1, companies: 1 });
	const people = tallies.get(tallyName('personal', ['role'], { role: 'seller' }));
	expect(people).toMatchObject({ n: 3, companies: 1, sizes: new Map([[3, 1]]) });
	expect(people?.scores.get('me')?.[400]).toBe(3);
});
