// The studio in a real browser: what a person of the team does there by the words on the page, and what every page of it has to be.
import AxeBuilder from '@axe-core/playwright';
import type { Download, Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';

type Scope = Pick<Page | Locator, 'getByLabel' | 'getByRole'>;

/** By the labels of the fields. */
export async function fills(scope: Scope, fields: Readonly<Record<string, string>>): Promise<void> {
	for (const [label, text] of Object.entries(fields)) await scope.getByLabel(label, { exact: true }).fill(text);
}

export const presses = (scope: Scope, name: string | RegExp) =>
	scope.getByRole('button', { name, exact: true }).click();

/** Goes to an area of the studio by its navigation. */
export async function visits(page: Page, area: string): Promise<void> {
	await page
		.getByRole('navigation', { name: 'Areas of the studio' })
		.getByRole('link', { name: area, exact: true })
		.click();
	await page.getByRole('heading', { level: 1, name: area }).waitFor();
}

export async function signsIn(page: Page, address: string, password: string): Promise<void> {
	await page.getByRole('heading', { level: 1, name: 'Sign in to the studio' }).waitFor();
	await fills(page, { 'Mail address': address, Password: password });
	await presses(page, 'Sign in');
}

/** A page of a campaign's settings: opened, filled in by `work`, and saved. */
export async function sets(page: Page, title: string, work: () => Promise<unknown>): Promise<void> {
	const pages = page.getByRole('navigation', { name: 'Pages of this campaign' });
	await pages.getByRole('link', { name: title, exact: true }).click();
	await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
	await work();
	await presses(page, 'Save');
	await page.getByRole('status').getByText('Saved.', { exact: true }).waitFor();
}

/** The rows of a table, each as what stands in its cells. */
export const rowsOf = (page: Page, name: string): Promise<readonly (readonly string[])[]> =>
	page
		.getByRole('table', { name })
		.locator('tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()))
		);

/** What a click downloads. */
export async function downloaded(
	page: Page,
	click: () => Promise<void>
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
	const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), click()]);
	return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** WCAG 2.2 AA as far as a machine sees, one heading above all, and nothing to scroll sideways on a phone. */
export async function isSound(page: Page): Promise<void> {
	const where = new URL(page.url()).pathname;
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	const said = violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
	expect.soft(said).toEqual([]);
	expect.soft([where, await page.getByRole('heading', { level: 1 }).count()]).toEqual([where, 1]);
	const size = page.viewportSize();
	await page.setViewportSize({ width: 360, height: 740 });
	const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect.soft([where, wider]).toEqual([where, 0]);
	if (size) await page.setViewportSize(size);
}
