// Answers on their way to the server, and everything that comes between: judged by what the server holds in the end.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { freePort, startServer } from '../support/server.ts';
import * as at from '../support/survey-page.ts';

let browser: Browser;
beforeAll(async () => (browser = await launchChromium()));
afterAll(() => browser.close());

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
	const context = await browser.newContext({ baseURL: inject('baseUrl'), ...options });
	onTestFinished(() => context.close());
	return context;
}

/** Something that happens when the test says so. */
function gate() {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	return { open, opened };
}

/** A page whose clock the test moves. */
async function timed(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.clock.install();
	await page.goto(at.survey);
	await at.started(page);
	await page.clock.pauseAt(Date.now() + 60_000);
	return page;
}

/** What was answered is gathered for a moment before it is sent. */
const gathered = (page: Page) => page.clock.runFor(500);

describe('offline', () => {
	it('answers go on; coming back sends them, and the last step too, without a click', async () => {
		const context = await newContext();
		const page = await at.openSurvey(context);
		const known = await at.knownTo(page);
		await context.setOffline(true);
		await at.choose(page, 'role', 'seller');
		await at.says(page, 'Offline: kept on this device, will be sent');
		await context.setOffline(false);
		await at.saved(page);
		await at.holds(known, { role: 'seller' });
		await page.goto(`${at.survey}?section=your-company`);
		await at.started(page);
		await context.setOffline(true);
		await at.choose(page, 'industry', 'manufacturing');
		await at.choose(page, 'company-size', '51-200');
		await at.go(page, 'See my report');
		await page.getByText('You are offline. Nothing is lost').waitFor();
		await context.setOffline(false);
		await page.waitForURL(/\/r\//);
		await at.holds(known, { role: 'seller', industry: 'manufacturing', 'company-size': '51-200' });
	});
});

describe('a slow network', () => {
	it('sends one save at a time, and the newest answer wins', async () => {
		const page = await at.openSurvey(await newContext());
		const known = await at.knownTo(page);
		const first = gate();
		const sent = await at.onSaves(page, async (route, turn) => {
			if (turn === 1) await first.opened;
			await route.continue();
		});
		await at.choose(page, 'role', 'seller');
		await expect.poll(() => sent.length).toBe(1);
		await at.choose(page, 'role', 'marketing');
		await at.choose(page, 'role', 'other');
		await at.says(page, 'Saving…');
		first.open();
		await at.saved(page);
		expect(sent).toEqual([{ role: 'seller' }, { role: 'other' }]);
		await at.holds(known, { role: 'other' });
	});

	it('takes the newest along when the page is left by a link, and an older save that comes later changes nothing', async () => {
		const page = await at.openSurvey(await newContext());
		const known = await at.knownTo(page);
		let late: () => Promise<Response> = () => Promise.reject(new Error('nothing was sent'));
		const sent = await at.onSaves(page, async (route, turn) => {
			if (turn > 1) return route.continue();
			const request = route.request();
			late = () => fetch(request.url(), { method: 'PUT', headers: request.headers(), body: request.postData() });
			await new Promise(() => {});
		});
		await at.choose(page, 'role', 'seller');
		await expect.poll(() => sent.length).toBe(1);
		await at.choose(page, 'role', 'marketing');
		await page.getByRole('link', { name: 'More about privacy' }).click();
		await page.waitForURL('/privacy');
		await at.holds(known, { role: 'marketing' });
		expect((await late()).status).toBe(200);
		expect(await at.valuesOf(known)).toEqual({ role: 'marketing' });
	});

	it('takes the newest along when the tab is closed right after the answer', async () => {
		const page = await at.openSurvey(await newContext());
		const known = await at.knownTo(page);
		await at.choose(page, 'role', 'seller');
		await page.close({ runBeforeUnload: true });
		await at.holds(known, { role: 'seller' });
	});

	it('takes the newest along when the page is left while the last step has failed', async () => {
		const page = await at.openSurvey(await newContext());
		const known = await at.knownTo(page);
		await at.choose(page, 'role', 'seller');
		await at.saved(page);
		await page.goto(`${at.survey}?section=your-company`);
		await at.started(page);
		await page.route('**/complete', (route) => route.abort());
		await at.choose(page, 'industry', 'manufacturing');
		await at.choose(page, 'company-size', '51-200');
		await at.go(page, 'See my report');
		await page.getByRole('button', { name: 'Try again' }).waitFor();
		await page.close({ runBeforeUnload: true });
		await at.holds(known, { role: 'seller', industry: 'manufacturing', 'company-size': '51-200' });
	});
});

describe('a server in trouble', () => {
	it.each([500, 502, 429, 503])('that answers %i is tried again', async (status) => {
		const page = await timed(await newContext());
		const known = await at.knownTo(page);
		const sent = await at.onSaves(page, (route, turn) =>
			turn === 1 ? route.fulfill({ status, body: '<p>Trouble</p>' }) : route.continue()
		);
		await at.choose(page, 'role', 'seller');
		await gathered(page);
		await at.waiting(page);
		await page.clock.runFor(1000);
		await at.saved(page);
		await at.holds(known, { role: 'seller' });
		expect(sent).toHaveLength(2);
	});

	it.each([429, 503])('that answers %i and says for how long is left in peace that long', async (status) => {
		const page = await timed(await newContext());
		const known = await at.knownTo(page);
		const sent = await at.onSaves(page, (route, turn) =>
			turn === 1 ? route.fulfill({ status, headers: { 'retry-after': '40' } }) : route.continue()
		);
		await at.choose(page, 'role', 'seller');
		await gathered(page);
		await at.waiting(page);
		await page.clock.runFor(30_000);
		expect(sent).toHaveLength(1);
		await page.clock.runFor(10_000);
		await at.saved(page);
		await at.holds(known, { role: 'seller' });
	});

	it('that never answers is given up after 20 seconds, and tried again', async () => {
		const context = await newContext();
		// The browser's own timeout runs on a clock that no test can move.
		await context.addInitScript(() => {
			AbortSignal.timeout = (milliseconds) => {
				const controller = new AbortController();
				setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), milliseconds);
				return controller.signal;
			};
		});
		const page = await timed(context);
		const known = await at.knownTo(page);
		const sent = await at.onSaves(page, (route, turn) => (turn === 1 ? new Promise(() => {}) : route.continue()));
		await at.choose(page, 'role', 'seller');
		await gathered(page);
		await expect.poll(() => sent.length).toBe(1);
		await at.says(page, 'Saving…');
		await page.clock.runFor(20_000);
		await at.waiting(page);
		await page.clock.runFor(1000);
		await at.saved(page);
		await at.holds(known, { role: 'seller' });
	});

	it('that is killed and started again loses nothing of somebody who goes on answering', async () => {
		const data = mkdtempSync(join(tmpdir(), 'bellwether-killed-'));
		const environment = { DATA_DIR: data, PORT: String(await freePort()) };
		const server = await startServer(environment);
		const page = await timed(await newContext({ baseURL: server.url }));
		const known = await at.knownTo(page);
		await at.choose(page, 'role', 'seller');
		await gathered(page);
		await at.saved(page);
		server.process.kill('SIGKILL');
		await at.go(page);
		await at.choose(page, 'strategy-aligned', 'agree');
		await gathered(page);
		await at.waiting(page);
		const again = await startServer(environment);
		onTestFinished(async () => {
			await again.stop();
			rmSync(data, { recursive: true });
		});
		await at.choose(page, 'icp-shared', 'disagree');
		await page.clock.runFor(1000);
		await at.saved(page);
		await at.holds(known, { role: 'seller', 'strategy-aligned': 'agree', 'icp-shared': 'disagree' });
	});
});
