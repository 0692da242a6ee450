// Leads as CSV and as a workbook: every lead once, typed, with a codebook, and nothing in them is a formula.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSettings } from '#lib/campaign/settings.ts';
import { change, database } from '#lib/server/database/database.ts';
import { codebookCsv, leadsCsv, leadsXlsx } from '#lib/server/lead-export.ts';
import { everyLead } from '#lib/server/lead-filter.ts';
import { keepLead } from '#lib/server/lead-keeping.ts';
import { findCampaign } from '#lib/server/campaigns.ts';
import { findResponse } from '#lib/server/response-rows.ts';
import { xlsxOf } from '#lib/server/xlsx.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { stored } from '../support/stored-leads.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';
import { sheetsIn } from '../support/workbook.ts';

const world = makeWorld();
afterAll(() => world.stop());

const bytesOf = async (stream: AsyncIterable<Uint8Array>): Promise<Buffer> => {
	const chunks: Uint8Array[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
};

const spring = { ...everyLead, campaign: 'spring' };
const HOSTILE = ['=1+1', '+1', '-1', '@a', '\t=1', '＝1', '＋1', '－1', '＠1'];
let whole = '';

beforeAll(async () => {
	const db = await database();
	const form = {
		...newSettings.form,
		own: [{ id: 'team', label: 'How many are you?', isRequired: false }],
		consents: [{ id: 'news', text: 'Write to me, "monthly".' }]
	};
	await campaignFor(db, 'spring', { instrument: 'small', settings: { form, hidden: ['booth'] } });
	await campaignFor(db, 'autumn', { instrument: 'small' });
	whole = newId();
	const key = newKey();
	const json = saving(
		{
			role: ['seller', 1],
			tools: [['crm', 'mail'], 2],
			first: ['agree', 3],
			second: ['neither', 4],
			third: ['disagree', 5],
			days: [7, 6]
		},
		{ campaign: 'spring', source: { utm_source: 'letter', booth: '=4' } }
	);
	expect((await call('POST', `/api/v1/responses/${whole}/complete`, { key, json })).status).toBe(200);
	await change(whole, async (own) => {
		const [campaign, response] = [await findCampaign('spring', own), await findResponse(own, whole)];
		if (campaign === null || response === null) throw new Error('there is nothing to leave a lead with');
		const consents = form.consents.map((each) => ({ ...each, hash: '0'.repeat(64) }));
		const given = {
			address: 'zoe@example.org',
			name: 'Zoë "Z"',
			company: '=cmd|calc',
			role: '',
			fields: { team: '-5' }
		};
		await keepLead(own, campaign, response, { ...given, consents, isTrapped: false });
	});
	for (const name of HOSTILE) await stored({ lead: { name, campaign: 'spring' } });
	await stored({ lead: { campaign: 'spring', is_test: 1, name: 'A test' } });
	await stored({ lead: { campaign: 'autumn', name: 'Of another campaign' } });
});

type Rows = readonly Readonly<Record<string, string>>[];
const csvRows = (text: string): Rows => parse(text, { columns: true, bom: true });

describe('CSV', () => {
	test('begins with the mark of UTF-8, and has a row a lead: no test, no other campaign', async () => {
		const text = (await bytesOf(await leadsCsv(spring))).toString('utf8');
		expect(text.startsWith('\ufeff')).toBe(true);
		const rows = csvRows(text);
		expect(rows).toHaveLength(HOSTILE.length + 1);
		expect(rows.find(({ response }) => response === whole)).toMatchObject({
			campaign: 'spring',
			version: '1.0.0',
			name: 'Zoë "Z"',
			company: "'=cmd|calc",
			'field.team': "'-5",
			'source.utm_source': 'letter',
			'source.booth': "'=4",
			'answer.role': 'seller',
			'answer.tools': 'crm;mail',
			'answer.third': 'disagree',
			'answer.days': '7',
			'answer.remark': '',
			'index.value': '50'
		});
		expect(rows.map(({ name }) => name).filter((name) => HOSTILE.includes(name ?? ''))).toEqual([]);
		expect(rows.map(({ name }) => name).filter((name) => name?.startsWith("'"))).toHaveLength(HOSTILE.length);
	});

	test('the codebook says what every column holds', async () => {
		const book = csvRows(await codebookCsv('spring'));
		const text = (await bytesOf(await leadsCsv(spring))).toString('utf8');
		expect(book.map(({ column }) => column)).toEqual(Object.keys(csvRows(text)[0] ?? {}));
		const holds = (name: string) => book.find(({ column }) => column === name)?.['holds'];
		expect(holds('field.team')).toBe('How many are you?');
		expect(holds('consent.news')).toContain('Write to me, "monthly".');
		expect(holds('answer.first')).toBe(
			"We plan. (scale); disagree = Disagree; neither = Neither; agree = Agree; ns = Don't know"
		);
	});
});

describe('a workbook', () => {
	test('types its cells, freezes its head and brings its codebook', async () => {
		const [leads, book] = sheetsIn(await bytesOf(await leadsXlsx(spring)));
		expect(leads?.frozen).toBe(1);
		expect(leads?.rows).toHaveLength(HOSTILE.length + 1);
		expect(leads?.widths).toHaveLength(book?.rows.length ?? 0);
		const row = leads?.rows.find(({ response }) => response?.value === whole) ?? {};
		expect(row['company']).toEqual({ type: 'text', value: '=cmd|calc' });
		expect(row['name']).toEqual({ type: 'text', value: 'Zoë "Z"' });
		expect(row['answer.days']).toEqual({ type: 'number', value: 7 });
		expect(row['index.value']).toEqual({ type: 'number', value: 50 });
		expect(row['answer.remark']).toBeUndefined();
		const created = row['created'] ?? { type: 'text', value: 0 };
		expect(created.type).toBe('moment');
		// Excel counts days from the last but one of 1899.
		expect(Date.UTC(1899, 11, 30) + Number(created.value) * 86_400_000).toBeGreaterThan(Date.now() - 3_600_000);
		expect(leads?.rows.map(({ name }) => name?.value)).toEqual(expect.arrayContaining(HOSTILE));
		expect(book?.rows.find(({ column }) => column?.value === 'answer.days')?.['holds']?.value).toContain(
			'How many days?'
		);
	});

	const one = async (value: string) => {
		const rows = () => [[[value]]];
		const sheet = { name: 'A & B', columns: [{ title: 'x', width: 9 }], rows, overflow: 'more' };
		return sheetsIn(await bytesOf(xlsxOf([sheet])))[0];
	};

	test.each([
		['<a href="x">&amp;</a>', '<a href="x">&amp;</a>'],
		['  spaces\n\tstay ', '  spaces\n\tstay '],
		['a\0b\u0008c\r\nd', 'abc\nd'],
		['\ud800x\uffff', 'x'],
		['😀 Łódź', '😀 Łódź'],
		['x'.repeat(40_000), 'x'.repeat(32_767)]
	])('text survives, but for what XML cannot hold: %j', async (value, kept) => {
		const sheet = await one(value);
		expect(sheet?.name).toBe('A & B');
		expect(sheet?.rows).toEqual([{ x: { type: 'text', value: kept } }]);
	});

	test('what Excel would take for its own escape is escaped', async () => {
		expect((await one('_x0041_'))?.rows[0]?.['x']?.value).toBe('_x005F_x0041_');
	});

	test('more rows than a sheet holds end with a row that says so', async () => {
		const rows = () => [[[1], [2]], [[3], [4], [5]], [[6]]];
		const sheet = { name: 'x', columns: [{ title: 'x', width: 9 }], rows, overflow: 'more' };
		const [read] = sheetsIn(await bytesOf(xlsxOf([sheet], 5)));
		expect(read?.rows.map(({ x }) => x?.value)).toEqual([1, 2, 3, 'more']);
	});
});
