// A response of which it has become known whose it is → its part in the benchmark, under the company that it is of.
import { contributionId } from './contribution-rows.ts';
import { withdrawContributions } from './contributions.ts';
import type { Db } from './database/database.ts';
import { findResponse, takenAfter } from './response-rows.ts';
import { senderOf } from './senders.ts';
import { nextCount } from './tally-rows.ts';

/**
 * Looks again whose a completed response is. Where that is another than was thought, the row that was counted leaves as
 * it was, and another comes in its place, with the flags and the ruling. So do those that were taken again from it.
 */
export async function recognise(db: Db, response: string): Promise<void> {
	const stored = await findResponse(db, response);
	if (stored === null) return;
	const row = await db
		.selectFrom('contributions')
		.selectAll()
		.where('response', '=', response)
		.orderBy('at', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (row !== undefined) {
		const sender = await senderOf(db, stored);
		if (sender.company === row.company && sender.person === row.person) return;
		const revision = stored.state === 'completed' ? stored.revision : stored.revision - 1;
		const next = { ...row, ...sender, id: contributionId(response, revision, sender) };
		const { id: _, counted_in: _in, counted_out: _out, ...restored } = next;
		await withdrawContributions(db, response);
		const counted_in = next.eligible === 1 ? await nextCount(db, next) : null;
		await db
			.insertInto('contributions')
			.values({ ...next, counted_in, counted_out: null })
			// It was this sender's before: the row that waits to be taken out stays in.
			.onConflict((conflict) => conflict.column('id').doUpdateSet(restored))
			.execute();
	}
	for (const later of await takenAfter(db, response)) await recognise(db, later);
}
