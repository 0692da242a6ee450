// Several respondents of one company: what is told of them, and what must not be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownGroups } from '#core/group/circle.ts';
import { heardOf } from '#core/group/heard.ts';
import { severalFacts } from '#core/group/facts.ts';
import { groupNameOf, type Respondent } from '#core/group/respondent.ts';
import { severalOf } from '#core/group/several.ts';
import type { Parts } from '#core/group/spread.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { answersTo } from '../../support/answers.ts';
import { instrument, option, scale } from '../../support/instrument.ts';
import { voice } from '../../support/voices.ts';

const home = instrument({
	indices: [{ id: 'trust' }, { id: 'company', of: { trust: 1 } }, { id: 'me', about: 'personal' }],
	areas: [{ id: 'ground', index: 'trust' }],
	groups: { managers: { role: ['boss'] }, sellers: { role: ['seller'] } },
	sections: [
		{
			id: 'who',
			about: 'context',
			questions: [{ id: 'role', type: 'choice', options: [option('boss'), option('seller'), option('other')] }]
		},
		{
			id: 'work',
			questions: [
				...['a', 'b', 'c'].map((id) => ({ id, feeds: { trust: 1 }, area: 'ground', options: scale() })),
				{
					id: 'deals',
					type: 'number' as const,
					number: { min: 0, max: 999, step: 1, decimals: 0, unit: null, anchors: [] }
				},
				{
					id: 'tools',
					type: 'choices' as const,
					options: [option('one'), option('two'), option('none', null, { exclusive: true })]
				},
				{ id: 'words', type: 'text' as const }
			]
		},
		{ id: 'self', about: 'personal', questions: [{ id: 'p', feeds: { me: 1 } }] }
	]
});

const says = (id: string, role: string, [a, b, c]: readonly [string, string, string], more = {}): Respondent =>
	voice(home, id, { role, a, b, c, p: '5', ...more });

test('an invitation says better than an answer which group somebody belongs to', () => {
	const answers = answersTo(home, { role: 'seller' });
	expect(groupNameOf(home, answers)).toBe('sellers');
	expect(groupNameOf(home, answers, { role: 'boss' })).toBe('managers');
	expect(groupNameOf(home, answersTo(home, { role: 'other' }))).toBeNull();
	expect(groupNameOf(home, answersTo(home, {}))).toBeNull();
});

describe('which groups are shown', () => {
	test.each<[Record<string, number>, number, string[]]>([
		[{ managers: 3, sellers: 5 }, 3, ['managers', 'sellers']],
		[{ managers: 2, sellers: 5 }, 3, []],
		[{ managers: 3, sellers: 5, '': 1 }, 3, ['sellers']],
		[{ managers: 3, sellers: 5, '': 3 }, 3, ['managers', 'sellers']],
		[{ managers: 5, sellers: 4 }, 5, []],
		[{ sellers: 5 }, 5, ['sellers']],
		[{}, 3, []]
	])('%j from %i', (sizes, least, shown) => {
		expect(shownGroups(sizes, least)).toEqual(shown);
	});

	test('whoever takes the shown from the whole is left with nobody or enough', () => {
		const sizes = fc.dictionary(fc.constantFrom('', 'a', 'b', 'c', 'd'), fc.nat(12));
		fc.assert(
			fc.property(sizes, fc.constantFrom(3, 5), (all, least) => {
				const shown = shownGroups(all, least);
				const rest = Object.entries(all).reduce((sum, [name, n]) => sum + (shown.includes(name) ? 0 : n), 0);
				expect(rest === 0 || rest >= least || shown.length === 0).toBe(true);
				for (const name of shown) expect(all[name]).toBeGreaterThanOrEqual(least);
			})
		);
	});
});

describe('who is heard', () => {
	const late = (n: number): Respondent[] =>
		Array.from({ length: n }, (_, at) => ({ ...says(`late ${at}`, 'seller', ['1', '1', '1']), isLate: true }));
	const prompt = says('one', 'boss', ['5', '5', '5']);

	test.each([
		[0, 0],
		[1, 0],
		[2, 0],
		[3, 1],
		[6, 4],
		[7, 0],
		[9, 2],
		[12, 0]
	])('of %i late answers %i wait where anonymity was promised', (n, waiting) => {
		const { heard, waiting: found } = heardOf([prompt, ...late(n)], true);
		expect(found).toBe(waiting);
		expect(heard).toHaveLength(1 + n - waiting);
	});

	test('late answers count at once where it was not, and flagged ones never', () => {
		const { heard, waiting, excluded } = heardOf([prompt, { ...prompt, isIncluded: false }, ...late(2)], false);
		expect([heard.length, waiting, excluded]).toEqual([3, 0, 1]);
	});
});

describe('one company', () => {
	const nine = [
		...['5', '5', '4'].map((each, at) => says(`m${at}`, 'boss', [each, each, '3'], { deals: 10 + at, tools: ['one'] })),
		...['1', '2', '1', '2', '1'].map((each, at) =>
			says(`s${at}`, 'seller', [each, 'ns', '3'], { deals: 20 + at, tools: ['one', 'two'], words: 'Mind the gap.' })
		)
	];
	const told = severalOf(home, nine, { isAnonymous: false });

	test('its indices are the means of those who have them, and nothing in it is personal', () => {
		expect(told?.n).toBe(8);
		expect(told?.voices).toBe('several');
		const scores = nine.flatMap((each) => each.scores.indices['trust']?.tenths ?? []);
		expect(told?.scores.indices['trust']?.tenths).toBe(
			rdiv(
				scores.reduce((sum, each) => sum + each, 0),
				scores.length
			)
		);
		expect(Object.keys(told?.scores.indices ?? {})).not.toContain('me');
		expect(told?.answers.path).not.toContain('p');
		expect(told?.questions).not.toHaveProperty('p');
	});

	test('a question has its mean, its groups and the gap between them', () => {
		const a = told?.questions['a'];
		expect(a?.groups['managers']).toEqual({ n: 3, tenths: 917 });
		expect(a?.groups['sellers']).toEqual({ n: 5, tenths: 100 });
		expect(a?.gap).toMatchObject({ gap: 817, label: 'large' });
		expect(a?.counts).toEqual([3, 2, 0, 1, 2]);
		expect(told?.scores.questions['a']?.verdict).toBe('change');
	});

	test('everybody agrees on what everybody says alike', () => {
		expect(told?.questions['c']?.agreement).toBe(1);
		expect(told?.questions['a']?.agreement).toBe(0);
	});

	test('what nobody among the sellers knows is told, with the share that every group reaches', () => {
		expect(told?.unknown).toEqual([{ question: 'b', unsure: 5, asked: 8, everywhere: 0 }]);
	});

	test('patterns about groups have their facts', () => {
		const facts = told && severalFacts(told);
		expect(facts?.gap?.('a')).toBe(817);
		expect(facts?.group?.('sellers', 'a')).toBe(100);
		expect(facts?.group?.('sellers', 'b')).toBeNull();
		expect(facts?.unknown?.()).toBe(0);
	});

	test('one set of answers stands for them', () => {
		expect(told?.answers.given).toMatchObject({
			role: { state: 'answered', value: 'seller' },
			a: { state: 'answered', value: '3' },
			b: { state: 'ns' },
			c: { state: 'answered', value: '3' },
			deals: { state: 'answered', value: 20 },
			tools: { state: 'answered', value: ['one', 'two'] }
		});
		expect(told?.answers.given).not.toHaveProperty('words');
	});
});

describe('who was promised anonymity', () => {
	const some = (n: number) =>
		Array.from({ length: n }, (_, at) => says(`s${at}`, at < 2 ? 'boss' : 'seller', ['1', '2', '3']));

	test('is not told of before three have answered', () => {
		expect(severalOf(home, some(2), { isAnonymous: true })).toBeNull();
		expect(severalOf(home, some(3), { isAnonymous: true })).not.toBeNull();
		expect(severalOf(home, some(1), { isAnonymous: false })?.voices).toBe('one');
		expect(severalOf(home, [], { isAnonymous: false })).toBeNull();
	});

	test('is in no group of fewer than five, and in none that would show the others', () => {
		expect(severalOf(home, some(6), { isAnonymous: true })?.questions['a']?.groups).toEqual({});
		expect(severalOf(home, some(7), { isAnonymous: true })?.questions['a']?.groups).toEqual({});
		expect(severalOf(home, some(7), { isAnonymous: true })?.questions['a']?.gap).toBeNull();
	});

	test('is not counted by option below five, nor as the one who did not know', () => {
		const four = [...some(3), says('x', 'seller', ['ns', '2', '3'])];
		const told = severalOf(home, four, { isAnonymous: true });
		expect(told?.questions['b']?.counts).toBeNull();
		expect(told?.unknown).toEqual([]);
	});

	const role = fc.constantFrom('boss', 'seller', 'other', '');
	const answer = fc.constantFrom('1', '2', '3', '4', '5', 'ns', 'na');
	const everybody = fc.array(fc.tuple(role, answer, answer, answer), { maxLength: 14 });
	const whole = ({ all, groups }: Parts): readonly number[] => [all.n, ...Object.values(groups).map(({ n }) => n)];

	test.each([true, false])('nobody can be made out by subtraction (anonymous: %s)', (isAnonymous) => {
		const least = isAnonymous ? 5 : 3;
		fc.assert(
			fc.property(everybody, (people) => {
				const respondents = people.map(([who, a, b, c], at) =>
					voice(home, String(at), { ...(who === '' ? {} : { role: who }), a, b, c })
				);
				const told = severalOf(home, respondents, { isAnonymous });
				for (const each of Object.values({ ...told?.questions, ...told?.indices, ...told?.areas })) {
					const [all = 0, ...groups] = whole(each);
					const rest = all - groups.reduce((sum, n) => sum + n, 0);
					expect(groups.every((n) => n >= least)).toBe(true);
					expect(groups.length === 0 || rest === 0 || rest >= least).toBe(true);
					if (isAnonymous) expect(all).toBeGreaterThanOrEqual(3);
				}
			}),
			{ numRuns: 200 }
		);
	});
});
