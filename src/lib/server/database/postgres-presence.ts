// A server that runs → a shared lock in PostgreSQL for as long as it does, so that nobody puts another database under it.
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';

/** The letters "bellwthr" as a number, which no other program should come upon. */
const LOCK = '7090192401481099378';

/** In milliseconds. */
const PAUSE = 1000;

/** Waits while a restore is under way, then holds on, also over restarts of PostgreSQL. Gives what ends it. */
export async function attend(url: string): Promise<() => Promise<void>> {
	let client: pg.Client | null = null;
	let timer: NodeJS.Timeout | undefined;
	let isOver = false;
	const again = (): void => {
		client = null;
		clearTimeout(timer);
		if (isOver) return;
		timer = setTimeout(() => void hold().catch(again), PAUSE);
		timer.unref();
	};
	const hold = async (): Promise<void> => {
		const next = clientOf(url);
		await next.connect();
		client = next;
		next.once('end', again);
		await next.query('select pg_advisory_lock_shared($1::bigint)', [LOCK]);
	};
	const leave = async (): Promise<void> => {
		isOver = true;
		clearTimeout(timer);
		await client?.end();
	};
	await hold().catch(async (error: unknown) => {
		await leave();
		throw error;
	});
	return leave;
}

/** Takes the lock alone; gives what frees it. Throws `CannotStart` while a server runs, and keeps others from starting. */
export async function exclude(url: string): Promise<() => Promise<void>> {
	const client = clientOf(url);
	await client.connect();
	const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1::bigint) as taken', [LOCK]);
	if (rows[0]?.taken) return () => client.end();
	await client.end();
	throw new CannotStart('A server is running on this database. Stop every process of Bellwether that uses it.');
}

function clientOf(url: string): pg.Client {
	const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 });
	// Its end is told by `end`; without a listener the process would end as well.
	client.on('error', () => undefined);
	return client;
}
