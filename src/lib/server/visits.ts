// The table of visits: how often each campaign's page was seen, by day and source. Counted here, and written now and then.
import { z } from 'zod';
import { change, type Db } from './database/database.ts';
import { described, log } from './log.ts';

/** What a page says of a view. */
export const seenBody = z.strictObject({ source: z.string().max(1000).optional() });

type Visit = { readonly campaign: string; readonly day: string; readonly source: string };

/** Milliseconds. A count that is lost with the process harms nobody; a write for each view would slow the saves. */
const GATHERED = 2000;

/** Kinds of views that are counted between two writings; sources of one campaign on one day. More are not told apart. */
const MOST_KINDS = 1000;
const MOST_SOURCES = 200;

const gathered = new Map<string, Visit & { seen: number }>();
let writing: NodeJS.Timeout | null = null;

/** `source` is as `sourceFrom` has made it; whether there is such a campaign shows when it is written. */
export function countVisit(campaign: string, source: string, now = new Date()): void {
	const visit = { campaign, day: now.toISOString().slice(0, 10), source };
	const name = JSON.stringify(Object.values(visit));
	const known = gathered.get(name);
	if (known !== undefined) known.seen += 1;
	else if (gathered.size < MOST_KINDS) gathered.set(name, { ...visit, seen: 1 });
	writing ??= setTimeout(() => void writeVisits(), GATHERED).unref();
}

/** Writes what was counted. */
export async function writeVisits(): Promise<void> {
	if (writing !== null) clearTimeout(writing);
	writing = null;
	const visits = [...gathered.values()];
	gathered.clear();
	if (visits.length === 0) return;
	try {
		await change('visits', async (db) => {
			const campaigns = new Set(visits.map(({ campaign }) => campaign));
			for (const id of await published(db, [...campaigns]))
				for (const visit of visits) if (visit.campaign === id) await add(db, visit);
		});
	} catch (error) {
		log.warn({ error: described(error) }, 'views of campaigns were not counted');
	}
}

/** Those of these campaigns that people can see. */
async function published(db: Db, ids: readonly string[]): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('campaigns')
		.select('id')
		.where('id', 'in', ids)
		.where('is_published', '=', 1)
		.where('deleted_at', 'is', null)
		.execute();
	return rows.map(({ id }) => id);
}

async function add(db: Db, { campaign, day, source, seen }: Visit & { readonly seen: number }): Promise<void> {
	const rows = await db
		.selectFrom('visits')
		.select('source')
		.where('campaign', '=', campaign)
		.where('day', '=', day)
		.execute();
	const isTold = rows.length < MOST_SOURCES || rows.some((row) => row.source === source);
	await db
		.insertInto('visits')
		.values({ campaign, day, source: isTold ? source : '', seen })
		.onConflict((conflict) =>
			conflict
				.columns(['campaign', 'day', 'source'])
				.doUpdateSet((set) => ({ seen: set('visits.seen', '+', set.ref('excluded.seen')) }))
		)
		.execute();
}
