// The table of contents of an instrument, and the search through its texts.
import { describe, expect, test } from 'vitest';
import { headlinesOf, overviewOf } from '#core/report/content-pages/overview.ts';
import { searchIn } from '#core/report/content-pages/search.ts';
import { textsIn } from '#core/report/content-pages/texts.ts';
import { wordsFor } from '#lib/words.ts';
import { marked } from '#core/simulation/marked.ts';
import { flagship } from '../../../support/flagship.ts';
import { instrument } from '../../../support/instrument.ts';
import { compiled } from '../../instrument/tiny.ts';

const overview = (of: typeof flagship) =>
	overviewOf({ instrument: of, words: wordsFor('en'), locale: 'en', since: null });

describe.each([
	['the flagship', flagship],
	['the tiny fixture', compiled()]
])('the overview of %s', (_name, of) => {
	const contents = overview(of);

	test('names every section and question in the order asked', () => {
		expect(contents.sections.map(({ ref }) => ref.id)).toEqual(of.sections.map(({ id }) => id));
		expect(contents.sections.flatMap(({ questions }) => questions.map(({ ref }) => ref.id))).toEqual(
			of.questions.map(({ id }) => id)
		);
	});

	test('gives each question the weights with which it counts', () => {
		const fed = contents.sections.flatMap(({ questions }) =>
			questions.map(({ feeds }) => Object.fromEntries(feeds.map(({ ref, weight }) => [ref?.id ?? '', weight] as const)))
		);
		expect(fed).toEqual(
			of.questions.map(({ feeds }) => Object.fromEntries(Object.entries(feeds).filter(([, weight]) => weight > 0)))
		);
	});

	test('counts every text that a report can tell, and no other', () => {
		const moves = of.areas.flatMap(({ moves }) => moves).length;
		// A simulation labels the same texts.
		expect(contents.texts).toBe(marked(of).labels.length);
		expect(textsIn(of).filter(({ keyword }) => keyword === 'move')).toHaveLength(moves);
	});

	test('says of indices what they rest on, and knows all areas, patterns and headlines', () => {
		for (const [at, { parts, questions }] of contents.indices.entries())
			expect(parts.length > 0).toBe(of.indices[at]?.of !== null || questions === 0);
		expect(contents.areas).toHaveLength(of.areas.length);
		expect(contents.patterns).toHaveLength(of.patterns.length);
		expect(contents.headlines).toHaveLength(of.headlines.length);
	});
});

test('headlines name their indices by title; the even case names none', () => {
	const rows = headlinesOf({
		instrument: instrument({
			indices: [
				{ id: 'a', title: 'Alpha' },
				{ id: 'b', title: 'Beta' }
			],
			headlines: [
				{ strongest: 'a', weakest: 'b', tone: 'low', text: [{ kind: 'placeholder', name: 'company' }] },
				{ strongest: null, weakest: null, tone: 'high', text: [] }
			]
		}),
		words: wordsFor('en'),
		locale: 'en',
		since: null
	});
	expect(rows).toEqual([
		{ strongest: 'Alpha', weakest: 'Beta', tone: 'low', text: [{ kind: 'code', text: '{{company}}' }] },
		{ strongest: null, weakest: null, tone: 'high', text: [] }
	]);
});

describe('a search', () => {
	const said = (text: string) => [{ kind: 'paragraph' as const, inline: [{ kind: 'text' as const, text }] }];
	const long = `${'before '.repeat(40)}the needle lies here ${'after '.repeat(80)}`;
	const of = instrument({
		questions: [
			{ id: 'one', text: [{ kind: 'text', text: 'We don’t know (yet).' }], help: said('A “quoted” word.') },
			{ id: 'two', help: said('Costs $5.00 [net] a.b') },
			{ id: 'three', help: said(long) }
		]
	});
	const hits = (wanted: string) => searchIn(of, wanted).found.map(({ id }) => id);
	const marks = (wanted: string) =>
		searchIn(of, wanted).found.flatMap(({ pieces }) => pieces.filter((_, at) => at % 2 === 1));

	test.each([
		['DON’T', ['one']],
		["don't", ['one']],
		['"quoted"', ['one']],
		['know word', ['one']],
		['know needle', []],
		['(yet)', ['one']],
		['$5.00', ['two']],
		['[net]', ['two']],
		['a.b', ['two']],
		['a-b', []],
		['.*', []],
		['\\', []],
		['  ', []],
		['', []]
	])('for %j finds %j', (wanted, ids) => {
		expect(hits(wanted)).toEqual(ids);
	});

	test('marks every hit, and what is put together again is the passage', () => {
		expect(marks('know KNOW yet')).toEqual(['know', 'yet']);
		const [found] = searchIn(of, 'don’t').found;
		expect(found?.pieces.join('')).toContain('We don’t know (yet). · A “quoted” word.');
	});

	test('cuts a long text around the first hit, at blanks', () => {
		const [found] = searchIn(of, 'needle').found;
		const passage = found?.pieces.join('') ?? '';
		expect(passage.length).toBeLessThan(300);
		expect(passage).toMatch(/^… before .* the needle lies here .*after …$/);
	});

	test('counts all, and gives a hundred', () => {
		const { count, found } = searchIn(flagship, 'the');
		expect(count).toBeGreaterThan(500);
		expect(found).toHaveLength(100);
	});
});
