// A seed, a number of faults and a database → clients at work, faults at random moments, and what the checker says of it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Marks } from '#core/survey/draft.ts';
import { freePort } from '../support/server.ts';
import { writeContent } from '../support/small-content.ts';
import { check } from './check.ts';
import { RECOVERY, underLoad } from './driver.ts';
import type { Entry, Outage } from './history.ts';
import { NUMBER, TEXTS } from './participant.ts';
import { postgresStore } from './postgres-store.ts';
import { History } from './request.ts';
import { Broken, Server } from './server.ts';
import { sqliteStore } from './sqlite-store.ts';
import { hasten, isDelivered, rowsOf, type Store } from './store.ts';
import type { Violation } from './violation.ts';

export type Plan = {
	readonly database: 'sqlite' | 'postgres';
	readonly seed: number;
	readonly faults: number;
	readonly clients: number;
	/** How many share a PostgreSQL; a file has one. */
	readonly servers: number;
};

export type Trial = {
	readonly plan: Plan;
	readonly seconds: number;
	readonly history: readonly Entry[];
	readonly outages: readonly Outage[];
	readonly violations: readonly Violation[];
	/** What the servers said last that was not good news. */
	readonly complaints: readonly string[];
};

export async function runTrial(plan: Plan, tell: (line: string) => void = () => undefined): Promise<Trial> {
	const began = performance.now();
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-faults-'));
	const store = await (plan.database === 'sqlite' ? sqliteStore(folder) : postgresStore(plan.servers));
	const servers = await serversFor(store, folder);
	const history = new History(servers.map(({ port }) => port));
	const [outages, violations]: [Outage[], Violation[]] = [[], []];
	try {
		await Promise.all(servers.map((server) => server.start()));
		await underLoad(plan, history, store, servers, outages, tell);
		await restart(servers, store);
		const told = await readAll(history);
		await Promise.all(servers.map((server) => server.stop()));
		violations.push(...check(history.entries, outages, { ...(await rowsOf(store)), told }));
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
		violations.push({ rule: 'broken', said: error.message, entries: [] });
	} finally {
		await Promise.allSettled(servers.map((server) => server.kill()));
		await store.remove();
		rmSync(folder, { recursive: true, force: true });
	}
	const fell = servers.flatMap(({ fell: said }) => (said === null ? [] : [{ rule: 'broken', said, entries: [] }]));
	return {
		plan,
		seconds: (performance.now() - began) / 1000,
		history: history.entries,
		outages,
		violations: [...violations, ...fell],
		complaints: servers.flatMap(({ complaints }) => complaints)
	};
}

async function serversFor(store: Store, folder: string): Promise<readonly Server[]> {
	const content = join(folder, 'content');
	const question = (front: string): string => `---\n${front}\n---\n# What?\n`;
	writeContent(content, {
		...Object.fromEntries(TEXTS.map((id, at) => [`small/10-you/7${at}-${id}.md`, question('type: text\nmax: 200')])),
		[`small/10-you/80-${NUMBER}.md`]: question('type: number\nmin: 0\nmax: 1000000000\nstep: 1\ndecimals: 0')
	});
	const SECRET = randomBytes(24).toString('base64url');
	const servers: Server[] = [];
	for (let number = 0; number < store.servers; number += 1) {
		const own = { DATA_DIR: join(folder, `data-${number}`), CONTENT_DIR: content, SECRET };
		servers.push(new Server(number, await freePort(), { ...own, ...store.environment }));
	}
	return servers;
}

/** Nothing that was kept may hang on a process, and whatever was to be sent is sent. */
async function restart(servers: readonly Server[], store: Store): Promise<void> {
	await Promise.all(servers.map((server) => server.stop()));
	await hasten(store);
	await Promise.all(servers.map((server) => server.start()));
	for (const until = performance.now() + RECOVERY; performance.now() < until; await pause(100))
		if (await isDelivered(store)) return;
}

/** What every response holds, as its own client is told. */
async function readAll(history: History): Promise<Map<string, Marks | null>> {
	const told = new Map<string, Marks | null>();
	for (const [response, key] of history.keys) {
		const { status, reply } = await history.ask({ client: 'reader', server: 0, kind: 'read', response, key });
		told.set(response, status === 200 ? (reply.answers ?? null) : null);
	}
	return told;
}
