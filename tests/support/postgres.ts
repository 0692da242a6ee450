// A real PostgreSQL server for a run of tests: the one that TEST_POSTGRES_URL names, else one of our own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { postgresProgram } from './postgres-program.ts';
import { freePort } from './server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where new databases can be made. */
		readonly postgres: string;
	}
}

export type Cluster = {
	readonly url: string;
	/** As the server's own administrator would do it. */
	readonly start: () => Promise<void>;
	readonly stop: () => Promise<void>;
	readonly remove: () => Promise<void>;
};

/** Durable as PostgreSQL comes, and with room for many small databases. */
export async function newCluster(): Promise<Cluster> {
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-postgres-'));
	// It runs as a user of its own where we are root.
	chmodSync(folder, 0o755);
	const port = await freePort();
	const EmbeddedPostgres = await postgresProgram();
	const server = new EmbeddedPostgres({
		databaseDir: join(folder, 'data'),
		user: 'bellwether',
		password: 'bellwether',
		port,
		persistent: true,
		createPostgresUser: process.getuid?.() === 0,
		postgresFlags: ['-c', 'max_connections=200'],
		onLog: () => undefined
	});
	await server.initialise();
	await server.start();
	return {
		url: `postgres://bellwether:bellwether@127.0.0.1:${port}/postgres`,
		start: () => server.start(),
		stop: () => server.stop(),
		async remove() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

let made = 0;

/** An empty database of its own on this server: its address. */
export async function newDatabase(server: string): Promise<string> {
	const name = `test_${process.pid}_${Date.now()}_${(made += 1)}`;
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	try {
		await client.query(`create database ${name}`);
	} finally {
		await client.end();
	}
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env['TEST_POSTGRES_URL'];
	const cluster = given ? null : await newCluster();
	project.provide('postgres', given ?? cluster?.url ?? '');
	return async () => {
		// The package that runs it ends the process with 0 once nothing is left to do, whatever the tests have said.
		const { exitCode } = process;
		process.once('exit', () => (process.exitCode = exitCode));
		await cluster?.remove();
	};
}
