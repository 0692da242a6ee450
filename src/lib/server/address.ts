// A connection → the client's address, as far as it can be known; an IPv6 address stands for its /64.
import type { RequestEvent } from '@sveltejs/kit';
import { isIP } from 'node:net';
import { env } from './env.ts';

/** What all clients share of whom nothing is known. */
const UNKNOWN = 'unknown';

/** Whoever sent a request, as far as it can be known. */
export const clientOf = (event: RequestEvent): string =>
	clientAddress(connected(event), event.request.headers.get('x-forwarded-for'), env().trustedProxies);

function connected(event: RequestEvent): string | null {
	try {
		return event.getClientAddress();
	} catch {
		return null;
	}
}

/**
 * The address that the outermost of our own proxies saw. Whatever a client writes into X-Forwarded-For stands further
 * to the left than our proxies write, and is not looked at.
 */
export function clientAddress(connected: string | null, forwarded: string | null, proxies: number): string {
	if (proxies === 0) return bucketOf(connected ?? '');
	return bucketOf(forwarded?.split(',').at(-proxies)?.trim() ?? '');
}

function bucketOf(address: string): string {
	const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
	if (isIP(mapped ?? plain) === 4) return mapped ?? plain;
	return isIP(plain) === 6 ? networkOf(plain) : UNKNOWN;
}

/** The first four groups of an IPv6 address. */
function networkOf(address: string): string {
	const [head = '', tail] = address.toLowerCase().split('::');
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const zeros = tail === undefined ? 0 : 8 - left.length - right.length - (address.includes('.') ? 1 : 0);
	const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
	return `${groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':')}::/64`;
}
