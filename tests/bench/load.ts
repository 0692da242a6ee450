// The server under load from a second process: how many saves it takes, how long the slowest wait, and on how much data.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCluster, newDatabase } from '../support/postgres.ts';
import { startServer, type Running } from '../support/server.ts';
import { crowd } from './load-crowd.ts';
import { compared, milliseconds, perSecond, told, type Figure } from './figure.ts';
import { load, type Told } from './load-job.ts';
import { measureInside } from './load-inside.ts';
import { ratio, rounds, sample } from './rounds.ts';

/** The long run's minutes: five, unless a hurried person says otherwise. */
const MINUTES = Number(process.env['LOAD_MINUTES'] ?? 5);
const STORED = Number(process.env['LOAD_STORED'] ?? 1_000_000);

const STEADY = { saves: 300, completions: 20 };
const behindProxy = { TRUSTED_PROXIES: '1' };

export async function measureLoad(): Promise<readonly Figure[]> {
	return [...(await measureInside()), ...(await overHttp()), ...(await onMuchData()), ...(await onTwoProcesses())];
}

const persecond = ({ done, refused, lost, seconds }: Told): number => {
	if (refused > 0) throw new Error(`${refused} of ${done} requests were answered otherwise than they should be`);
	if (lost > 0) throw new Error(`${lost} acknowledged answers were not there afterwards`);
	return done / seconds;
};

async function overHttp(): Promise<readonly Figure[]> {
	const app = await startServer(behindProxy);
	try {
		const burst = (work: 'save' | 'nothing') => async () =>
			persecond(await load({ urls: [app.url], work, seconds: 5, connections: 32 }));
		const found = await rounds(5, { save: burst('save'), nothing: burst('nothing') });
		const steady = await load({
			urls: [app.url],
			work: 'save',
			seconds: MINUTES * 60,
			connections: 64,
			rates: STEADY
		});
		persecond(steady);
		return [
			compared({
				name: 'saves over HTTP, 32 connections | the same requests, refused before the database',
				unit: perSecond,
				ours: found.save,
				peer: found.nothing,
				ratio: ratio(found.save, found.nothing),
				limit: { at: 'least', ratio: 0.5 }
			}),
			told(
				`${STEADY.saves} saves and ${STEADY.completions} completions a second for ${MINUTES} minutes, p99`,
				milliseconds,
				sample([steady.p99]),
				null,
				'< 250 ms'
			),
			told('the slowest of them', milliseconds, sample([steady.slowest]), null)
		];
	} finally {
		await app.stop();
	}
}

async function onMuchData(): Promise<readonly Figure[]> {
	const folders = [1000, STORED].map((count) => ({ count, folder: mkdtempSync(join(tmpdir(), 'bellwether-stored-')) }));
	const servers: Running[] = [];
	try {
		for (const { count, folder } of folders) {
			// Made by the server itself, filled while it is stopped, and opened by it again.
			const environment = { ...behindProxy, DATA_DIR: folder };
			const first = await startServer(environment);
			await load({ urls: [first.url], work: 'save', seconds: 1, connections: 1 });
			await first.stop();
			crowd(join(folder, 'bellwether.db'), count);
			servers.push(await startServer(environment));
		}
		const slow = (at: number) => async () => {
			const url = servers[at]?.url ?? '';
			const found = await load({ urls: [url], work: 'save', seconds: 20, connections: 32, rates: STEADY });
			persecond(found);
			return found.p99;
		};
		const found = await rounds(5, { few: slow(0), many: slow(1) });
		return [
			compared({
				name: `p99 of a save beside ${STORED} stored responses | beside 1,000`,
				unit: milliseconds,
				ours: found.many,
				peer: found.few,
				ratio: ratio(found.many, found.few),
				limit: { at: 'most', ratio: 1.5 }
			})
		];
	} finally {
		for (const server of servers) await server.stop();
		for (const { folder } of folders) rmSync(folder, { recursive: true, force: true });
	}
}

async function onTwoProcesses(): Promise<readonly Figure[]> {
	const cluster = await newCluster();
	const servers: Running[] = [];
	try {
		const environment = { ...behindProxy, DATABASE_URL: await newDatabase(cluster.url), SECRET: 's'.repeat(32) };
		servers.push(await startServer(environment), await startServer(environment));
		const urls = servers.map(({ url }) => url);
		const burst = (count: number) => async () =>
			persecond(await load({ urls: urls.slice(0, count), work: 'save', seconds: 8, connections: 32 }));
		const found = await rounds(5, { one: burst(1), two: burst(2) });
		return [
			compared({
				name: 'saves on PostgreSQL by two processes | by one, on the same cores',
				unit: perSecond,
				ours: found.two,
				peer: found.one,
				ratio: ratio(found.two, found.one),
				limit: { at: 'least', ratio: 0.9 }
			})
		];
	} finally {
		for (const server of servers) await server.stop();
		await cluster.remove();
	}
}
