// A campaign in a real browser: its theme from the landing page to the report, one question at a time, and the time that it took.
import type { Browser, Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { newSettings } from '#lib/campaign/settings.ts';
import { connect } from '#lib/server/database/connect.ts';
import { campaignIn } from '../support/campaign-in.ts';
import { launchChromium } from '../support/chromium.ts';
import { png } from '../support/pictures.ts';
import { startServer, type Running } from '../support/server.ts';
import * as at from '../support/survey-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwether-campaign-'));
const file = join(folder, 'bellwether.db');
const logo = { type: 'image/png', width: 90, height: 24, base64: Buffer.from(png(90, 24)).toString('base64') } as const;
const look = { firm: 'Łoud & Söhne', accent: '#ff00aa', logo, footer: 'Łoud & Söhne, Mine Street 12.' };

let browser: Browser;
let server: Running;
beforeAll(async () => {
	[browser, server] = await Promise.all([launchChromium(), startServer({ DATA_DIR: folder })]);
	const settings = { ...newSettings, look, gate: 'none' as const, hidden: ['team'] };
	await campaignIn(file, 'spring', { settings: { ...settings, steps: 'question' } });
	await campaignIn(file, 'later', {
		settings: { ...settings, zone: 'Europe/Berlin' },
		opens_at: '2030-12-24T08:00:00.000Z'
	});
});
afterAll(async () => {
	await browser.close();
	await server.stop();
	rmSync(folder, { recursive: true });
});

async function open(path: string, width = 1280): Promise<Page> {
	const context = await browser.newContext({
		baseURL: server.url,
		viewport: { width, height: 800 },
		reducedMotion: 'reduce'
	});
	onTestFinished(() => context.close());
	const page = await context.newPage();
	page.on('pageerror', (error) => expect.soft(error).toBeUndefined());
	await page.goto(path, { referer: 'https://blog.example.org/post' });
	return page;
}

const accent = (page: Page) =>
	page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());

/** Everything the database holds of the one response that there is. */
async function rows() {
	const connection = await connect(pathToFileURL(file).href, { alone: false });
	try {
		const responses = await connection.db.selectFrom('responses').selectAll().execute();
		const visits = await connection.db.selectFrom('visits').selectAll().execute();
		return { responses, visits };
	} finally {
		await connection.close();
	}
}

describe('a campaign of one question at a time', () => {
	it('is worn from the landing page to the report, and knows where somebody came from and how long it took', async () => {
		const page = await open('/c/spring?utm_source=newsletter&team=blue');
		await page.getByText('Your answers and your report will be seen by Łoud & Söhne').waitFor();
		expect(await page.locator('header img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(90);
		const worn = await accent(page);
		await page.clock.install();
		await page.getByRole('link', { name: 'Start the survey' }).click();
		await at.started(page);
		expect(await accent(page)).toBe(worn);
		expect(await page.getByRole('radiogroup').count()).toBe(1);

		await page.getByRole('radio', { name: 'Seller', exact: true }).focus();
		await page.keyboard.press('4');
		await page.clock.runFor(9000);
		await page.keyboard.press('Enter');
		await at.onSection(page, 'Strategic alignment');
		await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
		await page.clock.runFor(4000);
		await at.go(page);
		await page.waitForFunction(() => document.activeElement?.matches('input[type="radio"]'));
		expect(await page.getByRole('radiogroup').count()).toBe(1);
		await page.keyboard.press('5');
		await page.clock.runFor(1000);
		await at.saved(page);

		const [response] = (await rows()).responses;
		expect(response).toMatchObject({ campaign: 'spring', is_test: 0 });
		expect(JSON.parse(response?.source ?? '')).toEqual({
			utm_source: 'newsletter',
			team: 'blue',
			referrer: 'blog.example.org'
		});
		const timing = JSON.parse(response?.timing ?? '') as Record<string, number>;
		expect(timing['about-you']).toBeGreaterThanOrEqual(9);
		expect(timing['about-you']).toBeLessThan(30);
		await expect
			.poll(async () => (await rows()).visits.map(({ source, seen }) => [source, seen]), { timeout: 15_000 })
			.toEqual([['newsletter', 1]]);

		const { id = '' } = response ?? {};
		const { key } = JSON.parse(
			(await page.evaluate(() => localStorage.getItem('bellwether:sales-velocity@spring'))) ?? '{}'
		) as { key: string };
		const completed = await page.request.post(`/api/v1/responses/${id}/complete`, {
			headers: { authorization: `Bearer ${key}` },
			data: { instrument: 'sales-velocity', version: response?.version, answers: {} }
		});
		const { report } = (await completed.json()) as { report: string };
		await page.goto(report);
		expect(await accent(page)).toBe(worn);
		expect(await page.locator('header img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(90);
		await page.getByText('Łoud & Söhne, Mine Street 12.').first().waitFor();
	});
});

describe.each([360, 1280])('at %i pixels', (width) => {
	it.each([
		'/c/spring',
		'/c/spring?preview',
		'/c/spring/survey',
		'/c/spring/survey?section=sales-velocity',
		'/c/later',
		'/c/nothing'
	])('%s meets WCAG 2.2 AA and fits', async (path) => {
		const page = await open(path, width);
		if (path.includes('survey')) await at.started(page);
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
	});

	it('a survey that is not open yet says when, on its own clock', async () => {
		const page = await open('/c/later', width);
		await page.getByText('24 December 2030 at 09:00 CET').waitFor();
		expect(await page.getByRole('link', { name: 'Start the survey' }).count()).toBe(0);
	});
});
