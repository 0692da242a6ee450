// The editions counted here, the newest first, and what is published of one, for whoever has a key.
import type { z } from 'zod';
import { pageOf, type Asked, type editionsQuery } from './api-queries.ts';
import type { EditionsReply } from './api-shapes.ts';
import { database } from './database/database.ts';
import { signedOf } from './edition-publishing.ts';
import { editionById } from './edition-rows.ts';
import type { SignedEdition } from './published-shape.ts';

export async function editionsPage({
	query: { instrument },
	after,
	limit
}: Asked<z.output<typeof editionsQuery>>): Promise<EditionsReply> {
	const db = await database();
	const rows = await db
		.selectFrom('editions')
		.select(['id', 'instrument', 'major', 'date', 'created_at'])
		.where('origin', '=', 'own')
		.$if(instrument !== undefined, (each) => each.where('instrument', '=', instrument ?? ''))
		.$if(after !== null, (each) =>
			each.where((row) => row(row.refTuple('created_at', 'id'), '<', row.tuple(after?.at ?? '', after?.id ?? '')))
		)
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(limit + 1)
		.execute();
	const { page, next } = pageOf(rows, limit, ({ id, created_at }) => ({ id, at: created_at }));
	const editions = page.map(({ created_at, ...each }) => ({ ...each, createdAt: created_at }));
	return { editions, next };
}

/** As `bellwether edition export` writes it; null: none of this id was counted here. */
export async function editionSaid(id: string): Promise<SignedEdition | null> {
	const db = await database();
	const row = await db
		.selectFrom('editions')
		.select('id')
		.where('id', '=', id)
		.where('origin', '=', 'own')
		.executeTakeFirst();
	const edition = row === undefined ? null : await editionById(row.id);
	return edition === null ? null : signedOf(edition);
}
