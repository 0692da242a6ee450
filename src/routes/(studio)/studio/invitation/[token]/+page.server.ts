// An invitation: opened it only asks for a name and a password.
import { invitationOf } from '#lib/server/invitation-rows.ts';
import { postJoin } from '#lib/server/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const invitation = await invitationOf(params.token);
	return { invitation: invitation && { address: invitation.address, role: invitation.role } };
};

export const actions = { default: postJoin } satisfies Actions;
