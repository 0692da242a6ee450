// Somebody who takes the flagship's survey in a real browser, on a page or in a frame of one, and what they leave.
import type { FrameLocator, Page } from '@playwright/test';

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
