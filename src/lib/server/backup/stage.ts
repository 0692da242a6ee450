// A backup → a database file that holds just what it holds, checked in every way that there is.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from '../database/connect.ts';
import type { Connection, Db } from '../database/connection.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { insertRows, pagesOf, tablesIn, type Row } from '../database/tables.ts';
import { faultsIn, uncheckedLinks } from '../database/staging.ts';
import { clearLeft } from '../durable-file.ts';
import { Fingerprint, type Counted } from './fingerprint.ts';
import type { Head, Line } from './format.ts';
import { openBackup, type Opened } from './read.ts';
import { changed } from './unsound.ts';

export type Staged = {
	readonly head: Head;
	readonly tables: Readonly<Record<string, Counted>>;
	readonly secret: string | null;
	/** The ledger that was backed up: hashes of responses. */
	readonly erased: ReadonlySet<string>;
	/** Of the age of the backup. */
	readonly connection: Connection;
	readonly file: string;
	/** Takes it away with all that it made. */
	readonly remove: () => Promise<void>;
};

/** How many rows were read so far. */
type Progress = (rows: number) => void;

/** Makes the file in a folder of its own within `folder`. Throws `Unsound`, and leaves nothing behind then. */
export async function stage(file: string, folder: string, progress: Progress = () => undefined): Promise<Staged> {
	const backup = await openBackup(file, Object.keys(migrations));
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	clearLeft(folder, /^restoring-\w{6}$/);
	const place = mkdtempSync(join(folder, 'restoring-'));
	const staged = join(place, 'bellwether.db');
	let connection: Connection | null = null;
	const remove = async (): Promise<void> => {
		await connection?.close();
		rmSync(place, { recursive: true, force: true });
	};
	try {
		connection = await connect(pathToFileURL(staged).href, { alone: false });
		const told = await fill(connection, backup, progress);
		await assertSame(file, connection, backup);
		return { head: backup.head, tables: backup.foot.tables, ...told, connection, file: staged, remove };
	} catch (error) {
		await remove();
		throw error;
	}
}

async function fill({ db }: Connection, { head, lines }: Opened, progress: Progress) {
	const known = Object.entries(migrations).filter(([name]) => head.migrations.includes(name));
	await migrate(db, Object.fromEntries(known), () => undefined);
	await uncheckedLinks(db);
	const told = { secret: null as string | null, erased: new Set<string>() };
	await db.transaction().execute(async (transaction) => {
		const rows = new Batches(transaction, progress);
		for await (const line of lines()) {
			if ('secret' in line) told.secret = line.secret;
			else if ('erased' in line) told.erased.add(line.erased);
			else await rows.add(line);
		}
		await rows.flush();
	});
	return told;
}

/** Rows that follow one another in the same table are written together. */
class Batches {
	readonly #db: Db;
	readonly #progress: Progress;
	#table = '';
	#rows: Row[] = [];
	#done = 0;

	constructor(db: Db, progress: Progress) {
		this.#db = db;
		this.#progress = progress;
	}

	async add({ table, row }: Extract<Line, { readonly table: string }>): Promise<void> {
		if (table !== this.#table || this.#rows.length === 50) await this.flush();
		this.#table = table;
		this.#rows.push(row);
	}

	async flush(): Promise<void> {
		await insertRows(this.#db, this.#table, this.#rows);
		this.#done += this.#rows.length;
		this.#rows = [];
		this.#progress(this.#done);
	}
}

/** What lies in the database now is what the foot of the backup says, and the database finds nothing wrong with it. */
async function assertSame(file: string, { db }: Connection, { foot }: Opened): Promise<void> {
	const [fault] = await faultsIn(db);
	if (fault !== undefined) throw changed(file, fault);
	for (const table of await tablesIn(db)) {
		const fingerprint = new Fingerprint();
		for await (const rows of pagesOf(db, table)) for (const row of rows) fingerprint.add(row);
		const { rows, sha256 } = fingerprint.counted;
		const wanted = foot.tables[table.name];
		if (wanted?.rows !== rows || wanted.sha256 !== sha256)
			throw changed(file, `${rows} rows of ${table.name} where ${wanted?.rows ?? 'none'} were written, or others`);
	}
}
