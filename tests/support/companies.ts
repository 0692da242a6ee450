// Companies for tests of a benchmark: an instrument with two peer questions, and what each company contributes.
import fc from 'fast-check';
import { shareOf, type Contribution } from '#core/benchmark/contribution.ts';
import { count, type Tallies } from '#core/benchmark/tally.ts';
import { instrument } from './instrument.ts';

const subs = ['value', 'number'];

/** Two sub-indices, the company's index of both, and a personal one. */
export const benchmarked = instrument({
	indices: [
		...subs.map((id) => ({ id })),
		{ id: 'company', of: { value: 1, number: 1 } },
		{ id: 'me', about: 'personal' as const }
	],
	peers: [['industry', 'size'], ['industry'], ['size'], []],
	personalPeers: [['role'], []]
});

export type Company = { readonly name: string; readonly responses: readonly Contribution[] };

export const contribution = (
	person: string,
	[value, number, me]: readonly [number, number, number | null],
	dimensions: Readonly<Record<string, string>> = {},
	at = '2026-01-01T00:00:00.000Z'
): Contribution => ({ person, at, dimensions, tenths: { value, number, ...(me === null ? {} : { me }) } });

export function tallied(companies: readonly Company[]): Tallies {
	const tallies: Tallies = new Map();
	for (const { responses } of companies) count(tallies, benchmarked, shareOf(benchmarked, responses), 1);
	return tallies;
}

const score = fc.integer({ min: 0, max: 1000 });
const option = (...options: readonly string[]) => fc.constantFrom(...options);

/** Companies of one to three people in few industries and sizes; some leave a question out. */
export const someCompanies = (most: number): fc.Arbitrary<readonly Company[]> =>
	fc
		.array(
			fc.record({
				industry: option('a', 'b', 'c', ''),
				size: option('s', 'm', ''),
				people: fc.array(fc.tuple(score, score, fc.option(score), option('seller', 'manager')), {
					minLength: 1,
					maxLength: 3
				})
			}),
			{ maxLength: most }
		)
		.map((all) =>
			all.map(({ industry, size, people }, at) => ({
				name: `company ${at}`,
				responses: people.map(([value, number, me, role], person) =>
					contribution(`${at}.${person}`, [value, number, me], {
						role,
						...(industry === '' ? {} : { industry }),
						...(size === '' ? {} : { size })
					})
				)
			}))
		);
