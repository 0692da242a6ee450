// Reminders to take a survey again: set, replaced and cancelled by the owner, sent when due, refused by whom they reach.
import type { RequestEvent } from '@sveltejs/kit';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { hashOf } from '#lib/server/contacts.ts';
import { database } from '#lib/server/database/database.ts';
import { atTheEdge } from '#lib/server/edge.ts';
import { handlers } from '#lib/server/handlers.ts';
import { Posting } from '#lib/server/posting.ts';
import { erase } from '#lib/server/privacy.ts';
import { refusalToken } from '#lib/server/refusals.ts';
import { reminderOf, shownReminder } from '#lib/server/reminders.ts';
import { completeResponse, saveResponse } from '#lib/server/responses.ts';
import { share } from '#lib/server/shares.ts';
import { actions } from '../../src/routes/(site)/refuse/[token]/+page.server.ts';
import { MailServer } from '../support/smtp.ts';
import { call, makeWorld, newId, newKey, ORIGIN, saving } from '../support/world.ts';

const server = await new MailServer().start();
const world = makeWorld({ SMTP_URL: server.url });
afterAll(async () => {
	await world.stop();
	await server.stop();
});
afterEach(() => {
	vi.useRealTimers();
	server.mails.length = 0;
});

const DAY = 86_400_000;

let count = 0;
const someone = (): string => `person-${(count += 1)}@example.org`;

async function completed() {
	const [id, key] = [newId(), newKey()];
	const result = await completeResponse(id, key, saving({ role: ['seller', 1], first: ['agree', 2] }));
	return { id, key, owner: result.kind === 'completed' ? result.report.slice(3) : '' };
}

const remind = (owner: string, json: unknown) => call('POST', `/r/${owner}/reminder`, { json });

const remindersOf = async (response: string) =>
	(await database())
		.selectFrom('outbox')
		.selectAll()
		.where('response', '=', response)
		.where('kind', '=', 'reminder')
		.execute();

/** Runs what sends on a later day, until there is nothing of this response that waits. */
async function sendingAt(date: Date, response: string): Promise<void> {
	vi.setSystemTime(date);
	const posting = new Posting({ handlers: handlers(), chance: () => 0 });
	posting.start();
	await vi.waitFor(
		async () => expect((await remindersOf(response)).filter(({ state }) => state === 'waiting')).toEqual([]),
		{ timeout: 20_000 }
	);
	await posting.stop();
}

/** Posts to the refusal page as whoever has the link may do it. */
async function refuseAt(link: URL, headers: Readonly<Record<string, string>> = {}): Promise<number> {
	const request = new Request(link, {
		method: 'POST',
		headers,
		body: new URLSearchParams('List-Unsubscribe=One-Click')
	});
	const params = { token: link.pathname.slice('/refuse/'.length) };
	const route = { id: '/(site)/refuse/[token]' };
	const event = { request, url: link, params, route, locals: {}, getClientAddress: () => '::1' };
	const reply = await atTheEdge(event as unknown as RequestEvent, async () => {
		const said = await actions.default(event as unknown as Parameters<typeof actions.default>[0]);
		return Response.json(said);
	});
	return reply.status;
}

describe('a reminder', () => {
	test('is set, shows its day, is replaced, and is cancelled', async () => {
		const { id, owner } = await completed();
		vi.setSystemTime('2026-11-30T10:00:00Z');
		expect(await shownReminder(owner, 'unfit', true, 'en')).toEqual({ date: null, canSet: true, refused: 'unfit' });
		const set = await remind(owner, { email: someone(), months: 3 });
		expect([set.status, await set.json()]).toEqual([202, { date: '2027-02-28' }]);
		expect(await shownReminder(owner, '<b>', false, 'en')).toEqual({
			date: '28 February 2027',
			canSet: false,
			refused: null
		});
		const other = someone();
		await remind(owner, { email: other, months: 12 });
		expect(await remindersOf(id)).toMatchObject([
			{ destination: other, due_at: '2027-11-30T10:00:00.000Z', payload: '{"template":"reminder"}' }
		]);
		expect((await call('DELETE', `/r/${owner}/reminder`)).status).toBe(200);
		expect(await reminderOf(owner)).toBeNull();
		expect((await call('DELETE', `/r/${owner}/reminder`)).status).toBe(404);
	});

	test('is set and cancelled with a form', async () => {
		const { owner } = await completed();
		const post = async (fields: Record<string, string>) => {
			const body = new URLSearchParams(fields);
			const reply = await call('POST', `/r/${owner}/reminder`, { body, headers: { origin: ORIGIN } });
			return [reply.status, reply.headers.get('location')];
		};
		expect(await post({ email: 'nobody', months: '3' })).toEqual([303, `/r/${owner}?reminder=unfit#reminder`]);
		expect(await reminderOf(owner)).toBeNull();
		const email = someone();
		expect(await post({ email, months: '6' })).toEqual([303, `/r/${owner}#reminder`]);
		expect(await reminderOf(owner)).not.toBeNull();
		expect(await post({ cancel: 'yes' })).toEqual([303, `/r/${owner}#reminder`]);
		expect(await reminderOf(owner)).toBeNull();
		for (let time = 0; time < 4; time++) await post({ email, months: '3' });
		expect(await post({ email, months: '3' })).toEqual([303, `/r/${owner}?reminder=later#reminder`]);
	});

	test('a text that is no address is told to be one', async () => {
		const { owner } = await completed();
		const refused = await remind(owner, { email: 'nobody', months: 3 });
		expect([refused.status, await refused.json()]).toEqual([
			422,
			{
				problems: [
					{
						code: 'wrong-address',
						where: 'email',
						message: 'expected one mail address, such as name@example.org, found another text. Check how it is spelled.'
					}
				]
			}
		]);
	});

	test.each([
		{},
		{ email: 'a@example.org' },
		{ email: 'a@example.org', months: 1 },
		{ email: 'a@example.org', months: '7' },
		{ email: 'a@example.org\nBcc: b@example.org', months: 3 },
		{ email: 'a@example.org', months: 3, text: 'Buy!' },
		{ email: 'a@example.org', months: 3, cancel: true },
		{ cancel: false }
	])('%o is refused', async (json) => {
		const { id, owner } = await completed();
		expect((await remind(owner, json)).status).toBe(422);
		expect(await remindersOf(id)).toEqual([]);
	});

	test('is for the owner only, and from our own pages only', async () => {
		const { id, key, owner } = await completed();
		const shared = await share(owner, 'whole');
		const json = { email: someone(), months: 3 };
		for (const other of [shared?.path.slice(3) ?? '', key, newKey()]) {
			expect((await remind(other, json)).status).toBe(404);
			expect((await call('DELETE', `/r/${other}/reminder`)).status).toBe(404);
		}
		const headers = { origin: 'https://evil.test' };
		expect((await call('POST', `/r/${owner}/reminder`, { json, headers })).status).toBe(403);
		expect(await remindersOf(id)).toEqual([]);
	});

	test('is gone with the response', async () => {
		const { id, owner } = await completed();
		await remind(owner, { email: someone(), months: 3 });
		await erase(owner);
		expect(await remindersOf(id)).toEqual([]);
	});

	test('comes when it is due and not before, says since when, and leads to the report and out of it', async () => {
		const { id, owner } = await completed();
		const email = someone();
		const { due } = await set(owner, email);
		vi.setSystemTime(due.getTime() - 3 * DAY);
		const early = new Posting({ handlers: handlers(), chance: () => 0 });
		const another = await completed();
		await askForLink(another.id, another.key, someone());
		early.start();
		await vi.waitFor(() => expect(server.mails).toHaveLength(1), { timeout: 20_000 });
		await early.stop();
		expect((await remindersOf(id)).map(({ attempts }) => attempts)).toEqual([0]);

		await sendingAt(due, id);
		const mail = server.mails.find(({ to }) => to.includes(email))?.email;
		expect(mail?.from).toEqual({ name: '', address: 'no-reply@survey.test' });
		expect(mail?.text).toMatch(/On \d+ \w+ \d{4}, 3 months ago, you answered “Small”/);
		const links = (mail?.text ?? '').match(/^https:.*$/gm) ?? [];
		const refusal = `${ORIGIN}/refuse/${refusalToken(hashOf(email))}`;
		const report = new RegExp(`^${ORIGIN}/r/${owner}\\?mail=[\\w-]{32}#again$`);
		expect(links).toEqual([expect.stringMatching(report), refusal, ORIGIN]);
		for (const link of links.slice(0, 2)) expect(mail?.html).toContain(`<a href="${link}">${link}</a>`);
		const said = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
		expect(said('list-unsubscribe')).toBe(`<${refusal}>`);
		expect(said('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
		expect(said('auto-submitted')).toBe('auto-generated');
		expect(await reminderOf(owner)).toBeNull();
	});
});

async function set(owner: string, email: string) {
	const { date } = (await (await remind(owner, { email, months: 3 })).json()) as { date: string };
	return { due: new Date(Date.parse(date) + 2 * DAY) };
}

const askForLink = (id: string, key: string, email: string) =>
	call('POST', `/api/v1/responses/${id}/resume-link`, { key, json: { email } });

describe('a refusal', () => {
	test('by the link in a reminder drops what waits and lets no later one through, but a link that is asked for comes', async () => {
		const [first, second] = [await completed(), await completed()];
		const email = someone();
		await set(first.owner, email);
		const { due } = await set(second.owner, email.toUpperCase());
		const untouched = await completed();
		await set(untouched.owner, someone());
		const link = new URL(`${ORIGIN}/refuse/${refusalToken(hashOf(email))}`);

		// A mail provider's one request: no origin of ours, whatever else it says.
		expect(await refuseAt(link, { origin: 'null', cookie: 'a=b', 'sec-fetch-site': 'cross-site' })).toBe(200);
		expect(await remindersOf(first.id)).toEqual([]);
		expect(await remindersOf(second.id)).toEqual([]);
		expect(await remindersOf(untouched.id)).toHaveLength(1);

		expect((await remind(first.owner, { email, months: 3 })).status).toBe(202);
		await sendingAt(new Date(due.getTime() + DAY), first.id);
		expect(server.mails.filter(({ to }) => to.includes(email))).toEqual([]);

		vi.useRealTimers();
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, saving({}));
		await askForLink(id, key, email);
		const posting = new Posting({ handlers: handlers(), chance: () => 0 });
		posting.start();
		await vi.waitFor(() => expect(server.mails.map(({ to }) => to)).toContainEqual([email]), { timeout: 20_000 });
		await posting.stop();
	});

	test('with a link that is not ours gets the same answer and changes nothing', async () => {
		const { id, owner } = await completed();
		const email = someone();
		await set(owner, email);
		const refused = async () => (await database()).selectFrom('refusals').selectAll().execute();
		const before = await refused();
		const token = refusalToken(hashOf(email));
		for (const other of ['x', hashOf(email), `${token}x`, `${hashOf(someone())}${token.slice(32)}`, newKey()]) {
			expect(await refuseAt(new URL(`${ORIGIN}/refuse/${other}`))).toBe(200);
		}
		expect(await refused()).toEqual(before);
		expect(await remindersOf(id)).toHaveLength(1);
		expect(await refuseAt(new URL(`${ORIGIN}/refuse/${token}`))).toBe(200);
		expect(await refuseAt(new URL(`${ORIGIN}/refuse/${token}`))).toBe(200);
		expect(await remindersOf(id)).toEqual([]);
		expect(await refused()).toHaveLength(before.length + 1);
	});
});
