// The built program with a theme of somebody else's: every page wears it, and the browser is allowed to.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loudFile, loudLogo } from '../support/loud-theme.ts';
import { startServer, type Running } from '../support/server.ts';
import { writeContent } from '../support/small-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwether-themed-'));
let server: Running;

beforeAll(async () => {
	writeContent(folder);
	mkdirSync(join(folder, 'themes'));
	writeFileSync(join(folder, 'themes/default.yaml'), loudFile);
	writeFileSync(join(folder, 'themes/loud.png'), loudLogo);
	server = await startServer({ CONTENT_DIR: folder });
}, 180_000);

afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

test.each(['/', '/small', '/small/survey', '/privacy', '/nothing/here'])('%s', async (path) => {
	const answer = await fetch(server.url + path);
	const page = await answer.text();
	const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
	expect(style).toContain('--accent:light-dark(#897100,#ffd400)');
	const hash = createHash('sha256').update(style).digest('base64');
	const policy = answer.headers.get('content-security-policy') ?? '';
	expect(policy).toContain(`'sha256-${hash}'`);
	expect(policy).not.toMatch(/style-src [^;]*unsafe-inline/);
	expect(page).toContain('aria-label="Łoud &amp; Söhne, to the home page"');
	const [, logo = ''] = /<img src="(\/theme\/logo[^"]*)"/.exec(page) ?? [];
	expect((await fetch(server.url + logo)).status).toBe(200);
	expect(page).not.toContain('>Bellwether<');
});
