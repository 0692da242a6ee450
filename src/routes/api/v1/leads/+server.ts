// Lists leads for whoever has a key.
import { leadsPage } from '#lib/server/api-leads.ts';
import { leadsQuery, readQuery } from '#lib/server/api-queries.ts';
import { json, refused } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const asked = readQuery(leadsQuery, url);
	return asked.ok ? json(await leadsPage(asked.value, new Date())) : refused(422, asked.problems);
};
