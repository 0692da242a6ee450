// What an owner posts on the page about people → done, and the page again with what became of it.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { faulty, readForm } from './form.ts';
import { invite, resend, revokeInvitation } from './invitations.ts';
import { canSendMail } from './mail.ts';
import { changeRole, disable, enable, type Changed } from './membership.ts';
import { idShape, inviteShape, roleShape } from './people-forms.ts';
import { personIn } from './person.ts';
import type { Actor } from './audit.ts';

const done = (what: string): never => redirect(303, `/studio/people?done=${what}`);

const actorOf = ({ locals }: RequestEvent): Actor => `person ${personIn(locals).id}`;

function told(result: Changed, what: string) {
	if (result === 'unknown') error(404);
	return result === 'done' ? done(what) : faulty([{ where: '', code: result }], {}, 409);
}

/** One that needs nothing but whose it is. */
const of =
	(work: (actor: Actor, id: string) => Promise<Changed | boolean>, what: string) => async (event: RequestEvent) => {
		const read = await readForm(event.request, idShape);
		if (!read.ok) return read.failure;
		const result = await work(actorOf(event), read.value.id);
		return told(result === true ? 'done' : result === false ? 'unknown' : result, what);
	};

export const peopleActions = {
	invite: async (event: RequestEvent) => {
		const read = await readForm(event.request, inviteShape);
		if (!read.ok) return read.failure;
		const id = await invite(actorOf(event), read.value);
		if (id === null) return faulty([{ where: 'address', code: 'known' }], read.typed);
		return done(canSendMail() ? 'invited' : 'invited-by-hand');
	},
	role: async (event: RequestEvent) => {
		const read = await readForm(event.request, roleShape);
		if (!read.ok) return read.failure;
		return told(await changeRole(actorOf(event), read.value.id, read.value.role), 'role');
	},
	disable: of(disable, 'disabled'),
	enable: of(enable, 'enabled'),
	resend: of(resend, 'invited-again'),
	revoke: of(revokeInvitation, 'revoked')
};
