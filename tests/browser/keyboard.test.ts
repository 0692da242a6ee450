// Everything by keyboard alone: what is reached, that no action loses the place, and that what is open is clean for all.
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

async function openAt(address: string, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({
		baseURL: inject('baseUrl'),
		viewport: { width: 1280, height: 860 },
		reducedMotion: 'reduce',
		...options
	});
	onTestFinished(() => context.close());
	const page = await context.newPage();
	await page.goto(address);
	return page;
}

type Role = 'link' | 'button' | 'radio' | 'combobox' | 'slider' | 'checkbox';

/** Steps until it has the focus, and presses a key there. It must be seen where the keyboard stands. */
async function press(page: Page, target: ReturnType<Page['locator']>, key: string, step = 'Tab'): Promise<void> {
	await target.first().waitFor();
	const isThere = () => target.evaluateAll((found) => found.some((one) => one === document.activeElement));
	for (let steps = 0; !(await isThere()); steps += 1) {
		if (steps > 150) throw new Error('the keyboard does not get there');
		await page.keyboard.press(step);
	}
	expect(await page.evaluate(ringAndPlace)).toEqual({ ring: true, inSight: true });
	await page.keyboard.press(key);
}

/** Runs in the page. */
function ringAndPlace() {
	const focused = document.activeElement ?? document.body;
	const { top, bottom } = focused.getBoundingClientRect();
	return { ring: getComputedStyle(focused).outlineStyle !== 'none', inSight: top >= 0 && bottom <= innerHeight };
}

const named = (page: Page, role: Role, name: string | RegExp) => page.getByRole(role, { name });
const folded = (page: Page, text: string) => page.locator('summary', { hasText: text });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim());

describe('by keyboard alone', () => {
	it('a visitor comes from the home page through a section and back, and takes a link along', async () => {
		const page = await openAt('/');
		await press(page, named(page, 'link', 'Sales Velocity Index'), 'Enter');
		await press(page, named(page, 'link', 'Start the survey'), 'Enter');
		await folded(page, 'Go on later').waitFor();
		await press(page, page.getByRole('radio'), '4');
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => document.activeElement?.textContent === 'Strategic alignment');
		await press(page, page.getByRole('radio'), '2');
		await press(page, named(page, 'button', 'Clear'), 'Enter');
		expect(await page.evaluate(() => document.activeElement?.matches('input[type=radio]:not(:checked)'))).toBe(true);
		await press(page, named(page, 'button', 'Back'), 'Enter');
		await page.waitForFunction(() => document.activeElement?.textContent === 'About you');
		await press(page, folded(page, 'Go on later'), 'Enter');
		await press(page, named(page, 'button', 'Make a private link'), 'Enter');
		await page.waitForFunction(() => document.activeElement?.matches('input[readonly]'));
	});

	it('a reader plays, keeps a target and starts afresh without losing the place', async () => {
		const page = await openAt(report);
		// The first step brings the sliders, so that the keyboard does not pass them by.
		await page.keyboard.press('Tab');
		await press(page, named(page, 'slider', 'Number of opportunities'), 'ArrowRight');
		await press(page, named(page, 'button', 'Back to my numbers'), 'Enter');
		expect(await focused(page)).toBe('Back to my numbers');
		await press(page, folded(page, 'Try other answers'), 'Enter');
		await press(page, page.getByRole('combobox'), 'Home');
		await press(page, page.getByRole('combobox').nth(1), 'Home');
		await press(page, named(page, 'button', 'Save as my target'), 'Enter');
		await page.getByText('Your target is saved.').waitFor();
		expect(await focused(page)).toBe('Save as my target');
		await press(page, named(page, 'button', 'Back to my answers'), 'Enter', 'Shift+Tab');
		expect(await focused(page)).toBe('Back to my answers');
	});

	it('an owner gives a link away, takes it back, and is asked before everything is erased', async () => {
		const page = await openAt(report);
		await press(page, folded(page, 'Share'), 'Enter');
		await press(page, named(page, 'button', 'Make a link'), 'Enter');
		await press(page, named(page, 'button', 'Take back link 1'), 'Enter');
		await named(page, 'button', 'Take back link 1').waitFor({ state: 'detached' });
		await press(page, folded(page, 'Your data'), 'Enter');
		await press(page, named(page, 'button', 'Erase'), 'Enter');
		await page.waitForFunction(() => document.activeElement?.matches('input[type=checkbox]'));
		expect(page.url()).toContain('/r/');
	});
});

describe.each(['light', 'dark'] as const)('with everything unfolded, %s', (colorScheme) => {
	it.each(['report', 'sample', 'method'])('the %s meets WCAG 2.2 AA', async (which) => {
		const page = await openAt(which === 'report' ? report : `/sales-velocity/${which}`, { colorScheme });
		if (which === 'report') {
			await folded(page, 'Try other answers').click();
			await page.getByRole('combobox').first().waitFor();
			await page.getByRole('heading', { name: 'Your sales velocity' }).scrollIntoViewIfNeeded();
			await page.getByRole('slider').first().waitFor();
		}
		await page.evaluate(() => {
			for (const details of document.querySelectorAll('details')) details.open = true;
		});
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
	});
});
