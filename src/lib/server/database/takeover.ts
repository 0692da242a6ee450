// The address of a database that a backup is to replace → the right to do so, while no server runs on it.
import { fileURLToPath } from 'node:url';
import { takeOverPostgres } from './postgres-takeover.ts';
import { takeOverSqlite } from './sqlite-takeover.ts';
import type { Takeover } from './taken-over.ts';

/** Throws `CannotStart` while a server runs. */
export const takeOver = (url: string): Promise<Takeover> =>
	url.startsWith('file:') ? takeOverSqlite(fileURLToPath(url)) : takeOverPostgres(url);
