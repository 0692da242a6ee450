// The query of a lead list's address ⇄ which leads are meant, in what order, and from where on.
import { z } from 'zod';
import { storedJson } from './database/stored-json.ts';

/** `completed` and `partial` are about the survey; test answers are with neither. */
export const states = ['all', 'completed', 'partial', 'test'] as const;
export const orders = ['newest', 'intent'] as const;

const id = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/** Whatever is missing or makes no sense narrows nothing. */
const shape = z.object({
	/** What names, companies and addresses are looked through for. */
	q: z.string().trim().max(200).catch(''),
	campaign: id.nullable().catch(null),
	weakest: id.nullable().catch(null),
	band: id.nullable().catch(null),
	state: z.enum(states).catch('all'),
	/** `yyyy-mm-dd`, in UTC. */
	since: z.iso.date().nullable().catch(null),
	sort: z.enum(orders).catch('newest')
});

export type LeadFilter = Readonly<z.output<typeof shape>>;
export type LeadOrder = LeadFilter['sort'];

export const filterOf = (fields: URLSearchParams | FormData): LeadFilter =>
	shape.parse(Object.fromEntries([...fields].filter(([, text]) => text !== '')));

export const everyLead: LeadFilter = filterOf(new URLSearchParams());

/** What an address has to say for this filter: only what differs from none. */
export function queryOf(filter: LeadFilter): Record<string, string> {
	const said = Object.entries(filter).filter(
		([name, value]) => value !== null && value !== everyLead[name as keyof LeadFilter]
	);
	return Object.fromEntries(said) as Record<string, string>;
}

/** Where a row stands in an order: the values of its columns. */
export type Position = readonly (string | number)[];

/** The rows after one, before one, or from the first on. */
export type Place = { readonly way: 'after' | 'before'; readonly position: Position } | null;

const position = z.array(z.union([z.string().max(64), z.int()])).max(3);

export const cursorOf = (at: Position): string => Buffer.from(JSON.stringify(at)).toString('base64url');

/** Null where there is no cursor, or none that is of this order: the list begins. */
export function placeOf(query: URLSearchParams, order: LeadOrder): Place {
	for (const way of ['after', 'before'] as const) {
		const found = position.safeParse(parsed(query.get(way) ?? ''));
		const kinds = order === 'newest' ? 'string string' : 'number string string';
		if (found.success && found.data.map((each) => typeof each).join(' ') === kinds)
			return { way, position: found.data };
	}
	return null;
}

function parsed(cursor: string): unknown {
	try {
		return storedJson<unknown>(Buffer.from(cursor, 'base64url').toString());
	} catch {
		return null;
	}
}
