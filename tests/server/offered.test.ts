// A campaign as its participants meet it: what stands at its addresses, what is kept of where they come from, how often it was seen.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { styleOf, theme } from '#lib/server/brand.ts';
import { themeFor } from '#lib/server/campaign-theme.ts';
import { completedOf } from '#lib/server/completed.ts';
import { updateCampaign } from '#lib/server/campaigns.ts';
import { change, database } from '#lib/server/database/database.ts';
import { pdfOf } from '#lib/server/pdf.ts';
import { findResponse } from '#lib/server/response-rows.ts';
import { writeVisits } from '#lib/server/visits.ts';
import { wornAt } from '#lib/server/worn.ts';
import { newSettings } from '#lib/campaign/settings.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { png } from '../support/pictures.ts';
import { taken } from '../support/taking.ts';
import { call, makeWorld, newId, newKey, ORIGIN, saving, type World } from '../support/world.ts';

const logo = { type: 'image/png', width: 90, height: 24, base64: Buffer.from(png(90, 24)).toString('base64') } as const;
const look = { firm: 'Łoud & Söhne', accent: '#ffd400', logo, footer: 'Mine Street 12.' };

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

let world: World;
beforeAll(async () => {
	world = makeWorld();
	await change('campaigns', async (db) => {
		const of = { instrument: 'small' };
		await campaignFor(db, 'spring', {
			...of,
			settings: { look, gate: 'none', hidden: ['team', 'preview', 'referrer'] }
		});
		await campaignFor(db, 'autumn', { ...of, settings: { gate: 'none', steps: 'question' } });
		await campaignFor(db, 'before', { ...of, settings: { form: { ...newSettings.form, place: 'before' } } });
		await campaignFor(db, 'draft', { ...of, is_published: false, settings: { look } });
		await campaignFor(db, 'later', { ...of, opens_at: inHours(1), settings: { zone: 'Europe/Berlin' } });
		await campaignFor(db, 'past', { ...of, closes_at: inHours(-1) });
		await campaignFor(db, 'gone', { ...of, settings: { look } });
		await updateCampaign(db, 'gone', { deleted_at: inHours(-1) });
		await campaignFor(db, 'other', { instrument: 'another' });
	});
});
afterAll(() => world.stop());

const page = async (path: string, headers: Record<string, string> = {}) => {
	const answer = await call('GET', path, { headers });
	return { status: answer.status, data: (await answer.json().catch(() => ({}))) as Record<string, never> };
};

describe('at the address of a campaign', () => {
	it.each([
		['spring', 200, 'open', 200, 'open'],
		['later', 200, 'not yet', 200, 'not yet'],
		['past', 200, 'over', 200, 'over'],
		['gone', 410, undefined, 200, 'gone'],
		['draft', 404, undefined, 404, undefined],
		['draft?preview', 200, 'open', 200, 'open'],
		['later?preview', 200, 'open', 200, 'open'],
		['past?preview', 200, 'open', 200, 'open'],
		['gone?preview', 410, undefined, 200, 'gone'],
		['nothing', 404, undefined, 404, undefined],
		['nothing?preview', 404, undefined, 404, undefined],
		['other', 404, undefined, 404, undefined]
	])('%s is %i (%s), and its survey %i (%s)', async (id, landing, opening, survey, beginning) => {
		const first = await page(`/c/${id}`);
		expect([first.status, (first.data['closing'] as { opening: string } | undefined)?.opening]).toEqual([
			landing,
			opening
		]);
		const [name, query = ''] = id.split('?');
		const second = await page(`/c/${name}/survey?${query}`);
		expect([second.status, (second.data['closing'] as { opening: string } | undefined)?.opening]).toEqual([
			survey,
			beginning
		]);
	});

	it('it says who sees the answers, and carries along where a visitor comes from, and nothing else', async () => {
		const { data } = await page('/c/spring?utm_source=news%00letter&team=blue&stranger=x&section=work', {
			referer: 'https://blog.example.org/a?b=c'
		});
		expect(data['landing']).toMatchObject({ operator: 'Łoud & Söhne and Test operator' });
		expect(data['start']).toBe('/c/spring/survey?utm_source=news+letter&team=blue&referrer=blog.example.org');
		expect(data['seen']).toBe('news letter');
		const survey = await page(String(data['start']), { referer: `${ORIGIN}/c/spring` });
		expect(survey.data['occasion']).toMatchObject({
			campaign: 'spring',
			preview: false,
			source: { utm_source: 'news letter', team: 'blue', referrer: 'blog.example.org' }
		});
		expect(survey.data['seen']).toBeNull();
		const direct = await page('/c/spring/survey?referrer=%3Cscript%3E', { referer: 'https://blog.example.org/' });
		expect(direct.data['occasion']).toMatchObject({ source: { referrer: 'blog.example.org' } });
	});

	it('a survey that is opened directly is counted by the host that it was found on', async () => {
		expect((await page('/c/spring/survey', { referer: 'https://blog.example.org/' })).data['seen']).toBe(
			'blog.example.org'
		);
		expect((await page('/c/spring/survey')).data['seen']).toBe('');
		expect((await page('/c/spring/survey?preview')).data['seen']).toBeNull();
		expect((await page('/c/past/survey')).data['seen']).toBeNull();
	});

	it('the way in is the form, where it stands before', async () => {
		expect((await page('/c/before?utm_term=x')).data['start']).toBe('/c/before/begin?utm_term=x');
	});

	it('the survey is cached by nobody, and the landing page by its visitor', async () => {
		const answer = await call('GET', '/c/spring/survey');
		expect(answer.headers.get('cache-control')).toBe('no-store, private');
	});
});

describe('a response that is begun', () => {
	const begun = async (more: Record<string, unknown>) => {
		const [id, key] = [newId(), newKey()];
		const saved = await call('PUT', `/api/v1/responses/${id}`, { key, json: saving({ role: ['seller', 1] }, more) });
		return { id, key, status: saved.status, stored: await findResponse(await database(), id) };
	};

	it.each([
		['spring', 'spring'],
		['past', 'past'],
		['draft', 'draft'],
		['gone', null],
		['nothing', null],
		['other', null]
	])('for the campaign %s is kept as of %s', async (campaign, kept) => {
		const { status, stored } = await begun({ campaign });
		expect([status, stored?.campaign]).toEqual([200, kept]);
	});

	it('keeps what the campaign names of its source, and loses no answer for the rest', async () => {
		const source = {
			utm_source: 'x'.repeat(900),
			team: 'blue',
			preview: 'no',
			stranger: 'x',
			referrer: 'a.example',
			'a b': '1'
		};
		const { id, key, status, stored } = await begun({ campaign: 'spring', source });
		expect(status).toBe(200);
		expect(stored?.source).toEqual({ utm_source: 'x'.repeat(200), team: 'blue', referrer: 'a.example' });
		expect((await begun({ source })).stored?.source).not.toHaveProperty('team');
		const again = saving(
			{ role: ['other', 2] },
			{ source: { utm_source: 'later', utm_medium: 'mail' }, campaign: 'autumn' }
		);
		await call('PUT', `/api/v1/responses/${id}`, { key, json: again });
		expect(await findResponse(await database(), id)).toMatchObject({ campaign: 'spring', source: stored?.source });
	});

	it('while a campaign is tried out is a trial for good, and in no export', async () => {
		const { id, key, stored } = await begun({ campaign: 'draft', preview: true });
		expect(stored?.is_test).toBe(1);
		const json = saving({ first: ['agree', 2] });
		expect((await call('POST', `/api/v1/responses/${id}/complete`, { key, json })).status).toBe(200);
		const real = await taken();
		const exported = [];
		for await (const each of completedOf('small')) exported.push(each.id);
		expect(exported).toContain(real.id);
		expect(exported).not.toContain(id);
	});

	it('is finished after its campaign has closed, and goes on where the campaign is', async () => {
		const { id, key } = await begun({ campaign: 'past' });
		const { link } = (await (await call('POST', `/api/v1/responses/${id}/resume-link`, { key })).json()) as {
			link: string;
		};
		expect(link).toMatch(new RegExp(`^${ORIGIN}/c/past/survey#continue=${id}\\.`));
		const completed = await call('POST', `/api/v1/responses/${id}/complete`, { key, json: saving({}) });
		expect(completed.status).toBe(200);
		const { report } = (await completed.json()) as { report: string };
		const again = (await (await call('POST', `${report}/again`)).json()) as { link: string };
		expect(again.link).toContain('/c/past/survey#continue=');
	});
});

describe('the theme of a campaign', () => {
	it('is the site’s with what the campaign sets, and the same object while it says the same', async () => {
		const worn = await themeFor('spring');
		expect(worn).toEqual({ ...theme(), ...look, campaign: 'spring' });
		expect(await themeFor('spring')).toBe(worn);
		expect(await themeFor('autumn')).toEqual({ ...theme(), campaign: 'autumn' });
		expect(await themeFor('nothing')).toBe(theme());
		expect(await themeFor('gone')).toMatchObject({ firm: look.firm });
		const changed = { ...newSettings, look: { ...look, accent: '#00aa00' } };
		await (
			await database()
		)
			.updateTable('campaigns')
			.set({ settings: JSON.stringify(changed) })
			.where('id', '=', 'gone')
			.execute();
		expect(styleOf(await themeFor('gone'))).not.toBe(styleOf(worn));
	});

	const at = async (id: string, path: string, params: Record<string, string> = {}) =>
		(await wornAt({ route: { id }, params, url: new URL(path, ORIGIN) })).firm;

	it('is worn by its own pages, by its reports, and by nothing else', async () => {
		const mine = await taken(undefined, undefined, undefined, { campaign: 'spring' });
		const plain = await taken();
		const campaign = { campaign: 'spring' };
		expect(await at('/(site)/c/[campaign]', '/c/spring', campaign)).toBe(look.firm);
		expect(await at('/(site)/c/[campaign]/survey', '/c/spring/survey', campaign)).toBe(look.firm);
		expect(await at('/(site)/c/[campaign]', '/c/draft', { campaign: 'draft' })).toBe(theme().firm);
		expect(await at('/(site)/c/[campaign]', '/c/draft?preview', { campaign: 'draft' })).toBe(look.firm);
		expect(await at('/(site)/r/[key]', `/r/${mine.owner}`, { key: mine.owner })).toBe(look.firm);
		expect(await at('/(site)/r/[key]', `/r/${plain.owner}`, { key: plain.owner })).toBe(theme().firm);
		expect(await at('/(embed)/embed/[instrument]', '/embed/small?campaign=spring')).toBe(look.firm);
		expect(await at('/(site)', '/?campaign=spring')).toBe(theme().firm);
		expect(await at('/(studio)/studio/campaigns/[campaign]', '/studio/campaigns/spring', campaign)).toBe(theme().firm);
	});

	it('has its logo at an address of its own, for whoever has seen that', async () => {
		const { brand } = await import('#lib/server/brand.ts');
		const src = brand(await themeFor('spring')).logo?.src ?? '';
		expect(src).toMatch(/^\/c\/spring\/logo\?v=[0-9a-f]{16}$/);
		const answer = await call('GET', src);
		expect(answer.headers.get('cache-control')).toContain('immutable');
		expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(logo.base64);
		for (const path of [
			'/c/spring/logo',
			'/c/spring/logo?v=0',
			src.replace('spring', 'autumn'),
			src.replace('spring', 'nothing')
		])
			expect((await call('GET', path)).status).toBe(404);
		expect(brand().logo).toBeNull();
	});

	it('is printed: the PDF of a report in two themes is two PDFs', async () => {
		const mine = await taken(undefined, undefined, undefined, { campaign: 'spring' });
		const { reportFor } = await import('#lib/server/reports.ts');
		const report = (await reportFor(mine.owner))?.report;
		if (report === undefined) throw new Error('there is no report');
		const served = Buffer.from(await (await call('GET', `/r/${mine.owner}/report.pdf`)).arrayBuffer());
		expect(served.equals(await pdfOf(report, await themeFor('spring')))).toBe(true);
		expect(served.equals(await pdfOf(report))).toBe(false);
	});
});

describe('a page that was seen', () => {
	beforeEach(async () => {
		await (await database()).deleteFrom('visits').execute();
	});

	const seen = async (campaign: string, json: unknown = {}, headers = {}) =>
		(await call('POST', `/api/v1/campaigns/${campaign}/seen`, { json, headers })).status;
	const counted = async () => {
		await writeVisits();
		const rows = await (
			await database()
		)
			.selectFrom('visits')
			.selectAll()
			.orderBy('campaign')
			.orderBy('source')
			.execute();
		return rows.map(({ campaign, source, seen: times }) => [campaign, source, Number(times)]);
	};

	it('is counted by source, added to what was counted before, and by day', async () => {
		expect(await seen('spring', { source: 'newsletter' })).toBe(204);
		await seen('spring');
		expect(await counted()).toEqual([
			['spring', '', 1],
			['spring', 'newsletter', 1]
		]);
		for (let times = 0; times < 3; times += 1) await seen('spring', { source: 'newsletter' });
		expect(await counted()).toContainEqual(['spring', 'newsletter', 4]);
		const [row] = await (await database()).selectFrom('visits').select('day').execute();
		expect(row?.day).toBe(new Date().toISOString().slice(0, 10));
	});

	it.each(['draft', 'gone', 'nothing', 'No such', 'x'])('is not counted for %s, and nobody learns why', async (id) => {
		expect(await seen(id)).toBe(204);
		expect(await counted()).toEqual([]);
	});

	it('tells no more than so many sources apart, and no long one', async () => {
		for (let each = 0; each < 230; each += 1) await seen('spring', { source: `source-${each}` });
		await seen('spring', { source: 'x'.repeat(1000) });
		const rows = await counted();
		expect(rows.length).toBeLessThanOrEqual(201);
		expect(rows.reduce((sum, [, , times]) => sum + Number(times), 0)).toBe(231);
	});

	it('is taken from our pages alone, and only in its own form', async () => {
		expect(await seen('spring', { source: 'a' }, { origin: 'https://elsewhere.example' })).toBe(403);
		expect(await seen('spring', { source: 'a', person: 'b' })).toBe(422);
		expect(await seen('spring', { source: 7 })).toBe(422);
		expect((await call('GET', '/api/v1/campaigns/spring/seen')).status).toBe(405);
		expect(await counted()).toEqual([]);
	});
});
