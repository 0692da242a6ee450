// A refusal link: opened it only asks, posted it refuses, by our button or by the one request of a mail provider.
import { refuse } from '#lib/server/refusals.ts';
import type { Actions } from './$types';

export const actions = {
	/** The same answer whether or not the link is one of ours. */
	default: async ({ params }) => {
		await refuse(params.token);
		return { done: true };
	}
} satisfies Actions;
