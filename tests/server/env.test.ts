// The environment: defaults that work, and one clear line for each variable that is wrong.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CannotStart } from '#lib/server/cannot-start.ts';
import { readEnv } from '#lib/server/env.ts';

const refusal = (source: Record<string, string>): string => {
	try {
		readEnv(source);
	} catch (error) {
		if (error instanceof CannotStart) return error.message;
		throw error;
	}
	return '';
};

test('nothing has to be set', () => {
	expect(readEnv({})).toEqual({
		publicUrl: null,
		host: '127.0.0.1',
		port: 3000,
		dataDir: resolve('data'),
		database: resolve('data/bellwether.db'),
		contentDir: resolve('content'),
		secret: null,
		trustedProxies: 0
	});
});

test('an empty variable counts as not set, and the database follows the data folder', () => {
	const env = readEnv({ PORT: '', SECRET: ' ', DATA_DIR: '/srv/kept' });
	expect(env).toMatchObject({ port: 3000, secret: null, database: '/srv/kept/bellwether.db' });
});

test.each([
	['file:./x.db', resolve('x.db')],
	['file:/srv/x.db', '/srv/x.db'],
	['file:///srv/a%20b.db', '/srv/a b.db']
])('DATABASE_URL %s', (url, path) => {
	expect(readEnv({ DATABASE_URL: url }).database).toBe(path);
});

test('the public address is kept as an origin', () => {
	expect(readEnv({ PUBLIC_URL: 'https://Survey.example.com:443/' }).publicUrl).toBe('https://survey.example.com');
});

describe('refused, with the name, what was expected and what was found', () => {
	test.each([
		[{ PORT: 'eighty' }, 'PORT: expected a whole number from 0 to 65535, found "eighty".'],
		[{ PORT: '70000' }, 'PORT: expected a whole number from 0 to 65535, found "70000".'],
		[
			{ PUBLIC_URL: 'survey.example.com' },
			'PUBLIC_URL: expected an address such as https://survey.example.com, without a path, found "survey.example.com".'
		],
		[
			{ PUBLIC_URL: 'https://a.example/b' },
			'PUBLIC_URL: expected an address such as https://survey.example.com, without a path, found "https://a.example/b".'
		],
		[
			{ PUBLIC_URL: 'ftp://a.example' },
			'PUBLIC_URL: expected an address such as https://survey.example.com, without a path, found "ftp://a.example".'
		],
		[
			{ DATABASE_URL: 'postgres://x' },
			'DATABASE_URL: expected file: and a path (PostgreSQL is not offered yet), found "postgres://x".'
		],
		[{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES: expected how many proxies stand in front, from 0 to 10, found "-1".']
	])('%o', (source, message) => {
		expect(refusal(source)).toBe(`The environment has problems:\n${message}`);
	});

	test('a short secret is not repeated', () => {
		expect(refusal({ SECRET: 'hunter2' })).toContain(
			'SECRET: expected at least 32 random characters, found 7 of them.'
		);
	});

	test('all at once', () => {
		expect(refusal({ PORT: 'x', SECRET: 'y' }).split('\n')).toHaveLength(3);
	});
});
