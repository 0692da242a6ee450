// The survey's page, and what its form does where no script runs.
import { error, fail, redirect } from '@sveltejs/kit';
import { postSurvey, surveyPage, type Visit } from '#lib/server/survey-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => (await surveyPage(visitOf(event))) ?? error(404);

export const actions: Actions = {
	default: async (event) => {
		const posted = (await postSurvey(visitOf(event), await event.request.formData())) ?? error(404);
		if (posted.kind === 'go') redirect(303, posted.to);
		return fail(422, { refused: posted.questions });
	}
};

const visitOf = ({ params, url, request, cookies }: RequestEvent): Visit => ({
	instrument: params.instrument,
	campaign: null,
	referer: request.headers.get('referer'),
	url,
	cookies
});
