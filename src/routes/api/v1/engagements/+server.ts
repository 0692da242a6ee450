// Lists engagements for whoever has a key.
import { engagementsQuery, readQuery } from '#lib/server/api-queries.ts';
import { engagementsPage } from '#lib/server/engagement/said.ts';
import { json, refused } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const asked = readQuery(engagementsQuery, url);
	return asked.ok ? json(await engagementsPage(asked.value)) : refused(422, asked.problems);
};
