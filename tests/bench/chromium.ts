// Chromium as it stands on this machine, and pages in it as slow as a telephone on a weak net.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

export function startChromium(more: readonly string[] = []): Promise<Browser> {
	const own = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
		(path) => path !== undefined && existsSync(path)
	);
	return chromium.launch({ args: [...flags, ...more], ...(own === undefined ? {} : { executablePath: own }) });
}

export type Slow = { readonly context: BrowserContext; readonly page: Page; readonly devtools: CDPSession };

/** A page of a context of its own: nothing cached, a quarter of the processor, 150 ms and 1.6 Mbit/s to any server. */
export async function slowPage(browser: Browser): Promise<Slow> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 150,
		downloadThroughput: 1_600_000 / 8,
		uploadThroughput: 750_000 / 8
	});
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	return { context, page, devtools };
}
