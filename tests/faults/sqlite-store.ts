// A database file for one server, and what may befall a file.
import Sqlite from 'better-sqlite3';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { Store } from './store.ts';

export function sqliteStore(folder: string): Store {
	const file = join(folder, 'bellwether.db');
	const query = (statement: string): Promise<unknown[]> => {
		const db = new Sqlite(file);
		try {
			return Promise.resolve(db.prepare(statement).all());
		} finally {
			db.close();
		}
	};
	return {
		servers: 1,
		environment: { DATABASE_URL: `file:${file}` },
		faults: faultsOf(file),
		query,
		damage: async () =>
			((await query('pragma integrity_check')) as { integrity_check: string }[])
				.map(({ integrity_check: told }) => told)
				.filter((told) => told !== 'ok'),
		remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true }))
	};
}

const faultsOf = (file: string): Readonly<Record<string, Fault>> => ({
	'disk full': {
		concerns: 'one',
		isReadable: true,
		async inject({ server, chance }) {
			await server.limitFiles(room(file, chance.under(4)));
			await pause(500 + chance.under(1500));
			await server.limitFiles(null);
		}
	},
	'disk full, then kill -9': {
		concerns: 'one',
		async inject({ server, chance }) {
			await server.limitFiles(room(file, chance.under(4)));
			await pause(100 + chance.under(700));
			await server.kill();
			await server.start();
		}
	},
	'write lock held by another program': {
		concerns: 'one',
		isReadable: true,
		async inject({ chance }) {
			const other = new Sqlite(file);
			try {
				other.exec('begin immediate');
				await pause(1000 + chance.under(7000));
				other.exec('rollback');
			} finally {
				other.close();
			}
		}
	}
});

/** Nothing, one page, no more than the log has now, or a little more than that. */
function room(file: string, which: number): number {
	const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
	return [0, 4096, log, log + 20_000][which] ?? 0;
}
