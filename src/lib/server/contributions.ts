// The table of contributions: what completed responses add to the benchmark, until they are withdrawn or too old.
import type { ContributionRow } from './database/benchmark-schema.ts';
import type { Db } from './database/database.ts';
import { nextCount } from './tally-rows.ts';

/** One instrument in versions of one major: what is compared with each other. */
export type Scope = { readonly instrument: string; readonly major: number };

/**
 * Adds what was completed, instead of what an earlier revision of the same response added. The next count that begins has
 * it without a further note.
 */
export async function contribute(db: Db, row: ContributionRow): Promise<void> {
	const next = await nextCount(db, row);
	if (row.response !== null) {
		await db
			.updateTable('contributions')
			// Whatever was noticed and ruled was about that revision.
			.set({ eligible: 0, flags: '[]', ruling: null, reason: null })
			.where('response', '=', row.response)
			.execute();
	}
	const counted_in = row.eligible === 1 ? next : null;
	await db
		.insertInto('contributions')
		.values({ ...row, counted_in })
		.execute();
}

/**
 * Before a response is erased. What no count has taken in goes at once. Of what one has, the scores by question and index
 * and the options of peer groups stay, with no word of the response that they are from, until the next count has taken
 * them out and deletes the row: without them it could not be taken out exactly.
 */
export async function withdrawContributions(db: Db, response: string): Promise<void> {
	const scopes = db.selectFrom('contributions').select(['instrument', 'major']).distinct();
	for (const scope of await scopes.where('response', '=', response).execute()) {
		const next = await nextCount(db, scope);
		await db
			.deleteFrom('contributions')
			.where('instrument', '=', scope.instrument)
			.where('major', '=', scope.major)
			.where('response', '=', response)
			.where('counted_in', '=', next)
			.execute();
	}
	await db
		.deleteFrom('contributions')
		.where('response', '=', response)
		.where((row) =>
			row.or([
				row('counted_in', 'is', null),
				row.and([
					row('counted_out', 'is not', null),
					// A count that is under way may yet die: then it was not taken out.
					row(
						'counted_out',
						'not in',
						row
							.selectFrom('benchmarks')
							.select('building')
							.where('building', 'is not', null)
							.$castTo<{ building: string }>()
					)
				])
			])
		)
		.execute();
	await db
		.updateTable('contributions')
		.set({ eligible: 0, response: null, flags: '[]', seconds: null, ruling: null, reason: null })
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
