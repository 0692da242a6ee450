// Mail, with a real mail server at the other end: a link to go on elsewhere, and what becomes of it when that server fails.
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { hashOf, responsesOf } from '#lib/server/contacts.ts';
import { database } from '#lib/server/database/database.ts';
import { handlers } from '#lib/server/handlers.ts';
import { claim } from '#lib/server/outbox.ts';
import { Posting } from '#lib/server/posting.ts';
import { erase } from '#lib/server/privacy.ts';
import { completeResponse, saveResponse } from '#lib/server/responses.ts';
import { MailServer } from '../support/smtp.ts';
import { call, makeWorld, newId, newKey, ORIGIN, saving } from '../support/world.ts';

const server = await new MailServer().start();
const world = makeWorld({ SMTP_URL: server.url, MAIL_FROM: 'Müller & Söhne <survey@example.com>' });
afterAll(async () => {
	await world.stop();
	await server.stop();
});
afterEach(() => {
	server.mails.length = 0;
	server.refusal = () => null;
	server.losesReply = false;
});

async function begun() {
	const [id, key] = [newId(), newKey()];
	await saveResponse(id, key, saving({ role: ['seller', 1], first: ['agree', 2] }));
	return { id, key };
}

let count = 0;
const someone = (): string => `person-${(count += 1)}@example.org`;

const askFor = (id: string, key: string, json: unknown) =>
	call('POST', `/api/v1/responses/${id}/resume-link`, { key, json });

const rowsOf = async (response: string) =>
	(await database()).selectFrom('outbox').selectAll().where('response', '=', response).execute();

/** Runs what sends, as if it were that date, until it is done. */
async function sending(until: () => Promise<void> | void, date = new Date()): Promise<void> {
	const posting = new Posting({ handlers: handlers(), clock: () => date, chance: () => 0 });
	posting.start();
	await vi.waitFor(until, { timeout: 20_000 });
	await posting.stop();
}

const states = (response: string, expected: readonly string[]) => async () =>
	expect((await rowsOf(response)).map(({ state }) => state)).toEqual(expected);

describe('a link to go on', () => {
	test('comes by mail and opens the answers on another device', async () => {
		const { id, key } = await begun();
		const address = someone();
		const reply = await askFor(id, key, { email: address });
		expect([reply.status, await reply.json()]).toEqual([202, { sent: true }]);
		await sending(states(id, ['sent']));

		const [mail, ...more] = server.mails;
		expect(more).toEqual([]);
		expect([mail?.from, mail?.to]).toEqual(['survey@example.com', [address]]);
		const { from, to, subject, text = '', html, headers } = mail?.email ?? { headers: [] };
		expect(from).toEqual({ name: 'Müller & Söhne', address: 'survey@example.com' });
		expect(to).toEqual([{ name: '', address }]);
		expect(subject).toBe('Your link to go on with “Small”');
		expect(text).toContain('\n\nTest operator\n' + ORIGIN);
		expect(headers.filter(({ key }) => key === 'auto-submitted').map(({ value }) => value)).toEqual(['auto-generated']);
		expect(headers.some(({ key }) => key.startsWith('list-'))).toBe(false);

		const [, link = '', mailed = '', resume = ''] =
			/^(https:\/\/survey\.test\/small\/survey#continue=([0-9a-f-]{36})\.([\w-]{32}))$/m.exec(text) ?? [];
		expect(html).toContain(`<a href="${link}">${link}</a>`);
		expect(html).not.toMatch(/<img|<script|<link|src=|url\(/);
		const opened = await call('GET', `/api/v1/responses/${mailed}`, { key: resume });
		expect(await opened.json()).toMatchObject({
			id,
			answers: { role: { value: 'seller' }, first: { value: 'agree' } }
		});
		expect((await call('PUT', `/api/v1/responses/${id}`, { key: resume, json: saving({}) })).status).toBe(200);
	});

	test('leaves nothing in the outbox that says whom it went to, and before that no link', async () => {
		const { id, key } = await begun();
		const address = someone();
		await askFor(id, key, { email: address });
		expect(await rowsOf(id)).toMatchObject([{ destination: address, payload: '{"template":"resume"}' }]);
		await sending(states(id, ['sent']));
		expect(await rowsOf(id)).toMatchObject([{ destination: '', payload: '{}' }]);
	});

	test('can be found by its address later, of which only a hash is kept', async () => {
		const { id, key } = await begun();
		const address = someone();
		await askFor(id, key, { email: address });
		expect(await responsesOf(` ${address.toUpperCase()}`)).toEqual([id]);
		expect(await responsesOf(someone())).toEqual([]);
		const rows = await (await database()).selectFrom('contacts').selectAll().where('response', '=', id).execute();
		expect(rows.map((row) => row.address)).toEqual([hashOf(address)]);
		expect(JSON.stringify(rows)).not.toContain('person');
	});

	test('is still given in the reply where no address is', async () => {
		const { id, key } = await begun();
		for (const json of [undefined, {}]) expect(await (await askFor(id, key, json)).json()).toHaveProperty('link');
		expect(await rowsOf(id)).toEqual([]);
	});

	test('is not sent any more where the answers were erased while it was on its way', async () => {
		const { id, key } = await begun();
		await askFor(id, key, { email: someone() });
		const claimed = (await claim(['mail'], 50, new Date())).find(({ response }) => response === id);
		const completed = await completeResponse(id, key, saving({}));
		await erase(completed.kind === 'completed' ? completed.report.slice(3) : '');
		if (claimed === undefined) throw new Error('nothing was posted');
		await handlers()['mail']?.(claimed, new AbortController().signal);
		expect(server.mails).toEqual([]);
	});

	test('goes to nobody without the key, and from nothing that was erased', async () => {
		const { id, key } = await begun();
		expect((await askFor(id, newKey(), { email: someone() })).status).toBe(404);
		expect((await askFor(newId(), key, { email: someone() })).status).toBe(404);
		expect(await rowsOf(id)).toEqual([]);
		await askFor(id, key, { email: someone() });
		const completed = await completeResponse(id, key, saving({}));
		expect(await erase(completed.kind === 'completed' ? completed.report.slice(3) : '')).toBe(true);
		expect(await rowsOf(id)).toEqual([]);
	});

	test.each([
		'',
		'someone',
		'a@b',
		'a@example.org,b@example.org',
		'a@example.org\r\nBcc: b@example.org',
		'a@example.org\nb@example.org',
		'"a\r\nBcc: b@example.org"@example.org',
		'A <a@example.org>',
		' a@example.org',
		`${'a'.repeat(250)}@example.org`,
		['a@example.org'],
		null,
		7
	])('the address %j is refused', async (email) => {
		const { id, key } = await begun();
		expect((await askFor(id, key, { email })).status).toBe(422);
		expect(await rowsOf(id)).toEqual([]);
	});

	test('an unknown field is refused', async () => {
		const { id, key } = await begun();
		expect((await askFor(id, key, { email: someone(), text: 'Buy!' })).status).toBe(422);
	});

	test('to one address goes five times an hour, whatever the response and however it is written', async () => {
		const address = someone();
		for (let time = 0; time < 5; time++) {
			const { id, key } = await begun();
			expect((await askFor(id, key, { email: address })).status).toBe(202);
		}
		const { id, key } = await begun();
		const refused = await askFor(id, key, { email: address.toUpperCase() });
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
		expect(await rowsOf(id)).toEqual([]);
		expect((await askFor(id, key, { email: someone() })).status).toBe(202);
	});

	test('from one response goes to ten people a day', async () => {
		const { id, key } = await begun();
		for (let time = 0; time < 10; time++) expect((await askFor(id, key, { email: someone() })).status).toBe(202);
		expect((await askFor(id, key, { email: someone() })).status).toBe(429);
	});
});

describe('a mail server', () => {
	test('that is down gets it later, once and under one name', async () => {
		const { id, key } = await begun();
		await askFor(id, key, { email: someone() });
		await server.stop();
		await sending(async () => expect(await rowsOf(id)).toMatchObject([{ state: 'waiting', attempts: 1, lease: null }]));
		const [row] = await rowsOf(id);
		expect(row?.error).toMatch(/SMTP CONN ESOCKET|SMTP CONN ECONNECTION/);
		expect(Date.parse(row?.due_at ?? '')).toBeGreaterThan(Date.now());
		await server.start();
		await sending(states(id, ['sent']), new Date(Date.now() + 3_600_000));
		expect(server.mails.filter(({ email }) => email.messageId === `<${row?.id}@survey.test>`)).toHaveLength(1);
		expect(server.mails.filter(({ email }) => email.text?.includes(id))).toHaveLength(1);
	});

	test('whose answer is lost gets the same mail again', async () => {
		const { id, key } = await begun();
		await askFor(id, key, { email: someone() });
		server.losesReply = true;
		await sending(async () => expect(await rowsOf(id)).toMatchObject([{ attempts: 1, lease: null }]));
		server.losesReply = false;
		await sending(states(id, ['sent']), new Date(Date.now() + 3_600_000));
		const mine = server.mails.filter(({ email }) => email.text?.includes(id));
		expect(mine).toHaveLength(2);
		expect(new Set(mine.map(({ email }) => email.messageId)).size).toBe(1);
		expect(new Set(mine.map(({ email }) => email.text)).size).toBe(1);
	});

	test.each([
		[550, 'dead', 'Permanent: SMTP RCPT TO 550'],
		[450, 'waiting', 'Error: SMTP RCPT TO 450']
	])('that answers %d to the recipient: %s, and the address is not in the reason', async (code, state, error) => {
		const { id, key } = await begun();
		const address = someone();
		server.refusal = (each) => (each === address ? { code, text: 'no such person' } : null);
		await askFor(id, key, { email: address });
		await sending(async () => expect(await rowsOf(id)).toMatchObject([{ state, error, attempts: 1, lease: null }]));
		expect(server.mails.some(({ to }) => to.includes(address))).toBe(false);
	});
});
