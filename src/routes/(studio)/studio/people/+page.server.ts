// Who may work in the studio, and who is invited to.
import { database } from '#lib/server/database/database.ts';
import { invitationPath, openInvitations } from '#lib/server/invitation-rows.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { peopleActions } from '#lib/server/people-actions.ts';
import { allPeople } from '#lib/server/people.ts';
import { personIn } from '#lib/server/person.ts';
import { roles } from '#lib/server/roles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const [people, invitations] = [await allPeople(await database()), await openInvitations()];
	return {
		people: people.map(({ id, name, email, role, disabledAt, twoFactorEnabled }) => ({
			id,
			name,
			address: email,
			role,
			isDisabled: disabledAt !== null,
			hasSecondFactor: twoFactorEnabled === 1
		})),
		invitations: invitations.map(({ id, address, role, expires_at }) => ({
			id,
			address,
			role,
			isOver: expires_at <= new Date().toISOString(),
			until: expires_at.slice(0, 10),
			link: new URL(invitationPath(id), publicOrigin(url)).href
		})),
		roles,
		self: personIn(locals).id,
		done: url.searchParams.get('done')
	};
};

export const actions = peopleActions satisfies Actions;
