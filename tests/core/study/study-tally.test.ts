// Counting for the study: whole numbers, the same in any order, and nothing left of who leaves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intraclass, intraclassIn } from '#core/group/agreement.ts';
import { latestOf } from '#core/benchmark/contribution.ts';
import { reliability, reliabilityIn } from '#core/study/reliability.ts';
import { keptStudy, pairsOf, studyTallyOf, type KeptStudy } from '#core/study/study-kept.ts';
import { studyPlanOf } from '#core/study/study-plan.ts';
import { addRow, noSums, sumsOf } from '#core/study/sums.ts';
import { vectorsOf } from '../../support/vectors.ts';
import {
	alike,
	answered,
	counted,
	noStudy,
	put,
	someCompanies,
	studied,
	text,
	type Reply
} from '../../support/studied.ts';

const plan = studyPlanOf(studied);
const at = {
	index: (id: string): number => plan.indices.findIndex((each) => each.id === id),
	question: (id: string): number => plan.questions.findIndex((each) => each.id === id),
	area: (id: string): number => plan.areas.findIndex((each) => each.id === id)
};
const one = (reply: Partial<Reply> & Pick<Reply, 'items'>, person = 'ann') => answered(person, reply);

describe('the plan', () => {
	const items = (index: string): readonly (string | undefined)[] =>
		(plan.indices[at.index(index)]?.items ?? []).map((position) => plan.questions[position]?.id);

	test.each([
		['value', ['v1', 'v2', 'v3']],
		// n4 is asked of some only, and `unweighed` has no weight.
		['number', ['n1', 'n2', 'n3']],
		['company', ['v1', 'v2', 'v3', 'n1', 'n2', 'n3']],
		// All of them are asked of sellers.
		['me', ['p1', 'p2', 'p3']]
	])('the items of %s were put to the same people', (index, expected) => expect(items(index)).toEqual(expected));

	test('is another where something else is counted, and the same where words change', () => {
		expect(studyPlanOf({ ...studied, title: 'Other words' }).hash).toBe(plan.hash);
		expect(studyPlanOf({ ...studied, hypotheses: [] }).hash).not.toBe(plan.hash);
		expect(studyPlanOf({ ...studied, peers: [[]] }).hash).not.toBe(plan.hash);
	});
});

describe('what was counted', () => {
	test('is the same in any order of companies and of their responses', () => {
		fc.assert(
			fc.property(someCompanies(20), fc.infiniteStream(fc.nat()), (companies, chance) => {
				const shuffled = companies
					.map((company) => ({ company: company.toReversed(), key: chance.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ company }) => company);
				expect(text(counted(shuffled))).toBe(text(counted(companies)));
			})
		);
	});

	test('holds nothing of a company that was added and taken away again, whoever came in between', () => {
		fc.assert(
			fc.property(someCompanies(12), someCompanies(12), (leaving, staying) => {
				const tally = noStudy();
				for (const company of leaving) put(tally, company);
				for (const company of staying) put(tally, company);
				for (const company of leaving) put(tally, company, -1);
				expect(text(tally)).toBe(text(counted(staying)));
			})
		);
	});

	test('is read again as it was kept', () => {
		fc.assert(
			fc.property(someCompanies(12), (companies) => {
				const tally = counted(companies);
				const kept = JSON.parse(text(tally)) as KeptStudy;
				expect(keptStudy(studyTallyOf(plan, kept))).toEqual(keptStudy(tally));
			})
		);
	});

	test('has no company whose index is missing a part, and the person all the same', () => {
		const tally = counted([[one({ items: { v1: 500, p1: 100, p2: 200, p3: 300 } })]]);
		expect([tally.companies, tally.responses]).toEqual([0, 1]);
		expect(tally.questions[at.question('v1')]?.counts[500]).toBe(0);
		expect(tally.questions[at.question('p2')]?.counts[200]).toBe(1);
	});

	test('of one person the latest response counts', () => {
		const [first, second] = [
			one({ items: alike(250), at: '2026-01-01T00:00:00.000Z' }),
			one({ items: alike(750), at: '2026-02-01T00:00:00.000Z' })
		];
		expect(text(counted([[second, first]]))).toBe(text(counted([[second]])));
	});
});

describe('a question', () => {
	test('of the company counts the mean of its people, half up', () => {
		const tally = counted([[one({ items: alike(250) }), one({ items: { ...alike(250), v1: 501 } }, 'bob')]]);
		expect(pairsOf(tally.questions[at.question('v1')]?.counts ?? new Uint32Array())).toEqual([[376, 1]]);
		expect(tally.questions[at.question('v1')]?.sizes).toBeNull();
	});

	test('about the person counts each of them, and of how many companies they are', () => {
		const people = ['ann', 'bob', 'cem'].map((person, step) => one({ items: alike(250 * step) }, person));
		const held = counted([people, [one({ items: alike(250) }, 'dee')]]).questions[at.question('p1')];
		expect(pairsOf(held?.counts ?? new Uint32Array())).toEqual([
			[0, 1],
			[250, 2],
			[500, 1]
		]);
		expect([...(held?.sizes ?? [])]).toEqual([
			[3, 1],
			[1, 1]
		]);
	});

	test('of an area is weighed as the area is, over what was answered', () => {
		const { n3: _, ...items }: Record<string, number> = { ...alike(0), n1: 500, n4: 1000 };
		// (500 + 0 + 3 · 1000) / 5
		const tally = counted([[one({ items })]]);
		expect(pairsOf(tally.areas[at.area('many')]?.counts ?? new Uint32Array())).toEqual([[700, 1]]);
	});
});

describe('the items of an index', () => {
	test('add up over complete responses to what their rows give', () => {
		fc.assert(
			fc.property(someCompanies(25), (companies) => {
				const items = ['v1', 'v2', 'v3'];
				const rows = companies
					.flatMap((company) => {
						const people = latestOf(company);
						const has = (index: string): boolean => people.some(({ tenths }) => tenths[index] !== undefined);
						return has('value') && has('number') ? people : [];
					})
					.map((person) => items.map((item) => person.items[item]))
					.filter((row): row is number[] => row.every((each) => each !== undefined));
				const index = counted(companies).indices[at.index('value')];
				expect(index?.rows.n).toBe(rows.length);
				expect(index === undefined ? null : reliabilityIn(index.rows)).toEqual(reliability(rows));
			})
		);
	});

	test('give the worked case from sums as from rows, whatever came and went', () => {
		const [vector] = vectorsOf<{ items: number[][] }, { alpha: number }>('reliability');
		if (vector === undefined) throw new Error('no vector');
		const sums = sumsOf(vector.input.items);
		addRow(sums, [5, 1, 4], 1);
		addRow(sums, [5, 1, 4], -1);
		expect(reliabilityIn(sums)).toEqual(reliability(vector.input.items));
	});

	test('lose nothing where sums are large: the same for everybody, more or less, changes no figure', () => {
		const [vector] = vectorsOf<{ items: number[][] }, { alpha: number }>('reliability');
		const rows = vector?.input.items ?? [];
		// Twenty products of this size stay below 2^53, and a difference of two doubles would not.
		const far = rows.map((row) => row.map((each) => each + 9_000_000));
		expect(reliability(far)).toEqual(reliability(rows));
	});

	test.each([1, -1] as const)('a row counts %i times for each pair of its items', (sign) => {
		const sums = noSums(3);
		addRow(sums, [2, 3, 5], sign);
		expect([...sums.sums].map((each) => sign * each)).toEqual([2, 3, 5]);
		expect([...sums.products].map((each) => sign * each)).toEqual([4, 6, 10, 9, 15, 25]);
	});
});

describe('how far companies differ', () => {
	const score = fc.integer({ min: 0, max: 1000 });

	test('is the same from sums by size as from everybody’s scores', () => {
		fc.assert(
			fc.property(fc.array(fc.array(score, { minLength: 1, maxLength: 4 }), { maxLength: 15 }), (companies) => {
				const tally = counted(
					companies.map((people, company) =>
						people.map((each, person) => one({ items: alike(each, 'manager') }, `${company}.${person}`))
					)
				);
				expect(intraclassIn(tally.indices[at.index('value')]?.bySize ?? new Map())).toEqual(intraclass(companies));
			})
		);
	});

	test('is not asked of what is about the person', () => {
		const people = ['ann', 'bob'].map((person) => one({ items: alike(500) }, person));
		expect(counted([people]).indices[at.index('me')]?.bySize.size).toBe(0);
	});
});

describe('what goes with the outcome', () => {
	const person = (name: string, items: Readonly<Record<string, number>>, role: string, reached: string) =>
		one({ items, dimensions: { role, reached } }, name);
	const tables = (company: readonly ReturnType<typeof person>[]) => counted([company]).tables;

	test.each([
		['yes', 750, [1, 0, 0, 0]],
		['no', 1000, [0, 1, 0, 0]],
		['yes', 500, [0, 0, 1, 0]],
		['no', 0, [0, 0, 0, 1]],
		['yes', 501, [0, 0, 0, 0]],
		['yes', 749, [0, 0, 0, 0]],
		['none', 1000, [0, 0, 0, 0]]
	])('a seller who says %s in a company with a mean of %i', (reached, mean, expected) => {
		expect(tables([person('ann', alike(mean), 'seller', reached)])).toEqual([expected, expected]);
	});

	test('half of the sellers are enough, and nobody else is asked', () => {
		const items = alike(1000);
		const [yes, no] = [person('ann', items, 'seller', 'yes'), person('bob', items, 'seller', 'no')];
		expect(tables([yes, no])[0]).toEqual([1, 0, 0, 0]);
		expect(tables([yes, no, person('cem', items, 'seller', 'no')])[0]).toEqual([0, 1, 0, 0]);
		expect(tables([no, person('cem', items, 'manager', 'yes')])[0]).toEqual([0, 1, 0, 0]);
		expect(tables([person('cem', items, 'manager', 'yes')])[0]).toEqual([0, 0, 0, 0]);
	});

	test('the practice is the mean of all who answered', () => {
		const ann = person('ann', alike(1000), 'seller', 'yes');
		expect(tables([ann, person('bob', { ...alike(1000), v1: 0 }, 'manager', 'no')])).toEqual([
			[0, 0, 1, 0],
			[1, 0, 0, 0]
		]);
	});
});
