// A request that changes something → was it meant by the person whose browser sent it?
import { env } from './env.ts';
import { bearer } from './tokens.ts';

/** The names of this machine while no public address is set. */
const isHere = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]', env().host].includes(hostname);

/** Where people reach us: the one origin that links are made from. */
export function publicOrigin(url: URL): string {
	const { publicUrl, port } = env();
	if (publicUrl !== null) return publicUrl;
	return isHere(url.hostname) ? url.origin : `http://localhost:${port}`;
}

/**
 * Whether a request may change something. One with a Bearer key may: no browser adds that by itself. One that says
 * where it comes from must come from us; one that does not say is no browser's, and is refused only with a cookie.
 */
export function isMeant(request: Request): boolean {
	if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || bearer(request) !== null) return true;
	const origin = request.headers.get('origin');
	const site = request.headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin' && site !== 'none') return false;
	if (origin !== null) return isOurs(origin);
	return site !== null || request.headers.get('cookie') === null;
}

/** Whether pages of this origin are this site's, by whichever name it was reached. */
export function isOurs(origin: string): boolean {
	const { publicUrl, port } = env();
	if (publicUrl !== null) return origin === publicUrl;
	if (!URL.canParse(origin)) return false;
	const { hostname, port: given, protocol } = new URL(origin);
	const isPort = import.meta.env.DEV || (given === '' ? 80 : Number(given)) === port;
	return protocol === 'http:' && isHere(hostname) && isPort;
}
