// A database of any age → one of this program's age, or a refusal. Nothing of it is kept if a step fails.
import { Migrator, type Kysely, type Migration } from 'kysely';
import { CannotStart } from '../cannot-start.ts';
import type { Schema } from './schema.ts';

type Migrations = Readonly<Record<string, Migration>>;

/** Runs what is missing. `backup` is called before and waited for, where the database holds something. */
export async function migrate(
	db: Kysely<Schema>,
	migrations: Migrations,
	backup: (name: string) => unknown
): Promise<void> {
	const applied = await appliedTo(db);
	const newer = applied.filter((name) => !Object.hasOwn(migrations, name));
	if (newer.length > 0) {
		throw new CannotStart(`The database was written by a newer Bellwether (${newer.join(', ')}). Start that version.`);
	}
	const missing = Object.keys(migrations).filter((name) => !applied.includes(name));
	const [next] = missing;
	if (next === undefined) return;
	if (applied.length > 0) await backup(`before-${next}`);
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
	const { error } = await migrator.migrateToLatest();
	if (error !== undefined) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}

/** The names of what was done to the tables, in its order. */
export async function appliedTo(db: Kysely<Schema>): Promise<string[]> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
	const rows = await db
		.withTables<{ kysely_migration: { name: string } }>()
		.selectFrom('kysely_migration')
		.select('name')
		.orderBy('name')
		.execute();
	return rows.map(({ name }) => name);
}
