// Who a response is, kept for a browser that runs no script: an HttpOnly cookie for each instrument.
import type { Cookies } from '@sveltejs/kit';
import { randomBytes, randomUUID } from 'node:crypto';
import { env } from './env.ts';

export type Identity = { readonly id: string; readonly key: string };

/** Half a year: longer than any survey is open. */
const SECONDS = 180 * 24 * 60 * 60;

export const newIdentity = (): Identity => ({ id: randomUUID(), key: randomBytes(32).toString('base64url') });

/** The response that this browser's form has begun; null: none. */
export const identityOf = (cookies: Cookies, instrument: string): Identity | null =>
	identityIn(cookies.get(nameOf(instrument)));

/** As `textOf` has written it; null for anything else. */
export function identityIn(text: unknown): Identity | null {
	const found = typeof text === 'string' ? /^([0-9a-f-]{36})\.([\w-]{22,128})$/.exec(text) : null;
	return found?.[1] && found[2] ? { id: found[1], key: found[2] } : null;
}

export const textOf = ({ id, key }: Identity): string => `${id}.${key}`;

export function remember(cookies: Cookies, instrument: string, identity: Identity): void {
	cookies.set(nameOf(instrument), textOf(identity), { ...attributes(), maxAge: SECONDS });
}

export function forget(cookies: Cookies, instrument: string): void {
	cookies.delete(nameOf(instrument), attributes());
}

const isSecure = (): boolean => env().publicUrl?.startsWith('https:') ?? false;

/** The prefix makes browsers refuse the cookie from anywhere but this very host. */
const nameOf = (instrument: string): string => `${isSecure() ? '__Host-' : ''}survey-${instrument}`;

const attributes = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure() }) as const;
