// The table of contributions as a count sees it: what is news, what it takes in and out, and what it leaves behind.
import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Answered } from '#core/study/study-voice.ts';
import type { Scope } from './contributions.ts';
import { change, database, type Db } from './database/database.ts';
import type { Schema } from './database/schema.ts';
import { storedJson } from './database/stored-json.ts';

/** The count that is in force, empty before the first, and the one that is under way. */
export type Stamps = { readonly inForce: string; readonly now: string };

/** Companies that are looked at together: these, or all from one to another. */
export type Page = { readonly companies: readonly string[] } | { readonly after: string; readonly last: string };

/** The companies about which there is news. */
export async function companiesWithNews(
	{ instrument, major }: Scope,
	{ inForce, now }: Stamps
): Promise<readonly string[]> {
	const db = await database();
	const companies = db
		.selectFrom('contributions')
		.select('company')
		.where('instrument', '=', instrument)
		.where('major', '=', major);
	const arrived = companies.where('counted_in', '>', inForce).where('counted_in', '<', now);
	const rows = await companies.where(changed).union(arrived).execute();
	return rows.map(({ company }) => company).sort();
}

/** The next of all companies, in the order of their keys, with about so many rows; null: there are no more. */
export async function pageOfAll(
	{ instrument, major }: Scope,
	after: string,
	rows: number
): Promise<Extract<Page, { last: string }> | null> {
	const db = await database();
	const next = db
		.selectFrom('contributions')
		.select('company')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('company', '>', after);
	const found =
		(await next.orderBy('company').offset(rows).limit(1).executeTakeFirst()) ??
		(await next.orderBy('company', 'desc').limit(1).executeTakeFirst());
	return found === undefined ? null : { after, last: found.company };
}

export type Counted = Answered & {
	readonly company: string;
	/** Whether the count that is in force has it. */
	readonly isThen: boolean;
	/** Whether the count that is under way has it. */
	readonly isNow: boolean;
};

/** What has to be noted one by one, in the words of an index: all else a count takes in by what `contribute` noted. */
const changed = sql<SqlBool>`((eligible = 1 and (counted_in is null or counted_out is not null))
	or (eligible = 0 and counted_in is not null and counted_out is null))`;

/** `counted_in`, and nothing that SQLite would look for in an index: it has to look at the page. */
const stamp = sql<string>`(counted_in || '')`;

/**
 * All that these companies contributed, after a note of which of it the count that is under way takes in, and out. That
 * holds once the count is in force.
 */
export const takeNews = (scope: Scope, page: Page, stamps: Stamps): Promise<readonly Counted[]> =>
	change(`benchmark ${scope.instrument} ${scope.major}`, async (db) => {
		const { inForce, now } = stamps;
		const all = db
			.updateTable('contributions')
			.where('instrument', '=', scope.instrument)
			.where('major', '=', scope.major)
			.where(within(page))
			.where(changed);
		const out = all.where('eligible', '=', 0);
		await out.set({ counted_out: now }).where(stamp, '<=', inForce).execute();
		// It was withdrawn before any count took it in.
		await out.set({ counted_in: null }).where(stamp, '>', inForce).where(stamp, '<', now).execute();
		await all.set({ counted_in: now, counted_out: null }).where('eligible', '=', 1).execute();
		return contributionsOf(db, scope, page, stamps);
	});

/** By the notes alone: who is ruled on or erased in this very moment goes with the next count. */
async function contributionsOf(
	db: Db,
	{ instrument, major }: Scope,
	page: Page,
	{ inForce, now }: Stamps
): Promise<readonly Counted[]> {
	const rows = await db
		.selectFrom('contributions')
		.select(['company', 'person', 'at', 'dimensions', 'tenths', 'items', 'counted_in', 'counted_out'])
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where(within(page))
		.execute();
	return rows
		.filter((row) => row.counted_in !== null && row.counted_in <= now && [null, now].includes(row.counted_out))
		.map(({ company, person, at, dimensions, tenths, items, counted_in, counted_out }) => ({
			company,
			person,
			at,
			dimensions: storedJson<Counted['dimensions']>(dimensions),
			tenths: storedJson<Counted['tenths']>(tenths),
			items: storedJson<Counted['items']>(items),
			isThen: counted_in !== null && counted_in <= inForce,
			isNow: counted_out === null
		}));
}

const within = (page: Page) => (row: ExpressionBuilder<Schema, 'contributions'>) =>
	'companies' in page
		? row('company', 'in', page.companies)
		: row.and([row('company', '>', page.after), row('company', '<=', page.last)]);

/** Takes back what a count noted that never came into force. */
export async function unstamp(db: Db, { instrument, major }: Scope, stamp: string): Promise<void> {
	const of = db.updateTable('contributions').where('instrument', '=', instrument).where('major', '=', major);
	await of.set({ counted_out: null }).where('counted_out', '=', stamp).execute();
	await of.set({ counted_in: null }).where('counted_in', '=', stamp).execute();
}

/** Deletes what was kept of erased responses only until it was taken out, or was never taken in. */
export async function forgetWithdrawn(db: Db, { instrument, major }: Scope): Promise<void> {
	await db
		.deleteFrom('contributions')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('response', 'is', null)
		// In the words of an index.
		.where('eligible', '=', sql.lit(0))
		.where((row) => row.or([row('counted_in', 'is', null), row('counted_out', 'is not', null)]))
		.execute();
}
