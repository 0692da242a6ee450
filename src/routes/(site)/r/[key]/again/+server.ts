// Begins a new response after the one behind an owner key and leads to its survey.
import { NOT_OFFERED, takeAgain } from '#lib/server/again.ts';
import { isForm } from '#lib/server/body.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { json, refused, refusedWith, seeOther } from '#lib/server/replies.ts';
import { remember } from '#lib/server/survey-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request, url, cookies }) => {
	const result = await takeAgain(params.key);
	const form = isForm(request);
	switch (result.kind) {
		case 'begun':
			if (!form) return json({ link: publicOrigin(url) + result.survey });
			// Where no script reads the fragment, the cookie says which response goes on.
			remember(cookies, result.of, result);
			return seeOther(result.survey);
		case 'not-offered':
			return form ? seeOther(`/r/${params.key}`) : refused(409, [NOT_OFFERED]);
		case 'unknown':
			return refusedWith(404);
	}
};
