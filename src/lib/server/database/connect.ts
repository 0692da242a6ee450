// The address of a database → a connection to it. With the two files that it chooses from, the only one to name products.
import { fileURLToPath } from 'node:url';
import type { Connection } from './connection.ts';
import { isPostgresOutage, openPostgres } from './postgres.ts';
import { isSqliteOutage, openSqlite } from './sqlite.ts';

/**
 * `url` is `file:///…` or `postgres://…`. `alone` is for a server: a file takes one only, PostgreSQL as many as there
 * are. Throws `CannotStart` with the reason.
 */
export async function connect(url: string, { alone }: { readonly alone: boolean }): Promise<Connection> {
	return url.startsWith('file:') ? openSqlite(fileURLToPath(url), { alone }) : openPostgres(url, { alone });
}

/** Nothing is wrong with what was asked: the store is away, full or failing, and may be back soon. */
export const isOutage = (error: unknown): boolean => isSqliteOutage(error) || isPostgresOutage(error);
