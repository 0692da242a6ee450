// A filter → the conditions and the order that a statement about leads takes. Every index that helps is in the migration.
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { database } from './database/database.ts';
import type { Schema } from './database/schema.ts';
import { wordsOf } from './lead-words.ts';
import type { LeadFilter, LeadOrder, Place, Position } from './lead-filter.ts';

const eb = expressionBuilder<Schema, 'leads'>();

/** The largest code point: whatever begins with a word stands before the word with it behind. */
const LAST = '\u{10ffff}';

/** So many hits are fetched and sorted; where a word has more, walking along the order finds a page of them sooner. */
const FEW = 5000;

const columns = {
	newest: ['leads.created_at', 'leads.response'],
	intent: ['leads.intent', 'leads.created_at', 'leads.response']
} as const;

type Placed = { readonly response: string; readonly created_at: string; readonly intent: number };

export const positionOf = (order: LeadOrder, { response, created_at, intent }: Placed): Position =>
	order === 'newest' ? [created_at, response] : [intent, created_at, response];

/** What holds of the leads that are meant. */
export async function conditionsOf(filter: LeadFilter): Promise<readonly Expression<SqlBool>[]> {
	const { campaign, weakest, band, state, since } = filter;
	return [
		// Written out, not bound: the indices over those few rows are found by it.
		eb('leads.is_test', '=', sql.lit(state === 'test' ? 1 : 0)),
		...(campaign === null ? [] : [eb('leads.campaign', '=', campaign)]),
		...(weakest === null ? [] : [eb('leads.weakest', '=', weakest)]),
		...(band === null ? [] : [eb('leads.band', '=', band)]),
		...(state === 'completed' ? [eb('leads.completed_at', 'is not', null)] : []),
		...(state === 'partial' ? [eb('leads.completed_at', 'is', null)] : []),
		...(since === null ? [] : [eb('leads.created_at', '>=', since)]),
		...(await wordConditions(filter.q))
	];
}

/** The columns to order by, the later or larger first, and the condition that begins at a place. */
export function inOrder(order: LeadOrder, place: Place) {
	const direction: 'asc' | 'desc' = place?.way === 'before' ? 'asc' : 'desc';
	const conditions: readonly Expression<SqlBool>[] = place === null ? [] : [beyond(order, place)];
	return { columns: columns[order], direction, conditions };
}

function beyond(order: LeadOrder, { way, position }: NonNullable<Place>): Expression<SqlBool> {
	const named = sql.join(columns[order].map((column) => sql.ref(column)));
	const values = sql.join([...position]);
	return way === 'after' ? sql<SqlBool>`(${named}) < (${values})` : sql<SqlBool>`(${named}) > (${values})`;
}

/** Each word that was typed begins one of the lead's. The rarest one leads the search if it is rare. */
async function wordConditions(text: string): Promise<readonly Expression<SqlBool>[]> {
	const counted = await Promise.all(wordsOf(text).map(async (word) => ({ word, hits: await hitsOf(word) })));
	const sorted = counted.toSorted((a, b) => a.hits - b.hits);
	return sorted.map(({ word, hits }, at) =>
		at === 0 && hits < FEW ? eb('leads.response', 'in', responsesWith(word)) : eb.exists(ownWord(word))
	);
}

async function hitsOf(word: string): Promise<number> {
	const some = responsesWith(word).limit(FEW);
	const db = await database();
	const { count } = await db
		.selectFrom(some.as('some'))
		.select((counting) => counting.fn.countAll().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

const responsesWith = (word: string) =>
	eb
		.selectFrom('lead_words')
		.select('lead_words.response')
		.where('lead_words.word', '>=', word)
		.where('lead_words.word', '<', word + LAST);

const ownWord = (word: string) => responsesWith(word).whereRef('lead_words.response', '=', 'leads.response');
