// Who a response is, kept for a browser that runs no script: an HttpOnly cookie for each survey.
import type { Cookies } from '@sveltejs/kit';
import { randomBytes, randomUUID } from 'node:crypto';
import { env } from './env.ts';
import { surveyName, type SurveyOf } from './survey-of.ts';

export type Identity = { readonly id: string; readonly key: string };

/** Half a year: longer than any survey is open. */
const SECONDS = 180 * 24 * 60 * 60;

export const newIdentity = (): Identity => ({ id: randomUUID(), key: randomBytes(32).toString('base64url') });

/** The response that this browser's form has begun; null: none. */
export const identityOf = (cookies: Cookies, survey: SurveyOf): Identity | null =>
	identityIn(cookies.get(nameOf(survey)));

/** As `textOf` has written it; null for anything else. */
export function identityIn(text: unknown): Identity | null {
	const found = typeof text === 'string' ? /^([0-9a-f-]{36})\.([\w-]{22,128})$/.exec(text) : null;
	return found?.[1] && found[2] ? { id: found[1], key: found[2] } : null;
}

export const textOf = ({ id, key }: Identity): string => `${id}.${key}`;

export function remember(cookies: Cookies, survey: SurveyOf, identity: Identity): void {
	cookies.set(nameOf(survey), textOf(identity), { ...attributes(), maxAge: SECONDS });
}

export function forget(cookies: Cookies, survey: SurveyOf): void {
	cookies.delete(nameOf(survey), attributes());
}

const isSecure = (): boolean => env().publicUrl?.startsWith('https:') ?? false;

/** The prefix makes browsers refuse the cookie from anywhere but this very host. */
const nameOf = (survey: SurveyOf): string => `${isSecure() ? '__Host-' : ''}survey-${surveyName(survey)}`;

const attributes = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure() }) as const;
