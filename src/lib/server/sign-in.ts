// An address and a password → a session and its cookie, or a second step, or the same refusal whatever was wrong.
import type { RequestEvent } from '@sveltejs/kit';
import { asked } from './asked.ts';
import { auth } from './auth.ts';
import { takeCookies } from './auth-cookies.ts';
import { waitToSignIn, waitToTryCode } from './limits.ts';

type Event = Pick<RequestEvent, 'request' | 'cookies'>;

export type SignedIn =
	{ readonly kind: 'signed-in' | 'second-step' | 'refused' } | { readonly kind: 'too-often'; readonly seconds: number };

/** `client` is where the request comes from. Whether the address is known, nobody can tell by the answer or its time. */
export async function signIn(
	{ request, cookies }: Event,
	{ address, password }: { readonly address: string; readonly password: string },
	client: string
): Promise<SignedIn> {
	const seconds = await waitToSignIn(address, client);
	if (seconds > 0) return { kind: 'too-often', seconds };
	const { api } = await auth();
	const body = { email: address.toLowerCase(), password };
	const answer = await asked(api.signInEmail({ body, headers: request.headers, returnHeaders: true }));
	if (answer === null) return { kind: 'refused' };
	takeCookies(cookies, answer.headers);
	return { kind: 'twoFactorRedirect' in answer.response ? 'second-step' : 'signed-in' };
}

/** The second step: what the telephone shows, or one of the codes that were kept for when it is lost. */
export async function secondStep({ request, cookies }: Event, typed: string, client: string): Promise<SignedIn> {
	const seconds = await waitToTryCode(client);
	if (seconds > 0) return { kind: 'too-often', seconds };
	const { api } = await auth();
	const code = typed.replace(/\s/g, '');
	const given = { body: { code }, headers: request.headers, returnHeaders: true } as const;
	const answer = await asked<{ readonly headers: Headers }>(
		/^\d{6}$/.test(code) ? api.verifyTOTP(given) : api.verifyBackupCode(given)
	);
	if (answer === null) return { kind: 'refused' };
	takeCookies(cookies, answer.headers);
	return { kind: 'signed-in' };
}

export async function signOut({ request, cookies }: Event): Promise<void> {
	const { api } = await auth();
	const answer = await asked(api.signOut({ headers: request.headers, returnHeaders: true }));
	if (answer !== null) takeCookies(cookies, answer.headers);
}
