// A second factor: how a telephone learns it, how it is proved, and the codes for when it is lost.
import type { RequestEvent } from '@sveltejs/kit';
import { symmetricDecrypt } from 'better-auth/crypto';
import { asked } from './asked.ts';
import { note } from './audit.ts';
import { auth } from './auth.ts';
import { takeCookies } from './auth-cookies.ts';
import { change, database } from './database/database.ts';
import { sessionsOf } from './account.ts';
import { base32 } from './base32.ts';
import { findPerson, PEOPLE } from './people.ts';
import type { Person } from './person.ts';
import { qrOf, type Qr } from './qr.ts';

type Event = Pick<RequestEvent, 'request' | 'cookies'>;

/** What a telephone has to be told: by its camera, or typed. */
export type Lesson = { readonly qr: Qr; readonly secret: string; readonly uri: string };

export async function hasSecondFactor(person: string): Promise<boolean> {
	return (await findPerson(await database(), person))?.twoFactorEnabled === 1;
}

/** A new secret, which counts for nothing until a code of it was given. Null: the password is wrong, or there is one. */
export async function startSecondFactor({ request }: Event, person: Person, password: string): Promise<Lesson | null> {
	const { api } = await auth();
	const answer = await asked(api.enableTwoFactor({ body: { password }, headers: request.headers }));
	return answer === null ? null : lessonOf(person);
}

/** The secret that waits to be proved; null: none does. */
export async function lessonOf({ id, address }: Person): Promise<Lesson | null> {
	const row = await (
		await database()
	)
		.selectFrom('two_factors')
		.select('secret')
		.where('userId', '=', id)
		.where('verified', '=', 0)
		.executeTakeFirst();
	if (row === undefined) return null;
	const { secretConfig } = await (await auth()).$context;
	const secret = base32(Buffer.from(await symmetricDecrypt({ key: secretConfig, data: row.secret })));
	const query = new URLSearchParams({ secret, issuer: ISSUER });
	const uri = `otpauth://totp/${ISSUER}:${encodeURIComponent(address)}?${query.toString()}`;
	return { qr: qrOf(uri), secret, uri };
}

const ISSUER = 'Bellwether';

/** Proves it; from then on it is asked for, and other sessions have ended. The codes are told once; null: wrong. */
export async function confirmSecondFactor(
	event: Event,
	person: Person,
	code: string
): Promise<readonly string[] | null> {
	const { api } = await auth();
	const { headers } = event.request;
	// This session gets a new name by it.
	const others = (await sessionsOf(person.id)).filter(({ id }) => id !== person.session);
	const answer = await asked(api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
	if (answer === null) return null;
	takeCookies(event.cookies, answer.headers);
	await change(PEOPLE, async (db) => {
		for (const { id } of others) await db.deleteFrom('sessions').where('id', '=', id).execute();
		await note(db, `person ${person.id}`, 'person.second-factor-on', `person ${person.id}`);
	});
	return (await api.viewBackupCodes({ body: { userId: person.id } })).backupCodes;
}

/** Null: the password is wrong. */
export async function newBackupCodes(
	{ request }: Event,
	person: Person,
	password: string
): Promise<readonly string[] | null> {
	const { api } = await auth();
	const answer = await asked(api.generateBackupCodes({ body: { password }, headers: request.headers }));
	if (answer === null) return null;
	await change(PEOPLE, (db) => note(db, `person ${person.id}`, 'person.backup-codes', `person ${person.id}`));
	return answer.backupCodes;
}

/** Whether it was done: not with a wrong password. */
export async function endSecondFactor(event: Event, person: Person, password: string): Promise<boolean> {
	const { api } = await auth();
	const { headers } = event.request;
	const answer = await asked(api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }));
	if (answer === null) return false;
	takeCookies(event.cookies, answer.headers);
	await change(PEOPLE, (db) => note(db, `person ${person.id}`, 'person.second-factor-off', `person ${person.id}`));
	return true;
}
