// One lead; and its erasure, once that was confirmed.
import { error, fail, redirect } from '@sveltejs/kit';
import { eraseLead } from '#lib/server/lead-erasing.ts';
import { leadRecord } from '#lib/server/lead-record.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const record = await leadRecord(params.response);
	if (record === null) error(404);
	return { record };
};

export const actions: Actions = {
	erase: async ({ params, request, locals: { person } }) => {
		if ((await request.formData()).get('sure') !== 'yes') return fail(422, { isUnsure: true });
		if (!person || !(await eraseLead(params.response, person))) error(404);
		redirect(303, '/studio/leads?erased');
	}
};
