// Gives the figures of a benchmark page as CSV.
import { cacheableAs } from '#lib/server/etag.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { refusedWith } from '#lib/server/replies.ts';
import { studyCsv } from '#lib/server/study-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, params, url }) => {
	const csv = await studyCsv(params.instrument, publicOrigin(url));
	if (csv === null) return refusedWith(404);
	const headers = { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'public, max-age=3600' };
	const response = cacheableAs(request, csv.text, headers);
	response.headers.set('content-disposition', `attachment; filename="${csv.name}"`);
	if (csv.isDemonstration) response.headers.set('x-robots-tag', 'noindex');
	return response;
};
