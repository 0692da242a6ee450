// How long responses are kept, as the site or their campaign says → those over time erased, as their owners would erase them.
import { KEPT, type Kept } from '#core/instrument/site.ts';
import { keptBy } from './campaign-privacy.ts';
import { everyCampaign } from './campaigns.ts';
import { content } from './content.ts';
import { database } from './database/database.ts';
import { eraseAll } from './erasing.ts';
import { isOverdue, overdue, type Among, type Limits } from './response-rows.ts';

const DAY = 24 * 3_600_000;

/** So many are looked for at once. */
const BATCH = 100;

/** Erases what is over time. How many responses that were. */
export async function retain(
	date: Date,
	{ signal, progress }: { readonly signal?: AbortSignal; readonly progress?: (count: number) => void } = {}
): Promise<number> {
	let count = 0;
	for (const { kept, among } of await terms()) {
		const limits = limitsOf(kept, date);
		const db = await database();
		while (signal?.aborted !== true) {
			const ids = await overdue(db, limits, BATCH, among);
			if (ids.length === 0) break;
			// Somebody may have gone on with it meanwhile.
			count += await eraseAll(ids, (stored) => isOverdue(stored, limits));
			progress?.(count);
		}
	}
	return count;
}

/** Each campaign that says so itself, one that was deleted too, and then all other responses as the site says. */
async function terms(): Promise<readonly { readonly kept: Kept; readonly among: Among }[]> {
	const own = (await everyCampaign()).filter(
		({ settings: { keep } }) => keep.unfinished !== null || keep.completed !== null
	);
	return [
		...own.map((campaign) => ({ kept: keptBy(campaign), among: { campaign: campaign.id } })),
		{ kept: content().site?.kept ?? KEPT, among: { without: own.map(({ id }) => id) } }
	];
}

function limitsOf({ unfinished, completed }: Kept, date: Date): Limits {
	const before = (days: number): string => new Date(date.getTime() - days * DAY).toISOString();
	return { unfinished: before(unfinished), completed: completed === null ? null : before(completed) };
}

/** What the runner calls once a day. */
export const retainDaily = async (date: Date, signal: AbortSignal): Promise<void> =>
	void (await retain(date, { signal }));
