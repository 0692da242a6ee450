// What the columns of an export of leads hold.
import { download } from '#lib/server/lead-download.ts';
import { codebookCsv } from '#lib/server/lead-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) =>
	download(await codebookCsv(url.searchParams.get('campaign')), 'text/csv; charset=utf-8', 'codebook.csv');
