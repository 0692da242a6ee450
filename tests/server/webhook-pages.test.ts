// Webhooks and keys in the studio: who may, what is refused, secrets that are shown once, the log and what it does.
import { randomUUID } from 'node:crypto';
import { Webhook as Reference } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { endKey, listKeys, makeKey } from '../../src/cli/key.ts';
import { apiKeyOf } from '#lib/server/api-keys.ts';
import { database } from '#lib/server/database/database.ts';
import { PAGE } from '#lib/server/deliveries.ts';
import { allWebhooks } from '#lib/server/webhooks.ts';
import { Receiver } from '../support/receiver.ts';
import { signedIn, type SignedIn } from '../support/signed-in.ts';
import { taken } from '../support/taking.ts';
import { call, makeWorld } from '../support/world.ts';

const receiver = await new Receiver().start();
const world = makeWorld({ EGRESS_ALLOW: receiver.host });
afterAll(async () => {
	await receiver.stop();
	await world.stop();
});

let owner: SignedIn;
let marketer: SignedIn;
let viewer: SignedIn;
beforeAll(async () => {
	owner = await signedIn('owner');
	marketer = await signedIn('marketer');
	viewer = await signedIn('viewer');
});
beforeEach(async () => {
	receiver.received.length = 0;
	await (await database()).deleteFrom('webhooks').execute();
});

const post = (path: string, fields: Readonly<Record<string, string>>, { headers }: SignedIn = marketer) =>
	call('POST', path, { body: new URLSearchParams(fields), headers });
const read = async <Page>(path: string, { headers }: SignedIn = marketer): Promise<Page> =>
	(await (await call('GET', path, { headers })).json()) as Page;

const fields = (more: Readonly<Record<string, string>> = {}) => ({
	id: randomUUID(),
	name: 'CRM',
	url: `http://${receiver.host}/hook`,
	campaign: '',
	completed: 'on',
	...more
});

async function made(): Promise<{ readonly id: string; readonly secret: string; readonly path: string }> {
	const reply = await post('/studio/webhooks/new', fields());
	const { made } = (await reply.json()) as { made: { id: string; secret: string } };
	return { ...made, path: `/studio/webhooks/${made.id}` };
}

type Faulty = { readonly faults: { where: string; code: string }[]; readonly typed: Record<string, string> };

describe('a new webhook', () => {
	test('shows its secret once, and sent twice it is one', async () => {
		const form = fields();
		const reply = (await (await post('/studio/webhooks/new', form)).json()) as { made: { secret: string } };
		expect(reply.made.secret).toMatch(/^whsec_[\w+/]{32}$/);
		expect((await post('/studio/webhooks/new', form)).status).toBe(409);
		expect(await allWebhooks()).toHaveLength(1);
		expect(JSON.stringify(await read(`/studio/webhooks/${form.id}`))).not.toContain('whsec_');
	});

	test.each([
		[{ url: 'http://169.254.169.254/' }, 'url', 'not-public'],
		[{ url: 'http://localhost/' }, 'url', 'not-public'],
		[{ url: 'https://example.org:22/' }, 'url', 'port'],
		[{ url: 'https://me:word@example.org/' }, 'url', 'credentials'],
		[{ url: 'javascript:alert(1)' }, 'url', 'address'],
		[{ url: '' }, 'url', 'out-of-range'],
		[{ name: ' ' }, 'name', 'out-of-range'],
		[{ name: 'a\u0000b' }, 'name', 'bad-text'],
		[{ name: 'x'.repeat(81) }, 'name', 'out-of-range'],
		[{ campaign: '../x' }, 'campaign', 'wrong-value'],
		[{ completed: '' }, 'completed', 'wrong-value'],
		[{ id: 'x' }, 'id', 'wrong-value']
	])('%o is refused, and what was typed stays', async (wrong, where, code) => {
		const reply = await post('/studio/webhooks/new', fields(wrong));
		const { faults, typed } = (await reply.json()) as Faulty;
		expect([reply.status, faults.map((fault) => fault.where)]).toEqual([422, [where]]);
		expect(faults[0]?.code).toBe(code);
		expect(typed['url']).toBe({ ...fields(), ...wrong }.url);
		expect(await allWebhooks()).toEqual([]);
	});

	test('has to be told of something', async () => {
		const { completed: _, ...form } = fields();
		expect(((await (await post('/studio/webhooks/new', form)).json()) as Faulty).faults).toEqual([
			{ where: 'started', code: 'no-event' }
		]);
	});
});

type Page = {
	readonly log: {
		readonly deliveries: { message: string; status: number; canReplay: boolean }[];
		readonly next: string | null;
	};
	readonly webhook: { disabledAt: string | null };
};

describe('its page', () => {
	test('an example arrives, signed, in the real shape and marked', async () => {
		const { secret, path } = await made();
		const reply = await post(`${path}?/test`, { event: 'lead.captured' });
		expect([reply.status, reply.headers.get('location')]).toEqual([303, `${path}?done=tested`]);
		const [received] = receiver.received;
		const said = new Reference(secret).verify(received?.body ?? '', received?.headers ?? {});
		expect(said).toMatchObject({ type: 'lead.captured', data: { response: { test: true } } });
		expect((await read<Page>(path)).log.deliveries).toMatchObject([{ status: 204, canReplay: false }]);
	});

	test('a new secret is shown once and signs from then on', async () => {
		const { secret, path } = await made();
		const { secret: next } = (await (await post(`${path}?/rotate`, {})).json()) as { secret: string };
		expect(next).not.toBe(secret);
		await post(`${path}?/test`, { event: 'response.completed' });
		const [received] = receiver.received;
		for (const each of [secret, next])
			expect(() => new Reference(each).verify(received?.body ?? '', received?.headers ?? {})).not.toThrow();
	});

	test('it is switched off and on, changed and removed', async () => {
		const { path, id } = await made();
		await post(`${path}?/off`, {});
		expect((await read<Page>(path)).webhook.disabledAt).not.toBeNull();
		await post(`${path}?/on`, {});
		expect((await read<Page>(path)).webhook.disabledAt).toBeNull();
		const { id: _, ...form } = fields({ name: 'Other', lead: 'on' });
		await post(`${path}?/change`, form);
		expect(await allWebhooks()).toMatchObject([{ id, name: 'Other', events: ['response.completed', 'lead.captured'] }]);
		expect((await post(`${path}?/remove`, {})).headers.get('location')).toBe('/studio/webhooks');
		expect((await call('GET', path, { headers: marketer.headers })).status).toBe(404);
	});

	test('the log goes page by page, is narrowed, and a message in it can be sent again', async () => {
		const { path, id } = await made();
		const { id: response } = await taken();
		const rows = Array.from({ length: PAGE + 3 }, (_, at) => ({
			id: randomUUID(),
			webhook: id,
			message: `msg_${at}`,
			event: 'response.completed',
			response,
			revision: 1,
			attempt: 1,
			status: at === 0 ? 500 : 204,
			ms: 5,
			error: at === 0 ? 'status 500' : null,
			at: new Date(Date.now() - at * 1000).toISOString()
		}));
		await (await database()).insertInto('deliveries').values(rows).execute();
		const first = await read<Page>(path);
		const second = await read<Page>(`${path}?after=${first.log.next}`);
		const seen = [...first.log.deliveries, ...second.log.deliveries].map(({ message }) => message);
		expect([seen, second.log.next]).toEqual([rows.map(({ message }) => message), null]);
		const failed = await read<Page>(`${path}?outcome=failed`);
		expect(failed.log.deliveries.map(({ message }) => message)).toEqual(['msg_0']);
		expect((await read<Page>(`${path}?event=lead.captured`)).log.deliveries).toEqual([]);
		expect((await read<Page>(`${path}?after=nonsense&outcome=x`)).log.deliveries).toHaveLength(PAGE);

		expect((await post(`${path}?/replay`, { message: 'msg_0' })).headers.get('location')).toBe(`${path}?done=replayed`);
		const waiting = await (await database()).selectFrom('outbox').selectAll().where('id', '=', 'msg_0').execute();
		expect(waiting).toMatchObject([{ state: 'waiting', destination: id, response }]);
		expect((await post(`${path}?/replay`, { message: 'msg_none' })).status).toBe(404);
	});
});

describe('API keys', () => {
	test('an owner makes one, sees it once, and revokes it', async () => {
		const form = { id: randomUUID(), name: 'Warehouse', responses: 'on', lastDay: '' };
		const reply = await post('/studio/keys?/add', form, owner);
		const { made } = (await reply.json()) as { made: { key: string } };
		expect(await apiKeyOf(made.key, new Date())).toMatchObject({ name: 'Warehouse', scopes: ['responses:read'] });
		expect((await post('/studio/keys?/add', form, owner)).status).toBe(409);
		expect(JSON.stringify(await read('/studio/keys', owner))).not.toContain(made.key);
		await post('/studio/keys?/revoke', { id: form.id }, owner);
		expect(await apiKeyOf(made.key, new Date())).toBeNull();
	});

	test.each([
		[{ name: '' }, 'name'],
		[{ responses: '' }, 'responses'],
		[{ lastDay: '2020-01-01' }, 'lastDay'],
		[{ lastDay: '2027-02-30' }, 'lastDay'],
		[{ more: '1' }, 'more']
	])('%o is refused', async (wrong, where) => {
		const form = { id: randomUUID(), name: 'Warehouse', responses: 'on', lastDay: '', ...wrong };
		const reply = await post('/studio/keys?/add', form, owner);
		expect([reply.status, ((await reply.json()) as Faulty).faults[0]?.where]).toEqual([422, where]);
	});

	test('on the command line too', async () => {
		const said: string[] = [];
		const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
		const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		await makeKey({ name: 'Nightly', scope: ['leads:read'], lastDay: '2099-12-31' });
		const key = said[0]?.trim() ?? '';
		const found = await apiKeyOf(key, new Date());
		expect(found).toMatchObject({ name: 'Nightly', scopes: ['leads:read'] });
		await listKeys({});
		expect(said.join('')).toContain(`${found?.id}  Nightly  leads:read  used `);
		await endKey(found?.id ?? '');
		expect(await apiKeyOf(key, new Date())).toBeNull();
		await expect(endKey(found?.id ?? '')).rejects.toThrow('ended with 1');
		await expect(makeKey({ name: 'x', scope: ['everything'] })).rejects.toThrow('ended with 2');
		await expect(makeKey({ name: 'x', scope: ['leads:read'], lastDay: '2020-01-01' })).rejects.toThrow('ended with 2');
		out.mockRestore();
		err.mockRestore();
	});
});

test('whoever may not, finds nothing there', async () => {
	const { path } = await made();
	for (const [who, page] of [
		[viewer, '/studio/webhooks'],
		[viewer, '/studio/webhooks/new'],
		[viewer, path],
		[viewer, '/studio/keys'],
		[marketer, '/studio/keys']
	] as const) {
		expect([page, (await call('GET', page, { headers: who.headers })).status]).toEqual([page, 404]);
		expect([page, (await post(`${page}?/add`, {}, who)).status]).toEqual([page, 404]);
	}
	expect((await call('GET', path)).headers.get('location')).toContain('/studio/sign-in');
	expect(await allWebhooks()).toHaveLength(1);
});
