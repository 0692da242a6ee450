// Chance, or a private link → who a response is: the id that names it, and the key that may change it.

export type Identity = { readonly id: string; readonly key: string };

/** Made in the browser before the first answer, so that a save can be repeated without making a second response. */
export function newIdentity(random: Pick<Crypto, 'getRandomValues'>): Identity {
	const bytes = random.getRandomValues(new Uint8Array(48));
	return { id: uuid(bytes.slice(0, 16)), key: base64url(bytes.slice(16)) };
}

/** The response that `#continue=<id>.<token>` opens; null for any other fragment. */
export function identityIn(fragment: string): Identity | null {
	const found = /^#continue=([0-9a-f-]{36})\.([\w-]{22,128})$/.exec(fragment);
	return found?.[1] && found[2] ? { id: found[1], key: found[2] } : null;
}

/** Version 4. `crypto.randomUUID` is missing where a page comes without https, as on a firm's own network. */
function uuid(bytes: Uint8Array): string {
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const base64url = (bytes: Uint8Array): string =>
	btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
