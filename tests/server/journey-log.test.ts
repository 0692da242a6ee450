// A whole journey through the server as it is started: its log tells what happened, and nothing about anybody.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort, startServer, type Running } from '../support/server.ts';
import { writeContent } from '../support/small-content.ts';
import { newId, newKey, saving } from '../support/world.ts';

const ORIGIN = 'https://survey.example.com';
const ADDRESSES = { visitor: '203.0.113.77', mail: 'ada.lovelace@analytical.example' };
const REMARK = 'We lose to Babbage and Sons';

type Line = { readonly msg: string; readonly request?: string; readonly status?: number; readonly route?: string };

let content: string;
let server: Running;
let said = '';

beforeAll(async () => {
	content = mkdtempSync(join(tmpdir(), 'bellwether-log-'));
	writeContent(content);
	server = await startServer({
		CONTENT_DIR: content,
		PUBLIC_URL: ORIGIN,
		TRUSTED_PROXIES: '1',
		// Nobody listens there: every mail fails and says so in the log.
		SMTP_URL: `smtp://operator:password@127.0.0.1:${await freePort()}`
	});
	server.process.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	server.process.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
}, 180_000);

afterAll(async () => {
	await server.stop();
	rmSync(content, { recursive: true });
});

const lines = (): Line[] =>
	said
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Line);

async function ask(method: string, path: string, key?: string, body?: unknown): Promise<Response> {
	const reply = await fetch(`${server.url}${path}`, {
		method,
		headers: {
			origin: ORIGIN,
			'x-forwarded-for': ADDRESSES.visitor,
			'x-request-id': 'mine',
			...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
			...(body === undefined ? {} : { 'content-type': 'application/json' })
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
		redirect: 'manual'
	});
	return reply;
}

test('a whole journey leaves no answer, address, key or id in the log', async () => {
	const [id, edit] = [newId(), newKey()];
	const response = `/api/v1/responses/${id}`;
	const answers = saving({ role: ['seller', 1], remark: [REMARK, 2], first: ['agree', 3] }, { source: { utm: 'Ada' } });
	const secrets = [id, edit, REMARK, 'seller', 'agree', 'utm', 'operator', 'password', ...Object.values(ADDRESSES)];
	const replies: Response[] = [];
	const go = async (...asked: Parameters<typeof ask>) => {
		const reply = await ask(...asked);
		replies.push(reply);
		return reply;
	};

	await go('GET', '/small/survey?utm=Ada');
	await go('PUT', response, edit, answers);
	await go('PUT', response, newKey(), answers);
	await go('PUT', response, edit, saving({ remark: ['x'.repeat(300), 4] }));
	const resume = (await (await go('POST', `${response}/resume-link`, edit, {})).json()) as { link: string };
	secrets.push(resume.link.split('.').at(-1) ?? '');
	expect((await go('POST', `${response}/resume-link`, edit, { email: ADDRESSES.mail })).status).toBe(202);
	const completed = (await (await go('POST', `${response}/complete`, edit, answers)).json()) as { report: string };
	const owner = completed.report.slice('/r/'.length);
	const share = await go('POST', `/r/${owner}/shares`, undefined, { scope: 'whole' });
	const shared = new URL(((await share.json()) as { link: string }).link).pathname;
	secrets.push(owner, shared.slice('/r/'.length));
	for (const path of ['', '/report.json', '/report.pdf', '/picture.png', '/trial.json', '/nothing']) {
		await go('GET', `/r/${owner}${path}`);
		await go('GET', `${shared}${path}`);
	}
	expect((await go('POST', `/r/${owner}/reminder`, undefined, { email: ADDRESSES.mail, months: 3 })).status).toBe(202);
	await go('POST', `/r/${owner}/export`, undefined, {});
	await vi.waitFor(() => expect(lines().map(({ msg }) => msg)).toContain('not sent'), 20_000);
	expect((await go('POST', `/r/${owner}/erase`, undefined, { confirm: true })).status).toBeLessThan(400);
	await go('GET', `/r/${owner}`);
	await go('GET', `/${ADDRESSES.mail}/${encodeURIComponent(REMARK)}`);

	const ids = replies.map(({ headers }) => headers.get('x-request-id'));
	expect(new Set(ids).size).toBe(replies.length);
	for (const each of ids) expect(each).toMatch(/^[0-9a-f]{12}$/);
	await vi.waitFor(() => {
		const logged = lines().flatMap(({ msg, request, status }) => (msg === 'answered' ? [{ request, status }] : []));
		expect(logged).toEqual(expect.arrayContaining(replies.map(({ status }, at) => ({ request: ids[at], status }))));
	});
	for (const secret of secrets) {
		expect(secret.length).toBeGreaterThan(2);
		expect(said.toLowerCase()).not.toContain(secret.toLowerCase());
	}
	expect(said).not.toMatch(/lovelace|analytical|Babbage/i);
}, 90_000);
