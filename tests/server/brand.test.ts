// The theme of the content folder → what pages get of it.
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { plainTheme } from '#core/instrument/theme.ts';
import { allowing, brand, brandInside, styleOf, theme } from '#lib/server/brand.ts';
import { content } from '#lib/server/content.ts';
import { picturesIn } from '#lib/server/folder.ts';
import { loudFile, loudLogo, loudTheme } from '../support/loud-theme.ts';
import { writeContent } from '../support/small-content.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld();
const themes = join(world.content, 'themes');
afterAll(() => world.stop());
afterEach(() => {
	rmSync(world.content, { recursive: true });
	writeContent(world.content);
});

function writeTheme(text = loudFile): void {
	mkdirSync(themes, { recursive: true });
	writeFileSync(join(themes, 'loud.png'), loudLogo);
	writeFileSync(join(themes, 'default.yaml'), text);
}

describe('the theme of a site', () => {
	test('is the plain one without a file', async () => {
		expect(theme()).toBe(plainTheme);
		expect(brand()).toEqual({ firm: 'Bellwether', logo: null, footer: '', home: '/' });
		expect((await call('GET', '/theme/logo')).status).toBe(404);
	});

	test('is themes/default.yaml, with its logo at an address that changes with it', async () => {
		writeTheme();
		expect(theme()).toEqual({ ...loudTheme });
		const { logo, firm, footer } = brand();
		expect([firm, footer]).toEqual(['Łoud & Söhne', 'Łoud & Söhne, Mine Street 12.']);
		expect(logo).toMatchObject({ width: 90, height: 24 });
		expect(logo?.src).toMatch(/^\/theme\/logo\?v=[0-9a-f]{16}$/);
		const answer = await call('GET', '/theme/logo');
		expect(answer.headers.get('content-type')).toBe('image/png');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(answer.headers.get('cache-control')).toContain('immutable');
		expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), Buffer.from(loudLogo))).toBe(0);
	});

	test('with an error stops the content, and the page that says so is plain', () => {
		writeTheme(loudFile.replace('"#ffd400"', 'yellow'));
		expect(() => content()).toThrow(/themes\/default\.yaml:3: wrong-colour/);
		expect(theme()).toBe(plainTheme);
	});

	test('with a pale colour is a warning', () => {
		const before = content().problems.length;
		writeTheme();
		expect(content().problems).toHaveLength(before + 1);
	});

	test('stands in a page of its own with the logo inside', () => {
		expect(brandInside(loudTheme).logo?.src).toBe(`data:image/png;base64,${Buffer.from(loudLogo).toString('base64')}`);
	});
});

describe('pictures', () => {
	test('are read from one folder, and not when they are too large for a logo', () => {
		writeTheme();
		writeFileSync(join(themes, 'huge.JPG'), Buffer.alloc(300_000));
		mkdirSync(join(themes, 'folder.png'));
		expect(picturesIn(themes, 'themes/').map(({ path, size, bytes }) => [path, size, bytes.length])).toEqual([
			['themes/huge.JPG', 300_000, 0],
			['themes/loud.png', loudLogo.length, loudLogo.length]
		]);
		expect(picturesIn(join(themes, 'none'), '')).toEqual([]);
	});
});

describe('the style', () => {
	const style = styleOf(loudTheme);

	test('sets the colours for both appearances', () => {
		expect(style).toBe(':root{--accent:light-dark(#897100,#ffd400);--mark:light-dark(#ffd400,#ffd400)}');
	});

	test('is allowed by what it says, in the directive for styles and nowhere else', () => {
		const hash = createHash('sha256').update(style).digest('base64');
		expect(allowing(style, "default-src 'self'; style-src 'self' 'nonce-abc'; style-src-attr 'unsafe-inline'")).toBe(
			`default-src 'self'; style-src 'self' 'nonce-abc' 'sha256-${hash}'; style-src-attr 'unsafe-inline'`
		);
		expect(allowing(style, "style-src 'self'")).toBe(`style-src 'self' 'sha256-${hash}'`);
	});

	test('takes nothing from a policy that allows every style, as in development', () => {
		const policy = "style-src 'self' 'unsafe-inline'; style-src-attr 'unsafe-inline'";
		expect(allowing(style, policy)).toBe(policy);
		expect(allowing(style, "default-src 'none'")).toBe("default-src 'none'");
	});
});
