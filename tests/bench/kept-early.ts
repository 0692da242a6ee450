// An answer given while our scripts are still on their way → whether a reload finds it again.
import type { Browser } from '@playwright/test';
import { slowPage } from './chromium.ts';
import type { Figure } from './figure.ts';
import { isKept } from './first-question.ts';

export async function keptBeforeScripts(browser: Browser, url: string): Promise<Figure> {
	const { context, page } = await slowPage(browser);
	try {
		let held = 0;
		await page.route(/\.js(\?|$)/, () => {
			held += 1;
		});
		await page.goto(url, { waitUntil: 'commit' });
		await page.locator('input[type=radio]').first().check();
		const waiting = held;
		await page.unroute(/\.js(\?|$)/);
		await page.goto(url, { waitUntil: 'networkidle' });
		const kept = await isKept(page);
		return {
			name: 'answer given before the scripts came',
			ours: kept ? 'kept' : 'lost',
			peer: '',
			ratio: '',
			limit: 'kept',
			verdict: kept && waiting > 0 ? 'ok' : 'MISSED'
		};
	} finally {
		await context.close();
	}
}
