// What is asked of the lists of the interface with a key: the parameters of their addresses, and where a page ends.
import { z } from 'zod';
import { campaignId } from '#lib/campaign/settings.ts';
import type { Outcome } from '#core/problem.ts';
import { readShape, wrong } from './input.ts';

const since = z.iso
	.datetime({ offset: true })
	.describe('Only those from this moment on, ISO 8601. What has just been completed is listed after five seconds.')
	.optional();

const cursor = z
	.string()
	.max(200)
	.regex(/^[\w-]+$/)
	.describe('What the page before gave as next.')
	.optional();

const limit = z
	.string()
	.regex(/^([1-9]\d?|1\d\d|200)$/)
	.describe('How many at most, 1 to 200; 50 where nothing is said.')
	.optional();

const test = z.literal('1').describe('1: test answers instead of real ones.').optional();

const instrument = z
	.string()
	.max(64)
	.regex(/^[a-z][a-z0-9-]*$/)
	.describe('Only those to this one.')
	.optional();

const campaign = campaignId.describe('Only those that came through this one.').optional();

export const responsesQuery = z.strictObject({ instrument, campaign, since, cursor, limit, test });

export const leadsQuery = z.strictObject({ campaign, since, cursor, limit, test });

export const engagementsQuery = z.strictObject({ instrument, cursor, limit });

export const editionsQuery = z.strictObject({ instrument, cursor, limit });

const DEFAULT = 50;

/** The last one of a page, by the time and the id that it is ordered by. */
export type Place = { readonly at: string; readonly id: string };

export type Asked<Query> = {
	readonly query: Query;
	/** ISO 8601 in UTC; null: from the first on. */
	readonly since: string | null;
	readonly after: Place | null;
	readonly limit: number;
};

type Listing = { readonly since?: string; readonly cursor?: string; readonly limit?: string };

export function readQuery<Query extends Listing>(schema: z.ZodType<Query>, url: URL): Outcome<Asked<Query>> {
	const read = readShape(schema, Object.fromEntries(url.searchParams));
	if (!read.ok) return read;
	const { since, cursor, limit } = read.value;
	const after = cursor === undefined ? null : placeOf(cursor);
	if (cursor !== undefined && after === null) return { ok: false, problems: [WRONG_CURSOR] };
	return {
		ok: true,
		value: {
			query: read.value,
			since: since === undefined ? null : new Date(since).toISOString(),
			after,
			limit: limit === undefined ? DEFAULT : Number(limit)
		}
	};
}

/** What to send for the page after `rows`, of which one more was fetched than is wanted; null: there is none. */
export function pageOf<Row>(
	rows: readonly Row[],
	limit: number,
	place: (row: Row) => Place
): { readonly page: readonly Row[]; readonly next: string | null } {
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	if (rows.length <= limit || last === undefined) return { page, next: null };
	return { page, next: cursorOf(place(last)) };
}

export const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString('base64url');

/** Null for what is no cursor of ours. */
export function placeOf(text: string): Place | null {
	const [, at, id] =
		/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([a-z0-9-]{1,120})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
	return at === undefined || id === undefined ? null : { at, id };
}

const WRONG_CURSOR = wrong('wrong-cursor', 'cursor', 'what a page gave as next', 'another text', 'Begin without one.');
