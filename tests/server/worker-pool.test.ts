// The pool of threads: one job at a time each, a bounded queue, and a fresh thread for one that hangs or dies.
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WorkerPool, type PoolSettings } from '#lib/server/worker-pool.ts';

type Job = { act: 'echo' | 'fail' | 'wait' | 'leave' | 'throw' | 'spin' | 'hoard'; text?: string; ms?: number };

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name);
const script = fixture('pool-worker.mjs');
const slow = fixture('slow-worker.mjs');
const open: WorkerPool<Job, string>[] = [];

function pool(wishes: Partial<PoolSettings> = {}): WorkerPool<Job, string> {
	const made = new WorkerPool<Job, string>({
		script,
		threads: 1,
		queue: 3,
		start: 20_000,
		timeout: 5000,
		heap: 64,
		...wishes
	});
	open.push(made);
	return made;
}

afterEach(async () => {
	await Promise.all(open.splice(0).map((each) => each.close()));
});

const thread = (result: string): string => result.split('@')[1] ?? '';

describe('a pool of worker threads', () => {
	test('answers, and keeps its thread for the next job', async () => {
		const one = pool();
		const first = await one.run({ act: 'echo', text: 'a' });
		const second = await one.run({ act: 'echo', text: 'b' });
		expect([first, second]).toEqual([`a@${thread(first)}`, `b@${thread(first)}`]);
	});

	test('lets jobs wait their turn', async () => {
		const one = pool();
		const results = await Promise.all(['a', 'b', 'c'].map((text) => one.run({ act: 'wait', text, ms: 5 })));
		expect(results.map((result) => result[0])).toEqual(['a', 'b', 'c']);
		expect(new Set(results.map(thread)).size).toBe(1);
	});

	test('refuses what the queue cannot hold, at once', async () => {
		const one = pool({ queue: 1 });
		const under = one.run({ act: 'wait', text: 'a', ms: 50 });
		const waiting = one.run({ act: 'echo', text: 'b' });
		await expect(one.run({ act: 'echo', text: 'c' })).rejects.toThrow('too many jobs are waiting');
		await expect(Promise.all([under, waiting])).resolves.toHaveLength(2);
	});

	test('uses as many threads as it may', async () => {
		const two = pool({ threads: 2 });
		const results = await Promise.all(['a', 'b'].map((text) => two.run({ act: 'wait', text, ms: 30 })));
		expect(new Set(results.map(thread)).size).toBe(2);
	});

	test('passes on the failure of a job and goes on with the same thread', async () => {
		const one = pool();
		const before = await one.run({ act: 'echo' });
		await expect(one.run({ act: 'fail', text: 'no such page' })).rejects.toThrow('no such page');
		expect(thread(await one.run({ act: 'echo' }))).toBe(thread(before));
	});

	test.each([
		['hangs', { act: 'spin' }, 'no answer within 300 ms'],
		['ends', { act: 'leave' }, 'the thread ended'],
		['throws', { act: 'throw', text: 'broken' }, 'broken']
	] as const)('replaces a thread that %s', async (_, job, message) => {
		const one = pool({ timeout: 300 });
		const failing = one.run(job);
		const next = one.run({ act: 'echo', text: 'after' });
		await expect(failing).rejects.toThrow(message);
		expect(await next).toMatch(/^after@/);
	});

	test('does not count the start of a thread as time of the job', async () => {
		const one = pool({ script: slow, timeout: 300 });
		expect(await one.run({ act: 'echo', text: 'in time' })).toBe('in time');
	});

	test('nor where the thread was started ahead', async () => {
		const one = pool({ script: slow, timeout: 300 });
		one.warm();
		expect(await one.run({ act: 'echo', text: 'in time' })).toBe('in time');
	});

	test('has a limit of its own for the start, and starts another thread for the next job', async () => {
		const one = pool({ script: slow, start: 50 });
		const [first, second] = await Promise.allSettled([one.run({ act: 'echo' }), one.run({ act: 'echo' })]);
		expect(first).toMatchObject({ status: 'rejected', reason: new Error('no thread was ready within 50 ms') });
		expect(second).toMatchObject({ status: 'rejected', reason: new Error('no thread was ready within 50 ms') });
	});

	test('ends a thread that takes too much memory, and only that', async () => {
		const one = pool({ heap: 24, timeout: 20_000 });
		await expect(one.run({ act: 'hoard' })).rejects.toThrow(/memory/);
		expect(await one.run({ act: 'echo', text: 'still here' })).toMatch(/^still here@/);
	}, 30_000);

	test('fails what is under way and what waits when it is closed', async () => {
		const one = pool();
		const jobs = Promise.allSettled([one.run({ act: 'wait', ms: 10_000 }), one.run({ act: 'echo' })]);
		await one.close();
		expect((await jobs).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	});
});
