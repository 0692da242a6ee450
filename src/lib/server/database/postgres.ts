// The address of a PostgreSQL server → a connection that outlives its restarts and has committed once it says so.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { described, log } from '../log.ts';
import type { ChangeOptions, Connection } from './connection.ts';
import { attend } from './postgres-presence.ts';
import type { Schema } from './schema.ts';

const CONNECTIONS = 10;

/** In milliseconds: how long a connection may take, and a statement. */
const PATIENCE = { connect: 5000, statement: 15_000 };

/** In milliseconds, before each further try: a restart is over in a few seconds. */
const PAUSES = [50, 200, 500, 1000, 2000];

/** What must be on: a server without them says that it has kept what a power cut takes away. */
const durable = ['fsync', 'full_page_writes'] as const;

/**
 * Connects, and refuses a server that does not keep what it confirms. Throws `CannotStart`. With `alone` it counts as a
 * server of ours, beside others, which no restore may disturb.
 */
export async function openPostgres(url: string, { alone: isServer = false } = {}): Promise<Connection> {
	const db = pooled(url, PATIENCE.statement);
	let leave = (): Promise<void> => Promise.resolve();
	try {
		await assertDurable(db);
		if (isServer) leave = await attend(url);
	} catch (error) {
		await db.destroy();
		if (error instanceof CannotStart) throw error;
		const why = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : '';
		throw new CannotStart(`${named(url)}: the database cannot be reached: ${why}`);
	}
	return {
		db,
		change: (name, work, options) => repeated(() => alone(db, name, work), options),
		snapshot: (read) => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read),
		migrating: (work) => migrating(url, work),
		isShared: true,
		isAnswering: () =>
			sql`select 1 from instruments limit 1`.execute(db).then(
				() => true,
				() => false
			),
		async bytes() {
			const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(db);
			return Number(rows[0]?.bytes ?? 0);
		},
		tidy: () => undefined,
		copy: null,
		async close() {
			await leave();
			await db.destroy();
		}
	};
}

/** `statement`: how long one may take, in milliseconds; 0: as long as it needs. */
function pooled(url: string, statement: number): Kysely<Schema> {
	const pool = new pg.Pool({
		connectionString: url,
		max: CONNECTIONS,
		connectionTimeoutMillis: PATIENCE.connect,
		statement_timeout: statement,
		keepAlive: true,
		// A database may have been told to confirm before the disk has: not to us.
		options: '-c synchronous_commit=on'
	});
	// A connection may be cut while nobody waits for an answer: without a listener, here and there, the process would end.
	const lost = (error: Error): void => log.warn({ error: described(error) }, 'a database connection was lost');
	pool.on('error', lost);
	pool.on('connect', (client) => client.on('error', lost));
	return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** On connections of its own that wait as long as it takes, alone among all processes. */
async function migrating<Result>(url: string, work: (db: Kysely<Schema>) => Promise<Result>): Promise<Result> {
	const db = pooled(url, 0);
	try {
		return await alone(db, 'migrations', () => work(db));
	} finally {
		await db.destroy();
	}
}

/** It is away, full or failing: trying again later may work. */
export function isPostgresOutage(error: unknown): boolean {
	const code = codeOf(error);
	if (/^(08|53|57P0|58)|^25006$|^40(001|P01)$/.test(code) || /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOST|EAI_)/.test(code))
		return true;
	return (
		error instanceof Error &&
		/^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
			error.message
		)
	);
}

/** One at a time among all processes: the lock ends with the transaction. */
const alone = <Result>(
	db: Kysely<Schema>,
	name: string,
	work: (db: Transaction<Schema>) => Promise<Result>
): Promise<Result> =>
	db.transaction().execute(async (transaction) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
		return work(transaction);
	});

/** Tries again after a conflict; after a lost connection only what may be done twice, as nobody knows whether it was. */
async function repeated<Result>(once: () => Promise<Result>, options?: ChangeOptions): Promise<Result> {
	for (const wait of PAUSES) {
		try {
			return await once();
		} catch (error) {
			const mayRepeat = isConflict(error) || (options?.repeatable === true && isLost(error));
			if (!mayRepeat) throw error;
			await pause(wait * (0.5 + Math.random()));
		}
	}
	return once();
}

const isConflict = (error: unknown): boolean => /^40(001|P01)$/.test(codeOf(error));

const isLost = (error: unknown): boolean => !/^(53|58|25006)/.test(codeOf(error)) && isPostgresOutage(error);

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

async function assertDurable(db: Kysely<Schema>): Promise<void> {
	for (const name of durable) {
		const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db);
		const found = rows[0]?.value;
		if (found !== 'on')
			throw new CannotStart(`PostgreSQL: expected ${name} = on, found ${found}. Set it in its configuration.`);
	}
}

/** Without user and password. */
function named(url: string): string {
	if (!URL.canParse(url)) return 'DATABASE_URL';
	const { protocol, host, pathname } = new URL(url);
	return `${protocol}//${host}${pathname}`;
}
