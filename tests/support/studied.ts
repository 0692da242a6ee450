// An instrument with a study: two indices and their company's, a personal one, areas, an outcome and what may go with it.
import fc from 'fast-check';
import { latestOf, shareOf } from '#core/benchmark/contribution.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { keptStudy } from '#core/study/study-kept.ts';
import { studyPlanOf } from '#core/study/study-plan.ts';
import { addToStudy, emptyStudy, type StudyTally } from '#core/study/study-tally.ts';
import type { Answered } from '#core/study/study-voice.ts';
import { instrument, option } from './instrument.ts';

const seller = { kind: 'is', question: 'role', options: ['seller'] } as const;

export const studied = instrument({
	id: 'studied',
	sections: [
		{
			id: 'facts',
			about: 'context',
			questions: [
				{ id: 'role', type: 'choice', scale: null, options: ['seller', 'manager'].map((id) => option(id)) },
				{ id: 'industry', type: 'choice', scale: null, options: ['a', 'b', 'c'].map((id) => option(id)) },
				{ id: 'reached', type: 'choice', scale: null, options: ['yes', 'no', 'none'].map((id) => option(id)) }
			]
		},
		{
			id: 'company',
			questions: [
				...['v1', 'v2', 'v3'].map((id) => ({ id, feeds: { value: 2 }, area: 'worth' })),
				...['n1', 'n2', 'n3'].map((id) => ({ id, feeds: { number: 1 }, area: 'many' })),
				{ id: 'n4', feeds: { number: 3 }, area: 'many', when: { kind: 'answered', question: 'n1' } as const },
				{ id: 'unweighed', feeds: { number: 0 } }
			]
		},
		{
			id: 'person',
			about: 'personal',
			when: seller,
			questions: ['p1', 'p2', 'p3'].map((id) => ({ id, feeds: { me: 1 } }))
		}
	],
	indices: [
		{ id: 'value' },
		{ id: 'number' },
		{ id: 'company', of: { value: 1, number: 1 } },
		{ id: 'me', about: 'personal' }
	],
	areas: [
		{ id: 'worth', index: 'value' },
		{ id: 'many', index: 'number' }
	],
	peers: [['industry'], []],
	personalPeers: [['role'], []],
	outcome: { question: 'reached', yes: ['yes'], no: ['no'] },
	groups: { sellers: { role: ['seller'] } },
	hypotheses: [
		{ exposure: 'v1', outcome: 'reached' },
		{ exposure: 'many', outcome: 'reached' }
	]
});

const ITEMS = ['v1', 'v2', 'v3', 'n1', 'n2', 'n3', 'n4', 'p1', 'p2', 'p3'] as const;

export type Reply = {
	readonly items: Readonly<Record<string, number>>;
	readonly dimensions?: Readonly<Record<string, string>>;
	readonly at?: string;
};

/** What one person answered, with the indices that the scorer would give it. */
export function answered(person: string, { items, dimensions = {}, at = '2026-01-01T00:00:00.000Z' }: Reply): Answered {
	const mean = (...weighed: readonly (readonly [id: string, weight: number])[]): number | null => {
		const held = weighed.filter(([id]) => items[id] !== undefined);
		const weights = held.reduce((sum, [, weight]) => sum + weight, 0);
		return held.length === 0
			? null
			: Math.floor(held.reduce((sum, [id, weight]) => sum + weight * (items[id] ?? 0), 0) / weights + 0.5);
	};
	const value = mean(['v1', 2], ['v2', 2], ['v3', 2]);
	const number = mean(['n1', 1], ['n2', 1], ['n3', 1], ['n4', 3]);
	const me = mean(['p1', 1], ['p2', 1], ['p3', 1]);
	const company = value === null || number === null ? null : Math.floor((value + number) / 2 + 0.5);
	const tenths = Object.fromEntries(
		Object.entries({ value, number, company, me }).flatMap(([id, each]) => (each === null ? [] : [[id, each]]))
	);
	return { person, at, dimensions, tenths, items };
}

/** Every scored question with the same score, the person's own only where they sell. */
export const alike = (score: number, role: 'seller' | 'manager' = 'seller'): Readonly<Record<string, number>> =>
	Object.fromEntries(ITEMS.filter((id) => role === 'seller' || !id.startsWith('p')).map((id) => [id, score]));

export type Company = readonly Answered[];

export const noStudy = (of: Instrument = studied): StudyTally => emptyStudy(studyPlanOf(of));

export function put(tally: StudyTally, company: Company, sign: 1 | -1 = 1, of: Instrument = studied): void {
	const people = latestOf(company);
	addToStudy(tally, of, { people, share: shareOf(of, people) }, sign);
}

export function counted(companies: readonly Company[], of: Instrument = studied): StudyTally {
	const tally = noStudy(of);
	for (const company of companies) put(tally, company, 1, of);
	return tally;
}

/** What is kept of it: equal counts give equal texts. */
export const text = (tally: StudyTally): string => JSON.stringify(keptStudy(tally));

const score = fc.constantFrom(0, 250, 333, 500, 750, 1000);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 6, nil: undefined });
const held = <Value>(all: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> =>
	Object.fromEntries(Object.entries(all).flatMap(([id, each]) => (each === undefined ? [] : [[id, each]])));

/** Companies of one to four people, who pass over some questions; some answered twice. */
export const someCompanies = (most: number): fc.Arbitrary<readonly Company[]> =>
	fc
		.array(
			fc.array(
				fc.record({
					items: fc.record(Object.fromEntries(ITEMS.map((id) => [id, maybe(score)]))),
					role: maybe(fc.constantFrom('seller', 'manager')),
					industry: maybe(fc.constantFrom('a', 'b', 'c')),
					reached: maybe(fc.constantFrom('yes', 'no', 'none')),
					person: fc.nat({ max: 3 }),
					day: fc.integer({ min: 10, max: 28 })
				}),
				{ minLength: 1, maxLength: 4 }
			),
			{ maxLength: most }
		)
		.map((all) =>
			all.map((people, company) =>
				people.map(({ items, person, day, ...dimensions }) =>
					answered(`${company}.${person}`, {
						items: held(items),
						dimensions: held(dimensions),
						at: `2026-01-${day}T00:00:00.000Z`
					})
				)
			)
		);
