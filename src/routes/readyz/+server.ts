// Says whether requests are wanted and can be served: the database answers.
import { isAnswering } from '#lib/server/database/database.ts';
import { isWanted } from '#lib/server/readiness.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	isWanted() && (await isAnswering())
		? new Response('ready\n', { headers: { 'cache-control': 'no-store' } })
		: refusedWith(503, { 'retry-after': '5' });
