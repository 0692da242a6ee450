// A backup → the database, the secret and the ledger of this installation, with nobody in it who was erased since.
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Problem } from '#core/problem.ts';
import type { Connection } from '../database/connection.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import type { Schema } from '../database/schema.ts';
import { holdsAnything } from '../database/tables.ts';
import { takeOver } from '../database/takeover.ts';
import type { Takeover } from '../database/taken-over.ts';
import { isMarked } from '../demonstration.ts';
import { writePrivate } from '../durable-file.ts';
import { env } from '../env.ts';
import { notedErasures, noteErasures } from '../erasures.ts';
import { keptSecret, secretFile } from '../secret.ts';
import type { Counted } from './fingerprint.ts';
import { eraseAgain } from './replay.ts';
import { stage, type Staged } from './stage.ts';
import { Unsound } from './unsound.ts';
import { writeBackup } from './write.ts';

export type Restored = {
	/** When the backup was made, ISO 8601. */
	readonly at: string;
	readonly tables: Readonly<Record<string, Counted>>;
	/** How many of its responses had been erased since. */
	readonly erasedAgain: number;
	/** Where what stood here before lies now. */
	readonly aside: readonly string[];
	/** Whether the secret of this installation is the one of the backup. */
	readonly secret: 'restored' | 'given' | 'missing';
};

export type RestoreOptions = {
	/** Even where there are responses. */
	readonly replace: boolean;
	readonly progress?: (rows: number) => void;
};

/** Throws `Unsound` where the backup cannot be used or would replace something that it must not, `CannotStart` while a server runs. */
export async function restore(file: string, { replace, progress }: RestoreOptions): Promise<Restored> {
	const { database, dataDir } = env();
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const target = await takeOver(database);
	try {
		const holds = target.isBroken || (target.found !== null && (await holdsResponses(target.found.db)));
		if (holds && !replace) throw new Unsound(OCCUPIED(file));
		const staged = await stage(file, target.folder ?? dataDir, progress);
		try {
			await assertSameKind(file, staged, target);
			return await put(staged, target, holds);
		} finally {
			await staged.remove();
		}
	} finally {
		await target.release();
	}
}

async function put(staged: Staged, target: Takeover, holds: boolean): Promise<Restored> {
	const { dataDir } = env();
	const { db } = staged.connection;
	await migrate(db, migrations, () => undefined);
	const noted = notedErasures();
	const erased = new Set([...noted, ...staged.erased, ...(await erasedIn(target.found))]);
	const erasedAgain = await eraseAgain(staged.connection, erased);
	noteErasures([...erased].filter((hash) => !noted.has(hash)));
	await staged.connection.close();

	// To the millisecond: nothing that was set aside may take the place of what was set aside before.
	const name = `before-restore-${new Date().toISOString().replace(/[-:.]/g, '')}`;
	const aside: string[] = [];
	if (holds && target.folder === null && target.found !== null) {
		const copy = join(dataDir, `${name}.backup`);
		await writeBackup(target.found, copy);
		aside.push(copy);
	}
	const moved = await target.replace(staged.file, holds ? name : null);
	if (moved !== null) aside.push(moved);
	const secret = restoreSecret(staged.secret, name, aside);
	return { at: staged.head.at, tables: staged.tables, erasedAgain, aside, secret };
}

/** What is invented never takes the place of what is real, nor the other way: each has a folder of its own. */
async function assertSameKind(file: string, { connection }: Staged, { found, isBroken }: Takeover): Promise<void> {
	const isInvented = await isMarked(connection.db);
	const isOther = isBroken
		? isInvented
		: found !== null && (await isMarked(found.db)) !== isInvented && (await holdsAnything(found.db));
	if (isOther) throw new Unsound(OTHER_KIND(file, isInvented));
}

async function holdsResponses(db: Kysely<Schema>): Promise<boolean> {
	const tables = await db.introspection.getTables();
	if (!tables.some(({ name }) => name === 'responses')) return false;
	return (await db.selectFrom('responses').select('id').limit(1).execute()).length > 0;
}

async function erasedIn(found: Connection | null): Promise<readonly string[]> {
	if (found === null) return [];
	const tables = await found.db.introspection.getTables();
	if (!tables.some(({ name }) => name === 'erased')) return [];
	return (await found.db.selectFrom('erased').select('response').execute()).map(({ response }) => response);
}

/** One that stood here and is another is kept: what was derived from it may still be of use. */
function restoreSecret(secret: string | null, name: string, aside: string[]): Restored['secret'] {
	const { dataDir, secret: given } = env();
	if (given !== null) return secret === null || secret === given ? 'restored' : 'given';
	if (secret === null) return 'missing';
	const file = secretFile(dataDir);
	if (existsSync(file) && keptSecret() === secret) return 'restored';
	if (existsSync(file)) {
		renameSync(file, `${file}.${name}`);
		aside.push(`${file}.${name}`);
	}
	writePrivate(file, secret);
	return 'restored';
}

const OTHER_KIND = (where: string, isInvented: boolean): Problem => ({
	code: 'demonstration-mixed',
	level: 'error',
	where,
	expected: isInvented ? 'an empty database, or a demonstration' : 'an empty database, or a real one',
	found: isInvented ? 'one that is none' : 'a demonstration',
	remedy: 'Set DATA_DIR, or DATABASE_URL, to a place of its own.'
});

const OCCUPIED = (where: string): Problem => ({
	code: 'database-in-use',
	level: 'error',
	where,
	expected: 'a database without responses',
	found: 'one that holds some, or cannot be read',
	remedy: 'Add --replace: what is there is set aside first.'
});
