// API keys: who may ask for what without a person being there. A new one stands in the answer to the form, this once.
import { redirect } from '@sveltejs/kit';
import { addKey, allKeys, revokeKey } from '#lib/server/api-keys.ts';
import { actorOf } from '#lib/server/audit.ts';
import { faulty, readForm } from '#lib/server/form.ts';
import { keyId, listedKeys, readKey } from '#lib/server/key-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => ({
	id: crypto.randomUUID(),
	keys: listedKeys(await allKeys(), new Date()),
	done: url.searchParams.get('done')
});

export const actions = {
	add: async ({ request, locals }) => {
		const read = await readKey(request, new Date().toISOString().slice(0, 10));
		if (!read.ok) return read.failure;
		const key = await addKey(actorOf(locals.person), read.id, read.choice);
		return key === null ? faulty([{ where: '', code: 'there' }], {}, 409) : { made: { name: read.choice.name, key } };
	},
	revoke: async ({ request, locals }) => {
		const read = await readForm(request, keyId);
		if (!read.ok) return read.failure;
		await revokeKey(actorOf(locals.person), read.value.id);
		redirect(303, '/studio/keys?done=revoked');
	}
} satisfies Actions;
