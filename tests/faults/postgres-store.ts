// A PostgreSQL server for two of ours, and what may befall it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newCluster, newDatabase, type Cluster } from '../support/postgres.ts';
import type { Fault } from './fault.ts';
import type { Query, Store } from './store.ts';

export async function postgresStore(servers: number): Promise<Store> {
	const cluster = await newCluster();
	const url = await newDatabase(cluster.url);
	return {
		servers,
		environment: { DATABASE_URL: url },
		faults: faultsOf(cluster),
		query: (statement) => asking(url, (query) => query(statement)),
		damage: () => Promise.resolve([]),
		remove: () => cluster.remove()
	};
}

async function asking<Result>(url: string, work: (query: Query) => Promise<Result>): Promise<Result> {
	const client = new pg.Client({ connectionString: url });
	// It may be cut off by what it asks for.
	client.on('error', () => undefined);
	await client.connect();
	try {
		return await work(async (statement) => (await client.query(statement)).rows as unknown[]);
	} finally {
		await client.end().catch(() => undefined);
	}
}

const faultsOf = (cluster: Cluster): Readonly<Record<string, Fault>> => ({
	'all servers killed': {
		concerns: 'all',
		async inject({ servers }) {
			await Promise.all(servers.map((server) => server.kill()));
			await Promise.all(servers.map((server) => server.start()));
		}
	},
	'connections terminated': {
		concerns: 'all',
		inject: () =>
			asking(cluster.url, async (query) => {
				await query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
			})
	},
	'PostgreSQL restarted': {
		concerns: 'all',
		async inject({ chance }) {
			await cluster.stop();
			await pause(chance.under(1500));
			await cluster.start();
		}
	},
	"one of PostgreSQL's processes killed": {
		concerns: 'all',
		async inject({ chance }) {
			const pid = await asking(cluster.url, async (query) => {
				const rows = await query(
					"select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
				);
				return (chance.of(rows) as { pid: number }).pid;
			});
			kill(pid, 'SIGKILL');
			await recovered(cluster.url);
		}
	},
	'PostgreSQL killed whole': {
		concerns: 'all',
		async inject({ chance }) {
			const { folder, pids } = await asking(cluster.url, async (query) => {
				const [setting] = (await query('show data_directory')) as { data_directory: string }[];
				const rows = (await query('select pid from pg_stat_activity')) as { pid: number }[];
				return { folder: setting?.data_directory ?? '', pids: rows.map(({ pid }) => pid) };
			});
			const first = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
			for (const pid of [first, ...pids]) kill(pid, 'SIGKILL');
			while (kill(first, 0)) await pause(10);
			await pause(chance.under(1000));
			await started(cluster);
		}
	}
});

/** Whether there was such a process. */
function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}

/** It refuses while the last of its former processes has not ended. */
async function started(cluster: Cluster, tries = 20): Promise<void> {
	try {
		await cluster.start();
	} catch (error) {
		if (tries === 0) throw new Error('PostgreSQL does not start again', { cause: error });
		await pause(100);
		await started(cluster, tries - 1);
	}
}

async function recovered(url: string, tries = 200): Promise<void> {
	try {
		await asking(url, (query) => query('select 1'));
	} catch (error) {
		if (tries === 0) throw error;
		await pause(50);
		await recovered(url, tries - 1);
	}
}
