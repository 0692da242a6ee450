// The discovery brief on paper.
import { asFile } from '#lib/server/engagement/brief-files.ts';
import { paperReply } from '#lib/server/pdf-reply.ts';
import { turn } from '#lib/server/turns.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	await turn();
	return asFile(locals, params.engagement, ({ brief: { locale, cover, parts }, date, theme }) =>
		paperReply({ locale, cover, parts }, date, theme)
	);
};
