// The survey of somebody who was asked by an engagement, and what its form does where no script runs.
import { error, fail, redirect } from '@sveltejs/kit';
import { participantOf, surveyVisit } from '#lib/server/engagement/participant.ts';
import { postSurvey, surveyPage } from '#lib/server/survey-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await participantOf(event.params.token);
	if (typeof found === 'number') error(found);
	const page = (await surveyPage(surveyVisit(found, event))) ?? error(410);
	return { ...page, state: found.state, promise: found.engagement.promise };
};

export const actions: Actions = {
	/** Whatever has become of it meanwhile: what was begun goes on. */
	default: async (event) => {
		const found = await participantOf(event.params.token);
		if (typeof found === 'number') error(found);
		const posted = (await postSurvey(surveyVisit(found, event), await event.request.formData())) ?? error(410);
		if (posted.kind === 'go') redirect(303, posted.to);
		return fail(422, { refused: posted.questions, isUninvited: posted.isUninvited === true });
	}
};
