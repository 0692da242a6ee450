// A route → the headers that every response of it carries, on top of the content security policy of the pages.
import { scopeOf } from './access.ts';
import { env } from './env.ts';

const EVERYWHERE = {
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
};

/** Pages and data that belong to one person: kept by nobody on the way, found by nobody. */
const PRIVATE = { 'cache-control': 'no-store, private', 'x-robots-tag': 'noindex' };

/** Other sites may call these; they carry no cookies, and a key only if the caller has one. */
const CORS = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id, X-Bellwether-Demonstration'
};

/** Answers the question whether a call from another site may follow. */
export const PREFLIGHT = {
	...CORS,
	'access-control-allow-methods': 'GET, PUT, POST, OPTIONS',
	'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match',
	'access-control-max-age': '86400'
};

/** Everything here is invented: whoever reads it by a program can tell, and nobody finds it by searching. */
export const INVENTED = { 'x-bellwether-demonstration': '1', 'x-robots-tag': 'noindex' };

export function headersFor(route: string | null): Readonly<Record<string, string>> {
	return {
		...EVERYWHERE,
		...(env().publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
		...(isPrivate(route) ? PRIVATE : {}),
		// Nothing on it is posted, and its address is a client's secret.
		...(route?.startsWith('/(site)/company-report/') ? { 'referrer-policy': 'no-referrer' } : {}),
		...(isOpen(route) ? CORS : {})
	};
}

/** Whether any site may call this route from a browser. An API key has no business in one. */
export const isOpen = (route: string | null): boolean =>
	/^\/api\/v1\/(responses|instruments)(\/|$)/.test(route ?? '') && scopeOf(route) === null;

const isPrivate = (route: string | null): boolean =>
	/^\/\(site\)\/(r\/\[key\]|e\/\[token\]|refuse|company-report|(\[instrument\]|c\/\[campaign\])\/(survey|begin))(\/|$)|^\/\(embed\)\/|^\/api\/v1\/responses\/|^\/\(studio\)\//.test(
		route ?? ''
	) || scopeOf(route) !== null;
