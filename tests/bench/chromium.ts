// Pages in Chromium as slow as a telephone on a weak net.
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

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
