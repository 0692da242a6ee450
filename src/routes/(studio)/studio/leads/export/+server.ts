// The leads of a list as a file. It is posted, because taking it is noted.
import { leadsDownload } from '#lib/server/lead-download.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { person } }) =>
	person ? leadsDownload(await request.formData(), person, new Date()) : refusedWith(404);
