// The survey in a page of another site: what README shows there, on good browsers and on strict ones, is taken to its end.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { campaignIn } from '../support/campaign-in.ts';
import { launchChromium } from '../support/chromium.ts';
import { HostSite } from '../support/host-site.ts';
import { blocksOf } from '../support/readme.ts';
import { startServer, type Running } from '../support/server.ts';
import * as at from '../support/survey-page.ts';

const data = mkdtempSync(join(tmpdir(), 'bellwether-embed-'));
let [host, stranger]: HostSite[] = [];
let server: Running;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
	[host, stranger] = [await HostSite.start(), await HostSite.start()];
	server = await startServer({ DATA_DIR: data });
	const sites = [host.url];
	const file = join(data, 'bellwether.db');
	await campaignIn(file, 'spring', { settings: { sites, hidden: ['topic'] } });
	await campaignIn(file, 'autumn', { settings: { sites } });
	await campaignIn(file, 'nowhere');
	browser = await launchChromium();
});
afterAll(async () => {
	await browser.close();
	await server.stop();
	for (const site of [host, stranger]) site?.stop();
	rmSync(data, { recursive: true, force: true });
});
beforeEach(async () => (context = await newContext()));

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
	const made = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
	await made.addInitScript(watch);
	onTestFinished(() => made.close());
	return made;
}

type Watched = {
	shifts: number;
	violations: string[];
	messages: unknown[];
	told: [name: string, detail: unknown, campaign: string | null][];
};

/** Runs in every page before anything else: what moved, what was refused, and what was told. */
function watch(): void {
	const seen: Watched = { shifts: 0, violations: [], messages: [], told: [] };
	Object.assign(window, { seen });
	new PerformanceObserver((list) => {
		for (const { value } of list.getEntries() as unknown as { value: number }[]) seen.shifts += value;
	}).observe({ type: 'layout-shift', buffered: true });
	addEventListener('securitypolicyviolation', ({ violatedDirective }) => seen.violations.push(violatedDirective));
	addEventListener('message', ({ data }) => seen.messages.push(data));
	for (const name of ['started', 'progress', 'completed'])
		addEventListener(`bellwether:${name}`, (event) => {
			const { target, detail } = event as CustomEvent<unknown>;
			seen.told.push([name, detail, target instanceof Element ? target.getAttribute('campaign') : null]);
		});
}

const seenIn = (page: Page): Promise<Watched> => page.evaluate(() => (window as unknown as { seen: Watched }).seen);

/** The example of README that stands under this heading, for the server and campaign of this test. */
function example(heading: string, campaign = 'spring'): string {
	const found = blocksOf('Embedding', 'html').find((block) => block.heading === heading);
	if (!found) throw new Error(`README has no example under "${heading}"`);
	return found.text.replaceAll('https://survey.example.com', server.url).replaceAll('spring', campaign);
}

async function show(html: string, headers: Record<string, string> = {}, site = host): Promise<Page> {
	const page = await context.newPage();
	await page.goto(site?.show(html, headers) ?? '');
	return page;
}

const survey = (page: Page, campaign = 'spring') => page.frameLocator(`bellwether-survey[campaign=${campaign}] iframe`);
const isReady = (page: Page, campaign?: string) =>
	survey(page, campaign).getByText('Go on later or on another device').waitFor();
const pick = (page: Page, question: string, value: string) =>
	survey(page).locator(`input[name="${question}"][value="${value}"]`);
const press = (page: Page, name: string | RegExp) => survey(page).getByRole('button', { name }).first().click();
const frameOf = (page: Page) => {
	const found = page.frames().find((frame) => frame.url().startsWith(server.url));
	if (!found) throw new Error('there is no frame');
	return found;
};

/** Whether the frame is as high as what stands in it and no wider than it may be, once it has followed. */
const fits = (page: Page) =>
	expect
		.poll(() =>
			frameOf(page).evaluate(() => {
				const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
				return [scrollHeight - clientHeight, scrollWidth - clientWidth];
			})
		)
		.toEqual([0, 0]);

/** What has to hold wherever the survey is: its top in sight, nothing cut off, nothing wider than the page. */
async function stands(page: Page): Promise<void> {
	await fits(page);
	const [top = NaN, wider = NaN] = await page
		.locator('bellwether-survey')
		.evaluate((element) => [
			element.getBoundingClientRect().top,
			document.documentElement.scrollWidth - document.documentElement.clientWidth
		]);
	expect(top).toBeGreaterThan(-1);
	expect(wider).toBe(0);
}

/** From section to section until there is no further one, or so many were seen. */
async function take(page: Page, most = Infinity): Promise<void> {
	for (let seen = 0; seen < most; seen += 1) {
		await stands(page);
		for (const [question, value] of [
			['role', 'seller'],
			['industry', 'manufacturing'],
			['company-size', '51-200']
		] as const) {
			if (await pick(page, question, value).isVisible()) await pick(page, question, value).check();
		}
		if (await survey(page).getByRole('button', { name: 'See my report' }).isVisible()) return;
		const title = await survey(page).locator('h1').innerText();
		await press(page, /^(Continue|Back to)/);
		await survey(page).locator('h1', { hasNotText: title }).waitFor();
	}
}

const around = (html: string): string => `${html}<p>What stands below.</p><p style="height: 90rem">And more.</p>`;

describe('inline', () => {
	it('as high as it needs, nothing moves, and the report opens behind its form', async () => {
		const page = await show(around(example('In a page')));
		await isReady(page);
		await take(page);
		await press(page, 'See my report');
		await survey(page).getByRole('heading', { name: 'Summary', exact: true }).waitFor();
		await stands(page);
		const key = /\/embed\/r\/([\w-]+)/.exec(frameOf(page).url())?.[1] ?? '';
		expect(key).toMatch(/^[\w-]{32}$/);

		// Behind the gate until there is an address.
		await survey(page).getByRole('heading', { name: 'Detailed analysis', exact: true }).waitFor({ state: 'hidden' });
		expect((await fetch(`${server.url}/r/${key}/report.pdf`)).status).toBe(403);
		await survey(page).getByRole('textbox', { name: /name/i }).first().fill('Ada');
		await survey(page)
			.getByRole('textbox', { name: /address|mail/i })
			.fill('ada@example');
		await survey(page).locator('#lead').getByRole('button').click();
		await survey(page).getByRole('alert').waitFor();
		await survey(page)
			.getByRole('textbox', { name: /address|mail/i })
			.fill('ada@example.com');
		await survey(page).locator('#lead').getByRole('button').click();
		await survey(page).getByRole('heading', { name: 'Detailed analysis', exact: true }).waitFor();
		await fits(page);
		const pdf = survey(page).getByRole('link', { name: /PDF/ });
		expect(await pdf.evaluate((link: HTMLAnchorElement) => [link.target, link.rel])).toEqual(['_blank', 'noopener']);

		const seen = await seenIn(page);
		expect(seen.shifts.toFixed(2)).toBe('0.00');
		const names = seen.told.map(([name]) => name);
		expect(names.filter((name) => name !== 'progress')).toEqual(['started', 'completed']);
		expect(seen.told.at(-2)?.[1]).toEqual({ section: 15, of: 15 });
		expect(JSON.stringify(seen)).not.toContain(key);
		expect(JSON.stringify(seen)).not.toMatch(/seller|manufacturing|ada@/);
	});

	it('on a phone it fits, and nothing moves there either', async () => {
		context = await newContext({ viewport: { width: 360, height: 740 } });
		const page = await show(around(example('In a page')));
		await isReady(page);
		await take(page, 4);
		expect((await seenIn(page)).shifts.toFixed(2)).toBe('0.00');
	});

	it('two in one page are two surveys, each with its own events', async () => {
		const page = await show(example('In a page') + example('In a page', 'autumn'));
		await Promise.all([isReady(page), isReady(page, 'autumn')]);
		await survey(page, 'autumn').locator('input[name=role][value=seller]').check();
		await expect.poll(async () => (await seenIn(page)).told).toContainEqual(['started', null, 'autumn']);
		expect((await seenIn(page)).told).not.toContainEqual(['started', null, 'spring']);
		expect(await pick(page, 'role', 'seller').isChecked()).toBe(false);
	});

	it('carries hidden fields and where the visitor came from; what failed to arrive is sent again', async () => {
		const html = example('In a page').replace('campaign=', 'data-topic="fair" data-stranger="no" campaign=');
		const page = await context.newPage();
		await page.goto(`${host?.show(html)}?utm_source=news`);
		await isReady(page);
		const saves: unknown[] = [];
		await page.route(/\/api\/v1\/responses\/[^/]+$/, async (route) => {
			saves.push(route.request().postDataJSON());
			if (saves.length > 1) await route.continue();
			else await route.abort();
		});
		await pick(page, 'role', 'seller').check();
		await survey(page).getByText('Saved', { exact: true }).waitFor();
		expect(saves.length).toBeGreaterThan(1);
		expect(saves.at(-1)).toMatchObject({
			campaign: 'spring',
			source: { utm_source: 'news', topic: 'fair', referrer: new URL(host?.url ?? '').host }
		});
		expect(JSON.stringify(saves.at(-1))).not.toContain('stranger');
	});
});

describe.each(['popup', 'drawer'])('as a %s', (mode) => {
	it('opens from its button, keeps the answers while it is shut, and gives the focus back', async () => {
		const page = await show(example('Behind a button').replace('popup', mode) + '<p style="height: 90rem">More.</p>');
		const open = page.getByRole('button', { name: 'How good is your sales team?' });
		await open.click();
		const dialog = page.getByRole('dialog', { name: 'Survey' });
		await dialog.waitFor();
		await isReady(page);
		await pick(page, 'role', 'seller').check();
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'hidden' });
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent))
			.toContain('Take the survey');
		await page.keyboard.press('Enter');
		await dialog.waitFor();
		expect(await pick(page, 'role', 'seller').isChecked()).toBe(true);
		await page.getByRole('button', { name: 'Close' }).click();
		await dialog.waitFor({ state: 'hidden' });
		expect((await seenIn(page)).shifts.toFixed(2)).toBe('0.00');
	});
});

describe('on strict ground', () => {
	it('a host whose policy allows nothing but us and its own styles has nothing to report', async () => {
		const policy = blocksOf('Embedding', 'text')
			.find(({ heading }) => heading === 'Strict pages')
			?.text.trim();
		const strict = `${policy?.replaceAll('https://survey.example.com', server.url)}; require-trusted-types-for 'script'`;
		const html = (example('Behind a button', 'autumn') + example('In a page')).replace(/\sstyle="[^"]*"/g, '');
		const page = await show(`<link rel="stylesheet" href="/style.css">${html}`, { 'content-security-policy': strict });
		await isReady(page);
		await page.getByRole('button', { name: 'How good is your sales team?' }).click();
		await isReady(page, 'autumn');
		expect((await seenIn(page)).violations).toEqual([]);
	});

	it('a frame in a sandbox, without origin and storage, saves and says that it keeps nothing', async () => {
		const page = await show(example('Without our script'));
		const frame = page.frameLocator('iframe');
		await frame.getByText('This browser keeps nothing').waitFor();
		await frame.locator('input[name=role][value=seller]').check();
		await frame.getByText('Saved', { exact: true }).waitFor();
		expect(await frameOf(page).evaluate(() => [self.origin, document.fonts.check('1em Inter')])).toEqual([
			'null',
			true
		]);
	});

	it('without a script there is a link to the survey in a tab of its own', async () => {
		// Chromium itself runs none where the sandbox forbids it; switching them off from outside may come too late for a frame.
		const page = await show(example('Without our script').replace('allow-scripts ', ''));
		const link = page.frameLocator('iframe').getByRole('link', { name: 'Take the survey in a new tab' });
		await link.waitFor();
		const [alone] = await Promise.all([context.waitForEvent('page'), link.click()]);
		await alone.waitForURL(/\/c\/spring\/survey/);
		await alone.getByRole('heading', { level: 1, name: 'About you' }).waitFor();
	});

	it('before its script has come, the form goes on in a tab of its own', async () => {
		await context.route(/immutable.*\.js$/, (route) => route.abort());
		const page = await show(example('In a page'));
		await pick(page, 'role', 'seller').check();
		const [alone] = await Promise.all([context.waitForEvent('page'), press(page, 'Continue')]);
		await alone.waitForURL(/\/c\/spring\/survey\?section=/);
		await at.onSection(alone, 'Strategic alignment');
	});

	it.each([
		['a site that the campaign does not list', 'spring', () => stranger],
		['a campaign without sites', 'nowhere', () => host]
	])('%s is refused', async (_, campaign, site) => {
		const refused: string[] = [];
		const html = example('In a page', campaign);
		const page = await context.newPage();
		page.on('console', (message) => refused.push(message.text()));
		await page.goto(site()?.show(html) ?? '');
		await expect.poll(() => refused.join()).toMatch(/frame-ancestors/);
		await expect.poll(() => page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
		expect((await seenIn(page)).messages).toEqual([]);
	});
});
