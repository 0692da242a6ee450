// A page with the survey in a frame, from its opening through three sections → how much of it moved by itself.
import type { Browser } from '@playwright/test';

/** The sum of Chromium's layout shifts in the page around the frame, at this width of the window. */
export async function shiftsIn(browser: Browser, url: string, width: number): Promise<number> {
	const context = await browser.newContext({ viewport: { width, height: 740 } });
	try {
		const page = await context.newPage();
		await page.addInitScript(() => {
			const shifts: number[] = [];
			Object.assign(globalThis, { shifts });
			new PerformanceObserver((list) => {
				for (const { value } of list.getEntries() as unknown as { value: number }[]) shifts.push(value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		await page.goto(url);
		const frame = page.frameLocator('bellwether-survey iframe');
		await frame.getByText('Go on later or on another device').waitFor();
		await frame.locator('input[name=role]').first().check();
		for (let section = 0; section < 3; section += 1) {
			const title = await frame.locator('h1').innerText();
			await frame.getByRole('button', { name: 'Continue' }).click();
			await frame.locator('h1', { hasNotText: title }).waitFor();
			// Two pictures later everything has followed.
			await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
		}
		return await page.evaluate(() =>
			(globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, each) => sum + each, 0)
		);
	} finally {
		await context.close();
	}
}
