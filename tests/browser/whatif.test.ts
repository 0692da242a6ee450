// Where a reader plays: a trial of other answers and the sliders of sales velocity, in Chromium on the built server.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { servedReport } from '../bench/served-report.ts';
import { launchChromium } from '../support/chromium.ts';

let browser: Browser;
let report: string;
beforeAll(async () => {
	browser = await launchChromium();
	report = await servedReport(inject('baseUrl'));
});
afterAll(() => browser.close());

/** The report's page, and what its browser complained about. */
async function openReport(
	options: BrowserContextOptions = {}
): Promise<{ page: Page; complaints: string[]; scripts: () => Promise<number> }> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
	onTestFinished(() => context.close());
	const page = await context.newPage();
	const complaints: string[] = [];
	const sizes: Promise<number>[] = [];
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	page.on('requestfinished', (request) => {
		if (request.resourceType() === 'script')
			sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await page.goto(report);
	return { page, complaints, scripts: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) };
}

const row = async (page: Page): Promise<readonly number[]> => {
	const cells = await page
		.getByRole('row', { name: /^Sales Velocity Index/ })
		.getByRole('cell')
		.allInnerTexts();
	return cells.slice(0, 2).map(Number);
};
const unfold = (page: Page) => page.locator('summary', { hasText: 'Try other answers' }).click();

describe('a trial of other answers', () => {
	it('moves the index, says so, and goes back', async () => {
		const { page, complaints } = await openReport();
		await page.getByRole('link', { name: 'Try other answers' }).click();
		await unfold(page);
		const question = page.getByRole('combobox', { name: /^We have it in writing/ });
		const given = await question.inputValue();
		const [before = 0, same = 0] = await row(page);
		expect(same).toBe(before);
		await question.selectOption(given === 'strongly-disagree' ? 'strongly-agree' : 'strongly-disagree');
		const [, after = 0] = await row(page);
		expect(after).not.toBe(before);
		await page
			.getByText(new RegExp(`With one answer changed: Sales Velocity Index ${after.toFixed(1)} instead of`))
			.waitFor();
		await page.getByRole('button', { name: 'Back to my answers' }).click();
		expect(await question.inputValue()).toBe(given);
		expect(await row(page)).toEqual([before, before]);
		expect(complaints).toEqual([]);
	});

	it('works by keyboard alone', async () => {
		const { page } = await openReport();
		await page.locator('summary', { hasText: 'Try other answers' }).focus();
		await page.keyboard.press('Enter');
		const question = page.getByRole('combobox', { name: /^We have it in writing/ });
		await question.focus();
		const [before] = await row(page);
		await page.keyboard.press((await question.inputValue()) === 'strongly-disagree' ? 'End' : 'Home');
		expect((await row(page))[1]).not.toBe(before);
	});
});

describe('the sliders of sales velocity', () => {
	it('tell the revenue, and draw it once it is seen', async () => {
		const { page, complaints } = await openReport();
		const cycle = page.getByRole('slider', { name: 'Sales cycle' });
		await page.getByRole('heading', { name: 'Your sales velocity' }).scrollIntoViewIfNeeded();
		await cycle.waitFor();
		await cycle.press('ArrowLeft');
		expect(await cycle.getAttribute('aria-valuetext')).toContain('(−1%)');
		await page.getByText(/^\+1\.0% \(\+/).waitFor();
		await page.getByRole('button', { name: 'Back to my numbers' }).scrollIntoViewIfNeeded();
		await page.locator('canvas').waitFor();
		expect(complaints).toEqual([]);
	});
});

describe('the report page', () => {
	it('sends under 60 KB of script before charts, and next to none before anybody plays', async () => {
		const { page, scripts } = await openReport();
		await page.waitForLoadState('networkidle');
		expect(await scripts()).toBeLessThan(5_000);
		await unfold(page);
		await page.getByRole('combobox').first().waitFor();
		await page.waitForLoadState('networkidle');
		expect(await scripts()).toBeLessThan(60_000);
		expect(await page.locator('canvas').count()).toBe(0);
	});

	it('shows nothing of it without a script', async () => {
		const { page } = await openReport({ javaScriptEnabled: false });
		expect(await page.locator('#what-if').isVisible()).toBe(false);
		expect(await page.getByRole('link', { name: 'Try other answers' }).count()).toBe(0);
		expect(await page.getByRole('slider').count()).toBe(0);
	});

	it.each([
		['a phone', { viewport: { width: 360, height: 740 }, colorScheme: 'light' }],
		['a desktop in the dark', { colorScheme: 'dark' }]
	] as const)('meets WCAG 2.2 AA and fits, opened on %s', async (_, options) => {
		const { page } = await openReport({ ...options, reducedMotion: 'reduce' });
		await unfold(page);
		await page.getByRole('combobox').first().selectOption({ index: 0 });
		await page.getByRole('heading', { name: 'Your sales velocity' }).scrollIntoViewIfNeeded();
		await page.getByRole('slider').first().waitFor();
		const { violations } = await new AxeBuilder({ page })
			.include('#what-if')
			.include('[data-sliders]')
			.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});
});
