// `bellwether demo`: a place of its own, what it says of it, and where it refuses.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '#lib/server/database/connect.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { closeDatabase } from '#lib/server/database/database.ts';
import { env, settleIn } from '#lib/server/env.ts';
import { demonstrate, type DemoOptions } from '../../src/cli/demo.ts';
import { contentFolder } from '../support/flagship.ts';
import { printed } from '../support/printed.ts';
import { makeWorld, newId, newKey } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: contentFolder, PUBLIC_URL: '' });
const real = join(world.folder, 'data');
const beside = `${real}-demonstration`;

beforeEach(() => settleIn(real, null));
afterEach(() => closeDatabase());
afterAll(() => world.stop());

const demo = (options: Partial<DemoOptions> = {}) =>
	printed(() => demonstrate({ companies: '12', seed: '1', date: '2026-11-22', ...options }));

/** What an earlier run noted of how far it came. */
async function forgetTheEnd(): Promise<void> {
	const { db, close } = await connect(pathToFileURL(join(beside, 'bellwether.db')).href, { alone: false });
	await db.deleteFrom('installation').where('name', '=', 'filled').execute();
	await close();
}

test('fills a folder beside what is kept, and says how to look at it; once it is there, it stays', async () => {
	const first = await demo();
	expect([first.status, first.err]).toEqual([0, '']);
	expect(first.out).toContain(`DATA_DIR=${beside} npx bellwether serve`);
	expect(first.out).toMatch(/demo@example\.org, password [\w-]{16} /);
	expect(existsSync(real)).toBe(false);

	settleIn(real, null);
	const second = await demo();
	expect([second.status, second.err]).toEqual([0, '']);
	expect(second.out).toMatch(/^There is a demonstration in .+ With --again it is made anew/);
	expect(second.out).not.toContain('password');

	settleIn(beside, null);
	const again = await demo({ again: true });
	expect(again.out).toContain(`Filled ${beside}: 12 companies`);

	await forgetTheEnd();
	settleIn(real, null);
	expect((await demo()).out).toMatch(/was never finished, so it was begun anew\.\nFilled /);
});

test('leaves what is real as it is', async () => {
	const sent = { instrument: 'sales-velocity', version: '1.0.0', answers: {} };
	expect((await completeResponse(newId(), newKey(), sent)).kind).toBe('completed');
	await closeDatabase();
	for (const again of [false, true]) {
		settleIn(real, null);
		const run = await demo({ folder: real, again });
		expect([run.status, run.out]).toEqual([1, '']);
		expect(run.err).toMatch(/: not-a-demonstration: expected an empty database, or a demonstration, found one that/);
		await closeDatabase();
	}
	const { db, close } = await connect(env().database, { alone: false });
	expect(await db.selectFrom('responses').select('id').execute()).toHaveLength(1);
	expect(await db.selectFrom('installation').select('name').execute()).toEqual([]);
	await close();
});

test.each<[string, Partial<DemoOptions>, RegExp]>([
	['no number', { companies: 'many' }, /--companies takes a whole number from 10 to 20000/],
	['too few', { companies: '9' }, /--companies takes/],
	['no day', { date: 'today' }, /--date is yyyy-mm-dd/],
	['no server', { database: 'file:x.db' }, /--database takes postgres:/]
])('%s is wrong usage', async (_what, options, said) => {
	const run = await demo(options);
	expect([run.status, run.out]).toEqual([2, '']);
	expect(run.err).toMatch(said);
});

test('beside a database on a server, another one has to be named on purpose', async () => {
	settleIn(real, 'postgres://somebody@127.0.0.1:1/real');
	const run = await demo();
	expect([run.status, run.out]).toEqual([2, '']);
	expect(run.err).toContain('name another, empty database on it with --database');
});
