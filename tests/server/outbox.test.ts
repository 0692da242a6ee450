// The outbox: what was posted is done at least once, by one at a time, later where it fails, and never if nothing was kept.
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { change, database } from '#lib/server/database/database.ts';
import type { Handler, Handlers } from '#lib/server/handler.ts';
import { claim, giveBack, LEASE, post, postpone, settle, type Claimed } from '#lib/server/outbox.ts';
import { Posting } from '#lib/server/posting.ts';
import { Permanent, TRIES } from '#lib/server/retries.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
const running: Posting[] = [];

beforeEach(async () => void (await (await database()).deleteFrom('outbox').execute()));
afterEach(() => Promise.all(running.splice(0).map((posting) => posting.stop())));
afterAll(() => world.stop());

const now = new Date('2026-11-22T12:00:00.000Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);
const dueAt = now.toISOString();

const put = async (id: string, more: { readonly kind?: string; readonly dueAt?: string } = {}): Promise<void> =>
	post(await database(), { id, kind: 'mail', destination: 'jo@example.org', payload: { id }, dueAt, ...more });

const row = async (id: string) =>
	(await database()).selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const ids = (claimed: readonly Claimed[]): string[] => claimed.map(({ id }) => id);

async function only(date = now): Promise<Claimed> {
	const [claimed] = await claim(['mail'], 1, date);
	if (claimed === undefined) throw new Error('nothing is due');
	return claimed;
}

function started(handlers: Handlers, more: Partial<ConstructorParameters<typeof Posting>[0]> = {}): Posting {
	const posting = new Posting({ handlers, clock: () => now, chance: () => 0.5, ...more });
	running.push(posting);
	posting.start();
	return posting;
}

/** A handler that waits to be told how it goes on. */
function held() {
	const begun: string[] = [];
	let release = (): void => undefined;
	const promise = new Promise<void>((resolve) => (release = resolve));
	const handler: Handler = async ({ id }) => {
		begun.push(id);
		await promise;
	};
	return { begun, handler, release: () => release() };
}

test('the oldest comes first, and only what is due and of a kind that is known', async () => {
	await put('second', { dueAt: after(-1000).toISOString() });
	await put('first', { dueAt: after(-2000).toISOString() });
	await put('later', { dueAt: after(1).toISOString() });
	await put('strange', { kind: 'letter' });
	expect(ids(await claim(['mail'], 1, now))).toEqual(['first']);
	expect(ids(await claim(['mail'], 9, now))).toEqual(['second']);
	expect(ids(await claim(['mail'], 9, after(1)))).toEqual(['later']);
});

test('what one is at, nobody else is given until the lease ends', async () => {
	await put('a');
	const dying = await only();
	expect(await claim(['mail'], 9, after(LEASE))).toEqual([]);
	const next = await only(after(LEASE + 1));
	expect([dying.attempt, next.attempt, next.id]).toEqual([1, 2, 'a']);
	// The first was not dead, only slow: what it says does not count any more.
	await settle(dying, dueAt);
	await postpone(dying, 'late', null, dueAt);
	expect(await row('a')).toMatchObject({ state: 'waiting', lease: next.lease, error: null });
	await settle(next, dueAt);
	expect(await row('a')).toMatchObject({ state: 'sent', destination: '', payload: '{}', lease: null });
});

test('what was given back is there at once, and counts as not tried', async () => {
	await put('a');
	await giveBack(await only());
	expect((await only()).attempt).toBe(1);
});

test('several who ask at once are given different ones', async () => {
	for (let at = 0; at < 60; at += 1) await put(`row ${at}`);
	const given = (await Promise.all(Array.from({ length: 12 }, () => claim(['mail'], 7, now)))).flat();
	const rest = await claim(['mail'], 60, now);
	expect(new Set(ids([...given, ...rest])).size).toBe(60);
	expect(given.length + rest.length).toBe(60);
});

test('a name of its own makes it once', async () => {
	await put('once');
	await put('once', { dueAt: after(-5000).toISOString() });
	expect((await row('once')).due_at).toBe(dueAt);
});

test('what is rolled back is not sent, and nobody is woken; what is kept is sent at once', async () => {
	const seen: string[] = [];
	started({ mail: ({ id }) => Promise.resolve(void seen.push(id)) });
	const failing = change('x', async (db) => {
		await post(db, { id: 'never', kind: 'mail', payload: {}, dueAt });
		throw new Error('no');
	});
	await expect(failing).rejects.toThrow('no');
	await change('x', (db) => post(db, { id: 'kept', kind: 'mail', payload: {}, dueAt }));
	await vi.waitFor(async () => expect((await row('kept')).state).toBe('sent'));
	expect(seen).toEqual(['kept']);
});

test('nobody is woken before it is on the disk', async () => {
	const seen: string[] = [];
	started({ mail: ({ id }) => Promise.resolve(void seen.push(id)) });
	await change('x', async (db) => {
		await post(db, { id: 'a', kind: 'mail', payload: {}, dueAt });
		for (let at = 0; at < 20; at += 1) await db.selectFrom('outbox').select('id').execute();
		expect(seen).toEqual([]);
	});
	await vi.waitFor(() => expect(seen).toEqual(['a']));
});

test('a few run at once, and each that ends makes room for the next', async () => {
	const { begun, handler, release } = held();
	for (let at = 0; at < 9; at += 1) await put(`row ${at}`);
	started({ mail: handler });
	await vi.waitFor(() => expect(begun).toHaveLength(4));
	expect(
		await (await database()).selectFrom('outbox').select('id').where('lease', 'is not', null).execute()
	).toHaveLength(4);
	release();
	await vi.waitFor(async () => {
		expect(
			await (await database()).selectFrom('outbox').select('id').where('state', '=', 'sent').execute()
		).toHaveLength(9);
	});
	expect(begun).toHaveLength(9);
});

test('what fails waits longer each time, and after ten tries it is dead', async () => {
	await put('a');
	let date = now;
	let tries = 0;
	const failing: Handler = () => Promise.reject(new Error(`550 jo@example.org is unknown, try ${(tries += 1)}`));
	const posting = started({ mail: failing }, { clock: () => date });
	const dues: number[] = [];
	for (let attempt = 1; attempt < TRIES; attempt += 1) {
		await vi.waitFor(async () => expect(await row('a')).toMatchObject({ attempts: attempt, lease: null }));
		const { due_at, state, error } = await row('a');
		expect([state, error]).toEqual(['waiting', `Error: 550 … is unknown, try ${attempt}`]);
		dues.push(Date.parse(due_at) - date.getTime());
		date = new Date(due_at);
		posting.wake();
	}
	expect(dues).toEqual(dues.toSorted((one, other) => one - other));
	await vi.waitFor(async () => expect(await row('a')).toMatchObject({ attempts: TRIES, state: 'dead', lease: null }));
	// It can be tried again by hand, so it still knows where it goes.
	expect(await row('a')).toMatchObject({ destination: 'jo@example.org', settled_at: date.toISOString() });
	expect(tries).toBe(TRIES);
});

test('what can never work is dead at once, and what nobody survives after ten tries', async () => {
	await put('hopeless');
	await put('deadly', { kind: 'job' });
	await (await database()).updateTable('outbox').set({ attempts: TRIES }).where('id', '=', 'deadly').execute();
	const job = vi.fn<Handler>();
	started({ mail: () => Promise.reject(new Permanent('no such address')), job });
	await vi.waitFor(async () => {
		expect(await row('hopeless')).toMatchObject({ state: 'dead', attempts: 1, error: 'Permanent: no such address' });
		expect(await row('deadly')).toMatchObject({ state: 'dead', error: 'Permanent: the process ended at every try' });
	});
	expect(job).not.toHaveBeenCalled();
});

test('a try that takes too long is stopped, and another is due later, whatever the handler does', async () => {
	await put('a');
	let told: AbortSignal | undefined;
	const deaf: Handler = (_claimed, signal) => {
		told = signal;
		return new Promise(() => undefined);
	};
	started({ mail: deaf }, { patience: { try: 20, finish: 20 } });
	await vi.waitFor(async () => expect((await row('a')).error).toBe('Error: not done within 20 ms'));
	expect(told?.aborted).toBe(true);
	expect(await row('a')).toMatchObject({ state: 'waiting', attempts: 1, lease: null });
});

test('told to stop, it takes nothing new and waits for what is under way', async () => {
	const { begun, handler, release } = held();
	for (let at = 0; at < 6; at += 1) await put(`row ${at}`);
	const posting = started({ mail: handler });
	await vi.waitFor(() => expect(begun).toHaveLength(4));
	const stopped = posting.stop();
	release();
	await stopped;
	expect(begun).toHaveLength(4);
	const rows = await (await database()).selectFrom('outbox').select(['state', 'lease']).orderBy('id').execute();
	expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent', 'waiting', 'waiting']);
	expect(rows.every(({ lease }) => lease === null)).toBe(true);
});

test('what will not end is told to, and left to whoever comes next', async () => {
	await put('a');
	const reasons: unknown[] = [];
	const slow: Handler = (_claimed, signal) =>
		new Promise((_, reject) => {
			signal.addEventListener('abort', () => {
				reasons.push(signal.reason);
				reject(new Error('the connection was closed'));
			});
			posting.wake();
		});
	const posting: Posting = started({ mail: slow }, { patience: { try: 60_000, finish: 20 } });
	await vi.waitFor(async () => expect((await row('a')).attempts).toBe(1));
	await posting.stop();
	expect(reasons).toHaveLength(1);
	expect(await row('a')).toMatchObject({ state: 'waiting', attempts: 0, lease: null, error: null });
});

test('a thousand, by three at once: each is done once and settled once', async () => {
	const all = Array.from({ length: 1000 }, (_, at) => `row ${at}`);
	await change('x', async (db) => {
		for (const id of all) await post(db, { id, kind: 'mail', payload: {}, dueAt });
	});
	const done = new Map<string, number>();
	const under = new Set<string>();
	const handler: Handler = async ({ id }) => {
		expect(under.has(id)).toBe(false);
		under.add(id);
		await new Promise((resolve) => setImmediate(resolve));
		under.delete(id);
		done.set(id, (done.get(id) ?? 0) + 1);
	};
	const three = [1, 2, 3].map(() => started({ mail: handler }));
	await vi.waitFor(async () => {
		for (const posting of three) posting.wake();
		const left = (await database()).selectFrom('outbox').select('id').where('state', '=', 'waiting').limit(1);
		expect(await left.execute()).toEqual([]);
	}, 50_000);
	expect([done.size, new Set(done.values())]).toEqual([1000, new Set([1])]);
	const rows = await (
		await database()
	)
		.selectFrom('outbox')
		.select(['state', 'attempts', 'error'])
		.distinct()
		.execute();
	expect(rows).toEqual([{ state: 'sent', attempts: 1, error: null }]);
});
