// What an operator sees of the outbox and does with it, and what is done once a day by one process.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { daily, dailyHandlers } from '#lib/server/daily.ts';
import { database } from '#lib/server/database/database.ts';
import type { OutboxRow } from '#lib/server/database/schema.ts';
import { claim, LEASE, post } from '#lib/server/outbox.ts';
import { listed, outboxFigures, pruneSent, replayed } from '#lib/server/outbox-keeping.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld();
beforeEach(async () => void (await (await database()).deleteFrom('outbox').execute()));
afterAll(() => world.stop());

const DAY = 24 * 3_600_000;
const now = new Date('2026-11-22T12:00:00.000Z');
const at = (ms: number): string => new Date(now.getTime() + ms).toISOString();

async function put(id: string, values: Partial<OutboxRow> = {}): Promise<void> {
	const db = await database();
	await post(db, { id, kind: 'mail', destination: 'jo@example.org', payload: {}, dueAt: now.toISOString() });
	if (Object.keys(values).length > 0) await db.updateTable('outbox').set(values).where('id', '=', id).execute();
}

const all = async () => (await database()).selectFrom('outbox').selectAll().orderBy('id').execute();
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

test('it is listed by state, the newest first', async () => {
	await put('old', { created_at: at(-2000), state: 'dead' });
	await put('new', { created_at: at(0) });
	await put('middle', { created_at: at(-1000), state: 'sent' });
	expect(ids(await listed(null, 10))).toEqual(['new', 'middle', 'old']);
	expect(ids(await listed(null, 2))).toEqual(['new', 'middle']);
	expect(ids(await listed('dead', 10))).toEqual(['old']);
	expect(Object.keys((await listed('sent', 1))[0] ?? {})).not.toContain('payload');
});

describe('again', () => {
	const dead = { state: 'dead', attempts: 10, error: 'no', settled_at: at(-1) } as const;

	test('what is dead is due at once, with all its tries, and keeps the reason of its end', async () => {
		await put('a', { ...dead, due_at: at(-DAY) });
		expect(await replayed(['a'], now)).toEqual(['a']);
		expect((await all())[0]).toMatchObject({
			state: 'waiting',
			attempts: 0,
			due_at: at(0),
			error: 'no',
			settled_at: null
		});
		expect(ids(await claim(['mail'], 1, now))).toEqual(['a']);
	});

	test('what waits for its next try need not wait', async () => {
		await put('a', { attempts: 9, due_at: at(DAY) });
		expect(await replayed(['a'], now)).toEqual(['a']);
		expect(ids(await claim(['mail'], 1, now))).toEqual(['a']);
	});

	test('not what was sent, what is under way, or what is not there', async () => {
		await put('sent', { state: 'sent' });
		await put('busy', { leased_until: at(LEASE), lease: 'x' });
		expect(await replayed(['sent', 'busy', 'nothing', ''], now)).toEqual([]);
		expect(await replayed([], now)).toEqual([]);
	});

	test('all that are dead, and only those', async () => {
		await put('one', dead);
		await put('two', dead);
		await put('waiting', { due_at: at(DAY) });
		await put('sent', { state: 'sent' });
		expect((await replayed(null, now)).toSorted()).toEqual(['one', 'two']);
		expect((await all()).find(({ id }) => id === 'waiting')?.due_at).toBe(at(DAY));
	});
});

describe('forgetting', () => {
	const sent = (days: number): Partial<OutboxRow> => ({
		state: 'sent',
		due_at: at(-days * DAY - 1000),
		settled_at: at(-days * DAY)
	});

	test('what was sent more than thirty days ago, and nothing else, however old', async () => {
		await put('gone', sent(30.1));
		await put('kept', sent(29.9));
		await put('settled late', { ...sent(31), settled_at: at(-DAY) });
		await put('waiting', { due_at: at(-100 * DAY) });
		await put('dead', { ...sent(100), state: 'dead' });
		await pruneSent(now, new AbortController().signal);
		expect(ids(await all())).toEqual(['dead', 'kept', 'settled late', 'waiting']);
	});

	test('many at once, and no more once it was told to stop', async () => {
		const rows = Array.from({ length: 1200 }, (_, number) => `row ${number}`);
		const db = await database();
		await db.transaction().execute(async (inner) => {
			for (const id of rows) await post(inner, { id, kind: 'mail', payload: {} });
			await inner.updateTable('outbox').set(sent(40)).execute();
		});
		await pruneSent(now, AbortSignal.abort());
		expect(await all()).toHaveLength(1200);
		await pruneSent(now, new AbortController().signal);
		expect(await all()).toEqual([]);
	});
});

describe('once a day', () => {
	const kinds = Object.keys(dailyHandlers);

	test('each job is posted once, however many processes there are and however often they look', async () => {
		const processes = [daily(), daily(), daily()];
		await Promise.all(processes.map((process) => process(now)));
		for (const process of processes) await process(new Date(at(3_600_000)));
		expect(ids(await all())).toEqual(kinds.map((kind) => `${kind} 2026-11-22`).toSorted());
		await Promise.all(processes.map((process) => process(new Date(at(DAY)))));
		expect(await all()).toHaveLength(2 * kinds.length);
	});

	test('a job that was done is not done again that day', async () => {
		await daily()(now);
		await (await database()).updateTable('outbox').set({ state: 'sent' }).execute();
		await daily()(now);
		expect(await claim(kinds, 99, now)).toEqual([]);
	});

	test('its handler does it', async () => {
		const longAgo = new Date(Date.now() - 40 * DAY).toISOString();
		await put('gone', { state: 'sent', due_at: longAgo, settled_at: longAgo });
		await daily()(now);
		const [job] = await claim(['prune-outbox'], 1, now);
		if (job === undefined) throw new Error('nothing is due');
		await dailyHandlers['prune-outbox']?.(job, new AbortController().signal);
		expect(ids(await all())).not.toContain('gone');
	});
});

describe('figures', () => {
	test('how many of each, how many fail, and for how long the first has waited beyond its time', async () => {
		await put('late', { due_at: at(-90_000), attempts: 2 });
		await put('future', { due_at: at(40 * DAY), created_at: at(-DAY) });
		await put('dead', { state: 'dead', attempts: 10, due_at: at(-DAY) });
		await put('sent', { state: 'sent', due_at: at(-DAY) });
		expect(await outboxFigures(now)).toEqual({ rows: { waiting: 2, sent: 1, dead: 1 }, failing: 1, late: 90 });
	});

	test('nothing is late where nothing is due', async () => {
		expect(await outboxFigures(now)).toEqual({ rows: { waiting: 0, sent: 0, dead: 0 }, failing: 0, late: 0 });
		await put('future', { due_at: at(1) });
		expect((await outboxFigures(now)).late).toBe(0);
	});

	test('they stand among the metrics, each with a number', async () => {
		await put('dead', { state: 'dead' });
		const text = await (await call('GET', '/metrics')).text();
		const samples = new Map(
			text
				.split('\n')
				.filter((line) => line !== '' && !line.startsWith('#'))
				.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))])
		);
		expect(samples.get('bellwether_outbox_rows{state="dead"}')).toBe(1);
		for (const name of [
			'bellwether_outbox_rows{state="waiting"}',
			'bellwether_outbox_failing_rows',
			'bellwether_outbox_oldest_due_seconds',
			'bellwether_queue_length{queue="pdf"}',
			'bellwether_queue_length{queue="picture"}'
		]) {
			expect([name, samples.get(name)]).toEqual([name, 0]);
		}
		expect(samples.get('bellwether_database_bytes')).toBeGreaterThan(1000);
		expect(samples.has('bellwether_event_loop_delay_seconds{quantile="0.99"}')).toBe(true);
	});
});
