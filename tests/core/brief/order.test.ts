// What a brief puts first: the questions of its plan and its hypotheses, by what was found.
import { describe, expect, test } from 'vitest';
import type { Respondent } from '#core/group/respondent.ts';
import { areasOfHome, briefOn, home, itemsIn, saidIn, says } from '../../support/briefs.ts';

type Apart = Readonly<Record<string, string>>;

/** Every question of an area alike. */
const area = (id: string, answer: string): Apart => ({ [`${id}-1`]: answer, [`${id}-2`]: answer });

const company = (managers: Apart, sellers: Apart, all = '4'): readonly Respondent[] => [
	...[1, 2, 3].map((at) => says(`m${at}`, 'boss', all, managers)),
	...[1, 2, 3, 4].map((at) => says(`s${at}`, 'seller', all, sellers))
];

const alike = (apart: Apart, all = '4'): readonly Respondent[] => company(apart, apart, all);

const planOf = (respondents: readonly Respondent[], wishes: Parameters<typeof briefOn>[1] = {}) =>
	briefOn(respondents, wishes).plan;

const topicsOf = (respondents: readonly Respondent[]): readonly string[] =>
	planOf(respondents).map(({ id }) => id.replace(/-\d$/, ''));

describe('the plan', () => {
	test('opens with the strongest of what they agree on', () => {
		expect(topicsOf(alike({ ...area('order', '5'), ...area('reach', '1') }))[0]).toBe('order');
	});

	test('a strength that a gap parts does not open while another is settled', () => {
		const [opening] = topicsOf(
			company({ ...area('order', '5'), ...area('care', '5') }, { ...area('order', '4'), ...area('care', '5') })
		);
		expect(opening).toBe('care');
	});

	test('then comes what presses most, what parts them most, and what nobody knows, in turn', () => {
		const found = company(
			{ ...area('reach', '1'), ...area('price', '2'), 'trust-1': '5', 'speed-1': 'ns', 'depth-1': '5' },
			{ ...area('reach', '1'), ...area('price', '2'), 'trust-1': '3', 'speed-1': 'ns', 'depth-1': '4' }
		);
		expect(topicsOf(found).slice(1, 6)).toEqual(['reach', 'trust', 'speed', 'price', 'depth']);
	});

	test('asks of an area where it is lowest, and of a strength where it is highest', () => {
		const found = planOf(alike({ 'reach-1': '2', 'reach-2': '1', 'order-1': '5', 'order-2': '4' }));
		expect(found.find(({ id }) => id.startsWith('reach'))?.id).toBe('reach-2');
		expect(found.find(({ id }) => id.startsWith('order'))?.id).toBe('order-1');
	});

	test('an area that is found twice is asked about once', () => {
		const topics = topicsOf(company({ ...area('reach', '3') }, { ...area('reach', '1'), 'reach-2': 'ns' }));
		expect(topics.filter((topic) => topic === 'reach')).toHaveLength(1);
	});

	test('where all is well, strengths fill it up to six', () => {
		const plan = planOf(alike({}, '5'));
		expect(plan).toHaveLength(6);
		expect(plan.slice(1).every(({ why }) => why.includes('has not come up yet'))).toBe(true);
	});

	test('where everything presses, it stops before it is an interrogation', () => {
		expect(planOf(alike({}, '2'))).toHaveLength(7);
	});

	test('a question of the author’s own goes before a lower one without', () => {
		const of = {
			...home,
			questions: home.questions.map((each) =>
				each.id === 'reach-2' ? { ...each, texts: { ...each.texts, ask: [] } } : each
			)
		};
		const plan = planOf(alike({ 'reach-1': '2', 'reach-2': '1' }), { of });
		expect(plan.find(({ id }) => id.startsWith('reach'))?.id).toBe('reach-1');
	});

	test('without any of the author’s own, it asks neutrally, and neighbours differ', () => {
		const of = { ...home, questions: home.questions.map((each) => ({ ...each, texts: { ...each.texts, ask: [] } })) };
		const plan = planOf(alike({}, '2'), { of });
		for (const [at, { ask, listenFor }] of plan.entries()) {
			expect(ask).toMatch(/\?$/);
			expect(listenFor).not.toBe('');
			expect(ask).not.toBe(plan[at - 1]?.ask);
		}
	});
});

describe('the hypotheses', () => {
	const claims = (respondents: readonly Respondent[]): readonly string[] =>
		itemsIn(briefOn(respondents), 'hypotheses').map(([claim]) => claim);
	const front: Apart = Object.fromEntries(areasOfHome.slice(0, 4).flatMap((id) => Object.entries(area(id, '2'))));

	test('the brake comes first, then the widest gap, then what half do not know', () => {
		const found = claims(
			company({ ...front, 'care-1': '5', 'craft-1': 'ns' }, { ...front, 'care-1': '2', 'craft-1': 'ns' })
		);
		expect(found[0]).toMatch(/^Front holds the rest back/);
		expect(found[1]).toBe('Managers and sellers do not mean the same by “Area care”.');
		expect(found[2]).toBe('Nobody is charged with knowing about “Area craft”.');
	});

	test('what fewer than half do not know is none', () => {
		const found = claims(company({ 'craft-1': 'ns' }, {}));
		expect(found.join(' ')).not.toContain('Nobody is charged');
	});

	test('what presses fills them up, each claim in words of its own', () => {
		const low = { ...area('reach', '1'), ...area('care', '1'), ...area('price', '2'), ...area('depth', '2') };
		const found = claims(alike(low));
		expect(found).toHaveLength(3);
		expect(found[0]).toMatch(/ would repay the work soonest\.$/);
		expect(new Set(found.map((claim) => claim.replace(/Area \w+/, ''))).size).toBe(3);
	});

	test('where all is well, the strengths are what is to be tested', () => {
		expect(claims(alike({}, '5'))[0]).toMatch(/is as strong as they say/);
	});

	test('without a move, a case from last month would refute', () => {
		const of = { ...home, areas: home.areas.map((each) => ({ ...each, moves: [] })) };
		const brief = briefOn(alike(area('reach', '1')), { of });
		expect(itemsIn(brief, 'hypotheses')[0]?.[1]).toContain('name a case from last month');
	});

	test('where nothing was answered, there is none', () => {
		expect(saidIn(briefOn([says('a', 'seller', 'na')]), 'hypotheses')).toContain('Too little was answered');
	});
});
