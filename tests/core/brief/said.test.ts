// The words that a brief asks for: each has its message, each is needed, and every gap in it is filled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { briefWords, type BriefKey, type BriefWords } from '#core/brief/words.ts';
import { wordsFor } from '#lib/words.ts';
import { briefOn, home, says } from '../../support/briefs.ts';
import { contentFolder } from '../../support/flagship.ts';
import { question } from '../../support/instrument.ts';
import { voice } from '../../support/voices.ts';

const english = JSON.parse(readFileSync(join(contentFolder, 'messages/en.json'), 'utf8')) as Record<string, unknown>;

const gaps = (key: BriefKey): readonly string[] => [
	...new Set([...JSON.stringify(english[key]).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
];

test('every key has its message, and no message of a brief is left over', () => {
	const written = Object.keys(english).filter((key) => key.startsWith('brief_'));
	expect(written.sort()).toEqual([...briefWords].sort());
});

test('each is asked for, with every gap filled', () => {
	const asked = new Set<BriefKey>();
	const words: BriefWords = (key, inputs = {}) => {
		asked.add(key);
		expect(
			gaps(key).filter((gap) => inputs[gap] === undefined),
			key
		).toEqual([]);
		return wordsFor('en')(key, inputs);
	};
	const group = (role: string, all: string, apart = {}, n = 3) =>
		Array.from({ length: n }, (_, at) => says(`${role}${at}`, role, all, apart));
	const plain = { words, firm: '', contact: '', round: '' };
	const wide = ['reach-1', 'trust-1', 'price-1', 'speed-1', 'care-1'];
	const all = (answer: string) => Object.fromEntries(wide.map((id) => [id, answer]));
	const mixed = (role: string, high: boolean, low: string, first: string) =>
		[0, 1, 2].map((at) => says(`${role}${at}`, role, '4', all(high ? '5' : at === 0 ? first : low)));

	const velocity = { number: 'n', value: 'v', winRate: 'w', cycle: 'c', currency: 'x' };
	const numbers = { number: [1, 2, 3], value: [5], winRate: [20, 20], cycle: [30, 60, 90, 91, 92] };
	const of = { ...home, velocity };
	briefOn(
		[...group('boss', '4', { 'trust-1': '5' }), ...group('seller', '4', { 'trust-1': '1', 'speed-1': 'ns' }, 5)],
		{
			words,
			of,
			numbers,
			late: 1,
			names: { answered: ['Ada'], missing: ['Bo'] },
			quotes: Array.from({ length: 8 }, () => ({ question: 'wish', text: 'More.' })),
			before: { date: '2026-01-01', tenths: 500 },
			people: [
				{ role: 'boss', label: 'Boss', invited: null, answered: 3 },
				{ role: 'seller', label: 'Seller', invited: 1, answered: 0 }
			]
		}
	);
	briefOn([...group('boss', '5', {}, 2), ...group('seller', '1', {}, 2)], {
		...plain,
		of,
		numbers: { ...numbers, number: [], value: [1, 2], cycle: [1, 2, 3] },
		isAnonymous: true,
		waiting: 1,
		excluded: 1,
		meeting: null,
		people: [{ role: 'boss', label: 'Boss', invited: 4, answered: 4 }]
	});
	for (const high of ['boss', 'seller'])
		for (const [low, first] of [
			['1', '1'],
			['4', '5']
		] as const)
			briefOn([...mixed('boss', high === 'boss', low, first), ...mixed('seller', high === 'seller', low, first)], {
				words
			});
	const voices = (answer: string, apart: Readonly<Record<string, string>>, of = home) =>
		briefOn(
			['a', 'b', 'c'].map((id) => says(id, 'seller', answer, apart)),
			{ words, of }
		);
	const opposed = {
		...home,
		questions: home.questions.map((each) => (each.id === 'care-1' ? { ...each, opposite: 'craft-1' } : each))
	};
	for (const answer of ['1', '5']) voices('4', { 'care-1': answer, 'craft-1': answer }, opposed);
	voices('3', {});
	const front = ['reach', 'trust', 'price', 'speed'].flatMap((id) => [`${id}-1`, `${id}-2`]);
	voices('4', Object.fromEntries(front.map((id) => [id, '1'])));
	briefOn([says('a', 'boss', '5'), says('b', 'seller', '5')], { words, names: null });
	briefOn([says('a', 'boss', '2'), says('b', 'seller', '3')], { words });
	briefOn([says('a', 'seller', '3', { 'care-1': 'ns' })], { words, quotes: [{ question: 'wish', text: 'Time.' }] });
	briefOn([says('a', 'seller', 'ns', {})], { words });
	// Groups that see it alike while answers scatter, an instrument without asks and moves, and patterns over other kinds.
	const scattered = (role: string) => ['1', '5', '3'].map((each, at) => says(`${role}${at}`, role, each));
	const answers = [...scattered('boss'), ...scattered('seller')];
	const bare = {
		...home,
		areas: home.areas.map((area) => ({ ...area, moves: [] })),
		questions: home.questions.map((each) => ({ ...each, texts: { ...each.texts, ask: [] } }))
	};
	briefOn(answers, { words, of: bare });
	briefOn([says('a', 'seller', '3', { 'care-1': 'ns' }), says('b', 'seller', '3')], { words, of: bare });
	const count = question({
		id: 'wish',
		section: 'work',
		type: 'number',
		number: { min: 0, max: 9, step: 1, decimals: 0, unit: null, anchors: [] }
	});
	const holding = (question: string) => [
		{
			...(home.patterns[0] ?? { id: '', weight: 1, section: null, body: [], placeholders: [], strength: false }),
			id: question,
			title: [],
			about: 'company' as const,
			when:
				question === 'wish'
					? { kind: 'from' as const, question, value: 1 }
					: { kind: 'is' as const, question, options: ['seller', '4', 'ns'] }
		}
	];
	// Degrees of agreement, a gap whose range keeps clear of nothing, nothing answered at all, and everybody asked.
	const spread = (some: readonly string[]) => some.map((each, at) => says(`x${at}`, 'seller', each));
	for (const some of [
		['5', '4', '5', '3'],
		['5', '3', '5', '3', '5'],
		['1', '3', '1', '3', '4']
	])
		briefOn(spread(some), { words });
	briefOn([...spread(['4', '4', '4', '4', '4', '4']), says('left', 'seller', '4', { 'care-1': 'ns' })], {
		words,
		isAnonymous: true
	});
	const apart = (role: string, some: readonly string[]) =>
		some.map((each, at) => says(`${role}${at}`, role, '4', { 'care-1': each }));
	briefOn([...apart('boss', ['5', '5', '4']), ...apart('seller', ['1', '1', '2'])], { words });
	briefOn([says('a', 'seller', 'na')], {
		words,
		people: ['boss', 'seller', 'finance'].map((role) => ({ role, label: role, invited: 1, answered: 1 }))
	});
	const counted = {
		...home,
		patterns: holding('wish'),
		questions: home.questions.map((each) => (each.id === 'wish' ? count : each))
	};
	briefOn(
		['a', 'b', 'c'].map((id) => voice(counted, id, { role: 'seller', wish: 4 })),
		{ words, of: counted }
	);
	for (const question of ['role', 'care-1'])
		for (const answer of ['4', 'ns']) {
			const some = ['a', 'b', 'c'].map((id) => says(id, 'seller', '3', { 'care-1': answer }));
			briefOn(some, { words, of: { ...home, patterns: holding(question) } });
			briefOn(some.slice(0, 1), { words, of: { ...home, patterns: holding(question) } });
		}
	expect(briefWords.filter((key) => !asked.has(key))).toEqual([]);
});
