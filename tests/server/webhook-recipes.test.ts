// The programs on the page for developers do what is said of them, on what is really sent.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { developerPage } from '#lib/server/developer-page.ts';
import { signed, webhookSecret } from '#lib/server/webhook-signing.ts';
import { Receiver } from '../support/receiver.ts';
import { makeWorld, ORIGIN } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content' });
const folder = mkdtempSync(join(tmpdir(), 'bellwether-recipes-'));
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await world.stop();
});

const { code, events } = developerPage(ORIGIN);
const webhook = { id: 'one', generation: 1, rotated_at: null };
const secret = webhookSecret(webhook.id, webhook.generation);
const example = (event: string): string =>
	JSON.stringify(JSON.parse(events.find((each) => each.event === event)?.example ?? 'null'));

beforeAll(() => {
	writeFileSync(join(folder, 'verify.mjs'), code.node);
	writeFileSync(join(folder, 'verify.py'), code.python);
	writeFileSync(join(folder, 'hubspot.mjs'), code.hubspot);
});

const body = example('lead.captured');
const message = (date = new Date()) => ({ secret, body, headers: signed(webhook, 'msg_1', date, body) });

const good = message();
const both = {
	...good,
	headers: { ...good.headers, 'webhook-signature': `v1,AAAA ${good.headers['webhook-signature']}` }
};
const cases = [
	['what is genuine', good, true],
	['what is signed with two secrets', both, true],
	['another body', { ...good, body: body.replace('Jo', 'Al') }, false],
	['another secret', { ...good, secret: webhookSecret('two', 1) }, false],
	['another id', { ...good, headers: { ...good.headers, 'webhook-id': 'msg_2' } }, false],
	[
		'another version',
		{
			...good,
			headers: { ...good.headers, 'webhook-signature': good.headers['webhook-signature'].replace('v1', 'v2') }
		},
		false
	],
	['no signature', { ...good, headers: { ...good.headers, 'webhook-signature': '' } }, false],
	['an old one', message(new Date(Date.now() - 600_000)), false],
	['one from the future', message(new Date(Date.now() + 600_000)), false]
] as const;

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('checking a signature', () => {
	test.each(cases)('in Node: %s', (_name, given, isGenuine) => {
		const program = `import { verified } from './verify.mjs'; import { readFileSync } from 'node:fs';
			const { secret, headers, body } = JSON.parse(readFileSync(0, 'utf8'));
			process.stdout.write(verified(secret, headers, body).type);`;
		const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
			cwd: folder,
			input: JSON.stringify(given),
			encoding: 'utf8'
		});
		expect([run.status === 0, run.stdout]).toEqual([isGenuine, isGenuine ? 'lead.captured' : '']);
	});

	// Python is not needed to develop this: where there is none, the other half holds.
	test.skipIf(!hasPython).each(cases)('in Python: %s', (_name, given, isGenuine) => {
		const program = `import json, sys, verify
given = json.load(sys.stdin)
print(verify.verified(given["secret"], given["headers"], given["body"].encode())["type"], end="")`;
		const run = spawnSync('python3', ['-c', program], { cwd: folder, input: JSON.stringify(given), encoding: 'utf8' });
		expect([run.status === 0, run.stdout]).toEqual([isGenuine, isGenuine ? 'lead.captured' : '']);
	});
});

test('a lead becomes a contact, an example does not, and what fails is to be tried again', async () => {
	const crm = await new Receiver().start();
	const relay = spawn(process.execPath, ['hubspot.mjs'], {
		cwd: folder,
		env: {
			...process.env,
			WEBHOOK_SECRET: secret,
			HUBSPOT_TOKEN: 'token',
			HUBSPOT_URL: `http://${crm.host}`,
			PORT: '0'
		},
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const [line] = (await once(relay.stdout, 'data')) as [Buffer];
	const port = /\d+/.exec(line.toString())?.[0];
	const told = async (text: string, headers = signed(webhook, 'msg_1', new Date(), text)): Promise<number> =>
		(await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: text, headers })).status;

	const real = body.replace('"test":true', '"test":false');
	expect(await told(body)).toBe(204);
	expect(await told(real, signed({ ...webhook, id: 'two' }, 'msg_1', new Date(), real))).toBe(401);
	expect(crm.received).toEqual([]);

	crm.reply = (response) => response.writeHead(200).end('{}');
	expect(await told(real)).toBe(204);
	expect(crm.received[0]?.path).toBe('/crm/v3/objects/contacts/batch/upsert');
	expect(crm.received[0]?.headers['authorization']).toBe('Bearer token');
	const kept: unknown = JSON.parse(crm.received[0]?.body ?? '');
	expect(kept).toMatchObject({
		inputs: [
			{
				idProperty: 'email',
				id: 'jo.miller@example.org',
				properties: { firstname: 'Jo', lastname: 'Miller', bellwether_index: expect.any(Number) as number }
			}
		]
	});

	crm.reply = (response) => response.writeHead(500).end();
	expect(await told(real)).toBe(502);
	relay.kill();
	await crm.stop();
});

test('no program needs more than it says', () => {
	expect(() => execFileSync(process.execPath, ['--check', join(folder, 'hubspot.mjs')])).not.toThrow();
});
