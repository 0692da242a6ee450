// The discovery brief: what each of its sections says of one voice, of few, of several, and of those promised anonymity.
import { describe, expect, test } from 'vitest';
import { textsOf } from '#core/report/texts.ts';
import { briefOn, home, itemsIn, partOf, saidIn, says } from '../../support/briefs.ts';

const managers = (all = '4', apart = {}) => [1, 2, 3].map((at) => says(`m${at}`, 'boss', all, apart));
const sellers = (all = '4', apart = {}, n = 5) =>
	Array.from({ length: n }, (_, at) => says(`s${at}`, 'seller', all, apart));

const parted = briefOn([
	...managers('4', { 'trust-1': '5', 'reach-1': '2', 'reach-2': '1' }),
	...sellers('4', { 'trust-1': '2', 'reach-1': '2', 'reach-2': '1', 'speed-1': 'ns' })
]);
const one = briefOn([says('only', 'seller', '2', { 'care-1': 'ns' })]);
const few = briefOn([says('m', 'boss', '4'), says('s', 'seller', '2')]);
const hidden = briefOn([...managers('5'), ...sellers('1')], { isAnonymous: true });

const dotsIn = (brief: typeof parted) =>
	partOf(brief, 'disagree').blocks.flatMap((block) => (block.kind === 'dots' ? [block] : []));

test('its sections stand in the order in which a consultant needs them', () => {
	expect(parted.parts.map(({ id }) => id)).toEqual([
		'call',
		'glance',
		'strong',
		'weak',
		'disagree',
		'contradictions',
		'unknown',
		'quotes',
		'plan',
		'hypotheses',
		'people',
		'discreet',
		'notes'
	]);
});

test('no text in it is empty of what should fill it', () => {
	for (const brief of [parted, one, few, hidden])
		expect(textsOf(brief).filter((text) => /undefined|NaN|\{|\}/.test(text))).toEqual([]);
});

describe('the call in five lines', () => {
	test('says who and when, how many by role, one hypothesis, the first question, and what not to say', () => {
		const lines = itemsIn(parted, 'call').map(([text]) => text);
		expect(lines).toHaveLength(5);
		expect(lines[0]).toContain('Northwind, on 26 November 2026');
		expect(lines[1]).toContain('8 of 9 who were asked. Boss 3 of 3 and Seller 5 of 6');
		expect(lines[2]).toContain(itemsIn(parted, 'hypotheses')[0]?.[0]);
		expect(lines[3]).toContain(parted.plan[0]?.ask);
		expect(lines[4]).toContain('Your sellers disagree with you');
	});

	test.each([
		['one voice', one, 'One person answered'],
		['few voices', few, '2 people answered; say “some of you”'],
		['anonymity', hidden, 'guesses who said what']
	])('warns of what %s does not allow', (_, brief, warning) => {
		expect(itemsIn(brief, 'call')[4]?.[0]).toContain(warning);
	});

	test('says that no day is set, and marks late answers', () => {
		const late = briefOn(sellers(), { meeting: null, late: 2 });
		expect(saidIn(late, 'call')).toContain('No day is set yet');
		expect(saidIn(late, 'call')).toContain('2 of the answers counted came after closing');
		expect(saidIn(late, 'people')).toContain('came after closing');
	});
});

describe('the client at a glance', () => {
	test.each([
		[one, 'One voice'],
		[few, 'Few voices: 2 people'],
		[parted, 'Several voices: 8 people']
	])('says how many voices stand behind it (%#)', (brief, voices) => {
		expect(saidIn(brief, 'glance')).toContain(voices);
	});

	test('tells agreement from three answers on', () => {
		expect(saidIn(few, 'glance')).toContain('Agreement is told from three answers on');
		expect(saidIn(one, 'glance')).not.toContain('Agreement');
		expect(saidIn(briefOn(sellers()), 'glance')).toContain('Agreement on the whole: very strong');
	});

	test('sets the round before beside this one', () => {
		const again = briefOn(sellers('4'), { before: { date: '2026-02-01', tenths: 512 } });
		expect(saidIn(again, 'glance')).toContain('On 1 February 2026 the index was 51; now it is 75');
	});

	const velocity = { number: 'n', value: 'v', winRate: 'w', cycle: 'c', currency: 'x' };
	const numbersOf = (given: readonly number[], isAnonymous: boolean): readonly string[] | undefined =>
		partOf(
			briefOn(sellers(), {
				isAnonymous,
				of: { ...home, velocity },
				numbers: { number: given, value: [], winRate: [], cycle: [] }
			}),
			'glance'
		)
			.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
			.find(([term]) => term === 'Number of opportunities');

	test.each<[readonly number[], boolean, readonly string[]]>([
		[[], false, ['not known', '', 'nobody']],
		[[12], false, ['12', 'one figure', '1']],
		[[12, 30, 40], false, ['30', '12 to 40', '3']],
		[[7, 7, 7], false, ['7', 'all the same', '3']],
		[[12, 30], true, ['too few to tell', '', 'too few to tell']],
		[[12, 30, 40, 51], true, ['30', 'too few to tell', '4']],
		[[12, 30, 40, 51, 90], true, ['40', '12 to 90', '5']]
	])('the numbers %j (anonymous: %s) are told as %j', (given, isAnonymous, row) => {
		expect(numbersOf(given, isAnonymous)?.slice(1)).toEqual(row);
	});
});

describe('what they agree on', () => {
	test('is strong or weak, with its score and how far they agree', () => {
		expect(saidIn(parted, 'strong')).toContain('Area care\n75\nvery strong');
		expect(saidIn(parted, 'weak')).toContain('Area reach\n13\nvery strong\nStatement reach-2 (0)');
	});

	test('is not what a gap parts', () => {
		expect(saidIn(parted, 'strong')).not.toContain('Area trust');
		expect(saidIn(parted, 'weak')).not.toContain('Area trust');
	});

	test('claims no agreement where there is none to tell', () => {
		for (const brief of [one, few]) {
			expect(partOf(brief, 'weak').title).toBe('Weak, as told');
			expect(saidIn(brief, 'weak')).not.toContain('Agreement');
		}
		expect(saidIn(hidden, 'weak')).toContain('Nothing is both weak and agreed');
	});

	test('lists five at most', () => {
		const rows = partOf(briefOn(sellers('5')), 'strong').blocks.flatMap((block) =>
			block.kind === 'table' ? block.rows : []
		);
		expect(rows).toHaveLength(5);
	});
});

describe('where they disagree', () => {
	test('each group has its dot, and the difference its size and range in words', () => {
		const [block] = dotsIn(parted);
		expect(block?.rows).toHaveLength(1);
		expect(block?.rows[0]).toMatchObject({
			label: 'Statement trust-1.',
			dots: [
				{ label: 'Managers', tenths: 1000, shown: '100' },
				{ label: 'Sellers', tenths: 250, shown: '25' }
			],
			note: '75 points apart, large.'
		});
		expect(block?.table.rows).toEqual([['Statement trust-1.', '100', '25', '75']]);
	});

	test('the widest comes first, and a range that reaches nothing says so', () => {
		const mixed = briefOn([
			...['5', '4', '3'].map((each, at) => says(`m${at}`, 'boss', '4', { 'price-1': each, 'care-1': '5' })),
			...['2', '3', '4', '3', '2'].map((each, at) => says(`s${at}`, 'seller', '4', { 'price-1': each, 'care-1': '1' }))
		]);
		const rows = dotsIn(mixed)[0]?.rows ?? [];
		expect(rows.map(({ label }) => label)).toEqual(['Statement care-1.', 'Statement price-1.']);
		expect(rows[1]?.note).toMatch(/^30 points apart, large; with so few answers, anything from none to \d+\.$/);
	});

	const wide = ['reach-1', 'trust-1', 'price-1', 'speed-1', 'care-1'];
	const all = (answer: string) => Object.fromEntries(wide.map((id) => [id, answer]));
	/** Five questions on which one group is as high as can be and the other is low, or nearly as high. */
	const alike = (high: 'boss' | 'seller', size: 'large' | 'notable') => {
		const answer = (role: string, at: number) =>
			all(role === high || (size === 'notable' && at === 0) ? '5' : size === 'large' ? '1' : '4');
		const brief = briefOn([
			...[0, 1, 2].map((at) => says(`m${at}`, 'boss', '4', answer('boss', at))),
			...[0, 1, 2].map((at) => says(`s${at}`, 'seller', '4', answer('seller', at)))
		]);
		return dotsIn(brief)[0]?.rows.map(({ said }) => said.map(({ text }) => text)) ?? [];
	};

	const ways = [
		['boss', 'large'],
		['boss', 'notable'],
		['seller', 'large'],
		['seller', 'notable']
	] as const;

	test.each(ways)('no two readings are alike where %s is higher and the gaps are %s', (high, size) => {
		const rows = alike(high, size);
		expect(rows.length).toBeGreaterThan(3);
		for (const at of [0, 1, 2]) expect(new Set(rows.map((said) => said[at])).size).toBe(rows.length);
	});

	test('who is higher, and by how much, decides the reading', () => {
		expect(new Set(ways.map(([high, size]) => alike(high, size)[0]?.[0])).size).toBe(4);
	});

	test('asks as the author asks, with the question that the plan leaves', () => {
		const ask = dotsIn(parted)[0]?.rows[0]?.said[2];
		expect(ask).toEqual({ label: 'Ask', text: 'The second ask on trust-1?' });
		expect(parted.plan.map(({ ask: planned }) => planned)).toContain('The first ask on trust-1?');
	});

	test('of one voice there is nobody to differ', () => {
		expect(saidIn(one, 'disagree')).toContain('nobody differs');
	});

	test('where no groups may be shown, says what scatters and of whom it does not speak', () => {
		expect(dotsIn(hidden)).toEqual([]);
		expect(saidIn(hidden, 'disagree')).toContain('No two groups are large enough');
		expect(itemsIn(hidden, 'disagree')[0]?.[1]).toMatch(/^Mean 38, agreement none\. Ask: /);
		expect(saidIn(hidden, 'disagree')).not.toMatch(/managers|sellers/i);
	});

	test('says so where nothing parts them', () => {
		expect(saidIn(briefOn([...managers(), ...sellers()]), 'disagree')).toContain('Nothing parts them');
	});
});

describe('what does not fit together', () => {
	test('patterns over groups, with the answers beneath', () => {
		expect(itemsIn(parted, 'contradictions')).toEqual([
			['They tell two stories.', 'Statement trust-1. Managers 100 and sellers 25.']
		]);
	});

	const opposed = {
		...home,
		questions: home.questions.map((each) => (each.id === 'care-1' ? { ...each, opposite: 'craft-1' } : each))
	};

	test.each([
		['5', 'both affirmed'],
		['1', 'both denied']
	])('opposites that are both answered %s', (answer, told) => {
		const [item] = itemsIn(
			briefOn(sellers('3', { 'care-1': answer, 'craft-1': answer }), { of: opposed }),
			'contradictions'
		);
		expect(item?.[0]).toContain(told);
		expect(item?.[1]).toContain(`Statement care-1. On average: ${answer}. Statement craft-1.`);
	});
});

describe('what nobody knows', () => {
	test('has its share, and who would know', () => {
		expect(itemsIn(parted, 'unknown')).toEqual([
			['Statement speed-1.', '5 of 8 did not know (63%). Would know: the keeper of speed.']
		]);
	});

	test('of one voice is told without a share', () => {
		expect(itemsIn(one, 'unknown')).toEqual([['Statement care-1.', 'Would know: the keeper of care.']]);
	});

	test('without a move, whoever does it would know', () => {
		const of = { ...home, areas: home.areas.map((area) => ({ ...area, moves: [] })) };
		expect(itemsIn(briefOn([says('x', 'seller', '3', { 'care-1': 'ns' })], { of }), 'unknown')[0]?.[1]).toContain(
			'every week'
		);
	});
});

describe('their words', () => {
	const quotes = Array.from({ length: 8 }, (_, at) => ({ question: 'wish', text: `Thought ${at}.` }));

	test('are five at most, and the rest are counted', () => {
		const brief = briefOn(sellers(), { quotes });
		expect(itemsIn(brief, 'quotes')).toHaveLength(5);
		expect(saidIn(brief, 'quotes')).toContain('3 more are left out');
	});

	test('are cut at a word where they run on', () => {
		const [item] = itemsIn(
			briefOn(sellers(), { quotes: [{ question: 'wish', text: 'many words '.repeat(60) }] }),
			'quotes'
		);
		expect(item?.[0].length).toBeLessThan(300);
		expect(item?.[0]).toMatch(/(many|words) …”$/);
	});
});

describe('the conversation plan', () => {
	test('opens with a strength, and has six to eight questions on as many topics', () => {
		expect(parted.plan.length).toBeGreaterThanOrEqual(6);
		expect(parted.plan.length).toBeLessThanOrEqual(8);
		expect(parted.plan[0]?.why).toContain('their strongest area');
		const topics = parted.plan.map(({ id }) => home.questions.find((each) => each.id === id)?.area);
		expect(new Set(topics).size).toBe(topics.length);
	});

	test('has what presses, what parts them and what nobody knows, each with its reason', () => {
		const whys = parted.plan.map(({ why }) => why).join('\n');
		expect(whys).toContain('“Area reach” stands at 13');
		expect(whys).toContain('managers say 100, sellers say 25');
		expect(whys).toContain('5 of 8 did not know');
		expect(parted.plan.find(({ id }) => id === 'reach-2')?.listenFor).toBe('first sound of reach-2.');
	});

	test('the telephone has the five lines and the plan', () => {
		expect(parted.phone.parts.map(({ id }) => id)).toEqual(['call', 'plan']);
		for (const { ask } of parted.plan) expect(textsOf(parted.phone)).toContain(ask);
	});
});

describe('the hypotheses', () => {
	test('are three, on three topics, each with what is behind it and what would refute it', () => {
		const items = itemsIn(parted, 'hypotheses');
		expect(items).toHaveLength(3);
		for (const [, detail] of items) expect(detail).toMatch(/^Behind it: .+ It falls if .+\.$/s);
		expect(items.map(([claim]) => claim).join('\n')).toContain(
			'Managers and sellers do not mean the same by “Area trust”'
		);
	});

	test('an index holds the rest back only if it stands clear of them', () => {
		const low = Object.fromEntries(
			['reach', 'trust', 'price', 'speed'].flatMap((id) => [
				[`${id}-1`, '2'],
				[`${id}-2`, '2']
			])
		);
		const [first] = itemsIn(briefOn(sellers('4', low)), 'hypotheses');
		expect(first?.[0]).toBe('Front holds the rest back, and within it “Area price”.');
		expect(first?.[1]).toContain('It falls if they can already show this: a sign of price.');
		expect(saidIn(briefOn(sellers('2')), 'hypotheses')).not.toContain('holds the rest back');
	});

	test('say on how many they rest', () => {
		expect(saidIn(one, 'hypotheses')).toContain('rests on one person’s word');
		expect(saidIn(few, 'hypotheses')).toContain('rests on 2 people, so a single one could turn it');
		expect(saidIn(parted, 'hypotheses')).toContain('what 8 people said');
	});
});

describe('who answered, and what not to raise', () => {
	const names = { answered: ['Ada', 'Bo'], missing: ['Cy'] };

	test('names are told only where anonymity was not promised', () => {
		expect(saidIn(briefOn(sellers(), { names }), 'people')).toContain('Answered: Ada and Bo. Not yet: Cy.');
		const brief = briefOn(sellers(), { names, isAnonymous: true });
		expect(textsOf(brief).join('\n')).not.toMatch(/\b(Ada and Bo|Cy)\b/);
		expect(saidIn(brief, 'people')).toContain('anonymity was promised');
	});

	test('roles that nobody holds are missed, and "something else" is not', () => {
		expect(saidIn(parted, 'people')).toContain('nobody was asked who is: finance.');
	});

	test('roles that were asked and are silent are told', () => {
		const silent = { role: 'finance', label: 'Finance', invited: 1, answered: 0 };
		const brief = briefOn(sellers(), { people: [silent] });
		expect(saidIn(brief, 'people')).toContain('Asked, and still silent: Finance.');
	});

	test('a role that nobody was asked under is neither silent nor told of, but missed', () => {
		const nobody = { role: 'finance', label: 'Finance', invited: 0, answered: 0 };
		const said = saidIn(briefOn(sellers(), { people: [nobody] }), 'people');
		expect(said).not.toContain('Finance');
		expect(said).toContain('finance');
	});

	test('personal results always; small groups, promises, what waits and what was left out where there is such', () => {
		for (const brief of [parted, one, few, hidden]) expect(saidIn(brief, 'discreet')).toContain('personal result');
		expect(saidIn(hidden, 'discreet')).toContain('too few to be shown apart: managers');
		expect(saidIn(hidden, 'discreet')).toContain('Who gave which answer');
		expect(saidIn(parted, 'discreet')).not.toContain('too few');
		const brief = briefOn(sellers(), { waiting: 2, excluded: 1 });
		expect(saidIn(brief, 'discreet')).toContain('2 late answers, which wait');
		expect(saidIn(brief, 'discreet')).toContain('One set of answers, left out');
	});
});
