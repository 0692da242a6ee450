// `score` and `report`: the same answers in any form give the same result, and bad input names its place.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { line } from '#core/problem.ts';
import type { Report } from '#core/report/report.ts';
import { responsesIn } from '../../src/cli/score.ts';
import { bellwether, type Run } from '../support/cli.ts';
import { flagship, reportOf } from '../support/flagship.ts';
import { loudFile, loudLogo } from '../support/loud-theme.ts';

const journey = join(import.meta.dirname, '../journeys/notorious-discounter.json');
const { id, answers } = JSON.parse(readFileSync(journey, 'utf8')) as { id: string; answers: Record<string, unknown> };
const folder = mkdtempSync(join(tmpdir(), 'bellwether-cli-'));
const file = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A cell as a spreadsheet would hold it: several choices joined, everything quoted. */
const cell = (value: unknown): string => {
	const plain = typeof value === 'string' ? value : JSON.stringify(value);
	const text = Array.isArray(value) ? value.join(';') : plain;
	return `"${text.replaceAll('"', '""')}"`;
};
const csv = `id,${Object.keys(answers).join(',')}\n${cell(id)},${Object.values(answers).map(cell).join(',')}\n`;

describe('score', () => {
	const fromFile = bellwether(['score', 'sales-velocity', journey]);

	test('prints one JSON object a response, with everything that was promised', () => {
		expect(fromFile.status).toBe(0);
		const line = JSON.parse(fromFile.out) as Record<string, object>;
		expect(Object.keys(line)).toEqual([
			'id',
			'instrument',
			'version',
			'hash',
			'indices',
			'questions',
			'areas',
			'keyAreas',
			'patterns',
			'quality'
		]);
		expect(line['indices']).toHaveProperty('company.tenths');
		expect(line['quality']).toMatchObject({ status: 'included' });
		expect(line['questions']).toHaveProperty('discount-to-close', { tenths: 0, verdict: 'stop' });
	});

	test.each([
		['standard input', '-', readFileSync(journey, 'utf8')],
		['JSON Lines', '-', `${JSON.stringify({ id, answers })}\n`],
		['CSV', '-', csv],
		['CSV with a byte order mark', '-', `\uFEFF${csv}`]
	])('%s gives the same line', (_name, path, input) => {
		expect(bellwether(['score', 'sales-velocity', path], input)).toEqual({ status: 0, out: fromFile.out, err: '' });
	});

	test('several responses, a line each, in their order', () => {
		const lines = [1, 2, 3].map((number) => JSON.stringify({ id: `r${number}`, answers })).join('\n');
		const { out } = bellwether(['score', 'sales-velocity', '-'], lines);
		expect(
			out
				.trim()
				.split('\n')
				.map((line) => (JSON.parse(line) as { id: string }).id)
		).toEqual(['r1', 'r2', 'r3']);
	});

	test('an instrument may be a folder', () => {
		expect(bellwether(['score', join(import.meta.dirname, '../../content/sales-velocity'), journey]).out).toBe(
			fromFile.out
		);
	});
});

describe('bad input names its place', () => {
	const given = (change: Record<string, unknown>): string => JSON.stringify({ answers: { ...answers, ...change } });
	const long = 'x'.repeat(1_000_000);

	test.each<[string, string, string]>([
		['broken JSON', '{ "answers": {\n"role": ', 'broken-json'],
		['broken JSON in a line', `${JSON.stringify({ answers })}\n{ oops\n`, ':2: broken-json'],
		['no answers', '{ "values": {} }', ':1: not-a-response'],
		['a list', '[1, 2]', ':1: not-a-response'],
		['nothing', '', 'empty-file'],
		['an unknown question', given({ shoesize: 44 }), 'answers.shoesize'],
		['an unknown option', given({ role: 'emperor' }), 'answers.role'],
		['a number for a choice', given({ role: 3 }), 'answers.role'],
		['a text for a number', given({ 'cycle-days': 'soon' }), 'answers.cycle-days'],
		['a number out of range', given({ 'win-rate-percent': 101 }), 'answers.win-rate-percent'],
		['a megabyte of text', given({ 'one-thing': long }), 'answers.one-thing'],
		['a NUL', given({ 'company-name': 'a\u0000b' }), 'answers.company-name'],
		['a lone surrogate', '{"answers":{"company-name":"\\ud800"}}', 'answers.company-name'],
		['a prototype', '{"answers":{"__proto__":{"role":"seller"}}}', 'answers.__proto__'],
		['an unknown column', 'role,shoesize\nseller,44\n', ':1: unknown-column'],
		['a ragged row', 'role,industry\nseller\n', 'broken-csv'],
		['an open quotation mark', 'role\n"seller\n', 'broken-csv']
	])('%s', (_name, input, place) => {
		writeFileSync(file('bad'), input);
		const read = responsesIn(flagship, file('bad'));
		expect(read.ok).toBe(false);
		const said = read.ok ? [] : read.problems.map(line);
		expect(said.join('\n')).toContain(place);
		for (const each of said) {
			expect(each).toMatch(/: expected .+, found .+\. [A-Z].+\.$/s);
			expect(each.length).toBeLessThan(500);
		}
	});

	test('the command says so, and prints no result', () => {
		const run = bellwether(['score', 'sales-velocity', '-'], given({ role: 'emperor', shoesize: 44 }));
		expect(run).toMatchObject({ status: 1, out: '' });
		expect(run.err.split('\n').filter(Boolean)).toHaveLength(2);
	});

	test('a file that is not there, and bytes that are no text', () => {
		expect(bellwether(['score', 'sales-velocity', file('none.json')]).err).toContain('unreadable-file');
		writeFileSync(file('bytes.json'), Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
		expect(bellwether(['score', 'sales-velocity', file('bytes.json')]).err).toContain('not UTF-8');
	});

	test('one bad response of three prints none', () => {
		const lines = [{ answers }, { answers: { role: 'emperor' } }, { answers }]
			.map((each) => JSON.stringify(each))
			.join('\n');
		const run = bellwether(['score', 'sales-velocity', '-'], lines);
		expect(run).toMatchObject({ status: 1, out: '' });
		expect(run.err).toContain(':2: answers.role');
	});
});

describe('report', () => {
	const write = (name: string): Run =>
		bellwether(['report', 'sales-velocity', journey, '--out', file(name), '--date', '2026-11-22']);
	let report: Report;
	beforeAll(() => {
		expect(write('report.json')).toMatchObject({ status: 0, err: '' });
		report = JSON.parse(readFileSync(file('report.json'), 'utf8')) as Report;
	});

	test('is the report that the core composes, to the letter', () => {
		expect(report).toEqual(JSON.parse(JSON.stringify(reportOf(readFileSync(journey, 'utf8')))));
	});

	test('is a page that needs nothing else', () => {
		expect(write('report.html').status).toBe(0);
		const html = readFileSync(file('report.html'), 'utf8');
		expect(html).toContain(report.cover.title);
		expect(html).not.toMatch(/<script|<link[^>]+href="http|src="http/);
	});

	test('wears a theme, which its JSON does not know of', () => {
		writeFileSync(file('loud.yaml'), loudFile);
		writeFileSync(file('loud.png'), loudLogo);
		const themed = (name: string): Run =>
			bellwether(['report', 'sales-velocity', journey, '--out', file(name), '--theme', file('loud.yaml')]);
		const run = themed('loud.html');
		expect(run.status).toBe(0);
		expect(run.err).toContain('loud.yaml:3: pale-accent');
		const html = readFileSync(file('loud.html'), 'utf8');
		expect(html).toContain('--accent:light-dark(#897100,#ffd400)');
		expect(html).toContain('<img src="data:image/png;base64,');
		expect(html).toContain('How we would go on');
		expect(html).toContain('Łoud &amp; Söhne, Mine Street 12.');
		expect(themed('loud.json').status).toBe(0);
		expect(readFileSync(file('loud.json'), 'utf8')).not.toContain('How we would go on');
		expect(themed('loud.pdf').status).toBe(0);
	});

	test('is not written in a theme with problems', () => {
		writeFileSync(file('bad.yaml'), 'name: Bad\n');
		const run = bellwether([
			'report',
			'sales-velocity',
			journey,
			'--out',
			file('bad.pdf'),
			'--theme',
			file('bad.yaml')
		]);
		expect(run).toMatchObject({ status: 1, out: '' });
		expect(run.err).toContain('bad.yaml:1: missing-key');
	});

	test('is a PDF', () => {
		expect(write('report.pdf').status).toBe(0);
		const bytes = readFileSync(file('report.pdf'));
		expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
		expect(bytes.length).toBeLessThan(1_000_000);
	});
});

describe('wrong usage ends with status 2 and one sentence', () => {
	test.each([
		[['report', 'sales-velocity', journey, '--out', 'x.docx'], '.docx'],
		[['report', 'sales-velocity', journey, '--out', 'x.pdf', '--date', 'soon'], 'soon'],
		[['report', 'sales-velocity', journey, '--out', 'x.pdf', '--locale', 'tlh'], 'tlh'],
		[['report', 'sales-velocity', journey], '--out'],
		[['report', 'sales-velocity', journey, '--out', 'x.pdf', '--theme', 'none.yaml'], 'none.yaml'],
		[['score', 'no-such-instrument', journey], 'no-such-instrument'],
		[['check', 'no-such-folder'], 'no-such-folder'],
		[['frobnicate'], 'frobnicate']
	])('%j', (args, found) => {
		const run = bellwether(args);
		expect(run.status).toBe(2);
		expect(run.err).toContain(found);
		expect(run.err).not.toContain('    at ');
	});
});

test('draw prints a Mermaid graph that has every section', () => {
	const { out, status } = bellwether(['draw', 'sales-velocity']);
	expect(status).toBe(0);
	expect(out).toMatch(/^(flowchart|graph)/);
	expect(out).toContain('carries-deals');
});
