// Other programs are told what happens here: once each, signed, again until received, and nothing of who was erased.
import { randomUUID } from 'node:crypto';
import { Webhook as Reference } from 'standardwebhooks';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { payloadShapes } from '#lib/server/api-shapes.ts';
import { change, database } from '#lib/server/database/database.ts';
import { deliveriesOf, pruneDeliveries } from '#lib/server/deliveries.ts';
import { webhookHandlers } from '#lib/server/handlers.ts';
import { writeLead } from '#lib/server/leads.ts';
import { Posting } from '#lib/server/posting.ts';
import { erase } from '#lib/server/privacy.ts';
import { findResponse } from '#lib/server/response-rows.ts';
import { announce, replay } from '#lib/server/webhook-posting.ts';
import { webhookSecret } from '#lib/server/webhook-signing.ts';
import {
	addWebhook,
	findWebhook,
	removeWebhook,
	rotateSecret,
	switchWebhook,
	type WebhookChoice
} from '#lib/server/webhooks.ts';
import { Receiver, type Received } from '../support/receiver.ts';
import { leadRow } from '../support/leads.ts';
import { taken } from '../support/taking.ts';
import { call, makeWorld, newId, newKey, saving, type Given } from '../support/world.ts';

const receiver = await new Receiver().start();
const world = makeWorld({ EGRESS_ALLOW: receiver.host });
const usual = receiver.reply;
let posting: Posting | null = null;

beforeEach(async () => {
	const db = await database();
	for (const table of ['outbox', 'webhooks', 'audit'] as const) await db.deleteFrom(table).execute();
	receiver.received.length = 0;
	receiver.reply = usual;
});
afterEach(async () => {
	await posting?.stop();
	posting = null;
});
afterAll(async () => {
	await receiver.stop();
	await world.stop();
});

const FULL: Given = {
	role: ['seller', 1],
	first: ['agree', 2],
	second: ['neither', 3],
	third: ['neither', 4],
	remark: ['Łódź ≥ 1', 5]
};

const ALL: WebhookChoice['events'] = ['response.started', 'response.completed', 'lead.captured'];

async function added(choice: Partial<WebhookChoice> = {}): Promise<string> {
	const id = randomUUID();
	const url = `http://${receiver.host}/${id}`;
	await addWebhook('command', id, { name: 'CRM', url, events: ALL, campaign: null, ...choice });
	return id;
}

/** Sends what waits, until nothing is due any more. */
async function sent(): Promise<void> {
	posting ??= new Posting({ handlers: webhookHandlers });
	posting.start();
	posting.wake();
	const db = await database();
	await vi.waitFor(async () => {
		const rows = await db
			.selectFrom('outbox')
			.select(['state', 'attempts', 'lease'])
			.where('kind', '=', 'webhook')
			.execute();
		expect(
			rows.filter(({ state, attempts, lease }) => lease !== null || (state === 'waiting' && attempts === 0))
		).toEqual([]);
	}, 10_000);
}

/** As a receiver reads it: with the reference library, which throws where the signature is not right. */
const verified = ({ body, headers }: Received, secret: string) =>
	new Reference(secret).verify(body, headers) as { type: string; timestamp: string; data: Record<string, unknown> };

const kinds = (): string[] =>
	receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type).toSorted();

const rowsOf = async (kind = 'webhook') =>
	(await database()).selectFrom('outbox').selectAll().where('kind', '=', kind).execute();

/** A response of a campaign, as the store holds it, and whoever answered it with an address. */
async function withLead(id: string, campaign: string): Promise<void> {
	await change(id, async (db) => {
		const stored = await findResponse(db, id);
		if (stored === null) throw new Error('no such response');
		await writeLead(db, leadRow({ response: id, campaign, instrument: stored.instrument }));
		await announce(db, 'lead.captured', { ...stored, campaign });
	});
}

describe('what is told', () => {
	test('a start and a completion, each once, in their documented shape, and nobody learns an answer', async () => {
		const id = await added();
		const { id: response } = await taken(FULL);
		await sent();
		expect(kinds()).toEqual(['response.completed', 'response.started']);
		const said = receiver.received.map((each) => verified(each, webhookSecret(id, 1)));
		const [started, completed] = ['response.started', 'response.completed'].map((type) =>
			said.find((each) => each.type === type)
		);
		expect(payloadShapes['response.started'].parse(started)).toBeTruthy();
		expect(payloadShapes['response.completed'].parse(completed)).toMatchObject({
			data: {
				response: { id: response, instrument: 'small', campaign: null, test: false, revision: 1 },
				result: { indices: { company: { tenths: 667, band: 'middle' } } }
			}
		});
		expect(receiver.received.map(({ body }) => body).join()).not.toContain('Łódź');
	});

	test('an address, to those only who asked for it, with the result once there is one', async () => {
		const [crm, other] = [await added(), await added({ events: ['response.completed'] })];
		const { id } = await taken(FULL);
		await withLead(id, 'spring');
		await sent();
		const leads = receiver.received.filter(({ body }) => body.includes('lead.captured'));
		expect(leads.map(({ path }) => path)).toEqual([`/${crm}`]);
		const said = payloadShapes['lead.captured'].parse(verified(leads[0] as Received, webhookSecret(crm, 1)));
		expect(said.data.lead).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.org' });
		expect(said.data.result?.indices['company']).toEqual({ tenths: 667, band: 'middle' });
		const without = receiver.received.filter((each) => each !== leads[0]).map(({ body }) => body);
		expect(without.join()).not.toMatch(/ada@example|Lovelace/);
		expect(receiver.received.filter(({ path }) => path === `/${other}`)).toHaveLength(1);
	});

	test('an address that comes first has no result yet', async () => {
		const id = await added({ events: ['lead.captured'] });
		const response = newId();
		await call('PUT', `/api/v1/responses/${response}`, { key: newKey(), json: saving({ role: ['seller', 1] }) });
		await withLead(response, 'spring');
		await sent();
		const said = verified(receiver.received[0] as Received, webhookSecret(id, 1));
		expect(payloadShapes['lead.captured'].parse(said).data.result).toBeNull();
	});

	test('only of its campaign', async () => {
		await added({ campaign: 'spring' });
		await taken();
		const { id } = await taken();
		await withLead(id, 'spring');
		await sent();
		expect(kinds()).toEqual(['lead.captured']);
	});

	test('saving and completing again posts nothing more; a new revision does', async () => {
		await added();
		const { id, key, owner } = await taken();
		await taken(undefined, key, id);
		expect(await rowsOf()).toHaveLength(2);
		await call('POST', `/r/${owner}/reopen`);
		await taken({ role: ['seller', Date.now()], first: ['disagree', Date.now()] }, key, id);
		await sent();
		expect(kinds()).toEqual(['response.completed', 'response.completed', 'response.started']);
		const revisions = receiver.received.map(
			({ body }) => (JSON.parse(body) as { data: { response: { revision: number } } }).data.response.revision
		);
		expect(revisions.toSorted()).toEqual([1, 1, 2]);
	});

	test('of test answers nobody is told', async () => {
		await added();
		const response = newId();
		const answers = saving({ role: ['seller', 1] });
		await call('POST', `/api/v1/responses/${response}/complete`, { key: newKey(), json: answers });
		await change(response, async (db) => {
			await db.deleteFrom('outbox').where('response', '=', response).execute();
			await db.updateTable('responses').set({ is_test: 1 }).where('id', '=', response).execute();
			const stored = await findResponse(db, response);
			if (stored) await announce(db, 'response.completed', stored);
		});
		expect(await rowsOf()).toEqual([]);
	});

	test('nothing of who was erased meanwhile', async () => {
		await added();
		const { owner } = await taken();
		await erase(owner);
		await sent();
		expect(receiver.received).toEqual([]);
	});

	test('nothing of it waits in the outbox, and its id tells nothing', async () => {
		const id = await added();
		const { id: response } = await taken();
		for (const row of await rowsOf()) {
			expect(row.id).toMatch(/^msg_[\w-]{27}$/);
			expect([row.destination, Object.keys(JSON.parse(row.payload) as object)]).toEqual([id, ['event', 'revision']]);
			expect(row.id + row.payload).not.toContain(response);
		}
	});
});

describe('the signature', () => {
	test('of the old secret stays valid for a day beside the new one', async () => {
		const id = await added({ events: ['response.completed'] });
		await rotateSecret('command', id);
		await taken();
		await sent();
		const [received] = receiver.received as [Received];
		for (const generation of [1, 2])
			expect(verified(received, webhookSecret(id, generation)).type).toBe('response.completed');
		expect(() => verified(received, webhookSecret(id, 3))).toThrow();
		expect(() =>
			verified({ ...received, body: received.body.replace('small', 'other') }, webhookSecret(id, 2))
		).toThrow();

		await (await database()).updateTable('webhooks').set({ rotated_at: '2026-01-01T00:00:00.000Z' }).execute();
		await taken();
		await sent();
		const later = receiver.received[1] as Received;
		expect(() => verified(later, webhookSecret(id, 1))).toThrow();
		expect(verified(later, webhookSecret(id, 2)).type).toBe('response.completed');
	});
});

describe('a receiver that fails', () => {
	test.each([500, 503, 429, 400, 404, 301])('with %i is told again, with the same id and body', async (status) => {
		const id = await added({ events: ['response.completed'] });
		receiver.reply = (response) => response.writeHead(status).end('<b>secret of theirs</b>');
		await taken();
		await sent();
		const [row] = await rowsOf();
		expect([row?.state, row?.attempts]).toEqual(['waiting', 1]);
		expect(row?.error).toBe(`Error: webhook: status ${status}`);

		receiver.reply = usual;
		await (await database()).updateTable('outbox').set({ due_at: '2026-01-01T00:00:00.000Z', attempts: 0 }).execute();
		await sent();
		const [first, second] = receiver.received as [Received, Received];
		expect(second.body).toBe(first.body);
		expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
		const tries = await deliveriesOf(id, { outcome: null, event: null, after: null });
		expect(tries.map(({ status, error }) => [status, error])).toEqual([
			[204, null],
			[status, `status ${status}`]
		]);
		expect(JSON.stringify(tries)).not.toContain('theirs');
	});

	test('one that is gone for good is told no more', async () => {
		const id = await added();
		receiver.reply = (response) => response.writeHead(410).end();
		await taken();
		await sent();
		expect((await findWebhook(id))?.disabled_at).not.toBeNull();
		const told = receiver.received.length;
		await taken();
		await sent();
		expect(receiver.received).toHaveLength(told);
	});

	test('one that is switched off or removed is not told what waits', async () => {
		const [off, removed] = [await added(), await added()];
		await taken();
		await switchWebhook('command', off, false);
		await removeWebhook('command', removed);
		await sent();
		expect(receiver.received).toEqual([]);
		expect((await rowsOf()).map(({ state }) => state)).toEqual(Array(4).fill('sent'));
	});

	test('an address that has become private is not called', async () => {
		const id = await added();
		await (await database()).updateTable('webhooks').set({ url: 'http://169.254.169.254/latest/' }).execute();
		await taken();
		await sent();
		const tries = await deliveriesOf(id, { outcome: 'failed', event: null, after: null });
		expect(tries.map(({ status, error }) => [status, error])).toEqual([
			[null, 'address'],
			[null, 'address']
		]);
	});
});

describe('the log', () => {
	test('a message is sent again under its own id, also when the outbox has forgotten it', async () => {
		const id = await added({ events: ['response.completed'] });
		await taken();
		await sent();
		const [delivery] = await deliveriesOf(id, { outcome: null, event: null, after: null });
		if (delivery === undefined) throw new Error('nothing was delivered');
		await replay('command', delivery);
		await sent();
		await (await database()).deleteFrom('outbox').execute();
		await replay('command', delivery);
		await sent();
		expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([delivery.message]));
		expect(receiver.received).toHaveLength(3);
	});

	test('is erased with the response, and forgotten after a month', async () => {
		const id = await added({ events: ['response.completed'] });
		const [gone] = [await taken(), await taken()];
		await sent();
		await erase(gone.owner);
		const all = () => deliveriesOf(id, { outcome: null, event: null, after: null });
		expect(await all()).toHaveLength(1);
		const { signal } = new AbortController();
		await pruneDeliveries(new Date(Date.now() + 29 * 86_400_000), signal);
		expect(await all()).toHaveLength(1);
		await pruneDeliveries(new Date(Date.now() + 31 * 86_400_000), signal);
		expect(await all()).toEqual([]);
	});

	test('every change is noted, without the path of the address', async () => {
		const id = await added();
		await rotateSecret('person 1', id);
		await switchWebhook('person 1', id, false);
		await removeWebhook('person 1', id);
		const rows = await (
			await database()
		)
			.selectFrom('audit')
			.selectAll()
			.where('subject', '=', `webhook ${id}`)
			.execute();
		expect(rows.map(({ action }) => action).toSorted()).toEqual([
			'webhook.added',
			'webhook.disabled',
			'webhook.removed',
			'webhook.secret-replaced'
		]);
		expect(JSON.stringify(rows)).not.toContain(`/${id}"`);
	});
});
