// Tokens: how one is derived, read from a request, and turned into the hash that is kept instead of it.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { secret } from './secret.ts';

export type Purpose = 'owner' | 'share' | 'resume';

/** What lets a person into the studio. */
type WayIn = 'set-up' | 'invitation' | 'recovery' | 'address-change';

/** What lets somebody at a client answer, by their own link or the open one, or read what was released to them. */
type AtClient = 'engagement' | 'open-engagement' | 'release';

/**
 * 192 bits, base64url. The same purpose, subject and generation give the same token, so a reply can be repeated. The
 * subject is an id, such as a response's or an invitee's, or the hash of an address that refuses mail.
 */
export function derivedToken(
	purpose: Purpose | WayIn | AtClient | 'mailed resume' | 'mailed report' | 'refuse' | 'webhook',
	subject: string,
	generation: number
): string {
	const mac = createHmac('sha256', secret()).update(`${purpose}\n${subject}\n${generation}`).digest();
	return mac.subarray(0, 24).toString('base64url');
}

/** SHA-256, hexadecimal: what is stored of a token, and all that is. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether a token is the one of which `hash` was kept. */
export function isTokenOf(hash: string, token: string): boolean {
	return timingSafeEqual(Buffer.from(hash, 'hex'), createHash('sha256').update(token).digest());
}

/** The key of a request, at least 128 bits in any usual alphabet of 64; null where there is none. */
export function bearer(request: Request): string | null {
	return /^Bearer ([\w.~+/=-]{22,128})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}
