// What must stay secret: the secret itself, tokens, and what a log may say.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { described, scrubbed } from '#lib/server/log.ts';
import { kept } from '#lib/server/secret.ts';
import { bearer, derivedToken, isTokenOf, tokenHash } from '#lib/server/tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwether-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));
process.env['SECRET'] = 's'.repeat(32);

test('a secret is made once, for its owner alone', () => {
	const secret = kept(join(folder, 'new'));
	expect(secret).toMatch(/^[\w-]{43}$/);
	expect(kept(join(folder, 'new'))).toBe(secret);
	expect(kept(join(folder, 'other'))).not.toBe(secret);
	expect(statSync(join(folder, 'new/secret')).mode & 0o077).toBe(0);
});

test('one that was cut off is refused, and not replaced', () => {
	writeFileSync(join(folder, 'secret'), 'short');
	expect(() => kept(folder)).toThrow(/secret: expected at least 32 characters, found 5\. Restore it from a backup/);
	expect(existsSync(join(folder, 'secret'))).toBe(true);
});

test('tokens of another purpose, response or generation are other tokens', () => {
	const tokens = [
		derivedToken('owner', 'a', 1),
		derivedToken('share', 'a', 1),
		derivedToken('resume', 'a', 1),
		derivedToken('owner', 'b', 1),
		derivedToken('owner', 'a', 2)
	];
	expect(new Set(tokens).size).toBe(tokens.length);
	for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/);
	expect(derivedToken('owner', 'a', 1)).toBe(tokens[0]);
});

test('a token is known by its hash', () => {
	const hash = tokenHash('token');
	expect(isTokenOf(hash, 'token')).toBe(true);
	expect(isTokenOf(hash, 'Token')).toBe(false);
	expect(isTokenOf(hash, '')).toBe(false);
});

test.each([
	[`Bearer ${'a'.repeat(22)}`, 'a'.repeat(22)],
	[`bearer ${'a'.repeat(43)}=`, `${'a'.repeat(43)}=`],
	[`Bearer ${'a'.repeat(21)}`, null],
	[`Bearer ${'a'.repeat(129)}`, null],
	['Bearer ', null],
	[`Basic ${'a'.repeat(40)}`, null],
	[`Bearer ${'a'.repeat(30)} b`, null]
])('the key in %s', (authorization, key) => {
	expect(bearer(new Request('http://x.test', { headers: { authorization } }))).toBe(key);
});

test('a log says nothing that opens anything', () => {
	const key = derivedToken('owner', 'a', 1);
	const link = `#continue=00000000-0000-4000-8000-000000000000.${key}`;
	const error = new Error(`at /r/${key}/report.json and ${link} with Bearer ${key}`);
	expect(described(error).text).not.toContain(key);
	expect(scrubbed(`GET /r/${key}/report.pdf`)).toBe('GET /r/…/report.pdf');
	expect(scrubbed(`550 <ada.b+c@mail.example.org>: unknown, "x@y.z"`)).toBe('550 <…>: unknown, "…"');
	expect(scrubbed(`/refuse/${key} ${tokenHash('token')} 00000000-0000-4000-8000-000000000000`)).toBe('/refuse/… … …');
	const trace =
		'at processTicksAndRejections (file:///srv/node_modules/@kysely/x.js:1:2) connect ECONNREFUSED 127.0.0.1:25';
	expect(scrubbed(trace)).toBe(trace);
	expect(described('text')).toEqual({ name: 'string', text: '' });
});
