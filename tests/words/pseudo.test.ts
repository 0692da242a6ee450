// Every string of the interface comes from content/messages/: a run in a pseudo-locale finds each one that does not.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentFolder, flagship } from '../support/flagship.ts';
import { outside, pseudo } from './pseudo.ts';
import { seenTexts, stringsIn } from './seen.ts';

const root = join(import.meta.dirname, '../..');
const journey = JSON.parse(readFileSync(join(root, 'tests/journeys/steady-process.json'), 'utf8')) as {
	answers: Record<string, unknown>;
};
const data = mkdtempSync(join(tmpdir(), 'bellwether-words-'));
let vite: ViteDevServer;
let http: Server;
let url = '';

beforeAll(async () => {
	Object.assign(process.env, { DATA_DIR: data, CONTENT_DIR: contentFolder });
	vite = await createServer({
		root,
		logLevel: 'error',
		plugins: [pseudo()],
		server: { middlewareMode: true, hmr: false, ws: false }
	});
	http = createHttp(vite.middlewares).listen(0, '127.0.0.1');
	await once(http, 'listening');
	url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
	http.close();
	await vite.close();
	rmSync(data, { recursive: true, force: true });
});

/** What content says, which the interface may show as it is: instruments, the operator's page, and typed answers. */
const site = ['site.md', 'themes/default.yaml']
	.map((file) => readFileSync(join(contentFolder, file), 'utf8'))
	.join('\n');
const said = new Set(stringsIn([flagship, journey.answers]));
const alone = (piece: string): boolean =>
	said.has(piece) || site.includes(piece.slice(0, 40)) || !/\p{L}/u.test(piece) || /^[A-Z]{3}(\s[\d.,]+)?$/.test(piece);
/** Content may also stand side by side: a list of answers, an answer with what was typed, a title with its figure. */
const known = (piece: string): boolean => alone(piece) || piece.split(/, | and | · |: /).every(alone);

async function strays(address: string, init?: RequestInit, status?: number): Promise<readonly string[]> {
	const response = await fetch(url + address, init);
	if (status !== undefined) expect(response.status).toBe(status);
	expect(response.headers.get('content-type')).toContain('text/html');
	const texts = seenTexts(await response.text());
	expect(
		texts.some((text) => text.includes('⟦')),
		`${address} shows no message at all`
	).toBe(true);
	return texts.flatMap(outside).filter((piece) => piece !== '' && !known(piece));
}

const post = (fields: Record<string, string>, cookie = ''): RequestInit => ({
	method: 'POST',
	redirect: 'manual',
	headers: { cookie, origin: url, accept: 'text/html' },
	body: new URLSearchParams(fields)
});

test('the brackets work: a string without them is found', () => {
	expect(outside('⟦Your answer: ⟦Agree⟧⟧ and more')).toEqual(['', 'and more']);
	expect(seenTexts('<p aria-label="one">two <b>three</b></p>')).toEqual(['two ', 'three', 'one']);
});

describe('no string of a page is written into a component', () => {
	const sections = flagship.sections.map(({ id }) => `/sales-velocity/survey?section=${id}`);

	test.each([
		'/',
		'/sales-velocity',
		'/sales-velocity/method',
		'/privacy',
		'/sales-velocity/survey',
		'/sales-velocity/survey?review',
		'/no-such-page',
		...sections
	])(
		'%s',
		async (address) => {
			expect(await strays(address)).toEqual([]);
		},
		30_000
	);

	test('a refused form', async () => {
		expect(
			await strays('/sales-velocity/survey', { ...post({ section: 'about-you', go: 'next' }), redirect: 'follow' })
		).toEqual([]);
	});

	test('the report, its owner’s actions, a share, and what is left after erasing', async () => {
		const id = crypto.randomUUID();
		const headers = { authorization: `Bearer ${'k'.repeat(43)}`, 'content-type': 'application/json' };
		const answers = Object.fromEntries(
			Object.entries(journey.answers).map(([question, value]) => [question, { value, at: 1 }])
		);
		const body = JSON.stringify({ instrument: flagship.id, version: flagship.version, answers });
		const completed = await fetch(`${url}/api/v1/responses/${id}/complete`, { method: 'POST', headers, body });
		const { report } = (await completed.json()) as { report: string };
		expect(await strays(report, {}, 200)).toEqual([]);
		await fetch(`${url}${report}/shares`, post({ scope: 'company' }));
		expect(await strays(report)).toEqual([]);
		await fetch(`${url}${report}/erase`, post({ confirm: 'true' }));
		expect(await strays(report, {}, 404)).toEqual([]);
	}, 60_000);
});
