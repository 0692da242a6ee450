// Lists completed responses for whoever has a key.
import { readQuery, responsesQuery } from '#lib/server/api-queries.ts';
import { responsesPage } from '#lib/server/api-responses.ts';
import { json, refused } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals }) => {
	const asked = readQuery(responsesQuery, url);
	if (!asked.ok) return refused(422, asked.problems);
	const withNames = locals.apiKey?.scopes.includes('leads:read') === true;
	return json(await responsesPage(asked.value, withNames, new Date()));
};
