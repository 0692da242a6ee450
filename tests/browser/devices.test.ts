// One response in several tabs and on several devices, and across the browser's Back.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';
import * as at from '../support/survey-page.ts';

let browser: Browser;
beforeAll(async () => (browser = await launchChromium()));
afterAll(() => browser.close());

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
	const context = await browser.newContext({ baseURL: inject('baseUrl'), ...options });
	onTestFinished(() => context.close());
	return context;
}

const last = `${at.survey}?section=your-company`;
const company = { industry: 'manufacturing', 'company-size': '51-200' };
const finished = (page: Page) => page.getByRole('heading', { name: 'You have answered this already' }).waitFor();
const keptNames = (page: Page) => page.evaluate(() => Object.keys(localStorage));

async function sendEverything(page: Page): Promise<string> {
	for (const [question, value] of Object.entries(company)) await at.choose(page, question, value);
	await at.go(page, 'See my report');
	await page.waitForURL(/\/r\//);
	return new URL(page.url()).pathname;
}

describe('two tabs', () => {
	it('answer one response; when one has sent it, the other shows the way to the report and brings nothing back', async () => {
		const context = await newContext();
		const one = await at.openSurvey(context);
		const known = await at.knownTo(one);
		await at.choose(one, 'role', 'seller');
		const other = await at.openSurvey(context, `${at.survey}?section=strategic-alignment`);
		await at.choose(other, 'strategy-aligned', 'agree');
		await at.choose(one, 'role', 'marketing');
		await at.holds(known, { role: 'marketing', 'strategy-aligned': 'agree' });
		await one.goto(last);
		await at.started(one);
		const report = await sendEverything(one);
		await finished(other);
		expect(await other.getByRole('link', { name: 'See your report' }).getAttribute('href')).toBe(report);
		expect(await keptNames(other)).toEqual(['bellwether:sales-velocity']);
		await other.close({ runBeforeUnload: true });
		await at.holds(known, { role: 'marketing', 'strategy-aligned': 'agree', ...company });
	});

	it('where one was left behind, it does not take a new response from the browser', async () => {
		const context = await newContext();
		const old = await context.newPage();
		// As a tab that is asleep, it hears of nothing.
		await old.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation()));
		await old.goto(at.survey);
		await at.started(old);
		const known = await at.knownTo(old);
		await at.choose(old, 'role', 'seller');
		await at.saved(old);
		await fetch(`${known.address}/complete`, {
			method: 'POST',
			headers: { authorization: `Bearer ${known.key}`, 'content-type': 'application/json' },
			body: JSON.stringify({ instrument: 'sales-velocity', version: '1.0.0', answers: {} })
		});
		const fresh = await context.newPage();
		await fresh.goto(at.survey);
		await finished(fresh);
		await at.go(fresh, 'Answer again');
		await at.started(fresh);
		const anew = await at.knownTo(fresh);
		expect(anew.address).not.toBe(known.address);
		await at.choose(old, 'role', 'other');
		await old.waitForURL(/\/r\//);
		expect(await at.knownTo(fresh)).toEqual(anew);
		await at.choose(fresh, 'role', 'marketing');
		await at.holds(anew, { role: 'marketing' });
		await at.holds(known, { role: 'seller' });
	});
});

describe('two devices', () => {
	it('go on with one response by a private link; its key is in no address, no referrer and no log', async () => {
		const server = await startServer();
		onTestFinished(() => server.stop());
		const seen: string[] = [];
		const listen = (context: BrowserContext) =>
			context.on('request', (request) => seen.push(request.url(), request.headers()['referer'] ?? ''));
		const [here, there] = [await newContext({ baseURL: server.url }), await newContext({ baseURL: server.url })];
		for (const context of [here, there]) listen(context);
		const one = await at.openSurvey(here);
		const known = await at.knownTo(one);
		await at.choose(one, 'role', 'seller');
		await one.getByText('Go on later or on another device').click();
		await at.go(one, 'Make a private link');
		const link = new URL(await one.getByRole('textbox', { name: 'Private link' }).inputValue());
		const other = await at.openSurvey(there, `${link.pathname}?section=about-you${link.hash}`);
		expect(new URL(other.url()).hash).toBe('');
		await at.chosen(other, 'role', 'seller');
		await at.choose(other, 'role', 'marketing');
		await at.holds(known, { role: 'marketing' });
		// Coming back to the first device shows what was said on the second; what is said then is the later.
		await one.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await at.chosen(one, 'role', 'marketing');
		await at.choose(one, 'role', 'other');
		await at.holds(known, { role: 'other' });
		await other.goto(last);
		await at.started(other);
		await sendEverything(other);
		await one.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		await finished(one);
		const token = /\.([\w-]+)$/.exec(link.hash)?.[1] ?? '';
		expect(token).toMatch(/^[\w-]{22,}$/);
		expect(server.said()).toContain('"route":"/api/v1/responses/[id]"');
		for (const secret of [token, known.key]) {
			expect(seen.filter((text) => text.includes(secret))).toEqual([]);
			expect(server.said()).not.toContain(secret);
		}
	});
});

describe('Back', () => {
	it('from another page brings the answers back, and they are still saved', async () => {
		const page = await at.openSurvey(await newContext());
		const known = await at.knownTo(page);
		await at.choose(page, 'role', 'seller');
		await page.getByRole('link', { name: 'More about privacy' }).click();
		await page.waitForURL('/privacy');
		await page.goBack();
		await at.started(page);
		await at.onSection(page, 'About you');
		await at.chosen(page, 'role', 'seller');
		await at.choose(page, 'role', 'other');
		await at.holds(known, { role: 'other' });
	});

	it.each([
		['', () => {}],
		[
			', in a browser that keeps nothing',
			() =>
				(Storage.prototype.setItem = () => {
					throw new DOMException('full', 'QuotaExceededError');
				})
		]
	])('from the report says that this was answered%s', async (_, spoil) => {
		const context = await newContext();
		await context.addInitScript(spoil);
		const page = await at.openSurvey(context);
		await at.choose(page, 'role', 'seller');
		await at.saved(page);
		// Without loading: a browser that keeps nothing would begin anew.
		for (let step = 0; step < 30 && !(await page.getByRole('button', { name: 'See my report' }).isVisible()); step++) {
			const before = await page.locator('h1').innerText();
			await at.go(page);
			await page.waitForFunction((title) => document.querySelector('h1')?.innerText !== title, before);
		}
		const report = await sendEverything(page);
		await page.goBack();
		await finished(page);
		expect(await page.getByRole('link', { name: 'See your report' }).getAttribute('href')).toBe(report);
	});
});
