// What goes out: only to the public network, unless the operator has named it; once, checked, and not for long.
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failures, NoReply, postTo, refusalOf } from '#lib/server/egress.ts';
import { isPublic } from '#lib/server/forbidden-addresses.ts';
import { Receiver } from '../support/receiver.ts';
import { makeWorld } from '../support/world.ts';

const receiver = await new Receiver().start();
const secure = await new Receiver({ isSecure: true }).start();
const own = ['127.0.0.1', 'crm.test'].map((name) => `${name}:${receiver.port}`);
const world = makeWorld({ EGRESS_ALLOW: [...own, `127.0.0.1:${secure.port}`].join(', ') });
afterAll(async () => {
	await Promise.all([receiver.stop(), secure.stop()]);
	await world.stop();
});

const usual = receiver.reply;
beforeEach(() => (receiver.received.length = 0));
afterEach(() => (receiver.reply = usual));

const url = `http://${receiver.host}/hook?x=1`;
const sent = { headers: { 'content-type': 'application/json' }, body: '{"Łódź":1}' };
const failure = (outgoing: Partial<Parameters<typeof postTo>[0]>): Promise<unknown> =>
	postTo({ url, ...sent, ...outgoing }).then(
		() => null,
		(error: unknown) => (error instanceof NoReply ? error.failure : error)
	);

/** Answers with these addresses, one list for each time that it is asked. */
const answering = (...lists: readonly (readonly string[])[]) => {
	const asked: string[] = [];
	const resolve: NonNullable<Parameters<typeof postTo>[0]['resolve']> = (host, _options, done) => {
		const addresses = lists[asked.push(host) - 1] ?? [];
		const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
		done(null, found);
	};
	return { asked, resolve };
};

describe('addresses', () => {
	test.each([
		'0.0.0.0',
		'0.1.2.3',
		'10.0.0.1',
		'10.255.255.255',
		'100.64.0.1',
		'100.127.255.255',
		'127.0.0.1',
		'127.255.0.1',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.0.0.1',
		'192.0.0.171',
		'192.0.2.1',
		'192.88.99.1',
		'192.168.1.1',
		'198.18.0.1',
		'198.19.255.255',
		'198.51.100.7',
		'203.0.113.9',
		'224.0.0.1',
		'239.255.255.250',
		'240.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::7f00:1',
		'::ffff:127.0.0.1',
		'::ffff:8.8.8.8',
		'::ffff:0:7f00:1',
		'64:ff9b::7f00:1',
		'64:ff9b::8.8.8.8',
		'64:ff9b:1::a00:1',
		'100::1',
		'2001::1',
		'2001:0:4136:e378:8000:63bf:3fff:fdd2',
		'2001:2::1',
		'2001:10::1',
		'2001:20::1',
		'2001:db8::1',
		'2002:7f00:1::1',
		'2002:808:808::1',
		'3ffe::1',
		'3fff::1',
		'4000::1',
		'5f00::1',
		'fc00::1',
		'fd12:3456::1',
		'fe80::1',
		'fe80::1%eth0',
		'fec0::1',
		'ff02::1',
		'',
		'example.org',
		'127.1',
		'1.2.3.4.5'
	])('%s is not public', (address) => expect(isPublic(address)).toBe(false));

	test.each([
		'1.1.1.1',
		'8.8.8.8',
		'9.255.255.255',
		'11.0.0.0',
		'100.63.255.255',
		'100.128.0.0',
		'126.255.255.255',
		'128.0.0.1',
		'172.15.255.255',
		'172.32.0.0',
		'192.0.1.1',
		'192.167.255.255',
		'198.17.255.255',
		'198.20.0.0',
		'223.255.255.255',
		'2001:4860:4860::8888',
		'2606:4700:4700::1111',
		'2a00:1450::1'
	])('%s is public', (address) => expect(isPublic(address)).toBe(true));
});

describe('what somebody types', () => {
	test.each([
		['', 'address'],
		['example.org', 'address'],
		['ftp://example.org/', 'address'],
		['file:///etc/passwd', 'address'],
		['gopher://example.org/', 'address'],
		['javascript:alert(1)', 'address'],
		['http://', 'address'],
		['https://[fe80::1%25eth0]/', 'address'],
		['https://me:word@example.org/', 'credentials'],
		['https://example.org@127.0.0.1/', 'credentials'],
		['https://example.org:22/', 'port'],
		['http://example.org:6379/', 'port'],
		['https://example.org:8443/', 'port'],
		['http://127.0.0.1/', 'not-public'],
		['http://127.1/', 'not-public'],
		['http://0x7f000001/', 'not-public'],
		['http://2130706433/', 'not-public'],
		['http://017700000001/', 'not-public'],
		['http://0/', 'not-public'],
		['http://①②⑦.⓪.⓪.①/', 'not-public'],
		['http://169.254.169.254/latest/meta-data/', 'not-public'],
		['http://192.168.0.1/', 'not-public'],
		['http://[::1]/', 'not-public'],
		['http://[::]/', 'not-public'],
		['http://[::ffff:127.0.0.1]/', 'not-public'],
		['http://[::ffff:a9fe:a9fe]/', 'not-public'],
		['http://[64:ff9b::7f00:1]/', 'not-public'],
		['http://[2002:7f00:1::]/', 'not-public'],
		['http://localhost/', 'not-public'],
		['http://localhost./', 'not-public'],
		['http://LOCALHOST/', 'not-public'],
		['http://app.localhost/', 'not-public'],
		['http://printer.local/', 'not-public'],
		['http://metadata.google.internal/', 'not-public'],
		['http://intranet/', 'not-public'],
		[`http://127.0.0.2:${receiver.port}/`, 'port'],
		[`http://127.0.0.1:${receiver.port + 1}/`, 'port']
	])('%s: %s', async (text, refusal) => {
		expect(refusalOf(text)).toBe(refusal);
		expect(await failure({ url: text })).toBe('address');
	});

	test.each([
		'https://example.org/hook',
		'http://example.org:443/',
		'https://example.org:80/',
		'https://bücher.example/',
		'https://1.1.1.1/',
		'https://[2606:4700:4700::1111]/',
		url
	])('%s may be tried', (text) => expect(refusalOf(text)).toBeNull());
});

describe('names', () => {
	test.each([
		[['127.0.0.1']],
		[['10.0.0.7']],
		[['::1']],
		[['fd00::1']],
		[['93.184.215.14', '127.0.0.1']],
		[['2606:4700:4700::1111', '::ffff:10.0.0.1']],
		[[]]
	])('one that leads to %j is not called', async (addresses) => {
		const { resolve } = answering(addresses);
		expect(await failure({ url: 'http://rebound.example/', resolve })).toBe('address');
	});

	test('what was checked is what is called: nobody is asked a second time', async () => {
		const { asked, resolve } = answering(['127.0.0.1'], ['127.0.0.2']);
		await postTo({ url: `http://crm.test:${receiver.port}/`, ...sent, resolve });
		expect(asked).toEqual(['crm.test']);
		expect(receiver.received).toHaveLength(1);
		expect(receiver.received[0]?.headers['host']).toBe(`crm.test:${receiver.port}`);
	});

	test('one that nobody knows', async () => {
		const error = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
		const outcome = await failure({
			url: 'https://gone.example/',
			resolve: (_host, _options, done) => done(error, [])
		});
		expect(outcome).toBe('name');
	});
});

describe('a receiver that the operator has named', () => {
	test('gets the bytes as they are, and its status comes back', async () => {
		expect(await postTo({ url, ...sent })).toBe(204);
		expect(receiver.received[0]).toMatchObject({ path: '/hook?x=1', body: sent.body });
		expect(receiver.received[0]?.headers['content-length']).toBe(String(Buffer.byteLength(sent.body)));
	});

	test('a redirect is not followed', async () => {
		receiver.reply = (response) => response.writeHead(307, { location: '/other' }).end();
		expect(await postTo({ url, ...sent })).toBe(307);
		expect(receiver.received).toHaveLength(1);
	});

	test('a proxy that the environment names is not used', async () => {
		const before = { ...process.env };
		Object.assign(process.env, {
			HTTP_PROXY: 'http://127.0.0.1:9',
			http_proxy: 'http://127.0.0.1:9',
			NODE_USE_ENV_PROXY: '1'
		});
		expect(await postTo({ url, ...sent })).toBe(204);
		for (const name of ['HTTP_PROXY', 'http_proxy', 'NODE_USE_ENV_PROXY'])
			if (before[name] === undefined) delete process.env[name];
	});

	test('a reply without end is not read to its end', async () => {
		let isOver = false;
		receiver.reply = (response) => {
			response.writeHead(200);
			const more = (): void =>
				void (response.destroyed || response.write('x'.repeat(10_000), () => setImmediate(more)));
			response.on('close', () => (isOver = true));
			more();
		};
		expect(await postTo({ url, ...sent })).toBe(200);
		await expect.poll(() => isOver).toBe(true);
	});

	test('a reply that breaks off after its status has said it', async () => {
		receiver.reply = (response) => {
			response.writeHead(200, { 'content-length': '100' });
			response.write('x', () => response.destroy());
		};
		expect(await postTo({ url, ...sent })).toBe(200);
	});

	test.each([
		['says nothing', () => undefined],
		['says it without end', (response: Parameters<typeof receiver.reply>[0]) => void response.writeProcessing()]
	])('one that %s is given up', async (_name, reply) => {
		receiver.reply = reply;
		expect(await failure({ patience: 100 })).toBe('time');
	});

	test('one that hangs up, or sends far too many headers', async () => {
		receiver.reply = (response) => response.destroy();
		expect(await failure({})).toBe('connection');
		receiver.reply = (response) => response.writeHead(200, { 'x-long': 'y'.repeat(20_000) }).end();
		expect(await failure({})).toBe('connection');
	});

	test('a certificate that nobody vouches for is refused, whatever the environment says', async () => {
		process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
		expect(await failure({ url: `https://${secure.host}/` })).toBe('certificate');
		delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
		expect(secure.received).toEqual([]);
	});

	test('whoever asked may end it', async () => {
		receiver.reply = () => undefined;
		const stopped = new Error('stopped');
		const ending = new AbortController();
		const outcome = failure({ signal: ending.signal });
		await expect.poll(() => receiver.received.length).toBe(1);
		ending.abort(stopped);
		expect(await outcome).toBe(stopped);
	});
});

test('reasons are words of our own', () => {
	expect(failures.map((each) => new NoReply(each).message)).toContain('no reply: certificate');
});
