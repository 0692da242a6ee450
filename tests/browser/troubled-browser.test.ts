// A browser that dies, keeps nothing, has a wrong clock or runs no script, and content that changes under it: nothing is lost.
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { freePort, startServer, type Running } from '../support/server.ts';
import { writeContent } from '../support/small-content.ts';
import * as at from '../support/survey-page.ts';

let browser: Browser;
beforeAll(async () => (browser = await launchChromium()));
afterAll(() => browser.close());

async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
	const context = await browser.newContext({ baseURL: inject('baseUrl'), ...options });
	onTestFinished(() => context.close());
	return context;
}

describe('a browser in trouble', () => {
	it('a tab that dies right after a click has kept the answer', async () => {
		const context = await newContext();
		const page = await at.openSurvey(context);
		const known = await at.knownTo(page);
		await at.onSaves(page, (route) => route.abort());
		const crashed = page.waitForEvent('crash');
		const session = await context.newCDPSession(page);
		await at.choose(page, 'role', 'seller');
		void session.send('Page.crash').catch(() => {});
		await crashed;
		expect(await at.valuesOf(known)).toEqual({});
		const again = await at.openSurvey(context);
		await at.chosen(again, 'role', 'seller');
		await at.saved(again);
		await at.holds(known, { role: 'seller' });
	});

	it.each([
		[
			'is full',
			() =>
				(Storage.prototype.setItem = () => {
					throw new DOMException('full', 'QuotaExceededError');
				})
		],
		[
			'is blocked',
			() =>
				Object.defineProperty(window, 'localStorage', {
					get: () => {
						throw new DOMException('no', 'SecurityError');
					}
				})
		]
	])(
		'where the storage %s, the server holds the answers, and the page says that this device does not',
		async (_, spoil) => {
			const context = await newContext();
			await context.addInitScript(spoil);
			const page = await context.newPage();
			const known = page.waitForRequest((request) => request.method() === 'PUT');
			await page.goto(at.survey);
			await at.started(page);
			await page.getByText('This browser keeps nothing').waitFor();
			await at.choose(page, 'role', 'seller');
			await at.saved(page);
			const request = await known;
			const key = request.headers()['authorization']?.replace('Bearer ', '') ?? '';
			await at.holds({ address: request.url(), key }, { role: 'seller' });
			await context.setOffline(true);
			await at.choose(page, 'role', 'other');
			await at.says(page, 'Offline: leave this page open, and it will be sent');
			await context.setOffline(false);
			await at.saved(page);
			await at.holds({ address: request.url(), key }, { role: 'other' });
		}
	);

	it('a clock that is a year ahead, and set right in the middle, does not make an older answer win', async () => {
		const context = await newContext();
		const page = await context.newPage();
		const now = Date.now();
		const year = 365 * 24 * 60 * 60 * 1000;
		await page.clock.install({ time: now + year });
		await page.goto(at.survey);
		await at.started(page);
		const known = await at.knownTo(page);
		await at.choose(page, 'role', 'seller');
		await at.saved(page);
		await page.clock.setSystemTime(now - year);
		await at.choose(page, 'role', 'marketing');
		await at.saved(page);
		await at.holds(known, { role: 'marketing' });
		await page.close();
		const again = await at.openSurvey(context, `${at.survey}?section=about-you`);
		await at.choose(again, 'role', 'other');
		await at.holds(known, { role: 'other' });
	});
});

describe('without a script', () => {
	it('a form that is posted twice, from an old page, and by reloading makes one response with the newest answers', async () => {
		const context = await newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		const created = new Set<string>();
		await page.goto(at.survey);
		const begins = await page.locator('input[name="form.begins"]').inputValue();
		await at.choose(page, 'role', 'seller');
		// Both presses post before any reply has brought a cookie.
		page.on('response', async (response) => {
			const cookie = (await response.headerValue('set-cookie')) ?? '';
			for (const [value = ''] of cookie.matchAll(/[0-9a-f-]{36}\.[\w-]{43}/g)) created.add(value);
		});
		await page.getByRole('button', { name: 'Continue' }).dblclick();
		await at.onSection(page, 'Strategic alignment');
		await expect.poll(() => [...created]).toEqual([begins]);
		const [id = '', key = ''] = begins.split('.');
		const known = { address: `${inject('baseUrl')}/api/v1/responses/${id}`, key };
		await at.holds(known, { role: 'seller' });
		await at.choose(page, 'strategy-aligned', 'agree');
		await at.go(page);
		await at.onSection(page, 'Sales process');
		await page.goBack();
		await at.choose(page, 'strategy-aligned', 'disagree');
		await at.go(page);
		await at.onSection(page, 'Sales process');
		await at.holds(known, { role: 'seller', 'strategy-aligned': 'disagree' });
		await page.goto(`${at.survey}?section=your-company`);
		await at.choose(page, 'industry', 'manufacturing');
		// As from a browser that does not check by itself.
		await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
		await at.go(page, 'See my report');
		// Something is missing: this page is itself the reply to a form, and reloading it posts again.
		await page.getByText('Please answer this one').waitFor();
		await page.reload();
		await at.holds(known, { role: 'seller', 'strategy-aligned': 'disagree', industry: 'manufacturing' });
		await at.choose(page, 'company-size', '51-200');
		await page.getByRole('button', { name: 'See my report' }).dblclick();
		await page.waitForURL(/\/r\//);
		await at.holds(known, {
			role: 'seller',
			'strategy-aligned': 'disagree',
			industry: 'manufacturing',
			'company-size': '51-200'
		});
		expect(await at.heldOf(known)).toMatchObject({ state: 'completed' });
	});
});

describe('content that is edited between two visits', () => {
	const survey = '/small/survey';

	it('leaves an open response its own questions, and a page that is open while it happens too', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'bellwether-edited-'));
		const [data, before, after] = ['data', 'before', 'after'].map((name) => join(folder, name)) as [
			string,
			string,
			string
		];
		writeContent(before);
		writeContent(after, {
			'small/10-you/20-days.md': null,
			'small/10-you/10-role.md':
				'---\ntype: choice\noptions:\n  - { id: boss, label: Boss }\n  - { id: clerk, label: Clerk }\n---\n# Who are you?\n',
			'small/20-work/30-third.md': '---\nscale: agreement\narea: habits\nfeeds: { value: 1 }\n---\n# We sell.\n'
		});
		const PORT = String(await freePort());
		const serve = (content: string) => startServer({ DATA_DIR: data, CONTENT_DIR: content, PORT });
		let server: Running = await serve(before);
		onTestFinished(async () => {
			await server.stop();
			rmSync(folder, { recursive: true });
		});
		const context = await newContext({ baseURL: server.url });
		const page = await at.openSurvey(context, survey);
		const known = await at.knownTo(page, 'small');
		const stranger = await at.openSurvey(await newContext({ baseURL: server.url }), survey);
		const strange = await at.knownTo(stranger, 'small');
		await at.choose(page, 'role', 'seller');
		await at.saved(page);
		await server.stop();
		server = await serve(after);

		// Nothing of it had been saved when its questions were taken away.
		await stranger.locator('input[name=days]').fill('12');
		await at.choose(stranger, 'role', 'seller');
		await at.holds(strange, { days: 12, role: 'seller' });

		await page.close();
		const again = await context.newPage();
		// Something is answered before the script has started, on the new page, whose questions are not this response's.
		let release = () => {};
		const released = new Promise<void>((resolve) => (release = resolve));
		await again.route(/\.js(\?|$)/, async (route) => {
			await released;
			await route.continue();
		});
		await again.goto(survey, { waitUntil: 'commit' });
		await again.getByRole('textbox', { name: 'Anything else?' }).fill('Łódź');
		release();
		await again.waitForURL(/hash=/);
		await at.started(again);
		await at.chosen(again, 'role', 'seller');
		await again.locator('input[name=days]').fill('30');
		await at.holds(known, { role: 'seller', remark: 'Łódź', days: 30 });
	});
});
