// Lists the editions counted here for whoever has a key.
import { editionsPage } from '#lib/server/api-editions.ts';
import { editionsQuery, readQuery } from '#lib/server/api-queries.ts';
import { json, refused } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const asked = readQuery(editionsQuery, url);
	return asked.ok ? json(await editionsPage(asked.value)) : refused(422, asked.problems);
};
