// A database, whichever product it is → one file that holds all of it, the secret and the ledger of erasures.
import { createHash } from 'node:crypto';
import { appendFileSync, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Connection } from '../database/connection.ts';
import { appliedTo } from '../database/migrate.ts';
import type { Schema } from '../database/schema.ts';
import { pagesOf, tablesIn } from '../database/tables.ts';
import { settleFile } from '../durable-file.ts';
import { notedErasures } from '../erasures.ts';
import { keptSecret } from '../secret.ts';
import { program } from '../program.ts';
import { Fingerprint, type Counted } from './fingerprint.ts';
import { nothing } from './unsound.ts';
import { FORMAT, sealed, type Head, type Line } from './format.ts';

/** How many rows were written so far. */
type Progress = (rows: number) => void;

type Tables = Record<string, Counted>;

/** Writes beside whatever goes on in the database, holding a page of rows in memory; the file is whole or not there. */
export async function writeBackup(
	connection: Pick<Connection, 'snapshot'>,
	file: string,
	progress: Progress = () => undefined
): Promise<Readonly<Tables>> {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const temporary = `${file}.${process.pid}.new`;
	rmSync(temporary, { force: true });
	try {
		const tables: Tables = {};
		const hash = createHash('sha256');
		let bytes = 0;
		await connection.snapshot((db) =>
			pipeline(
				contentOf(db, tables, progress),
				createGzip(),
				async function* (chunks: AsyncIterable<Buffer>) {
					for await (const chunk of chunks) {
						hash.update(chunk);
						bytes += chunk.length;
						yield chunk;
					}
				},
				createWriteStream(temporary, { flags: 'wx', mode: 0o600 })
			)
		);
		appendFileSync(temporary, sealed({ bytes, sha256: hash.digest('hex'), tables }));
		settleFile(temporary, file);
		return tables;
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

async function* contentOf(db: Kysely<Schema>, tables: Tables, progress: Progress): AsyncGenerator<string> {
	const found = await tablesIn(db);
	if (found.length === 0) throw nothing('the database', 'an empty one');
	yield lineOf({
		bellwether: 'backup',
		format: FORMAT,
		program,
		migrations: await appliedTo(db),
		at: new Date().toISOString()
	});
	const secret = keptSecret();
	if (secret !== null) yield lineOf({ secret });
	for (const erased of notedErasures()) yield lineOf({ erased });
	let written = 0;
	for (const table of found) {
		const fingerprint = new Fingerprint();
		for await (const rows of pagesOf(db, table)) {
			for (const row of rows) fingerprint.add(row);
			yield rows.map((row) => lineOf({ table: table.name, row })).join('');
			progress((written += rows.length));
		}
		tables[table.name] = fingerprint.counted;
	}
}

const lineOf = (line: Head | Line): string => `${JSON.stringify(line)}\n`;
