// The table of contributions as a count sees it: what is news, what it takes in and out, and what it leaves behind.
import type { Answered } from '#core/study/study-voice.ts';
import type { Scope } from './contributions.ts';
import type { ContributionRow } from './database/benchmark-schema.ts';
import { change, database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';

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

/** All companies, after this one, in the order of their keys. */
export async function companiesIn(
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
		.orderBy('company')
		.limit(most)
		.execute();
	return rows.map(({ company }) => company);
}

export type Counted = Answered & {
	readonly id: string;
	readonly company: string;
	readonly isEligible: boolean;
	readonly isCounted: boolean;
};

/**
 * All that these companies contributed, and a note of which of it the count with this stamp takes in, and out. That
 * holds once the count is in force.
 */
export const takeNews = (scope: Scope, companies: readonly string[], stamp: string): Promise<readonly Counted[]> =>
	change(`benchmark ${scope.instrument} ${scope.major}`, async (db) => {
		const all = await contributionsOf(db, scope, companies);
		const goesIn = all.filter(({ isEligible, isCounted }) => isEligible && !isCounted).map(({ id }) => id);
		const goesOut = all.filter(({ isEligible, isCounted }) => isCounted && !isEligible).map(({ id }) => id);
		await note(db, goesIn, { counted_in: stamp, counted_out: null });
		await note(db, goesOut, { counted_out: stamp });
		return all;
	});

async function contributionsOf(
	db: Db,
	{ instrument, major }: Scope,
	companies: readonly string[]
): Promise<readonly Counted[]> {
	const rows = await db
		.selectFrom('contributions')
		.select(['id', 'company', 'person', 'at', 'dimensions', 'tenths', 'items', 'eligible', 'counted_in', 'counted_out'])
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('company', 'in', companies)
		.execute();
	return rows.map(({ id, company, person, at, dimensions, tenths, items, eligible, counted_in, counted_out }) => ({
		id,
		company,
		person,
		at,
		dimensions: storedJson<Counted['dimensions']>(dimensions),
		tenths: storedJson<Counted['tenths']>(tenths),
		items: storedJson<Counted['items']>(items),
		isEligible: eligible === 1,
		isCounted: counted_in !== null && counted_out === null
	}));
}

/** Throws where a row went after it was read: what is counted of it could never be taken out again. */
async function note(
	db: Db,
	ids: readonly string[],
	set: Pick<ContributionRow, 'counted_out'> & Partial<Pick<ContributionRow, 'counted_in'>>
): Promise<void> {
	if (ids.length === 0) return;
	const { numUpdatedRows } = await db.updateTable('contributions').set(set).where('id', 'in', ids).executeTakeFirst();
	if (Number(numUpdatedRows) !== ids.length) throw new Error('a contribution was withdrawn while it was counted');
}

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
		.where('eligible', '=', 0)
		.where((row) => row.or([row('counted_in', 'is', null), row('counted_out', 'is not', null)]))
		.execute();
}
