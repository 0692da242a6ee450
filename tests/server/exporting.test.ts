// Responses as a table and as lines of JSON, with what each column holds; no cell is a formula.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLine } from '#lib/server/csv.ts';
import { exportResponses } from '../../src/cli/export.ts';
import { printed } from '../support/printed.ts';
import { taken, type Taken } from '../support/taking.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

let people: readonly Taken[];

beforeAll(async () => {
	people = [
		await taken({
			role: ['seller', 1],
			tools: [['crm', 'mail'], 2],
			first: ['agree', 3],
			second: ['neither', 4],
			third: ['disagree', 5]
		}),
		await taken({ role: [{ option: 'other', text: 'Zoë' }, 1], remark: ['=1+1, "so"', 2], days: [5, 3] })
	];
	const key = newKey();
	await call('PUT', `/api/v1/responses/${newId()}`, { key, json: saving({ role: ['seller', 1] }) });
});

const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true });

test('as CSV: a response a row, with answers and scores; what was never completed is not there', async () => {
	const codebook = join(world.folder, 'codebook.csv');
	const { status, out, err } = await printed(() => exportResponses('small', { format: 'csv', codebook }));
	expect([status, err]).toEqual([0, '']);
	const rows = rowsOf(out);
	expect(rows.map(({ id }) => id)).toEqual(people.map(({ id }) => id).toSorted());
	const [one, other] = people.map(({ id }) => rows.find((row) => row['id'] === id));
	expect(one).toMatchObject({
		version: '1.0.0',
		role: 'seller',
		tools: 'crm;mail',
		first: 'agree',
		days: '',
		'index.value': '50'
	});
	expect(other).toMatchObject({
		role: '{"option":"other","text":"Zoë"}',
		remark: `'=1+1, "so"`,
		days: '5',
		'index.value': ''
	});
	const book = rowsOf(readFileSync(codebook, 'utf8'));
	expect(book.map(({ column }) => column)).toEqual(Object.keys(rows[0] ?? {}));
	expect(book.find(({ column }) => column === 'first')?.['holds']).toBe(
		"We plan. (scale); disagree = Disagree; neither = Neither; agree = Agree; ns = Don't know"
	);
});

test('as lines of JSON: what the score command says, and the answers', async () => {
	const { out } = await printed(() => exportResponses('small', { format: 'jsonl' }));
	const lines = out
		.trimEnd()
		.split('\n')
		.map((text) => JSON.parse(text) as Record<string, unknown>);
	expect(lines).toHaveLength(2);
	expect(lines.find(({ id }) => id === people[0]?.id)).toMatchObject({
		instrument: 'small',
		indices: { value: { tenths: 500, band: 'middle' } },
		answers: { role: 'seller', tools: ['crm', 'mail'] },
		quality: expect.any(Object) as object
	});
});

test('another format is wrong usage', async () => {
	expect((await printed(() => exportResponses('small', { format: 'xml' }))).status).toBe(2);
});

describe('a cell', () => {
	test.each<[string | number | null, string]>([
		...['=', '+', '-', '@', '＝', '＋', '－', '＠'].map((start): [string, string] => [`${start}1`, `'${start}1`]),
		['\t1', `'\t1`],
		['\r1', `"'\r1"`],
		['\0', `'\0`],
		[-1.5, '-1.5'],
		[null, ''],
		['a "b"; c', '"a ""b""; c"'],
		['1=1', '1=1']
	])('%j is written as %j', (cell, written) => {
		expect(csvLine([cell])).toBe(`${written}\r\n`);
	});
});
