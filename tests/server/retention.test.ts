// How long responses are kept: what the operator says, what is erased by it, and what the privacy page tells.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { claim } from '#lib/server/outbox.ts';
import { isOverdue } from '#lib/server/response-rows.ts';
import { retain } from '#lib/server/retention.ts';
import { tokenHash } from '#lib/server/tokens.ts';
import { retainResponses } from '../../src/cli/erase.ts';
import { load } from '../../src/routes/(site)/privacy/+page.server.ts';
import { done } from '../support/doing.ts';
import { printed } from '../support/printed.ts';
import { smallContent, writeContent } from '../support/small-content.ts';
import { reportOf, taken } from '../support/taking.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
writeContent(world.content, {
	'site.md': (smallContent['site.md'] ?? '').replace(
		'\n---\n##',
		'\nkeep-unfinished-days: 30\nkeep-completed-days: 400\n---\n##'
	)
});
afterAll(() => world.stop());

const NOW = new Date('2030-06-01T12:00:00.000Z');
const ago = (days: number): string => new Date(NOW.getTime() - days * 24 * 3_600_000).toISOString();

beforeEach(async () => {
	await (await database()).deleteFrom('responses').execute();
});

type Times = { readonly created: number; readonly updated: number; readonly completed: number | null };

/** A response of some days ago. */
async function aged({ created, updated, completed }: Times): Promise<string> {
	const id = newId();
	if (completed === null) {
		const begun = await call('PUT', `/api/v1/responses/${id}`, {
			key: newKey(),
			json: saving({ role: ['seller', 1] })
		});
		expect(begun.status).toBe(200);
	} else await taken(undefined, newKey(), id);
	await (
		await database()
	)
		.updateTable('responses')
		.set({
			created_at: ago(created),
			updated_at: ago(updated),
			completed_at: completed === null ? null : ago(completed)
		})
		.where('id', '=', id)
		.execute();
	return id;
}

const left = async (): Promise<readonly string[]> =>
	(await (await database()).selectFrom('responses').select('id').execute()).map(({ id }) => id);

test.each<[string, Times, boolean]>([
	['begun and left long ago', { created: 31, updated: 31, completed: null }, false],
	['begun long ago, but gone on with of late', { created: 500, updated: 29, completed: null }, true],
	['begun of late', { created: 29, updated: 29, completed: null }, true],
	['completed in time', { created: 900, updated: 399, completed: 399 }, true],
	['completed too long ago', { created: 900, updated: 401, completed: 401 }, false],
	['completed too long ago, and opened again since', { created: 900, updated: 1, completed: 401 }, false]
])('%s', async (_name, times, stays) => {
	const id = await aged(times);
	expect(await retain(NOW)).toBe(stays ? 0 : 1);
	expect(await left()).toEqual(stays ? [id] : []);
	expect(await retain(NOW)).toBe(0);
});

test('it is the same as erasing: nobody begins it again, and the ledger is told', async () => {
	const id = await aged({ created: 31, updated: 31, completed: null });
	await retain(NOW);
	const again = await call('PUT', `/api/v1/responses/${id}`, { key: newKey(), json: saving({ role: ['seller', 1] }) });
	expect(again.status).toBe(404);
	const waiting = (await claim(['erasure'], 100, new Date())).map(({ payload }) => payload['hash']);
	expect(waiting).toContain(tokenHash(id));
});

test('one that somebody goes on with while it is being erased stays', () => {
	const limits = { unfinished: ago(30), completed: null };
	expect(isOverdue({ completed_at: null, updated_at: ago(31) }, limits)).toBe(true);
	expect(isOverdue({ completed_at: null, updated_at: ago(0) }, limits)).toBe(false);
	expect(isOverdue({ completed_at: ago(9999), updated_at: ago(9999) }, limits)).toBe(false);
});

test('more than are looked for at once are all erased, and a stop is heeded', async () => {
	const db = await database();
	const model = await aged({ created: 31, updated: 31, completed: null });
	const row = await db.selectFrom('responses').selectAll().where('id', '=', model).executeTakeFirstOrThrow();
	const copies = Array.from({ length: 249 }, () => ({ ...row, id: newId() }));
	await db.insertInto('responses').values(copies).execute();
	const stop = new AbortController();
	expect(await retain(NOW, { signal: stop.signal, progress: () => stop.abort() })).toBe(100);
	const seen: number[] = [];
	expect(await retain(NOW, { progress: (count) => seen.push(count) })).toBe(150);
	expect([seen, await left()]).toEqual([[100, 150], []]);
});

describe('it runs', () => {
	test('every day on a server', async () => {
		const old = await aged({ created: 40_000, updated: 40_000, completed: null });
		const fresh = await taken();
		const job = {
			id: 'retain 2030-06-01',
			kind: 'retain',
			destination: '',
			response: null,
			payload: {},
			attempt: 1,
			lease: ''
		};
		await done(job);
		expect(await left()).not.toContain(old);
		expect(typeof (await reportOf(fresh))).toBe('string');
	});

	test('by the command', async () => {
		await aged({ created: 40_000, updated: 40_000, completed: null });
		expect(await printed(() => retainResponses())).toEqual({
			status: 0,
			out: 'Erased 1 response over time.\n',
			err: ''
		});
	});
});

test('the privacy page is given what holds', async () => {
	const shown = (await load({} as Parameters<typeof load>[0])) as { kept: unknown };
	expect(shown.kept).toEqual({ unfinished: 30, completed: 400 });
});
