// A page with the survey in a frame → when its first question could be answered.
import type { Browser, Frame, Page } from '@playwright/test';
import { slowPage } from './chromium.ts';
import { answerFirst, isKept } from './first-question.ts';

export type EmbeddedOpening = {
	/** Milliseconds from when the page asked for our script until a click on the first radio was painted. */
	readonly fromScript: number;
	/** The same from the start of the page's own navigation. */
	readonly fromPage: number;
};

/** The two are of one site, so that they share a process and are slowed together. */
export async function openEmbedded(browser: Browser, url: string): Promise<EmbeddedOpening> {
	const { page, context } = await slowPage(browser);
	try {
		await page.addInitScript(answerFirst);
		await page.goto(url, { waitUntil: 'commit' });
		const frame = await framed(page);
		const when = await frame.waitForFunction(() => {
			const { answeredAt } = globalThis as { answeredAt?: number };
			return answeredAt && performance.timeOrigin + answeredAt;
		});
		const answered = (await when.jsonValue()) ?? NaN;
		await page.waitForLoadState('networkidle');
		if (!(await isKept(frame))) throw new Error(`${url} did not keep the click`);
		const [start, asked] = await page.evaluate(() => {
			const script = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/embed.js'));
			return [performance.timeOrigin, script?.startTime ?? NaN] as const;
		});
		return { fromScript: answered - start - asked, fromPage: answered - start };
	} finally {
		await context.close();
	}
}

async function framed(page: Page): Promise<Frame> {
	const isOurs = (frame: Frame): boolean => frame.url().includes('/embed/');
	const there = page.frames().find(isOurs);
	return there ?? page.waitForEvent('framenavigated', isOurs);
}
