// The table of contributions: what completed responses add to the benchmark, until they are withdrawn or too old.
import type { Contribution } from '#core/benchmark/contribution.ts';
import type { ContributionRow } from './database/benchmark-schema.ts';
import { database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';

/** One instrument in versions of one major: what is compared with each other. */
export type Scope = { readonly instrument: string; readonly major: number };

/** Adds what was completed, instead of what an earlier revision of the same response added. */
export async function contribute(db: Db, row: ContributionRow): Promise<void> {
	if (row.response !== null) {
		await db.updateTable('contributions').set({ eligible: 0 }).where('response', '=', row.response).execute();
	}
	await db.insertInto('contributions').values(row).execute();
}

/** Before a response is erased: what was counted of it leaves with the next count, and nothing else is kept. */
export async function withdrawContributions(db: Db, response: string): Promise<void> {
	await db
		.deleteFrom('contributions')
		.where('response', '=', response)
		.where((row) => row.or([row('counted_in', 'is', null), row('counted_out', 'is not', null)]))
		.execute();
	await db
		.updateTable('contributions')
		.set({ eligible: 0, response: null, items: '{}', flags: '[]', seconds: null, reason: null })
		.where('response', '=', response)
		.execute();
}

/** Ends what is too old to count: completed before this moment, ISO 8601. */
export async function expire(db: Db, { instrument, major }: Scope, before: string): Promise<void> {
	await db
		.updateTable('contributions')
		.set({ eligible: 0 })
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('at', '<', before)
		.where('eligible', '=', 1)
		.execute();
}

/** The companies about which there is news, after this one, in the order of their keys. */
export async function companiesWithNews(
	{ instrument, major }: Scope,
	after: string,
	most: number
): Promise<readonly string[]> {
	const db = await database();
	const rows = await db
		.selectFrom('contributions')
		.select('company')
		.distinct()
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('company', '>', after)
		.where((row) =>
			row.or([
				row.and([row('eligible', '=', 1), row.or([row('counted_in', 'is', null), row('counted_out', 'is not', null)])]),
				row.and([row('eligible', '=', 0), row('counted_in', 'is not', null), row('counted_out', 'is', null)])
			])
		)
		.orderBy('company')
		.limit(most)
		.execute();
	return rows.map(({ company }) => company);
}

export type Counted = Contribution & {
	readonly id: string;
	readonly company: string;
	readonly isEligible: boolean;
	readonly isCounted: boolean;
};

/** All that these companies contributed. */
export async function contributionsOf(
	{ instrument, major }: Scope,
	companies: readonly string[]
): Promise<readonly Counted[]> {
	const db = await database();
	const rows = await db
		.selectFrom('contributions')
		.select(['id', 'company', 'person', 'at', 'dimensions', 'tenths', 'eligible', 'counted_in', 'counted_out'])
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('company', 'in', companies)
		.execute();
	return rows.map(({ id, company, person, at, dimensions, tenths, eligible, counted_in, counted_out }) => ({
		id,
		company,
		person,
		at,
		dimensions: storedJson<Contribution['dimensions']>(dimensions),
		tenths: storedJson<Contribution['tenths']>(tenths),
		isEligible: eligible === 1,
		isCounted: counted_in !== null && counted_out === null
	}));
}

/** Notes which were taken in, and out, by the count with this stamp. It holds once the count is in force. */
export async function stamp(
	db: Db,
	taken: { readonly in: readonly string[]; readonly out: readonly string[] },
	stamp: string
): Promise<void> {
	if (taken.in.length > 0)
		await db
			.updateTable('contributions')
			.set({ counted_in: stamp, counted_out: null })
			.where('id', 'in', taken.in)
			.execute();
	if (taken.out.length > 0)
		await db.updateTable('contributions').set({ counted_out: stamp }).where('id', 'in', taken.out).execute();
}

/** Takes back what a count noted that never came into force. */
export async function unstamp(db: Db, { instrument, major }: Scope, stamp: string): Promise<void> {
	const of = db.updateTable('contributions').where('instrument', '=', instrument).where('major', '=', major);
	await of.set({ counted_out: null }).where('counted_out', '=', stamp).execute();
	await of.set({ counted_in: null }).where('counted_in', '=', stamp).execute();
}

/** Deletes what was kept of erased responses only until it was taken out. */
export async function forgetWithdrawn(db: Db, { instrument, major }: Scope): Promise<void> {
	await db
		.deleteFrom('contributions')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('response', 'is', null)
		.where('counted_out', 'is not', null)
		.execute();
}
