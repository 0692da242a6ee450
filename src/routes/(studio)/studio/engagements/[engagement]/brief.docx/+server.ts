// The discovery brief for a word processor, with its pictures.
import { asFile, pictureIn } from '#lib/server/engagement/brief-files.ts';
import { docxOf } from '#lib/server/engagement/docx.ts';
import { pictureReply } from '#lib/server/picture-reply.ts';
import type { RequestHandler } from './$types';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = ({ params, locals }) =>
	asFile(locals, params.engagement, ({ brief, theme, named }) => {
		const partOf = (block: object): string =>
			brief.parts.find(({ blocks }) => blocks.some((each) => each === block))?.id ?? '';
		return pictureReply(
			async () =>
				Uint8Array.from(await docxOf(brief, theme, async (block) => pictureIn({ brief, theme }, partOf(block)))),
			(docx) => new Response(docx, { headers: { 'content-type': TYPE, ...named('docx') } })
		);
	});
