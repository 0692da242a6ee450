// A filter and a place → one page of leads in order, with the places before and after it. Reading only; leads.ts writes.
import { database } from './database/database.ts';
import type { LeadRow } from './database/campaign-schema.ts';
import { cursorOf, type LeadFilter, type LeadOrder, type Place } from './lead-filter.ts';
import { conditionsOf, inOrder, positionOf } from './lead-query.ts';

const shown = [
	'response',
	'campaign',
	'instrument',
	'name',
	'address',
	'company',
	'source',
	'intent',
	'tenths',
	'band',
	'weakest',
	'finding',
	'wants',
	'completed_at',
	'created_at'
] as const;

export type ListedLead = Pick<LeadRow, (typeof shown)[number]>;

/** Cursors are null where nothing is left on that side. */
export type LeadPage = {
	readonly rows: readonly ListedLead[];
	readonly before: string | null;
	readonly after: string | null;
};

export const PAGE = 50;

/** Counting stops here: more than this is said as "more". */
export const COUNTED = 1000;

export async function leadPage(filter: LeadFilter, place: Place, size = PAGE): Promise<LeadPage> {
	const found = await rowsFrom(filter, place, size + 1);
	const hasMore = found.length > size;
	const rows = found.slice(0, size);
	if (place?.way !== 'before') return paged(filter.sort, rows, place !== null, hasMore);
	// Where fewer are left than a page holds, the first page says the same and is full.
	return hasMore ? paged(filter.sort, rows.toReversed(), true, true) : leadPage(filter, null, size);
}

function paged(order: LeadOrder, rows: readonly ListedLead[], isAfter: boolean, isBefore: boolean): LeadPage {
	const [first, last] = [rows.at(0), rows.at(-1)];
	return {
		rows,
		before: isAfter && first !== undefined ? cursorOf(positionOf(order, first)) : null,
		after: isBefore && last !== undefined ? cursorOf(positionOf(order, last)) : null
	};
}

/** The nearest rows to a place, the nearest first. */
async function rowsFrom(filter: LeadFilter, place: Place, most: number): Promise<readonly ListedLead[]> {
	const { columns, direction, conditions } = inOrder(filter.sort, place);
	let query = (await database()).selectFrom('leads').select(shown);
	for (const condition of [...(await conditionsOf(filter)), ...conditions]) query = query.where(condition);
	for (const column of columns) query = query.orderBy(column, direction);
	return query.limit(most).execute();
}

/** How many there are, as far as `most` and one more. */
export async function leadCount(filter: LeadFilter, most = COUNTED): Promise<number> {
	const db = await database();
	let some = db.selectFrom('leads').select('leads.response');
	for (const condition of await conditionsOf(filter)) some = some.where(condition);
	const { count } = await db
		.selectFrom(some.limit(most + 1).as('some'))
		.select((eb) => eb.fn.countAll().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}
