// The environment: defaults that work, and one clear line for each variable that is wrong.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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
		database: pathToFileURL(resolve('data/bellwether.db')).href,
		contentDir: resolve('content'),
		secret: null,
		trustedProxies: 0,
		smtpUrl: null,
		mailFrom: { name: '', address: 'no-reply@localhost' },
		egressAllow: []
	});
});

test('an empty variable counts as not set, and the database follows the data folder', () => {
	const env = readEnv({ PORT: '', SECRET: ' ', DATA_DIR: '/srv/kept' });
	expect(env).toMatchObject({ port: 3000, secret: null, database: 'file:///srv/kept/bellwether.db' });
});

test.each([
	['file:./x.db', pathToFileURL(resolve('x.db')).href],
	['file:/srv/x.db', 'file:///srv/x.db'],
	['file:///srv/a%20b.db', 'file:///srv/a%20b.db'],
	['postgres://bellwether@host/name', 'postgres://bellwether@host/name']
])('DATABASE_URL %s', (url, found) => {
	expect(readEnv({ DATABASE_URL: url }).database).toBe(found);
});

test('the public address is kept as an origin', () => {
	expect(readEnv({ PUBLIC_URL: 'https://Survey.example.com:443/' }).publicUrl).toBe('https://survey.example.com');
});

test.each([
	['survey@example.com', { name: '', address: 'survey@example.com' }],
	['<survey@example.com>', { name: '', address: 'survey@example.com' }],
	['Müller & Söhne <survey@example.com>', { name: 'Müller & Söhne', address: 'survey@example.com' }],
	['"Miller, Sons" <survey@example.com>', { name: 'Miller, Sons', address: 'survey@example.com' }]
])('mail comes from %s', (text, mailFrom) => {
	expect(readEnv({ MAIL_FROM: text })).toMatchObject({ mailFrom });
});

test('mail comes from the public host unless told otherwise', () => {
	const env = readEnv({ PUBLIC_URL: 'https://survey.example.com:8443', SMTP_URL: 'smtps://a:b%40c@mail.example.com' });
	expect(env).toMatchObject({
		mailFrom: { name: '', address: 'no-reply@survey.example.com' },
		smtpUrl: 'smtps://a:b%40c@mail.example.com'
	});
});

test('receivers in the own network are named one by one', () => {
	const env = readEnv({ EGRESS_ALLOW: 'CRM.internal:8080, 127.0.0.1:9000,[::1]:443' });
	expect(env.egressAllow).toEqual(['crm.internal:8080', '127.0.0.1:9000', '[::1]:443']);
});

const smtp = 'SMTP_URL: expected smtp://user:password@host:587, or smtps:// for TLS from the first byte, found ';
const from = 'MAIL_FROM: expected an address such as survey@example.com, or Name <survey@example.com>, found ';

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
			{ DATABASE_URL: 'mysql://me:hidden@host/x' },
			'DATABASE_URL: expected file: and a path, or postgres://user:password@host/name, found "mysql://…@host/x".'
		],
		[{ SMTP_URL: 'https://mail.example.com' }, `${smtp}"https://mail.example.com".`],
		[{ SMTP_URL: 'https://me:pass/wo@rd@mail.example.com' }, `${smtp}"https://…@mail.example.com".`],
		[{ SMTP_URL: 'me:password@mail.example.com' }, `${smtp}"…@mail.example.com".`],
		[{ SMTP_URL: 'smtp://' }, `${smtp}"smtp://".`],
		[{ MAIL_FROM: 'survey' }, `${from}"survey".`],
		[{ MAIL_FROM: 'a@example.com, b@example.com' }, `${from}"a@example.com, b@example.com".`],
		[{ MAIL_FROM: 'A\r\nBcc: b@example.com <a@example.com>' }, `${from}"A\\r\\nBcc: b@example.com <a@example.com>".`],
		[{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES: expected how many proxies stand in front, from 0 to 10, found "-1".']
	])('%o', (source, message) => {
		expect(refusal(source)).toBe(`The environment has problems:\n${message}`);
	});

	test.each(['crm.internal', 'https://crm.internal:80', '*:80', 'a:80;b:80'])('EGRESS_ALLOW %s', (text) => {
		const expected = 'host:port pairs with commas between, such as crm.internal:8080';
		expect(refusal({ EGRESS_ALLOW: text })).toContain(`EGRESS_ALLOW: expected ${expected}, found "${text}".`);
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
