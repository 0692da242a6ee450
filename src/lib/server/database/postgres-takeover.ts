// A PostgreSQL database → the right to put other rows in the place of its own, while none of our servers runs on it.
import { sql } from 'kysely';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { exclude } from './postgres-presence.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { copyRows, tables } from './tables.ts';
import type { Takeover } from './taken-over.ts';

export async function takeOverPostgres(url: string): Promise<Takeover> {
	const found = await openPostgres(url);
	const release = await exclude(url).catch(async (error: unknown) => {
		await found.close();
		throw error;
	});
	return {
		found,
		isBroken: false,
		folder: null,
		async replace(file) {
			const from = openSqlite(file, { alone: false });
			try {
				await found.migrating(async (db) => {
					// Its rows give way in any case, so nothing has to be kept of them here.
					await migrate(db, migrations, () => undefined);
					await db.transaction().execute(async (transaction) => {
						const all = [...tables.map(({ name }) => sql.table(name)), sql.table('limits')];
						await sql`truncate table ${sql.join(all)}`.execute(transaction);
						await copyRows(from.db, transaction);
					});
				});
			} finally {
				await from.close();
			}
			return null;
		},
		async release() {
			await found.close();
			await release();
		}
	};
}
