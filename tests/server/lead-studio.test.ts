// Leads in the studio: who sees them, what the firm sees of one, erasing one, and taking them along.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, database } from '#lib/server/database/database.ts';
import { findCampaign } from '#lib/server/campaigns.ts';
import { keepLead } from '#lib/server/lead-keeping.ts';
import { fileName, leadsToPrint, MOST_PDFS } from '#lib/server/lead-zip.ts';
import { everyLead } from '#lib/server/lead-filter.ts';
import { leadReport } from '#lib/server/lead-report.ts';
import { findResponse } from '#lib/server/response-rows.ts';
import type { Role } from '#lib/server/roles.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { signedIn, type SignedIn } from '../support/signed-in.ts';
import { stored } from '../support/stored-leads.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

let marketer: SignedIn;

beforeAll(async () => {
	await campaignFor(await database(), 'spring', { instrument: 'small', name: 'Spring fair' });
	marketer = await signedIn('marketer');
});

/** Somebody who finished, and left an address. */
async function person(): Promise<{ readonly id: string; readonly owner: string }> {
	const id = newId();
	const json = saving(
		{ role: ['seller', 1], first: ['agree', 2], second: ['agree', 3], third: ['neither', 4], remark: ['Mine', 5] },
		{ campaign: 'spring', source: { utm_source: 'letter' } }
	);
	const reply = await call('POST', `/api/v1/responses/${id}/complete`, { key: newKey(), json });
	const { report } = (await reply.json()) as { report: string };
	await change(id, async (db) => {
		const [campaign, response] = [await findCampaign('spring', db), await findResponse(db, id)];
		if (campaign === null || response === null) throw new Error('there is nothing to leave a lead with');
		const consents = [{ id: 'news', text: 'Write to me.', hash: '0'.repeat(64) }];
		const given = { address: 'ada@example.org', name: 'Ada Lovelace', company: 'Engines', role: '', fields: {} };
		await keepLead(db, campaign, response, { ...given, consents, isTrapped: false });
	});
	return { id, owner: report.slice('/r/'.length) };
}

const get = (path: string, { headers }: Pick<SignedIn, 'headers'> = marketer) => call('GET', path, { headers });
const post = (path: string, fields: Record<string, string>, { headers }: Pick<SignedIn, 'headers'> = marketer) =>
	call('POST', path, { body: new URLSearchParams(fields), headers });
const audited = async (action: string) =>
	(await database()).selectFrom('audit').selectAll().where('action', '=', action).execute();

test.each<[Role, number]>([
	['owner', 200],
	['marketer', 200],
	['consultant', 404],
	['viewer', 404]
])('a %s who asks for leads gets %i', async (role, status) => {
	const somebody = await signedIn(role);
	const { id } = await person();
	for (const path of [
		'/studio/leads',
		`/studio/leads/${id}`,
		`/studio/leads/${id}/report`,
		'/studio/leads/codebook.csv'
	])
		expect([path, (await get(path, somebody)).status]).toEqual([path, status]);
	const taken = await post('/studio/leads/export', { as: 'csv' }, somebody);
	expect(taken.status).toBe(status);
	await taken.body?.cancel();
	const results = await get('/studio/campaigns/spring/results', somebody);
	expect(results.status).toBe(200);
	expect(await results.text()).not.toContain('Lovelace');
});

test('the list narrows by its address, and says where its pages are', async () => {
	const { id } = await person();
	const page = (await (await get('/studio/leads?q=lovel&campaign=spring&state=completed')).json()) as {
		rows: readonly Record<string, unknown>[];
		count: number;
		before: null;
	};
	expect(page.count).toBe(page.rows.length);
	expect(page.before).toBeNull();
	expect(page.rows.find(({ response }) => response === id)).toMatchObject({
		name: 'Ada Lovelace',
		company: 'Engines',
		campaign: 'Spring fair',
		source: 'letter',
		isCompleted: true
	});
});

test('a lead: scores with bands, source, consent with its wording and time', async () => {
	const { id } = await person();
	const { record } = (await (await get(`/studio/leads/${id}`)).json()) as { record: Record<string, unknown> };
	expect(record).toMatchObject({
		campaign: 'Spring fair',
		survey: 'Small',
		source: [{ name: 'utm_source', text: 'letter' }],
		lead: {
			address: 'ada@example.org',
			consents: [{ text: 'Write to me.', at: expect.stringMatching(/^20\d\d-/) as string }]
		}
	});
	expect(record['indices']).toEqual([
		{ title: 'Company', tenths: 833, band: 'High' },
		{ title: 'Value', tenths: 833, band: 'High' }
	]);
});

test('a lead that has not finished has no scores and no report', async () => {
	const id = await stored({
		lead: { campaign: 'spring' },
		response: { answers: { role: { value: 'seller', at: 1 } } }
	});
	const { record } = (await (await get(`/studio/leads/${id}`)).json()) as { record: Record<string, unknown> };
	expect(record).toMatchObject({ indices: [], answered: 1 });
	expect((await get(`/studio/leads/${id}/report`)).status).toBe(404);
	expect((await get(`/studio/leads/${id}/report.pdf`)).status).toBe(404);
});

test('the report says that it is the firm’s view, and holds no key of its reader', async () => {
	const { id, owner } = await person();
	const found = await leadReport(id);
	expect(found?.report.cover.notice?.label).toBe('The firm’s view');
	const text = await (await get(`/studio/leads/${id}/report`)).text();
	expect(text).toContain('We plan.');
	expect(text).not.toContain(owner);
});

test('a response without a lead is nobody’s business here', async () => {
	const id = await stored({ lead: null });
	expect((await get(`/studio/leads/${id}`)).status).toBe(404);
	expect((await get(`/studio/leads/${id}/report`)).status).toBe(404);
});

test('erasing asks first, erases all, and notes it without the person', async () => {
	const { id, owner } = await person();
	expect((await post(`/studio/leads/${id}?/erase`, {})).status).toBe(422);
	expect((await get(`/studio/leads/${id}`)).status).toBe(200);
	const erased = await post(`/studio/leads/${id}?/erase`, { sure: 'yes' });
	expect([erased.status, erased.headers.get('location')]).toEqual([303, '/studio/leads?erased']);
	expect((await get(`/studio/leads/${id}`)).status).toBe(404);
	expect((await call('GET', `/r/${owner}/report.json`)).status).toBe(404);
	for (const table of ['leads', 'lead_words', 'activities'] as const)
		expect(await (await database()).selectFrom(table).selectAll().where('response', '=', id).execute()).toEqual([]);
	const notes = await audited('lead.erased');
	expect(notes).toHaveLength(1);
	expect(notes[0]).toMatchObject({ actor: `person ${marketer.id}`, subject: 'campaign spring' });
	expect(JSON.stringify(notes)).not.toContain(id);
});

describe('taking leads along', () => {
	test('is noted, with how they were narrowed but not with what was searched for', async () => {
		await person();
		const reply = await post('/studio/leads/export', { as: 'csv', campaign: 'spring', q: 'lovelace' });
		expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(reply.headers.get('content-disposition')).toMatch(
			/^attachment; filename="spring-leads-\d{4}-\d\d-\d\d\.csv"$/
		);
		expect(await reply.text()).toContain('ada@example.org');
		const [last] = (await audited('leads.exported')).filter(({ detail }) => detail.includes('isSearch":true'));
		expect(last).toMatchObject({ actor: `person ${marketer.id}`, subject: 'campaign spring' });
		expect(JSON.parse(last?.detail ?? '{}')).toEqual({ as: 'csv', campaign: 'spring', isSearch: true });
	});

	test('as nothing that we make leads back to the list', async () => {
		const reply = await post('/studio/leads/export', { as: 'constructor', campaign: 'spring' });
		expect([reply.status, reply.headers.get('location')]).toEqual([303, '/studio/leads?campaign=spring']);
	});

	test('on paper only those who finished', async () => {
		await person();
		await stored({ lead: { campaign: 'spring' } });
		const leads = await leadsToPrint({ ...everyLead, state: 'partial' });
		expect(leads.length).toBeGreaterThan(0);
		expect(leads.length).toBeLessThanOrEqual(MOST_PDFS);
		expect(leads.filter(({ completed_at }) => completed_at === null)).toEqual([]);
	});

	const named = (name: string, company: string) =>
		fileName(7, { name, company, completed_at: '2026-11-20T08:00:00.000Z' } as Parameters<typeof fileName>[1]);

	test.each([
		['Ada', 'Engines', '007 – Engines – Ada – 2026-11-20.pdf'],
		['', '', '007 – 2026-11-20.pdf'],
		['../../etc/passwd', 'a\\b:c*?"<>|', '007 – a b c – .. .. etc passwd – 2026-11-20.pdf'],
		['a\u202egpj.exe\0', 'C/O', '007 – C O – a gpj.exe – 2026-11-20.pdf'],
		['x'.repeat(300), '', `007 – ${'x'.repeat(60)} – 2026-11-20.pdf`]
	])('the file of %j of %j has a name that any disk takes', (name, company, file) => {
		expect(named(name, company)).toBe(file);
	});
});
