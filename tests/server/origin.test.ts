// Which requests may change something.
import { describe, expect, test } from 'vitest';
import { adopt } from '#lib/server/env.ts';
import { isMeant, publicOrigin } from '#lib/server/origin.ts';

const post = (headers: Record<string, string>) => isMeant(new Request('http://x.test/', { method: 'POST', headers }));

const rules = [
	['another site', { origin: 'https://evil.test' }, false],
	['a frame without an origin', { origin: 'null' }, false],
	['another site, by Sec-Fetch-Site alone', { 'sec-fetch-site': 'cross-site' }, false],
	['a sister domain', { 'sec-fetch-site': 'same-site' }, false],
	['our page, by Sec-Fetch-Site alone', { 'sec-fetch-site': 'same-origin' }, true],
	['a program', {}, true],
	['a browser too old to say, with a cookie', { cookie: 'a=b' }, false],
	['a key that no browser adds', { origin: 'https://evil.test', authorization: `Bearer ${'k'.repeat(32)}` }, true],
	['no real key', { origin: 'https://evil.test', authorization: 'Bearer x' }, false]
] as const;

describe('with a public address', () => {
	test.each([
		...rules,
		['our page', { origin: 'https://survey.test', 'sec-fetch-site': 'same-origin' }, true],
		['our name without TLS', { origin: 'http://survey.test' }, false],
		['this machine', { origin: 'http://localhost:3000' }, false]
	] as const)('%s', (_name, headers, expected) => {
		process.env['PUBLIC_URL'] = 'https://survey.test';
		adopt(3000, 'https://survey.test');
		expect(post(headers)).toBe(expected);
	});

	test('links are made from it, whatever Host says', () => {
		process.env['PUBLIC_URL'] = 'https://survey.test';
		adopt(3000, 'https://survey.test');
		expect(publicOrigin(new URL('http://evil.test/x'))).toBe('https://survey.test');
	});
});

describe('without one', () => {
	test.each([
		...rules,
		['localhost', { origin: 'http://localhost:3007' }, true],
		['127.0.0.1', { origin: 'http://127.0.0.1:3007' }, true],
		['a name that leads here', { origin: 'http://rebound.test:3007' }, false]
	] as const)('%s', (_name, headers, expected) => {
		delete process.env['PUBLIC_URL'];
		adopt(3007, 'http://localhost:3007');
		expect(post(headers)).toBe(expected);
	});

	test('links lead to this machine', () => {
		delete process.env['PUBLIC_URL'];
		adopt(3007, 'http://localhost:3007');
		expect(publicOrigin(new URL('http://evil.test/x'))).toBe('http://localhost:3007');
		expect(publicOrigin(new URL('http://127.0.0.1:3007/x'))).toBe('http://127.0.0.1:3007');
	});
});

test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and is never asked', (method) => {
	expect(isMeant(new Request('http://x.test/', { method, headers: { origin: 'https://evil.test' } }))).toBe(true);
});
