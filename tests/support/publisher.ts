// Another installation that publishes: a key of its own, which signs whatever it is given, also what ours never would.
import { generateKeyPairSync, sign } from 'node:crypto';
import { canonicalJson } from '#core/instrument/canonical.ts';

export type Publisher = { readonly key: string; sign(said: object): Readonly<Record<string, unknown>> };

export function publisher(): Publisher {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	const key = publicKey.export({ format: 'jwk' }).x ?? '';
	return {
		key,
		sign(said) {
			const whole = { ...said, key };
			const signature = sign(null, Buffer.from(canonicalJson(whole)), privateKey).toString('base64url');
			return { ...whole, signature };
		}
	};
}
