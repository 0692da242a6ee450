// The discovery brief as Markdown, to paste elsewhere.
import { markdownOf } from '#core/report/markdown.ts';
import { asFile } from '#lib/server/engagement/brief-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals }) =>
	asFile(
		locals,
		params.engagement,
		({ brief, named }) =>
			new Response(markdownOf(brief), { headers: { 'content-type': 'text/markdown; charset=utf-8', ...named('md') } })
	);
