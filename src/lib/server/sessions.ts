// Who is signed in: a request → the person behind its cookie.
import { asked } from './asked.ts';
import { auth } from './auth.ts';
import type { Person } from './person.ts';
import { isRole } from './roles.ts';

/** Null: nobody, or somebody who may not sign in any more. Nothing is changed by asking. */
export async function personOf(headers: Headers): Promise<Person | null> {
	if (!headers.has('cookie')) return null;
	const found = await asked((await auth()).api.getSession({ headers, query: { disableRefresh: true } }));
	if (found === null) return null;
	const { user, session } = found;
	if (user.disabledAt || !isRole(user.role)) return null;
	return { id: user.id, name: user.name, address: user.email, role: user.role, session: session.id };
}
