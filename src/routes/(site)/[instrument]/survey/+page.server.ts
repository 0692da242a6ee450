// The survey's page, and what its form does where no script runs.
import { error, fail, redirect } from '@sveltejs/kit';
import { postSurvey, surveyPage } from '#lib/server/survey-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, cookies }) =>
	(await surveyPage(params.instrument, url, cookies)) ?? error(404);

export const actions: Actions = {
	default: async ({ params, url, request, cookies }) => {
		const posted = (await postSurvey(params.instrument, url, await request.formData(), cookies)) ?? error(404);
		if (posted.kind === 'go') redirect(303, posted.to);
		return fail(422, { refused: posted.questions });
	}
};
