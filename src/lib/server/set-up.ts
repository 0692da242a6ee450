// The first owner of the studio: made once, by whoever can read what the server prints at its start.
import { note } from './audit.ts';
import { change, database } from './database/database.ts';
import { env } from './env.ts';
import { log } from './log.ts';
import { addPerson, hashPassword, hasOwner, PEOPLE } from './people.ts';
import { derivedToken, isTokenOf, tokenHash } from './tokens.ts';

/** The same in every process of a server, and worth nothing once there is an owner. */
const setUpToken = (): string => derivedToken('set-up', 'studio', 1);

/** What a server says at its start: how to own the studio while nobody does, and that cookies may be read on their way. */
export async function announceStudio(): Promise<void> {
	const { publicUrl, host, port } = env();
	if (!(await hasOwner(await database()))) {
		// In development the port is another program's.
		const origin = import.meta.env.DEV ? '' : (publicUrl ?? `http://localhost:${port}`);
		const page = `${origin}/studio/set-up`;
		// Not through the log, which keeps tokens to itself: this one is meant to be read here.
		console.log(`The studio has no owner yet. Set it up at ${page} with this token: ${setUpToken()}`);
	}
	const name = publicUrl === null ? host : new URL(publicUrl).hostname;
	if (publicUrl?.startsWith('https:') === true || LOOPBACK.includes(name)) return;
	log.warn('PUBLIC_URL is not https: whoever is on the way can read the cookies of the studio');
}

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '::1'];

export type FirstOwner = { readonly name: string; readonly address: string; readonly password: string };

/** `over`: there is an owner, whatever the token is. */
export async function setUp(token: string, { password, ...owner }: FirstOwner): Promise<'done' | 'refused' | 'over'> {
	if (await hasOwner(await database())) return 'over';
	if (!isTokenOf(tokenHash(setUpToken()), token)) return 'refused';
	const hash = await hashPassword(password);
	return change(PEOPLE, async (db) => {
		if (await hasOwner(db)) return 'over';
		const id = await addPerson(db, { ...owner, role: 'owner' }, hash);
		await note(db, `person ${id}`, 'person.set-up', `person ${id}`, { role: 'owner' });
		return 'done';
	});
}
