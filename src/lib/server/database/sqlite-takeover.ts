// A database file → the right to put another in its place, which no server and no other command uses meanwhile.
import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { keepFolder } from '../durable-file.ts';
import type { Connection } from './connection.ts';
import { isSqliteOutage, locked, opened, openSqlite } from './sqlite.ts';
import type { Takeover } from './taken-over.ts';

/** What may lie beside a database file and belongs to it. */
const BESIDE = ['-wal', '-shm'];

export function takeOverSqlite(file: string): Promise<Takeover> {
	const folder = dirname(file);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const lock = locked(file);
	const exists = existsSync(file);
	const found = exists ? readable(file) : null;
	return Promise.resolve({
		found,
		isBroken: exists && found === null,
		folder,
		async replace(next, name) {
			await found?.close();
			if (existsSync(file)) single(file);
			const aside = existsSync(file) && name !== null ? `${file}.${name}` : null;
			for (const end of BESIDE) {
				if (aside === null) rmSync(`${file}${end}`, { force: true });
				else if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
			}
			// At no moment is there no file: a server that started then would begin with an empty one.
			if (aside !== null) linkSync(file, aside);
			renameSync(next, file);
			keepFolder(folder);
			return aside;
		},
		async release() {
			await found?.close();
			lock.close();
		}
	});
}

function readable(file: string): Connection | null {
	try {
		return openSqlite(file, { alone: false });
	} catch {
		return null;
	}
}

/** Brings what is in its log into the file itself, which only works while nothing else has it open. */
function single(file: string): void {
	const raw = opened(file);
	try {
		raw.pragma('busy_timeout = 0');
		raw.pragma('journal_mode = delete');
	} catch (error) {
		// One that is broken is set aside with its log.
		if (isSqliteOutage(error))
			throw new CannotStart(`${file}: another program has the database open. Wait until it has ended.`);
	} finally {
		raw.close();
	}
}
