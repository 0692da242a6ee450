// Bytes → base 32 (RFC 4648, without padding), the one spelling that authenticator apps take.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function base32(bytes: Uint8Array): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const groups = bits.match(/.{1,5}/g) ?? [];
	return groups.map((group) => LETTERS[Number.parseInt(group.padEnd(5, '0'), 2)] ?? '').join('');
}
