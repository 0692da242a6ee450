// The tables of benchmarks and tallies: what has been counted, and which companies changed since it was told.
import type { Change, Changes } from '#core/benchmark/changes.ts';
import type { Members } from '#core/benchmark/members.ts';
import type { Tallies, Tally } from '#core/benchmark/tally.ts';
import type { Scope } from './contributions.ts';
import { locksRows } from './database/connection.ts';
import type { Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';

export type Count = {
	/** The stamp of the count that is in force; empty before the first. */
	readonly stamp: string;
	/** One that never came into force, or another process's; null: none. */
	readonly building: string | null;
	readonly tallies: Tallies;
	/** By the name of a tally. */
	readonly changed: Map<string, Changes>;
	/** By the name of a tally. */
	readonly members: Members;
};

export async function readCount(db: Db, { instrument, major }: Scope): Promise<Count> {
	const state = await db
		.selectFrom('benchmarks')
		.select(['stamp', 'building'])
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.executeTakeFirst();
	const rows = await db
		.selectFrom('tallies')
		.select(['name', 'counted', 'changed', 'members'])
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.execute();
	return {
		stamp: state?.stamp ?? '',
		building: state?.building ?? null,
		tallies: new Map(rows.map(({ name, counted }) => [name, tallyOf(storedJson<Kept>(counted))])),
		changed: new Map(
			rows.map(({ name, changed }) => [name, new Map(Object.entries(storedJson<Record<string, Change>>(changed)))])
		),
		members: new Map(rows.map(({ name, members }) => [name, heldIn(storedJson<readonly string[] | null>(members))]))
	};
}

/** The stamp of the count that is in force; empty before the first. */
export async function stampInForce(db: Db, { instrument, major }: Scope): Promise<string> {
	const of = db.selectFrom('benchmarks').select('stamp').where('instrument', '=', instrument);
	return (await of.where('major', '=', major).executeTakeFirst())?.stamp ?? '';
}

/**
 * What a contribution bears that the next count has which begins: later than the stamp of every count that has begun, and
 * earlier than the next. No count begins before this transaction ends.
 */
export async function nextCount(db: Db, { instrument, major }: Scope): Promise<string> {
	const begun = db
		.selectFrom('benchmarks')
		.select((row) => row.fn.coalesce('building', 'stamp').as('last'))
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.$if(locksRows(db), (shared) => shared.forShare());
	let found = await begun.executeTakeFirst();
	if (found === undefined) {
		await db
			.insertInto('benchmarks')
			.values({ instrument, major, stamp: '', building: null })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		found = await begun.executeTakeFirstOrThrow();
	}
	return found.last === '' ? '0' : `${found.last}1`;
}

/** Announces a count, so that what it notes can be taken back if it dies. */
export async function begin(db: Db, { instrument, major }: Scope, building: string): Promise<void> {
	await db
		.insertInto('benchmarks')
		.values({ instrument, major, stamp: '', building })
		.onConflict((conflict) => conflict.columns(['instrument', 'major']).doUpdateSet({ building }))
		.execute();
}

/** Puts a count in force. Throws where another one began meanwhile. */
export async function finish(
	db: Db,
	{ instrument, major }: Scope,
	{ tallies, changed, members }: Pick<Count, 'tallies' | 'changed' | 'members'>,
	touched: ReadonlySet<string>,
	stamp: string
): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('benchmarks')
		.set({ stamp, building: null })
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.where('building', '=', stamp)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Error('another count of the same benchmark began meanwhile');
	for (const name of touched) {
		const of = db.deleteFrom('tallies').where('instrument', '=', instrument).where('major', '=', major);
		await of.where('name', '=', name).execute();
		const tally = tallies.get(name);
		if (tally === undefined || tally.n === 0) continue;
		const counted = JSON.stringify(keptOf(tally));
		const news = JSON.stringify(Object.fromEntries([...(changed.get(name) ?? [])].sort()));
		const followed = members.get(name);
		const held = JSON.stringify(followed ? [...followed].sort() : null);
		await db.insertInto('tallies').values({ instrument, major, name, counted, changed: news, members: held }).execute();
	}
}

const heldIn = (kept: readonly string[] | null): Set<string> | null => (kept === null ? null : new Set(kept));

/** A tally as it is kept: of each index only the scores that anybody holds. */
type Kept = Pick<Tally, 'side' | 'rung' | 'dimensions' | 'n' | 'companies'> & {
	readonly sizes: readonly (readonly [size: number, companies: number])[];
	readonly scores: Readonly<Record<string, readonly (readonly [tenths: number, members: number])[]>>;
};

const keptOf = ({ sizes, scores, ...plain }: Tally): Kept => ({
	...plain,
	sizes: [...sizes].sort(([one], [other]) => one - other),
	scores: Object.fromEntries(
		[...scores].map(([index, counts]) => [index, [...counts.entries()].filter(([, members]) => members > 0)])
	)
});

function tallyOf({ sizes, scores, ...plain }: Kept): Tally {
	const histograms = Object.entries(scores).map(([index, held]): [string, Uint32Array] => {
		const counts = new Uint32Array(1001);
		for (const [tenths, members] of held) counts[tenths] = members;
		return [index, counts];
	});
	return { ...plain, sizes: new Map(sizes), scores: new Map(histograms) };
}
