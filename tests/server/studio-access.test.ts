// Every route of the build against everybody who may come: a route that has no line in this table fails.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '#lib/server/access.ts';
import { addKey, revokeKey } from '#lib/server/api-keys.ts';
import { updateCampaign } from '#lib/server/campaigns.ts';
import { database } from '#lib/server/database/database.ts';
import { shareEngagement } from '#lib/server/engagement/changes.ts';
import { postMeeting } from '#lib/server/engagement/meeting-saving.ts';
import { writeLead } from '#lib/server/leads.ts';
import { disable } from '#lib/server/membership.ts';
import type { Person } from '#lib/server/person.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { roles, type Role } from '#lib/server/roles.ts';
import { areas } from '#lib/studio/areas.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { answers, asked, engagementOf } from '../support/engagements.ts';
import { pageLoaders } from '../support/pages.ts';
import { cookieOf, PASSWORD, signedIn } from '../support/signed-in.ts';
import { leadRow } from '../support/leads.ts';
import { call, endpoints, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const everybody: readonly Role[] = roles;
const sellers: readonly Role[] = ['owner', 'marketer'];
const owners: readonly Role[] = ['owner'];
const reviewers: readonly Role[] = ['owner', 'consultant'];

type Line = {
	readonly roles: readonly Role[];
	/** A path to something that is there; by default the route's own. */
	readonly path?: string;
	/** To something that is not there, or not any more. */
	readonly gone?: string;
	/** For those that only take a form. */
	readonly method?: 'POST';
};

const at = '/(studio)/studio';
const part = (path: string) => ({ path: `/studio/content/small/${path}`, gone: `/studio/content/none/${path}` });
const campaign = (path = '') => ({ path: `/studio/campaigns/here${path}`, gone: `/studio/campaigns/gone${path}` });
const lead = (path = '') => ({
	path: `/studio/leads/LEAD${path}`,
	gone: `/studio/leads/${crypto.randomUUID()}${path}`
});
const engagement = (path = '') => ({
	path: `/studio/engagements/ENGAGEMENT${path}`,
	gone: `/studio/engagements/${crypto.randomUUID()}${path}`
});
/** One that has something to tell. */
const told = (path = '') => ({ ...engagement(path), path: `/studio/engagements/ANSWERED${path}` });
const followed = (path = '') => ({ ...engagement(path), path: `/studio/engagements/FOLLOWED${path}` });

/** The studio, route by route. */
const studio: Readonly<Record<string, Line>> = {
	[at]: { roles: everybody },
	[`${at}/sign-out`]: { roles: everybody, method: 'POST' },
	[`${at}/account`]: { roles: everybody },
	[`${at}/account/second-factor`]: { roles: everybody },
	[`${at}/people`]: { roles: owners },
	[`${at}/audit`]: { roles: owners },
	[`${at}/keys`]: { roles: owners },
	[`${at}/benchmark`]: { roles: reviewers },
	[`${at}/benchmark/[contribution]`]: {
		roles: reviewers,
		path: '/studio/benchmark/CONTRIBUTION',
		gone: `/studio/benchmark/${'0'.repeat(64)}`
	},
	[`${at}/webhooks`]: { roles: sellers },
	[`${at}/webhooks/new`]: { roles: sellers },
	[`${at}/webhooks/[webhook]`]: {
		roles: sellers,
		path: '/studio/webhooks/HOOK',
		gone: `/studio/webhooks/${crypto.randomUUID()}`
	},
	[`${at}/content`]: { roles: everybody },
	[`${at}/content/[instrument]`]: { roles: everybody, path: '/studio/content/small', gone: '/studio/content/none' },
	[`${at}/content/[instrument]/[kind]/[part]`]: { roles: everybody, ...part('questions/role') },
	[`${at}/content/[instrument]/headlines`]: { roles: everybody, ...part('headlines') },
	[`${at}/content/[instrument]/preview`]: { roles: everybody, ...part('preview') },
	[`${at}/content/[instrument]/preview/report`]: { roles: everybody, ...part('preview/report') },
	[`${at}/content/[instrument]/preview/report.pdf`]: { roles: everybody, ...part('preview/report.pdf') },
	[`${at}/content/[instrument]/simulation`]: { roles: everybody, ...part('simulation') },
	[`${at}/campaigns`]: { roles: everybody },
	[`${at}/campaigns/new`]: { roles: sellers },
	[`${at}/campaigns/[campaign]`]: { roles: everybody, ...campaign() },
	[`${at}/campaigns/[campaign]/settings/[part]`]: { roles: everybody, ...campaign('/settings/survey') },
	[`${at}/campaigns/[campaign]/duplicate`]: { roles: sellers, ...campaign('/duplicate') },
	[`${at}/campaigns/[campaign]/delete`]: { roles: sellers, ...campaign('/delete') },
	[`${at}/campaigns/[campaign]/results`]: { roles: everybody, ...campaign('/results') },
	[`${at}/campaigns/[campaign]/qr.svg`]: { roles: everybody, ...campaign('/qr.svg') },
	[`${at}/campaigns/[campaign]/qr.png`]: { roles: everybody, ...campaign('/qr.png') },
	[`${at}/engagements`]: { roles: reviewers },
	[`${at}/engagements/compare`]: { roles: reviewers },
	[`${at}/engagements/compare/shown`]: { roles: reviewers },
	[`${at}/engagements/calendar.ics`]: { roles: reviewers },
	[`${at}/engagements/[engagement]/calendar.ics`]: { roles: reviewers, ...engagement('/calendar.ics') },
	[`${at}/engagements/new`]: { roles: reviewers },
	[`${at}/engagements/[engagement]`]: { roles: reviewers, ...engagement() },
	[`${at}/engagements/[engagement]/settings`]: { roles: reviewers, ...engagement('/settings') },
	[`${at}/engagements/[engagement]/meeting`]: { roles: reviewers, ...engagement('/meeting') },
	[`${at}/engagements/[engagement]/meeting/summary`]: { roles: reviewers, ...engagement('/meeting/summary') },
	[`${at}/engagements/[engagement]/meeting/summary.pdf`]: { roles: reviewers, ...followed('/meeting/summary.pdf') },
	[`${at}/engagements/[engagement]/progress`]: { roles: reviewers, ...engagement('/progress') },
	[`${at}/engagements/[engagement]/progress.pdf`]: { roles: reviewers, ...followed('/progress.pdf') },
	[`${at}/engagements/[engagement]/report`]: { roles: reviewers, ...engagement('/report') },
	[`${at}/engagements/[engagement]/report/preview`]: { roles: reviewers, ...told('/report/preview') },
	[`${at}/engagements/[engagement]/report/preview.pdf`]: { roles: reviewers, ...told('/report/preview.pdf') },
	[`${at}/engagements/[engagement]/report/release`]: { roles: reviewers, ...engagement('/report/release') },
	[`${at}/engagements/[engagement]/brief`]: { roles: reviewers, ...engagement('/brief') },
	[`${at}/engagements/[engagement]/brief/phone`]: { roles: reviewers, ...told('/brief/phone') },
	[`${at}/engagements/[engagement]/brief/[figure].png`]: { roles: reviewers, ...told('/brief/glance.png') },
	[`${at}/engagements/[engagement]/brief.pdf`]: { roles: reviewers, ...told('/brief.pdf') },
	[`${at}/engagements/[engagement]/brief.docx`]: { roles: reviewers, ...told('/brief.docx') },
	[`${at}/engagements/[engagement]/brief.md`]: { roles: reviewers, ...told('/brief.md') },
	[`${at}/leads`]: { roles: sellers },
	[`${at}/leads/[response]`]: { roles: sellers, ...lead() },
	[`${at}/leads/[response]/report`]: { roles: sellers, ...lead('/report') },
	[`${at}/leads/[response]/report.pdf`]: { roles: sellers, ...lead('/report.pdf') },
	[`${at}/leads/export`]: { roles: sellers, method: 'POST' },
	[`${at}/leads/codebook.csv`]: { roles: sellers }
};

/** Of the studio, but for people who are not signed in: what they open is decided by a token or a password. */
const doors = [
	'sign-in',
	'set-up',
	'second-step',
	'recover',
	'recover/[token]',
	'invitation/[token]',
	'confirm/[token]'
];

const scopes = ['responses:read', 'leads:read', 'campaigns:read', 'editions:read', 'engagements:read'] as const;

/** What an API key opens. */
const byKey: Readonly<Record<string, { readonly scope: string; readonly path?: string }>> = {
	'/api/v1/responses': { scope: 'responses:read' },
	'/api/v1/responses/[id]/scores': { scope: 'responses:read', path: `/api/v1/responses/${crypto.randomUUID()}/scores` },
	'/api/v1/leads': { scope: 'leads:read' },
	'/api/v1/campaigns': { scope: 'campaigns:read' },
	'/api/v1/engagements': { scope: 'engagements:read' },
	'/api/v1/editions': { scope: 'editions:read' },
	'/api/v1/editions/[edition]': { scope: 'editions:read', path: '/api/v1/editions/none' }
};

const pathOf = (route: string, { path }: { readonly path?: string }): string =>
	path ?? route.replace(/\/\([^)]*\)/g, '');

type Principal = Role | 'disabled' | 'expired' | 'nobody';
const principals: readonly Principal[] = [...roles, 'disabled', 'expired', 'nobody'];
const cookies = {} as Record<Principal, string>;
const keys = {} as Record<'scoped' | 'revoked', string>;
/** By scope, a key that has all the others. */
const without: Record<string, string> = {};
const real = { LEAD: '', HOOK: '', CONTRIBUTION: '', ENGAGEMENT: '', ANSWERED: '', FOLLOWED: '' };

beforeAll(async () => {
	const db = await database();
	const members = {} as Record<Role, Person>;
	for (const role of roles) {
		const { cookie, id, name, address } = await signedIn(role);
		cookies[role] = cookie;
		members[role] = { id, name, address, role, session: '' };
	}
	real.ENGAGEMENT = (await engagementOf(members.owner)).id;
	// Of those who may see engagements, whoever does not own the studio sees what is shared with them.
	await shareEngagement(members.owner, real.ENGAGEMENT, members.consultant.id, true);
	const told = await engagementOf(members.owner);
	real.ANSWERED = told.id;
	await shareEngagement(members.owner, told.id, members.consultant.id, true);
	const [somebody] = await asked(members.owner, told, ['seller']);
	if (somebody !== undefined)
		await answers(somebody, { role: 'seller', first: 'agree', second: 'agree', third: 'agree' });
	const second = await engagementOf(members.owner, { client: told.client, name: 'Autumn', previous: told.id });
	real.FOLLOWED = second.id;
	await shareEngagement(members.owner, second.id, members.consultant.id, true);
	const [again] = await asked(members.owner, second, ['seller']);
	if (again !== undefined) await answers(again, { role: 'seller', first: 'agree', second: 'agree', third: 'neither' });
	const agreed = new FormData();
	agreed.set('agreed', 'We plan well.');
	await postMeeting(members.owner, second.id, agreed);
	const left = await signedIn('owner');
	await disable('command', left.id);
	const late = await signedIn('owner');
	await db
		.updateTable('sessions')
		.set({ expiresAt: new Date(Date.now() - 1).toISOString() })
		.where('userId', '=', late.id)
		.execute();
	Object.assign(cookies, { disabled: left.cookie, expired: late.cookie, nobody: '' });
	await campaignFor(db, 'here', { instrument: 'small' });
	await campaignFor(db, 'gone');
	await updateCampaign(db, 'gone', { deleted_at: new Date().toISOString() });
	real.LEAD = newId();
	await completeResponse(real.LEAD, newKey(), saving({ role: ['seller', 1] }));
	const contributed = db.selectFrom('contributions').select('id').where('response', '=', real.LEAD);
	real.CONTRIBUTION = (await contributed.executeTakeFirstOrThrow()).id;
	await writeLead(db, leadRow({ response: real.LEAD, campaign: 'here', instrument: 'small' }));
	real.HOOK = crypto.randomUUID();
	const hook = { id: real.HOOK, url: 'https://crm.example.org', name: 'CRM', events: '["lead.captured"]' };
	await db
		.insertInto('webhooks')
		.values({ ...hook, created_at: new Date().toISOString(), campaign: null, disabled_at: null, generation: 1 })
		.execute();
	const key = async (id: string, some: readonly (typeof scopes)[number][]) =>
		(await addKey('command', id, { name: id, scopes: some, lastDay: null })) ?? '';
	const revoked = await key('revoked', scopes);
	await revokeKey('command', 'revoked');
	Object.assign(keys, { scoped: await key('scoped', scopes), revoked });
	for (const [at, scope] of scopes.entries())
		without[scope] = await key(
			`without-${at}`,
			scopes.filter((each) => each !== scope)
		);
});

const filled = (path: string): string =>
	Object.entries(real).reduce((text, [name, id]) => text.replace(name, id), path);

function ask(path: string, { method = 'GET' as 'GET' | 'POST', cookie = '', key = '' }) {
	const body = method === 'POST' ? { body: new URLSearchParams() } : {};
	const headers = { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) };
	return call(method, filled(path), { ...body, headers, ...(key ? { key } : {}) });
}

const all = [...new Set([...endpoints.keys(), ...pageLoaders.keys()])];
const ofStudio = all.filter((route) => route.startsWith('/(studio)/'));
const rows = Object.entries(studio);

test('every route of the studio, and every one for an API key, has a line here', () => {
	expect(ofStudio.toSorted()).toEqual([...Object.keys(studio), ...doors.map((door) => `${at}/${door}`)].toSorted());
	const scoped = all.filter((route) => typeof rules[route] === 'object' && 'scope' in rules[route]);
	expect(scoped.toSorted()).toEqual(Object.keys(byKey).toSorted());
});

test('nothing outside the studio asks for somebody who is signed in', () => {
	const signed = all.filter((route) => typeof rules[route] === 'object' && 'can' in rules[route]);
	expect(signed.filter((route) => !route.startsWith('/(studio)/'))).toEqual([]);
});

test('the navigation offers exactly what the role may open', () => {
	for (const { path, capability } of areas) expect(rules[`/(studio)${path}`]).toEqual({ can: capability });
});

describe.each(principals)('%s', (who) => {
	test.each(rows)('%s', async (route, line) => {
		const { method = 'GET', gone } = line;
		// Whoever signs out is out: another session does it.
		if (route.endsWith('/sign-out') && everybody.some((role) => role === who)) return;
		const response = await ask(pathOf(route, line), { method, cookie: cookies[who] });
		const isIn = everybody.some((role) => role === who);
		if (!isIn) {
			expect(response.status).toBe(303);
			expect(response.headers.get('location')).toMatch(/^\/studio\/sign-in\?to=%2Fstudio/);
		} else if (line.roles.some((role) => role === who)) {
			// A form without anything in it leads back to its page.
			expect([route, response.status]).toEqual([route, method === 'POST' ? 303 : 200]);
			expect(response.headers.get('location') ?? '').not.toContain('sign-in');
		} else {
			const missing = await ask('/-', {});
			expect([response.status, await response.text()]).toEqual([404, await missing.text()]);
		}
		if (gone === undefined) return;
		const none = await ask(gone, { method, cookie: cookies[who] });
		expect(none.status).toBe(isIn ? 404 : 303);
	});
});

test('who may sign out, may', async () => {
	const { address } = await signedIn('viewer');
	const response = await ask('/studio/sign-out', { method: 'POST', cookie: await cookieOf(address, PASSWORD) });
	expect([response.status, response.headers.get('location')]).toEqual([303, '/studio/sign-in']);
});

test.each(Object.entries(byKey))('with an API key: %s', async (route, line) => {
	const path = pathOf(route, line);
	// The key opens it; that nothing is there for an id that nobody has is said by its own problem.
	const isOpen = (await ask(path, { key: keys.scoped })).status;
	expect(isOpen).toBe(line.path === undefined ? 200 : 404);
	expect((await ask(path, { key: without[line.scope] ?? '' })).status).toBe(404);
	for (const key of [keys.revoked, 'bw_nonsense-nonsense-nonsense', ''])
		expect((await ask(path, { key })).status).toBe(401);
	expect((await ask(path, { cookie: cookies.owner })).status).toBe(401);
});

test.each(rows)('an API key opens nothing of the studio: %s', async (route, line) => {
	const response = await ask(pathOf(route, line), { method: line.method ?? 'GET', key: keys.scoped });
	expect(response.status).toBe(303);
});

test.each(rows)('a change that comes from another site is refused: %s', async (route, line) => {
	const foreign: readonly Record<string, string>[] = [
		{ origin: 'https://evil.test' },
		{ origin: 'null' },
		{ 'sec-fetch-site': 'cross-site' },
		{ 'sec-fetch-site': 'same-site' },
		{}
	];
	for (const headers of foreign) {
		const body = new URLSearchParams();
		const path = filled(pathOf(route, line));
		const response = await call('POST', path, { body, headers: { ...headers, cookie: cookies.owner } });
		expect([route, response.status]).toEqual([route, 403]);
	}
});
