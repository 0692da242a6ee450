// Somebody who takes the flagship's survey in a real browser, on a page or in a frame of one, and what they leave.
import type { FrameLocator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { knownTo } from './survey-page.ts';

export type Where = Pick<Page | FrameLocator, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'>;

/** The script has taken over from the form. */
export const isReady = (where: Where) => where.getByText('Go on later or on another device').waitFor();

/** Goes on from a section; gives the title of what comes then. */
export async function goOn(where: Where): Promise<string> {
	const title = where.locator('h1');
	const before = await title.innerText();
	await where
		.getByRole('button', { name: /^(Continue|Back to)/ })
		.first()
		.click();
	await title.filter({ hasNotText: before }).waitFor();
	return title.innerText();
}

/** Clicks the option at this place in every question of the section that is asked with radios. */
export const answers = (where: Where, place: number) =>
	where.getByRole('radiogroup').evaluateAll((groups, at) => {
		for (const group of groups) {
			const options = group.querySelectorAll<HTMLInputElement>('input[type="radio"]');
			options[Math.min(at, options.length - 1)]?.click();
		}
	}, place);

/** From the first section to the report, by clicking. */
export async function takes(where: Where, role: string, place: number): Promise<void> {
	await isReady(where);
	const end = where.getByRole('button', { name: 'See my report' });
	await where.locator(`input[name="role"][value="${role}"]`).check();
	while (!(await end.isVisible())) {
		await goOn(where);
		await answers(where, place);
	}
	await end.click();
	await where.getByRole('heading', { name: 'Summary', exact: true }).waitFor();
}

/** Sends what a journey answers as the page would at its end, and opens the report. `name` is the one that the page keeps it under. */
export async function finishes(page: Page, name: string, journey: string, more: object): Promise<void> {
	const { address, key } = await knownTo(page, name);
	const file = new URL(`../journeys/${journey}.json`, import.meta.url);
	const given = (JSON.parse(readFileSync(file, 'utf8')) as { answers: Record<string, unknown> }).answers;
	const marks = Object.entries(given).map(([question, value]) => [question, { value, at: 1 }]);
	const reply = await page.request.post(`${address}/complete`, {
		headers: { authorization: `Bearer ${key}` },
		data: { instrument: 'sales-velocity', version: '1.0.0', answers: Object.fromEntries(marks) as object, ...more }
	});
	await page.goto(((await reply.json()) as { report: string }).report);
}

export type Left = {
	readonly name: string;
	readonly address: string;
	readonly company: string;
	/** The words beside the boxes that are ticked. */
	readonly consents: readonly string[];
};

/** The form on the report, filled in and sent; the report opens where it stands. */
export async function leaves(where: Where, { name, address, company, consents }: Left): Promise<void> {
	const form = where.locator('#lead');
	await form.getByLabel('Name').fill(name);
	await form.getByLabel('Mail address').fill(address);
	await form.getByLabel('Company').fill(company);
	for (const words of consents) await form.getByLabel(words).check();
	await form.getByRole('button').click();
	await where.getByRole('heading', { name: 'Detailed analysis', exact: true }).waitFor();
}
