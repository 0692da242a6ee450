// A backup of one database put into the other and back: the same rows, the same reports.
import { join } from 'node:path';
import { afterAll, expect, inject, test, vi } from 'vitest';
import type { Staged } from '#lib/server/backup/stage.ts';
import { newDatabase } from '../support/postgres.ts';
import type { Taken } from '../support/taking.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

/** The program as it starts with another database. */
async function startedOn(database: string | undefined) {
	if (database !== undefined) process.env['DATABASE_URL'] = database;
	vi.resetModules();
	(await import('#lib/server/log.ts')).log.level = 'silent';
	const { restore } = await import('#lib/server/backup/restore.ts');
	const { writeBackup } = await import('#lib/server/backup/write.ts');
	const { stage } = await import('#lib/server/backup/stage.ts');
	const { connection, closeDatabase } = await import('#lib/server/database/database.ts');
	const { taken, reportOf } = await import('../support/taking.ts');
	const tablesOf = async (file: string): Promise<Staged['tables']> => {
		const { tables, remove } = await stage(file, world.folder);
		await remove();
		return tables;
	};
	return { restore, writeBackup, connection, closeDatabase, taken, reportOf, tablesOf };
}

test('from PostgreSQL into a file and back', async () => {
	const people: Taken[] = [];
	let program = await startedOn(undefined);
	people.push(await program.taken(), await program.taken({ role: ['other', 1] }));
	expect((await call('POST', `/r/${people[1]?.owner}/again`)).status).toBe(200);
	const reports = await Promise.all(people.map(program.reportOf));
	expect(reports.map((report) => typeof report)).toEqual(['string', 'string']);
	const first = join(world.folder, 'first.backup');
	await program.writeBackup(await program.connection(), first);
	await program.closeDatabase();
	const tables = await program.tablesOf(first);
	expect(tables['responses']?.rows).toBe(3);

	for (const [at, database] of [
		`file:${join(world.folder, 'other.db')}`,
		await newDatabase(inject('postgres'))
	].entries()) {
		program = await startedOn(database);
		expect(await program.restore(first, { replace: false })).toMatchObject({ aside: [], tables });
		expect(await Promise.all(people.map(program.reportOf))).toEqual(reports);
		const next = join(world.folder, `next-${at}.backup`);
		await program.writeBackup(await program.connection(), next);
		await program.closeDatabase();
		expect(await program.tablesOf(next)).toEqual(tables);
	}
});
