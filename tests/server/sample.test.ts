// The sample of an instrument: read with its content and refused with it, shown to anybody, marked throughout.
import { rmSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { parseInstrument } from '#core/instrument/parse.ts';
import { line } from '#core/problem.ts';
import { demonstration } from '#core/simulation/edition.ts';
import type { Edition } from '#core/standing/edition.ts';
import { content } from '#lib/server/content.ts';
import { landing } from '#lib/server/landing.ts';
import { readSample, sampleReport } from '#lib/server/sample.ts';
import { smallContent, writeContent } from '../support/small-content.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());
afterEach(() => {
	rmSync(world.content, { recursive: true });
	writeContent(world.content);
});

const { instrument } = parseInstrument(
	'small',
	Object.entries(smallContent).flatMap(([path, text]) =>
		path.startsWith('small/') ? [{ path: path.slice('small/'.length), text }] : []
	)
);
if (instrument === null) throw new Error('the small instrument is broken');
const small = instrument;

const answers = JSON.stringify({
	id: 'somebody',
	answers: { role: 'seller', first: 'agree', second: 'neither', third: 'agree' }
});
const edition = demonstration({ ...small, peers: [[]] }, { respondents: 300, seed: 1 }, '2026-02-03');
const peers = JSON.stringify(edition);

const linesOf = (files: Readonly<Record<string, string | null>>): readonly string[] =>
	readSample(
		small,
		Object.entries({ 'sample/answers.json': answers, 'sample/edition.json': peers, ...files }).flatMap(
			([path, text]) => (text === null ? [] : [{ path, text }])
		)
	).problems.map(line);

const changed = (changes: Partial<Edition>): string => JSON.stringify({ ...edition, ...changes });
const [cell] = edition.cells;
const measure = cell?.measures['company'];
const withMeasure = (changes: object): string =>
	changed({ cells: [{ dimensions: {}, measures: { company: { ...measure, ...changes } as never } }] });

describe('reading', () => {
	test('gives answers and edition, and nothing where there is no folder', () => {
		expect(linesOf({})).toEqual([]);
		expect(readSample(small, [{ path: 'instrument.md', text: '' }])).toEqual({ sample: null, problems: [] });
	});

	test.each<[string, Record<string, string | null>, string]>([
		[
			'no answers',
			{ 'sample/answers.json': null },
			'small/sample/answers.json:1: missing-file: expected a file answers.json, found none. Add one, as bellwether report takes it.'
		],
		[
			'no edition',
			{ 'sample/edition.json': null },
			'small/sample/edition.json:1: missing-file: expected a file edition.json, found none. Make one with bellwether simulate --edition.'
		],
		[
			'another file',
			{ 'sample/notes.txt': 'x' },
			'small/sample/notes.txt:1: unexpected-file: expected answers.json and edition.json, found "notes.txt". Take it out.'
		],
		['broken JSON', { 'sample/answers.json': '{' }, 'small/sample/answers.json:1: broken-json: expected JSON'],
		[
			'an answer that is no option',
			{ 'sample/answers.json': JSON.stringify({ answers: { first: 'perhaps' } }) },
			'small/sample/answers.json:1: '
		],
		[
			'a question that is not there',
			{ 'sample/answers.json': JSON.stringify({ answers: { fourth: 'agree' } }) },
			'small/sample/answers.json:1: '
		],
		[
			'a key too many',
			{ 'sample/answers.json': JSON.stringify({ answers: {}, more: 1 }) },
			'small/sample/answers.json:1: unknown-key: expected known keys at more'
		],
		[
			'an edition of real peers',
			{ 'sample/edition.json': changed({ demonstration: false }) },
			'small/sample/edition.json:1: real-peers: expected invented peers beside invented answers, "demonstration": true, found an edition of real ones.'
		],
		[
			'an edition of another instrument',
			{ 'sample/edition.json': changed({ instrument: { id: 'large', version: '1.0.0' } }) },
			'small/sample/edition.json:1: wrong-edition: expected an edition of small 1, found one of large 1.0.0.'
		],
		[
			'an edition of another major',
			{ 'sample/edition.json': changed({ instrument: { id: 'small', version: '2.0.0' } }) },
			'small/sample/edition.json:1: wrong-edition: '
		],
		[
			'a group by a question that is not there',
			{ 'sample/edition.json': changed({ cells: [{ dimensions: { mood: 'good' }, measures: {} }] }) },
			'small/sample/edition.json:1: unknown-dimension: expected options of questions of small, found the cell mood=good.'
		],
		[
			'a group twice',
			{ 'sample/edition.json': changed({ cells: [...edition.cells, ...edition.cells] }) },
			'small/sample/edition.json:1: cell-twice: expected each cell once, found the cell of all again.'
		],
		[
			'an index that is not there',
			{ 'sample/edition.json': changed({ cells: [{ dimensions: {}, measures: { mood: measure as never } }] }) },
			'small/sample/edition.json:1: unknown-index: expected indices of small, found "mood" in the cell of all.'
		],
		[
			'figures that contradict each other',
			{ 'sample/edition.json': withMeasure({ n: (measure?.n ?? 0) + 1 }) },
			'small/sample/edition.json:1: wrong-figures: expected figures that agree, found others for company in the cell of all.'
		],
		[
			'too few bins',
			{ 'sample/edition.json': withMeasure({ bins: [1, 2, 3] }) },
			'small/sample/edition.json:1: out-of-range: expected at least 21 (array) at cells.0.measures.company.bins'
		]
	])('tells of %s', (_, files, start) => {
		const lines = linesOf(files);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain(start);
	});
});

describe('the server', () => {
	const withSample = { 'small/sample/answers.json': answers, 'small/sample/edition.json': peers };

	test('offers a sample where there is one, and no link to it where there is none', () => {
		expect(landing('small')?.sample).toBe(false);
		writeContent(world.content, withSample);
		expect(landing('small')?.sample).toBe(true);
		expect([...content().samples.keys()]).toEqual(['small']);
	});

	test('does not start with a sample that is wrong', () => {
		writeContent(world.content, {
			...withSample,
			'small/sample/answers.json': '{ "answers": { "first": "perhaps" } }'
		});
		expect(() => content()).toThrow(/small\/sample\/answers\.json:1: /);
	});

	test('has no PDF of a sample that is not there', async () => {
		expect((await call('GET', '/small/sample/report.pdf')).status).toBe(404);
		expect((await call('GET', '/other/sample/report.pdf')).status).toBe(404);
	});

	test('keeps caches and search engines from nothing: a sample belongs to nobody', async () => {
		const { headers } = await call('GET', '/small/sample/report.pdf');
		expect(headers.get('x-robots-tag')).toBeNull();
	});
});

describe('the report', () => {
	test('is said to be a sample, dated like its edition, and the same each time', () => {
		const { sample } = readSample(small, [
			{ path: 'sample/answers.json', text: answers },
			{ path: 'sample/edition.json', text: peers }
		]);
		if (sample === null) throw new Error('no sample');
		const report = sampleReport(sample);
		expect(report).toMatchObject({
			date: '2026-02-03',
			edition: 'demonstration-2026-02-03',
			response: { id: 'somebody' },
			cover: { notice: { label: 'Sample report' } }
		});
		expect(sampleReport(sample)).toBe(report);
	});
});
