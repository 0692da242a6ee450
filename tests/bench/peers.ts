// An edition over very many responses beside reading them once, what a few new ones cost, and a standing beside SQL.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from '#lib/server/database/connect.ts';
import { closeDatabase } from '#lib/server/database/database.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';
import { newCluster, newDatabase } from '../support/postgres.ts';
import { crowdOfContributions, peered } from './contribution-crowd.ts';
import { compared, megabytes, milliseconds, sized, told, type Figure } from './figure.ts';
import { inProcess, type PeersJob } from './peers-job.ts';
import { measureEditionMemory, measureStanding } from './peers-standing.ts';
import { measureStandingSql } from './peers-sql.ts';
import { ratio, sample } from './rounds.ts';

const MANY = Number(process.env['PEERS_STORED'] ?? 1_000_000);
const FEW = MANY / 10;
const NEW = 1000;

/** How many times the news are counted, each time of `NEW` more. */
const DAYS = 5;

/** The building process may take so many bytes at most. */
const MEMORY = 500_000_000;

export async function measurePeers(): Promise<readonly Figure[]> {
	const cluster = await newCluster();
	try {
		return [
			...(await onOne('SQLite', () => Promise.resolve(''))),
			...(await onOne('PostgreSQL', () => newDatabase(cluster.url))),
			...(await measureStanding())
		];
	} finally {
		await cluster.remove();
	}
}

async function onOne(product: string, url: () => Promise<string>): Promise<readonly Figure[]> {
	const few = await stored(FEW, await url(), async (job) => {
		await inProcess(job('build', 1));
		return grown(FEW, job);
	});
	return stored(MANY, await url(), async (job) => {
		const whole = await built(product, job);
		const many = await grown(MANY, job);
		return [
			...whole.figures,
			...news(product, { many, few, whole: whole.milliseconds }),
			await measureStandingSql(product, MANY),
			...(product === 'SQLite' ? [await measureEditionMemory()] : [])
		];
	});
}

type Job = (work: PeersJob['work'], day: number) => PeersJob;

/** Works on a database of its own with so many rows, and takes it away afterwards. */
async function stored<Result>(count: number, url: string, work: (job: Job) => Promise<Result>): Promise<Result> {
	console.error(`making ${count} contributions …`);
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-peers-'));
	const address = url === '' ? pathToFileURL(join(folder, 'bellwether.db')).href : url;
	try {
		globalThis.bellwetherDatabase = connect(address, { alone: false });
		const opened = await globalThis.bellwetherDatabase;
		await opened.migrating((db) => migrate(db, migrations, () => ''));
		await crowdOfContributions(1, count);
		const instrument = join(folder, 'instrument.json');
		writeFileSync(instrument, JSON.stringify(peered));
		return await work((work, day) => ({
			url: address,
			work,
			instrument,
			date: new Date(Date.UTC(2026, 0, day, 3)).toISOString()
		}));
	} finally {
		await closeDatabase();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The first edition, in between two times that its rows are only read: what slows one slows the others. */
async function built(
	product: string,
	job: Job
): Promise<{ readonly figures: readonly Figure[]; readonly milliseconds: number }> {
	const scans = [await inProcess(job('scan', 1))];
	const parses = [await inProcess(job('parse', 1))];
	const build = await inProcess(job('build', 1));
	scans.push(await inProcess(job('scan', 1)));
	parses.push(await inProcess(job('parse', 1)));
	const [ours, scan, parse] = [[build, build], scans, parses].map((all) =>
		sample(all.map((each) => each.milliseconds))
	);
	if (ours === undefined || scan === undefined || parse === undefined) throw new Error('nothing was measured');
	const figures = [
		compared({
			name: `${product}: edition over ${MANY} responses, 8 indices, 29 groups | the same rows read once`,
			unit: milliseconds,
			ours,
			peer: scan,
			ratio: ratio(ours, scan),
			limit: { at: 'most', ratio: 2 }
		}),
		told(`${product}: the same rows read once, and their JSON`, milliseconds, parse, scan),
		sized(`${product}: memory of the process that builds it`, build.peak, MEMORY, megabytes)
	];
	return { figures, milliseconds: build.milliseconds };
}

/** Day after day the same number comes. What the count of each takes, in milliseconds. */
async function grown(count: number, job: Job): Promise<readonly number[]> {
	const taken: number[] = [];
	for (let day = 0; day < DAYS; day += 1) {
		await crowdOfContributions(count + day * NEW + 1, count + (day + 1) * NEW);
		taken.push((await inProcess(job('build', 2 + day))).milliseconds);
	}
	return taken;
}

type News = { readonly many: readonly number[]; readonly few: readonly number[]; readonly whole: number };

function news(product: string, { many, few, whole }: News): readonly Figure[] {
	const [ours, smaller, all] = [many, few, many.map(() => whole)].map((each) => sample(each));
	if (ours === undefined || smaller === undefined || all === undefined) throw new Error('nothing was measured');
	const about = { unit: milliseconds, ours };
	return [
		compared({
			...about,
			name: `${product}: ${NEW} new ones among ${MANY} | all of them`,
			peer: all,
			ratio: ratio(ours, all),
			limit: { at: 'most', ratio: 0.02 }
		}),
		compared({
			...about,
			name: `${product}: ${NEW} new ones among ${MANY} | among ${FEW}`,
			peer: smaller,
			ratio: ratio(ours, smaller),
			limit: { at: 'most', ratio: 1.5 }
		})
	];
}
