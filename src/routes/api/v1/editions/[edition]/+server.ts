// Gives what is published of an edition, signed, to whoever has a key.
import { editionSaid } from '#lib/server/api-editions.ts';
import { json, refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const said = await editionSaid(params.edition);
	return said === null ? refusedWith(404) : json(said);
};
