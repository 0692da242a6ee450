// What a reviewer posts about a contribution → decided or taken back, and back to its page, or what is wrong with it.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { actorOf } from './audit.ts';
import { readForm } from './form.ts';
import { rule, takeBack } from './rulings.ts';

const decision = z.strictObject({
	ruling: z.enum(['included', 'excluded']),
	reason: z.string().trim().min(1).max(500)
});

/** `done` is said at the top of the page that follows. */
function back({ params }: RequestEvent, isDone: boolean, done: string): never {
	if (!isDone) error(404);
	redirect(303, `/studio/benchmark/${params['contribution'] ?? ''}?done=${done}`);
}

export const rulingActions = {
	rule: async (event: RequestEvent) => {
		const read = await readForm(event.request, decision);
		if (!read.ok) return read.failure;
		const { ruling, reason } = read.value;
		const isDone = await rule(actorOf(event.locals.person), event.params['contribution'] ?? '', ruling, reason);
		return back(event, isDone, 'ruled');
	},
	takeBack: async (event: RequestEvent) => {
		const isDone = await takeBack(actorOf(event.locals.person), event.params['contribution'] ?? '');
		return back(event, isDone, 'back');
	}
};
