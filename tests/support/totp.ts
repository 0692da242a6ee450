// What an authenticator app shows: RFC 6238 over a key in base 32, computed here and not by the code under test.
import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function totp(key: string, now: number): string {
	const bits = [...key].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
	const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
	const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
	const start = (mac.at(-1) ?? 0) & 15;
	return String((mac.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
