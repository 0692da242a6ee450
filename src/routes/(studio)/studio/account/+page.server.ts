// What people change about themselves, and where they are signed in.
import { accountActions } from '#lib/server/account-actions.ts';
import { sessionsOf } from '#lib/server/account.ts';
import { canSendMail } from '#lib/server/mail.ts';
import { personIn } from '#lib/server/person.ts';
import { hasSecondFactor } from '#lib/server/second-factor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { id, name, address, session } = personIn(locals);
	const sessions = await sessionsOf(id);
	return {
		own: { name, address },
		isMailed: canSendMail(),
		hasSecondFactor: await hasSecondFactor(id),
		sessions: sessions.map((each) => ({ ...each, isThis: each.id === session })),
		done: url.searchParams.get('done')
	};
};

export const actions = accountActions satisfies Actions;
