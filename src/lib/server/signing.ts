// The secret of the installation → the key that signs what it publishes; and whether something was signed by a key.
import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import { canonicalJson } from '#core/instrument/canonical.ts';
import { secret } from './secret.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Derived, so that every process has the same, and a new one only where the secret is new. */
function signingKey() {
	const seed = hkdfSync('sha256', secret(), '', 'bellwether edition signature', 32);
	return createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(seed)]), format: 'der', type: 'pkcs8' });
}

/** `value` with our public key in it, and the signature over both. */
export function signed<Value extends object>(
	value: Value
): Value & { readonly key: string; readonly signature: string } {
	const own = signingKey();
	const said = { ...value, key: createPublicKey(own).export({ format: 'jwk' }).x ?? '' };
	return { ...said, signature: sign(null, bytesOf(said), own).toString('base64url') };
}

/** Whether nothing was changed since the key that stands in it signed it. */
export function isSigned({ signature, ...said }: { readonly key: string; readonly signature: string }): boolean {
	const bytes = Buffer.from(signature, 'base64url');
	// Other texts decode to the same bytes.
	if (bytes.toString('base64url') !== signature) return false;
	try {
		const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: said.key }, format: 'jwk' });
		return verify(null, bytesOf(said), key, bytes);
	} catch {
		return false;
	}
}

/** By which people compare keys: SHA-256 over the 32 bytes, hexadecimal. */
export const fingerprintOf = (key: string): string =>
	createHash('sha256').update(Buffer.from(key, 'base64url')).digest('hex');

const bytesOf = (value: unknown): Buffer => Buffer.from(canonicalJson(value));
