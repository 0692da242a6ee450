// What the operator says about how long responses are kept → those over time erased, as their owners would erase them.
import { KEPT } from '#core/instrument/site.ts';
import { content } from './content.ts';
import { database } from './database/database.ts';
import { eraseAll } from './erasing.ts';
import { isOverdue, overdue } from './response-rows.ts';

const DAY = 24 * 3_600_000;

/** So many are looked for at once. */
const BATCH = 100;

/** Erases what is over time. How many responses that were. */
export async function retain(
	date: Date,
	{ signal, progress }: { readonly signal?: AbortSignal; readonly progress?: (count: number) => void } = {}
): Promise<number> {
	const { unfinished, completed } = content().site?.kept ?? KEPT;
	const before = (days: number): string => new Date(date.getTime() - days * DAY).toISOString();
	const limits = { unfinished: before(unfinished), completed: completed === null ? null : before(completed) };
	const db = await database();
	let count = 0;
	while (signal?.aborted !== true) {
		const ids = await overdue(db, limits, BATCH);
		if (ids.length === 0) break;
		// Somebody may have gone on with it meanwhile.
		count += await eraseAll(ids, (stored) => isOverdue(stored, limits));
		progress?.(count);
	}
	return count;
}

/** What the runner calls once a day. */
export const retainDaily = async (date: Date, signal: AbortSignal): Promise<void> =>
	void (await retain(date, { signal }));
