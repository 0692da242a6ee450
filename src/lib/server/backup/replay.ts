// A database of an earlier day, and what was erased since → the same without those, so that nobody comes back.
import type { Connection } from '../database/connection.ts';
import { removeFrom } from '../erasing.ts';
import { tokenHash } from '../tokens.ts';

const PAGE = 1000;

/** How many responses were there that are in the ledger. All of it is noted, so that no late save begins one again. */
export async function eraseAgain({ db, change }: Connection, erased: ReadonlySet<string>): Promise<number> {
	const now = new Date().toISOString();
	let count = 0;
	let last = '';
	for (;;) {
		const page = await db
			.selectFrom('responses')
			.select('id')
			.where('id', '>', last)
			.orderBy('id')
			.limit(PAGE)
			.execute();
		if (page.length === 0) break;
		last = page.at(-1)?.id ?? last;
		const gone = page.filter(({ id }) => erased.has(tokenHash(id)));
		await change('erasures', async (inside) => {
			for (const { id } of gone) await removeFrom(inside, id, now);
		});
		count += gone.length;
	}
	const hashes = [...erased];
	for (let at = 0; at < hashes.length; at += PAGE) {
		const values = hashes.slice(at, at + PAGE).map((response) => ({ response, erased_at: now }));
		await db
			.insertInto('erased')
			.values(values)
			.onConflict((conflict) => conflict.column('response').doNothing())
			.execute();
	}
	return count;
}
