// Somebody with a role, signed in to the studio of this test file's world: for `call()` and for a real browser.
import { randomUUID } from 'node:crypto';
import { change } from '#lib/server/database/database.ts';
import { addPerson, hashPassword, PEOPLE } from '#lib/server/people.ts';
import type { Role } from '#lib/server/roles.ts';
import { call } from './world.ts';

export type SignedIn = {
	readonly id: string;
	readonly name: string;
	readonly address: string;
	readonly password: string;
	readonly role: Role;
	/** The value of a `Cookie` header. */
	readonly cookie: string;
	/** For `call()`, as a browser on our own page would send them. */
	readonly headers: { readonly cookie: string; readonly 'sec-fetch-site': 'same-origin' };
	/** For Playwright's `context.addCookies`. */
	cookiesFor(url: string): { readonly name: string; readonly value: string; readonly url: string }[];
};

type More = { readonly name?: string; readonly address?: string };

export const PASSWORD = 'seven green umbrellas';

/** Makes the person, who then signs in by the form. */
export async function signedIn(role: Role, { name = 'Ada Marten', address }: More = {}): Promise<SignedIn> {
	const person = { name, address: address ?? `${randomUUID()}@example.org`, role };
	const hash = await hashPassword(PASSWORD);
	const id = await change(PEOPLE, (db) => addPerson(db, person, hash));
	const cookie = await cookieOf(person.address, PASSWORD);
	return {
		...person,
		id,
		password: PASSWORD,
		cookie,
		headers: { cookie, 'sec-fetch-site': 'same-origin' },
		cookiesFor: (url) =>
			cookie.split('; ').map((pair) => {
				const [named = '', value = ''] = pair.split(/=(.*)/s);
				return { name: named, value, url };
			})
	};
}

/** Signs in once more: a session of its own. */
export async function cookieOf(address: string, password: string): Promise<string> {
	const body = new URLSearchParams({ address, password });
	const client = anywhere();
	const response = await call('POST', '/studio/sign-in', {
		body,
		headers: { 'sec-fetch-site': 'same-origin' },
		client
	});
	if (response.status !== 303) throw new Error(`not signed in: ${response.status} ${await response.text()}`);
	return cookieIn(response);
}

/** An address that nobody has come from yet: sign-ins from one place are limited. */
export const anywhere = (): string => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`;

/** The cookies that a response sets, as the browser sends them back. */
export const cookieIn = (response: Response): string =>
	response.headers
		.getSetCookie()
		.map((line) => line.split(';')[0] ?? '')
		.join('; ');
