// The list of leads beside a hundred times as many, and the export of leads beside reading their rows alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { newSettings } from '#lib/campaign/settings.ts';
import { insertCampaign } from '#lib/server/campaigns.ts';
import { connect } from '#lib/server/database/connect.ts';
import type { Connection } from '#lib/server/database/connection.ts';
import { closeDatabase } from '#lib/server/database/database.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';
import { keepInstruments } from '#lib/server/instruments.ts';
import { leadsCsv, leadsXlsx } from '#lib/server/lead-export.ts';
import { everyLead, type LeadFilter, type Place } from '#lib/server/lead-filter.ts';
import { leadCount, leadPage } from '#lib/server/lead-list.ts';
import { storedLeads, wholeLeads } from '#lib/server/lead-rows.ts';
import { flagship } from '../support/flagship.ts';
import { newCluster, newDatabase } from '../support/postgres.ts';
import { compared, megabytes, milliseconds, perSecond, told, type Figure } from './figure.ts';
import { crowdOfLeads, momentOf, NAMESAKES } from './lead-crowd.ts';
import { everything } from './responses.ts';
import { ratio, rounds, sample } from './rounds.ts';

const FEW = 10_000;
const MANY = Number(process.env['LEADS_STORED'] ?? 1_000_000);

/** So often is each page asked for in one turn. */
const TIMES = 20;
const ROUNDS = 7;

type Crowd = { readonly count: number; readonly open: Promise<Connection>; readonly folder: string };

export async function measureLeads(): Promise<readonly Figure[]> {
	const cluster = await newCluster();
	try {
		return [
			...(await onOne('SQLite', () => Promise.resolve(''))),
			...(await onOne('PostgreSQL', () => newDatabase(cluster.url)))
		];
	} finally {
		await cluster.remove();
	}
}

async function onOne(product: string, url: () => Promise<string>): Promise<readonly Figure[]> {
	const crowds: Crowd[] = [];
	try {
		for (const count of [FEW, MANY]) crowds.push(await crowd(count, await url()));
		const [few, many] = crowds as [Crowd, Crowd];
		return [...(await listed(product, few, many)), ...(await exported(product, few))];
	} finally {
		for (const each of crowds) {
			use(each);
			await closeDatabase();
			rmSync(each.folder, { recursive: true, force: true });
		}
	}
}

/** A database of its own, which stays open beside the other. */
async function crowd(count: number, url: string): Promise<Crowd> {
	console.error(`making ${count} leads …`);
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-leads-'));
	const address = url === '' ? pathToFileURL(join(folder, 'bellwether.db')).href : url;
	const opened = await connect(address, { alone: false });
	await opened.migrating((db) => migrate(db, migrations, () => ''));
	const open = Promise.resolve(opened);
	globalThis.bellwetherDatabase = open;
	const { db } = opened;
	await keepInstruments();
	const now = new Date().toISOString();
	await insertCampaign(db, {
		id: 'campaign-1',
		instrument: flagship.id,
		name: 'Spring',
		settings: newSettings,
		is_published: true,
		opens_at: null,
		closes_at: null,
		created_by: 'bench',
		created_at: now,
		updated_at: now
	});
	const marks = Object.entries(everything).map(([id, value], at) => [id, { value, at: 1_790_000_000_000 + at }]);
	const { id: instrument, version, hash } = flagship;
	await crowdOfLeads(count, { instrument, version, hash, answers: JSON.stringify(Object.fromEntries(marks)) });
	return { count, open, folder };
}

/** What the program asks from now on, it asks of this one. */
const use = ({ open }: Crowd): void => void (globalThis.bellwetherDatabase = open);

type Page = { readonly name: string; readonly filter: Partial<LeadFilter>; readonly isDeep?: boolean };

const pages: readonly Page[] = [
	{ name: 'first page', filter: {} },
	{ name: 'page in the middle', filter: {}, isDeep: true },
	{ name: 'by intent, page in the middle', filter: { sort: 'intent' }, isDeep: true },
	{ name: 'one campaign', filter: { campaign: 'campaign-3' }, isDeep: true },
	{ name: 'one weakest term', filter: { weakest: 'index-1' }, isDeep: true },
	{ name: 'one band, by intent', filter: { band: 'band-2', sort: 'intent' }, isDeep: true },
	{
		name: 'campaign, weakest term, band, finished',
		filter: { campaign: 'campaign-3', weakest: 'index-1', band: 'band-3', state: 'completed' }
	},
	{ name: 'not finished', filter: { state: 'partial' }, isDeep: true },
	{ name: `search for a name that ${NAMESAKES} people have`, filter: { q: 'name00000011' } }
];

async function listed(product: string, few: Crowd, many: Crowd): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const { name, filter, isDeep = false } of pages) {
		const turn = (crowd: Crowd) => async () => {
			use(crowd);
			const whole = { ...everyLead, ...filter };
			const place = isDeep ? middle(whole, crowd.count) : null;
			const began = performance.now();
			let rows = 0;
			for (let time = 0; time < TIMES; time += 1) rows += (await leadPage(whole, place)).rows.length;
			if (rows === 0) throw new Error(`there is nothing on the page "${name}"`);
			return (performance.now() - began) / TIMES;
		};
		const found = await rounds(ROUNDS, { few: turn(few), many: turn(many) }, 2);
		figures.push(
			compared({
				name: `${product}: ${name}, of ${many.count} leads | of ${few.count}`,
				unit: milliseconds,
				ours: found.many,
				peer: found.few,
				ratio: ratio(found.many, found.few),
				limit: { at: 'most', ratio: 3 }
			})
		);
	}
	return [...figures, ...(await alsoTold(product, many))];
}

const middle = ({ sort }: LeadFilter, count: number): Place => {
	const at = momentOf(Math.floor(count / 2));
	return { way: 'after', position: sort === 'newest' ? [at, '5'] : [50, at, '5'] };
};

/** What no limit is set for: words that very many have, and counting. */
async function alsoTold(product: string, many: Crowd): Promise<readonly Figure[]> {
	use(many);
	const timed = async (work: () => Promise<unknown>): Promise<number> => {
		const began = performance.now();
		await work();
		return performance.now() - began;
	};
	const found = await rounds(5, {
		everybody: () => timed(() => leadPage({ ...everyLead, q: 'mail' }, null)),
		some: () => timed(() => leadPage({ ...everyLead, q: 'company12' }, null)),
		counted: () => timed(() => leadCount(everyLead))
	});
	return [
		told(`${product}: search for a word that all ${many.count} have`, milliseconds, found.everybody, null),
		told(`${product}: search for a word that one in 45 has`, milliseconds, found.some, null),
		told(`${product}: counting to a thousand`, milliseconds, found.counted, null)
	];
}

async function exported(product: string, crowd: Crowd): Promise<readonly Figure[]> {
	use(crowd);
	const rate = (work: () => Promise<void>) => async () => {
		const began = performance.now();
		await work();
		return (crowd.count * 1000) / (performance.now() - began);
	};
	let most = 0;
	const drained = async (file: Readable): Promise<void> => {
		for await (const _ of file) most = Math.max(most, process.memoryUsage().rss);
	};
	const before = process.memoryUsage().rss;
	const found = await rounds(5, {
		parsed: rate(rowsParsed),
		rows: rate(rowsAlone),
		csv: rate(async () => drained(await leadsCsv(everyLead))),
		xlsx: rate(async () => drained(await leadsXlsx(everyLead)))
	});
	const half = { at: 'least', ratio: 0.5 } as const;
	const about = { unit: perSecond, peer: found.rows, limit: half };
	const rows = 'the same leads read, nothing written';
	return [
		compared({
			...about,
			name: `${product}: leads as CSV | ${rows}`,
			ours: found.csv,
			ratio: ratio(found.csv, found.rows)
		}),
		compared({
			...about,
			name: `${product}: leads as XLSX | ${rows}`,
			ours: found.xlsx,
			ratio: ratio(found.xlsx, found.rows)
		}),
		told(`${product}: rows of leads read and parsed, no more`, perSecond, found.parsed, null),
		told(
			`${product}: memory that ${crowd.count} leads exported take on top`,
			megabytes,
			sample([Math.max(0, most - before)]),
			null
		)
	];
}

/** As the export reads them. */
async function rowsAlone(): Promise<void> {
	let count = 0;
	for await (const leads of wholeLeads(everyLead)) count += leads.length;
	if (count === 0) throw new Error('there are no leads');
}

/** Only what is kept as JSON is parsed. */
async function rowsParsed(): Promise<void> {
	for await (const page of storedLeads(everyLead))
		for (const { answers, fields, consents, came, scores } of page)
			for (const text of [answers, fields, consents, came, scores ?? 'null']) JSON.parse(text);
}
