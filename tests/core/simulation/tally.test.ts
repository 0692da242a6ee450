// What is counted over several reports, on an instrument of six questions whose answers the tests choose.
import { describe, expect, test } from 'vitest';
import type { Condition } from '#core/instrument/condition.ts';
import type { Instrument, Pattern, Text } from '#core/instrument/instrument.ts';
import type { Values } from '#core/instrument/value.ts';
import { marked, type Label } from '#core/simulation/marked.ts';
import { Tally } from '#core/simulation/tally.ts';
import { trial, type Trial } from '#core/simulation/trial.ts';
import { wordsFor } from '#lib/words.ts';
import { instrument, type SomeInstrument } from '../../support/instrument.ts';
import { is, paragraph, told, verdictsOn } from './told.ts';

const name = ({ kind, owner, keyword, when }: Label): string =>
	`${kind} ${owner} ${keyword}${when === null ? '' : ' narrowed'}`.trim();

/** Two areas of a heavy and a light question each: defined and followed, discount and other. */
const made = (
	some: SomeInstrument & { readonly keep?: readonly Text[]; readonly but?: readonly Text[] } = {}
): Instrument => {
	const { keep = [told('Keep defined.')], but = [told('But one thing.')], ...rest } = some;
	return instrument({
		indices: [{ id: 'value' }, { id: 'pace' }],
		areas: [
			{ id: 'process', texts: verdictsOn('process', { but }) },
			{ id: 'price', index: 'pace', texts: verdictsOn('price', { but: [told('But the price.')] }) }
		],
		questions: [
			{ id: 'defined', area: 'process', feeds: { value: 9 }, texts: verdictsOn('defined', { keep }) },
			{ id: 'followed', area: 'process', feeds: { value: 1 }, texts: verdictsOn('followed') },
			{ id: 'discount', area: 'price', feeds: { pace: 9 }, texts: verdictsOn('discount') },
			{ id: 'other', area: 'price', feeds: { pace: 1 }, texts: verdictsOn('other') }
		],
		...rest
	});
};

const high = (question: string): Condition => is(question, '4', '5');
const low = (question: string): Condition => is(question, '1', '2');

const clash: Pick<Pattern, 'id' | 'when' | 'body'> = {
	id: 'clash',
	when: { kind: 'all', of: [high('defined'), low('discount')] },
	body: paragraph('The process gives way.')
};

function counted(asked: Instrument, people: readonly Values[], change: (made: Trial) => Trial = (same) => same) {
	const under = marked(asked);
	const tally = new Tally(under);
	for (const values of people) tally.add(change(trial(under, values, wordsFor('en'))));
	const times = under.labels.map((label, at) => [name(label), tally.times(at)] as const);
	return { ...tally.result(name), texts: Object.fromEntries(times.filter(([, count]) => count > 0)) };
}

describe('texts', () => {
	test('are counted once a report, however often they stand in it', () => {
		const even = {
			strongest: null,
			weakest: null,
			tone: 'high' as const,
			text: [{ kind: 'text' as const, text: 'All well.' }]
		};
		const asked = made({
			indices: [{ id: 'value' }, { id: 'pace' }, { id: 'company', of: { value: 1, pace: 1 }, bands: 'one' }],
			bands: { one: [{ id: 'any', from: 0, label: 'Any' }] },
			tones: { low: [], middle: [], high: ['any'] },
			headlines: [even]
		});
		const best = { defined: '5', followed: '5', discount: '5', other: '5' };
		expect(counted(asked, [best, best, { defined: '1' }]).texts).toEqual({
			'question defined Keep': 2,
			'question defined Stop': 1,
			'question followed Keep': 2,
			'question discount Keep': 2,
			'question other Keep': 2,
			'area process Keep': 2,
			'area process Stop': 1,
			'area price Keep': 2,
			'headline even high': 2
		});
	});

	test('that nobody was shown are at nought, and a place without a text too', () => {
		const tally = new Tally(marked(made()));
		expect([tally.times(0), tally.times(10_000), tally.times(-1)]).toEqual([0, 0, 0]);
		expect(tally.result(name)).toEqual({
			keyAreas: [],
			areaTwice: 0,
			patterns: [],
			unguarded: [],
			withoutBut: [],
			alike: []
		});
	});
});

describe('key areas', () => {
	test('are counted by verdict', () => {
		const people = ['5', '5', '3', '1', '1', '1'].map((defined) => ({ defined, discount: '3' }));
		const { keyAreas } = counted(made(), people);
		expect(keyAreas).toHaveLength(2);
		expect(keyAreas).toContainEqual({ area: 'process', times: { keep: 2, change: 1, stop: 3 } });
		expect(keyAreas).toContainEqual({ area: 'price', times: { keep: 0, change: 6, stop: 0 } });
	});

	test('that name an area twice are found, a report at a time', () => {
		const people: readonly Values[] = [{ defined: '5' }, { defined: '5', discount: '1' }, {}];
		expect(counted(made(), people).areaTwice).toBe(0);
		const doubled = counted(made(), people, (each) => ({ ...each, keyAreas: [...each.keyAreas, ...each.keyAreas] }));
		expect(doubled.areaTwice).toBe(2);
	});

	const stoppedInside = { defined: '5', followed: '1' };
	const stoppedInBoth = { ...stoppedInside, discount: '5', other: '1' };
	test.each<[string, readonly Text[], Values, number]>([
		['a But that says so', [told('But.')], stoppedInside, 0],
		['no But', [], stoppedInside, 1],
		['a But on the other area only', [], stoppedInBoth, 1],
		['a But for others only', [told('But.', high('other'))], stoppedInside, 1],
		['a But for these, too', [told('But.', high('other'))], { ...stoppedInside, other: '5' }, 0],
		['nothing stopped', [], { defined: '5', followed: '3' }, 0],
		['a stopped question elsewhere', [], { defined: '5', followed: '5', other: '1', discount: '1' }, 0],
		['an area to stop', [], { defined: '1', followed: '1' }, 0]
	])('to keep, with %s', (_name, but, values, times) => {
		expect(counted(made({ but }), [values, {}]).withoutBut).toEqual(times > 0 ? [{ area: 'process', times }] : []);
	});
});

describe('patterns', () => {
	test('come with the texts on their questions and areas, the most frequent first', () => {
		const people: readonly Values[] = [
			{ defined: '5', discount: '1', other: '1', followed: '3' },
			{ defined: '4', discount: '2', other: '3', followed: '5' },
			{ defined: '5', discount: '5' },
			{ defined: '5', discount: '1', followed: '1' }
		];
		const { patterns } = counted(made({ patterns: [clash] }), people);
		expect(patterns.map(({ pattern, times }) => [pattern, times])).toEqual([['clash', 3]]);
		const beside = patterns.flatMap((each) => each.beside.map(({ text, times }) => `${times} ${text}`));
		expect(beside.slice(-1)).toEqual(['1 area process But']);
		expect(beside.toSorted()).toEqual([
			'1 area process But',
			'3 area price Stop',
			'3 area process Keep',
			'3 question defined Keep',
			'3 question discount Stop'
		]);
	});

	test('stand in the order of how often they hold', () => {
		const some = (id: string, when: Condition) => ({ id, when });
		const asked = made({
			patterns: [some('seldom', low('defined')), some('often', high('defined')), some('never', is('other', '3'))]
		});
		const people = ['5', '4', '1'].map((defined) => ({ defined }));
		const { patterns } = counted(asked, people);
		expect(patterns.map(({ pattern, times }) => [pattern, times])).toEqual([
			['often', 2],
			['seldom', 1]
		]);
	});
});

describe('praise beside a pattern', () => {
	const plain = told('Keep defined.');
	const values = { defined: '5', discount: '1', other: '5' };
	const unguarded = [{ pattern: 'clash', text: 'question defined Keep', times: 2 }];
	const narrowed = [{ pattern: 'clash', text: 'question defined Keep narrowed', times: 2 }];

	test.each<[string, readonly Text[], Partial<Pattern>, readonly object[]]>([
		['by a text that knows of nothing', [plain], {}, unguarded],
		['by one that knows of the other answer', [told('Keep, although.', low('discount')), plain], {}, []],
		[
			'by one that knows of it among others',
			[told('Keep.', { kind: 'any', of: [low('discount'), high('followed')] })],
			{},
			[]
		],
		['by one that knows of something else', [told('Keep, for others.', high('other')), plain], {}, narrowed],
		['by one that knows of its own answer only', [told('Keep, wholly.', is('defined', '5')), plain], {}, narrowed],
		['by one that is guarded for others', [told('Keep, although.', high('discount')), plain], {}, unguarded],
		['in a pattern that praises as well', [plain], { strength: true }, []],
		['on a question that the pattern does not rest on', [plain], { when: low('discount') }, []]
	])('%s', (_name, keep, pattern, expected) => {
		expect(counted(made({ keep, patterns: [{ ...clash, ...pattern }] }), [values, values]).unguarded).toEqual(expected);
	});
});

describe('neighbours that begin alike', () => {
	const worded = (defined: string, followed: string, discount: string): Instrument =>
		instrument({
			indices: [{ id: 'value' }],
			questions: [
				{ id: 'defined', feeds: { value: 1 }, texts: verdictsOn('defined', { keep: [told(defined)] }) },
				{ id: 'followed', feeds: { value: 1 }, texts: verdictsOn('followed', { keep: [told(followed)] }) },
				{ id: 'discount', feeds: { value: 1 }, texts: verdictsOn('discount', { keep: [told(discount)] }) }
			]
		});
	const all = { defined: '5', followed: '5', discount: '5' };
	const pair = (one: string, other: string, opening: string, times: number) => ({
		opening,
		texts: [`question ${one} Keep`, `question ${other} Keep`],
		times
	});

	test.each<[string, Instrument, readonly Values[], readonly object[]]>([
		[
			'are none where they differ in the second word',
			worded('On Monday, a.', 'On Friday, b.', 'On the way, c.'),
			[all],
			[]
		],
		[
			'are told with the words',
			worded('On the whole, a.', 'On the way, b.', 'Here is c.'),
			[all],
			[pair('defined', 'followed', 'on the', 1)]
		],
		[
			'whatever the letters and the marks between',
			worded('“On the whole, a.', 'on, the way, b.', 'Here is c.'),
			[all],
			[pair('defined', 'followed', 'on the', 1)]
		],
		['are not those with another between them', worded('On the whole, a.', 'Here is b.', 'On the way, c.'), [all], []],
		[
			'are neighbours where the one between was left out',
			worded('On the whole, a.', 'Here is b.', 'On the way, c.'),
			[{ defined: '5', discount: '5' }],
			[pair('defined', 'discount', 'on the', 1)]
		],
		[
			'are counted over reports, the most frequent first',
			worded('On the whole, a.', 'On the way, b.', 'On the last day, c.'),
			[all, all, { defined: '5', followed: '5' }],
			[pair('defined', 'followed', 'on the', 3), pair('followed', 'discount', 'on the', 2)]
		],
		[
			'may begin with the same gap',
			worded('{{company}} has a.', '{{company}} has b.', 'Here.'),
			[all],
			[pair('defined', 'followed', '{{company}} has', 1)]
		],
		['are none where a text has no words', worded('…', '…', 'Here.'), [all], []]
	])('%s', (_name, asked, people, expected) => {
		expect(counted(asked, people).alike).toEqual(expected);
	});

	test('are never a text and itself, told twice', () => {
		const even = { strongest: null, weakest: null, tone: 'high' as const, text: paragraph('All is well.') };
		const asked = made({
			indices: [{ id: 'value' }, { id: 'pace' }, { id: 'company', of: { value: 1, pace: 1 }, bands: 'one' }],
			bands: { one: [{ id: 'any', from: 0, label: 'Any' }] },
			tones: { low: [], middle: [], high: ['any'] },
			headlines: [{ ...even, text: [{ kind: 'text', text: 'All is well.' }] }]
		});
		expect(counted(asked, [{ defined: '5', followed: '3', discount: '5', other: '3' }]).alike).toEqual([]);
	});
});
