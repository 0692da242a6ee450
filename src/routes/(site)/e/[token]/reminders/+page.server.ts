// Reminders of an engagement: opened it only asks, posted it ends them, by our button or by the one request of a mail provider.
import { declineReminders } from '#lib/server/engagement/participant.ts';
import type { Actions } from './$types';

export const actions = {
	/** The same answer whether or not the link is one of ours. */
	default: async ({ params }) => {
		await declineReminders(params.token);
		return { done: true };
	}
} satisfies Actions;
