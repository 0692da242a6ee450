import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

const survey = '/sales-velocity/survey';
const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 860 };

let browser: Browser;
beforeAll(async () => (browser = await launchChromium()));
afterAll(() => browser.close());

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
	const context = await browser.newContext({ baseURL: inject('baseUrl'), viewport: desktop, ...options });
	onTestFinished(() => context.close());
	return context;
}

/** A page that fails the test with whatever the browser complains about. */
async function newPage(context: BrowserContext, complaints: string[] = []): Promise<Page> {
	const page = await context.newPage();
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	return page;
}

/** The script has taken over from the form. */
const started = (page: Page) => page.getByText('Go on later or on another device').waitFor();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const go = (page: Page, button = 'Continue') => page.getByRole('button', { name: button }).click();
const onSection = (page: Page, title: string) =>
	page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

/** Answers every question on a scale or with a choice as its number on the page suggests. */
async function answerAll(page: Page, step: number) {
	for (const [place, question] of (await page.locator('fieldset').all()).entries()) {
		const steps = question.locator('input[type=radio]:not([value=ns], [value=na])');
		const count = await steps.count();
		if (count > 0 && (await question.isVisible())) await steps.nth((place + step) % count).check();
	}
}

/** From the first question to the review. Gives the titles of the sections. */
async function walkToReview(page: Page, role: string): Promise<string[]> {
	const titles = [await heading(page)];
	await page.getByRole('radio', { name: role, exact: true }).check();
	for (let step = 1; step < 30; step++) {
		await go(page);
		await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, titles.at(-1));
		const title = await heading(page);
		if (title === 'Before you go on') return titles;
		titles.push(title);
		await answerAll(page, step);
	}
	throw new Error('the survey does not end');
}

async function answerContext(page: Page) {
	await page.getByRole('radio', { name: 'Manufacturing' }).check();
	await page.getByRole('radio', { name: '51 to 200' }).check();
	await page.getByRole('spinbutton', { name: /qualified opportunities are open/ }).fill('40');
	await page.getByRole('textbox', { name: /your company called/ }).fill('Łódź & Söhne');
}

describe.each([
	['with the script', true],
	['without a script', false]
])('the journey %s', (_, javaScriptEnabled) => {
	it('leads a seller from the home page to the report', async () => {
		const complaints: string[] = [];
		const page = await newPage(await newContext({ javaScriptEnabled }), complaints);
		await page.goto('/');
		await page.getByRole('link', { name: 'Sales Velocity Index' }).click();
		await page.getByRole('link', { name: 'Start the survey' }).click();
		await page.waitForURL(survey);
		await page.getByText(/Your answers are seen by/).waitFor();
		if (javaScriptEnabled) await started(page);
		const titles = await walkToReview(page, 'Seller');
		expect(titles.slice(0, 2)).toEqual(['About you', 'Strategic alignment']);
		expect(titles).toContain('Sales engagement');
		await go(page);
		await onSection(page, 'Your company');
		await answerContext(page);
		await go(page, 'See my report');
		await page.waitForURL(/\/r\/[\w-]{32}$/);
		expect(await page.locator('body').innerText()).toContain('Łódź & Söhne');
		expect(complaints).toEqual([]);
		await page.goto(survey);
		expect(await page.getByRole('link', { name: 'See your report' }).getAttribute('href')).toMatch(/^\/r\//);
	});

	it('asks people who do not sell nothing about their own selling', async () => {
		const page = await newPage(await newContext({ javaScriptEnabled }));
		await page.goto(survey);
		if (javaScriptEnabled) await started(page);
		expect(await walkToReview(page, 'Marketing')).not.toContain('Sales engagement');
	});

	it('stops at a needed question, and goes back and forth without losing an answer', async () => {
		const page = await newPage(await newContext({ javaScriptEnabled }));
		await page.goto(survey);
		if (javaScriptEnabled) await started(page);
		await go(page);
		expect(await heading(page)).toBe('About you');
		await page.getByRole('radio', { name: 'Seller', exact: true }).check();
		await go(page);
		await onSection(page, 'Strategic alignment');
		await page.getByRole('radio', { name: 'Strongly agree' }).first().check();
		await go(page, 'Back');
		await onSection(page, 'About you');
		expect(await page.getByRole('radio', { name: 'Seller', exact: true }).isChecked()).toBe(true);
		await go(page);
		await onSection(page, 'Strategic alignment');
		expect(await page.getByRole('radio', { name: 'Strongly agree' }).first().isChecked()).toBe(true);
	});
});

describe('without a script', () => {
	it('a question that hangs on another of the page says when it is asked', async () => {
		const page = await newPage(await newContext({ javaScriptEnabled: false }));
		await page.goto(survey);
		await page
			.getByText('Only if you chose Executive or owner, Sales leader, or First-line sales manager above.')
			.waitFor();
	});
});

describe('nothing answered is lost', () => {
	it('when the connection goes and comes, and the page is closed in between', async () => {
		const context = await newContext();
		const page = await newPage(context);
		await page.goto(survey);
		await started(page);
		await page.getByRole('radio', { name: 'Seller', exact: true }).check();
		await saved(page);
		await context.setOffline(true);
		await go(page);
		await onSection(page, 'Strategic alignment');
		await page.getByRole('radio', { name: 'Agree', exact: true }).first().check();
		await page.getByText('Offline: kept on this device, will be sent').waitFor();
		await page.close();
		await context.setOffline(false);
		const again = await newPage(context);
		await again.goto(survey);
		await onSection(again, 'Strategic alignment');
		expect(await again.getByRole('radio', { name: 'Agree', exact: true }).first().isChecked()).toBe(true);
		await saved(again);
	});

	it('when it was given before the script had started', async () => {
		const context = await newContext();
		const slow = await newPage(context);
		await slow.route(/\.(js|ts|svelte)(\?|$)/, (route) => route.abort());
		await slow.goto(survey);
		await slow.getByRole('radio', { name: 'Marketing' }).check();
		await slow.close();
		const page = await newPage(context);
		await page.goto(survey);
		await started(page);
		expect(await page.getByRole('radio', { name: 'Marketing' }).isChecked()).toBe(true);
		await saved(page);
	});

	it('when the form was posted before the script had started', async () => {
		const context = await newContext();
		const slow = await newPage(context);
		await slow.route(/\.(js|ts|svelte)(\?|$)/, (route) => route.abort());
		await slow.goto(survey);
		await slow.getByRole('radio', { name: 'Marketing' }).check();
		await go(slow);
		await onSection(slow, 'Strategic alignment');
		await slow.unroute(/\.(js|ts|svelte)(\?|$)/);
		await slow.reload();
		await started(slow);
		await go(slow, 'Back');
		expect(await slow.getByRole('radio', { name: 'Marketing' }).isChecked()).toBe(true);
	});

	it('in two tabs of one browser', async () => {
		const context = await newContext();
		const [one, other] = [await newPage(context), await newPage(context)];
		await one.goto(survey);
		await started(one);
		await other.goto(survey);
		await started(other);
		await one.getByRole('radio', { name: 'Sales operations' }).check();
		await other.locator('input:checked').waitFor();
		expect(await other.getByRole('radio', { name: 'Sales operations' }).isChecked()).toBe(true);
	});

	it('on another device, with a private link', async () => {
		const page = await newPage(await newContext());
		await page.goto(survey);
		await started(page);
		await page.getByRole('radio', { name: 'Seller', exact: true }).check();
		await go(page);
		await onSection(page, 'Strategic alignment');
		await page.getByText('Go on later or on another device').click();
		await go(page, 'Make a private link');
		const link = await page.getByRole('textbox', { name: 'Private link' }).inputValue();
		const elsewhere = await newPage(await newContext({ viewport: phone }));
		await elsewhere.goto(new URL(link).pathname + new URL(link).hash);
		await onSection(elsewhere, 'Strategic alignment');
		await go(elsewhere, 'Back');
		expect(await elsewhere.getByRole('radio', { name: 'Seller', exact: true }).isChecked()).toBe(true);
		expect(new URL(elsewhere.url()).hash).toBe('');
	});
});

describe('by keyboard', () => {
	it('digits answer, arrows choose without moving on, Enter goes on, and the heading is next', async () => {
		const page = await newPage(await newContext());
		await page.goto(survey);
		await started(page);
		await page.getByRole('radio', { name: 'Executive or owner' }).focus();
		await page.keyboard.press('4');
		expect(await page.getByRole('radio', { name: 'Seller', exact: true }).isChecked()).toBe(true);
		await page.keyboard.press('ArrowDown');
		expect(await page.getByRole('radio', { name: 'Sales operations' }).isChecked()).toBe(true);
		expect(await heading(page)).toBe('About you');
		await page.keyboard.press('Enter');
		await onSection(page, 'Strategic alignment');
		await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
	});

	it("the browser's back leads a section back", async () => {
		const page = await newPage(await newContext());
		await page.goto(survey);
		await started(page);
		await page.getByRole('radio', { name: 'Marketing' }).check();
		await go(page);
		await onSection(page, 'Strategic alignment');
		await page.goBack();
		await onSection(page, 'About you');
		await page.goForward();
		await onSection(page, 'Strategic alignment');
	});
});

describe.each([
	['a phone', phone, 'light'],
	['a desktop', desktop, 'light'],
	['a desktop in the dark', desktop, 'dark']
] as const)('on %s', (_, viewport, colorScheme) => {
	const places = [
		'/',
		'/sales-velocity',
		'/sales-velocity/method',
		'/sales-velocity/sample',
		'/privacy',
		survey,
		`${survey}?section=sales-velocity`,
		`${survey}?section=importance`,
		`${survey}?section=your-company`,
		`${survey}?review`
	];

	it.each(places)('%s meets WCAG 2.2 AA and fits', async (address) => {
		const page = await newPage(await newContext({ viewport, colorScheme, reducedMotion: 'reduce' }));
		await page.goto(address);
		if (address.startsWith(survey)) await started(page);
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
	});
});
