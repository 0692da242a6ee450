// The address of a survey → how long clicks on its radios take until they are painted.
import type { Browser } from '@playwright/test';
import { slowPage } from './chromium.ts';
import { quantile } from './rounds.ts';

const CLICKS = 60;

/** Frames are drawn when they are wanted, not 60 times a second: else every click would seem to take a frame at least. */
export const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Milliseconds until the next paint, of 60 clicks on the options of the first question in turn: 98 in 100 took at most this. */
export async function clickToPaint(browser: Browser, url: string): Promise<number> {
	const { context, page } = await slowPage(browser);
	try {
		await page.goto(url, { waitUntil: 'networkidle' });
		const took = await page.evaluate(clickInTurn, CLICKS);
		return quantile(took, 0.98);
	} finally {
		await context.close();
	}
}

/** Runs in the page. */
async function clickInTurn(clicks: number): Promise<number[]> {
	const channel = new MessageChannel();
	const painted = (): Promise<void> =>
		new Promise((resolve) => {
			requestAnimationFrame(() => {
				channel.port1.onmessage = () => resolve();
				channel.port2.postMessage(null);
			});
		});
	const first = document.querySelector<HTMLInputElement>('input[type=radio]')?.name ?? '';
	const radios = (): HTMLInputElement[] => [
		...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(first)}"]`)
	];
	const took: number[] = [];
	for (let click = 0; click < clicks; click += 1) {
		const all = radios();
		const radio = all[click % all.length];
		if (!radio) throw new Error('no radio to click');
		await painted();
		const start = performance.now();
		radio.click();
		await painted();
		took.push(performance.now() - start);
		if (!radios()[click % all.length]?.checked) throw new Error('a click was not kept');
		// What the click set off may finish, as it would between the clicks of a person.
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return took;
}
