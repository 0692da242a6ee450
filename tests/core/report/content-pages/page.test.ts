// The page of one part of an instrument: everything that is set and written about it, and nothing in ids.
import { describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import type { Condition } from '#core/instrument/condition.ts';
import type { Instrument, Text } from '#core/instrument/instrument.ts';
import { refsOf } from '#core/report/content-pages/facts.ts';
import { partPage } from '#core/report/content-pages/page.ts';
import { partKinds, type PartKind, type PartPage } from '#core/report/content-pages/pages.ts';
import type { Source } from '#core/report/method-page/source.ts';
import { wordsFor } from '#lib/words.ts';
import { flagship } from '../../../support/flagship.ts';
import { instrument, option, scale } from '../../../support/instrument.ts';

const sourceOf = (of: Instrument): Source => ({ instrument: of, words: wordsFor('en'), locale: 'en', since: null });

function page(of: Instrument, kind: PartKind, id: string): PartPage {
	const found = partPage(sourceOf(of), kind, id);
	if (found === null) throw new Error(`no ${kind} ${id}`);
	return found;
}

const fact = (of: PartPage, key: string) => of.facts.find((each) => each.key === key)?.items;
const words = (text: string) => [{ kind: 'text' as const, text }];
const told = (text: string, when: Condition | null = null, more: Partial<Text> = {}): Text => ({
	when,
	heading: [],
	body: [{ kind: 'paragraph', inline: words(text) }],
	placeholders: [],
	...more
});

const isSeller: Condition = { kind: 'is', question: 'role', options: ['seller'] };

const small = instrument({
	bands: {
		plain: [
			{ id: 'low', from: 0, label: 'Low' },
			{ id: 'high', from: 70, label: 'High' }
		]
	},
	indices: [
		{ id: 'value', title: 'Value', bands: 'plain', texts: { low: [told('Little.')], high: [told('Much.')] } },
		{ id: 'all', title: 'All', of: { value: 2 } }
	],
	areas: [
		{
			id: 'habits',
			title: 'Habits',
			importance: 755,
			texts: { keep: [told('Good.')], change: [], stop: [], but: [told('And yet.')] },
			moves: [{ ...told('Do it.'), owner: words('the chief'), outside: true, sign: words('it is done') }]
		}
	],
	patterns: [
		{
			id: 'odd',
			title: words('Odd'),
			when: isSeller,
			section: 'work',
			weight: 7,
			strength: true,
			body: told('Hm.').body
		}
	],
	sections: [
		{
			id: 'you',
			title: 'You',
			about: 'context',
			questions: [
				{
					id: 'role',
					type: 'choice',
					text: words('What are you?'),
					options: [option('seller', null, { label: 'Seller' })]
				},
				{ id: 'days', type: 'number', number: { min: 1, max: 900, step: 1, decimals: 0, unit: 'days', anchors: [] } },
				{ id: 'remark', type: 'text', max: 1200, quote: true }
			]
		},
		{
			id: 'work',
			title: 'Work',
			when: isSeller,
			skipped: [told('Nothing said.')],
			questions: [
				{
					id: 'first',
					text: words('We plan.'),
					area: 'habits',
					feeds: { value: 3, all: 0 },
					reverse: true,
					required: true,
					opposite: 'second',
					options: scale(3),
					when: { kind: 'not', of: { kind: 'answered', question: 'days' } },
					texts: {
						keep: [told('Sellers, well done.', isSeller), told('Well done.')],
						change: [],
						stop: [
							told('', null, {
								heading: words('Stop it'),
								body: [
									{
										kind: 'list',
										ordered: false,
										items: [[{ kind: 'paragraph', inline: [{ kind: 'placeholder', name: 'answer' }] }]]
									}
								]
							})
						],
						unsure: [told('Ask somebody.')],
						ask: [{ question: words('Who plans?'), listenFor: words('a name') }]
					}
				},
				{ id: 'second', text: words('We do not plan.'), result: true, feeds: { value: 1 } },
				{ id: 'weigh', importanceOf: ['habits'], options: [option('a', 400), option('b', 1000)] }
			]
		}
	]
});

describe('a question', () => {
	const first = page(small, 'questions', 'first');

	test('is there as it is asked, with when', () => {
		expect(first.asked?.question).toMatchObject({ id: 'first', required: true });
		expect(first.asked?.options.map(({ id }) => id)).toEqual(['1', '2', '3']);
		expect(first.asked?.question).not.toHaveProperty('feeds');
		expect(first.condition).toBe('it is not so that “days” is answered');
		expect(page(small, 'questions', 'second').condition).toBeNull();
	});

	test('says what its answers score as they count, turned round where it is', () => {
		expect(first.options.map(({ label, points }) => [label, points])).toEqual([
			['1', '100'],
			['2', '50'],
			['3', '0'],
			['ns', null],
			['na', null]
		]);
		expect(page(small, 'questions', 'role').options[0]?.points).toBeNull();
		expect(page(small, 'questions', 'weigh').options.map(({ points }) => points)).toEqual(['40', '100', null, null]);
	});

	test('leads to what it belongs to and feeds, with weights above 0', () => {
		expect(fact(first, 'section')).toMatchObject([{ text: 'Work', ref: { kind: 'sections', id: 'work' } }]);
		expect(fact(first, 'area')).toMatchObject([{ text: 'Habits' }]);
		expect(fact(first, 'feeds')).toMatchObject([{ text: 'Value', weight: 3, ref: { kind: 'indices', id: 'value' } }]);
		expect(fact(first, 'opposite')).toMatchObject([{ text: 'We do not plan.' }]);
		expect(fact(page(small, 'questions', 'weigh'), 'importance-of')).toMatchObject([{ text: 'Habits' }]);
		expect(fact(page(small, 'questions', 'days'), 'range')).toMatchObject([{ text: '1 – 900 days', ref: null }]);
		expect(fact(page(small, 'questions', 'remark'), 'longest')).toMatchObject([{ text: '1,200' }]);
	});

	test.each([
		['first', ['reverse', 'required']],
		['second', ['result']],
		['remark', ['unscored', 'quoted']],
		['weigh', []]
	])('%s has the notes %j', (id, notes) => {
		expect(page(small, 'questions', id).notes).toEqual(notes);
	});

	test('has every text by keyword in the order in which they are tried, with their conditions', () => {
		expect(first.groups.map(({ keyword, verdict }) => [keyword, verdict])).toEqual([
			['keep', 'keep'],
			['stop', 'stop'],
			['unsure', null]
		]);
		expect(first.groups[0]?.wordings.map(({ condition, words }) => [condition, words])).toEqual([
			['“What are you?” is answered “Seller”', 3],
			[null, 2]
		]);
		expect(first.asks.map(({ question, listenFor }) => [plain(question), plain(listenFor)])).toEqual([
			['Who plans?', 'a name']
		]);
	});

	test('keeps placeholders in sight, however deep they stand', () => {
		const [stop] = first.groups[1]?.wordings ?? [];
		expect(stop?.heading).toEqual(words('Stop it'));
		expect(JSON.stringify(stop?.body)).toContain('{"kind":"code","text":"{{answer}}"}');
	});
});

test('a section says when it is asked, what is in it, and what is said if it was passed over', () => {
	expect(page(small, 'sections', 'work')).toMatchObject({
		about: 'company',
		condition: '“What are you?” is answered “Seller”',
		groups: [{ keyword: 'skipped' }]
	});
	expect(fact(page(small, 'sections', 'you'), 'questions')?.map(({ text }) => text)).toEqual([
		'What are you?',
		'days',
		'remark'
	]);
});

test('an index says what it is made of, and has its texts band by band', () => {
	const value = page(small, 'indices', 'value');
	expect(fact(value, 'fed-by')?.map(({ text, weight }) => [text, weight])).toEqual([
		['We plan.', 3],
		['We do not plan.', 1]
	]);
	expect(value.bands).toEqual([
		{ label: 'Low', from: 0 },
		{ label: 'High', from: 70 }
	]);
	expect(value.groups.map(({ keyword, band }) => [keyword, band])).toEqual([
		['band', 'Low'],
		['band', 'High']
	]);
	expect(fact(page(small, 'indices', 'all'), 'made-of')).toMatchObject([{ text: 'Value', weight: 2 }]);
});

test('an area says what it weighs, who decides that, and what it rests on; its moves name owner and sign', () => {
	const habits = page(small, 'areas', 'habits');
	expect(fact(habits, 'importance')).toMatchObject([{ text: '75.5' }]);
	expect(fact(habits, 'rated-by')).toMatchObject([{ text: 'weigh' }]);
	expect(fact(habits, 'questions')).toMatchObject([{ text: 'We plan.' }]);
	expect(habits.groups.map(({ keyword }) => keyword)).toEqual(['keep', 'but', 'move']);
	expect(habits.groups[2]?.wordings[0]?.move).toEqual({
		owner: words('the chief'),
		outside: true,
		sign: words('it is done')
	});
});

test('a pattern says when it is told, where and how early', () => {
	const odd = page(small, 'patterns', 'odd');
	expect(odd).toMatchObject({ condition: '“What are you?” is answered “Seller”', notes: ['strength'] });
	expect(fact(odd, 'weight')).toMatchObject([{ text: '7' }]);
	expect(fact(odd, 'beside')).toMatchObject([{ text: 'Work' }]);
});

test('the neighbours are those of its kind, in order', () => {
	expect(page(small, 'questions', 'role').previous).toBeNull();
	expect(page(small, 'questions', 'remark')).toMatchObject({ previous: { id: 'days' }, next: { id: 'first' } });
	expect(page(small, 'questions', 'weigh').next).toBeNull();
});

test.each([
	['questions', 'none'],
	['indices', 'constructor'],
	['areas', '']
] as const)('there are no %s called "%s"', (kind, id) => {
	expect(partPage(sourceOf(small), kind, id)).toBeNull();
});

test('every part of the flagship has a page of plain data, none twice', () => {
	const source = sourceOf(flagship);
	for (const kind of partKinds) {
		const refs = refsOf(source, kind);
		expect(refs.length).toBeGreaterThan(0);
		for (const { id } of refs) {
			const part = page(flagship, kind, id);
			expect(JSON.parse(JSON.stringify(part))).toEqual(part);
		}
	}
});
