// Opens a completed response again and leads to its survey.
import { isForm } from '#lib/server/body.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { json, refused, refusedWith, seeOther } from '#lib/server/replies.ts';
import { reopen, TOO_LATE } from '#lib/server/reopening.ts';
import { remember } from '#lib/server/survey-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, url, cookies }) => {
	const result = await reopen(params.key);
	const form = isForm(request);
	switch (result.kind) {
		case 'reopened':
			if (!form) return json({ link: publicOrigin(url) + result.survey });
			// Where no script reads the fragment, the cookie says which response goes on.
			remember(cookies, result.of, result);
			return seeOther(result.survey);
		case 'too-late':
			return form ? seeOther(`/r/${params.key}`) : refused(409, [TOO_LATE]);
		case 'unknown':
			return refusedWith(404);
	}
};
