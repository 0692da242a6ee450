// The flagship's survey in a real browser: what a person does there, and what the server holds of it.
import type { BrowserContext, Page, Route } from '@playwright/test';
import { expect } from 'vitest';

export const survey = '/sales-velocity/survey';

/** Where a response is, and what opens it. */
export type Known = { readonly address: string; readonly key: string };

/** The script has taken over from the form. */
export const started = (page: Page) => page.getByText('Go on later or on another device').waitFor();
export const go = (page: Page, button = 'Continue') => page.getByRole('button', { name: button }).click();
export const onSection = (page: Page, title: string) =>
	page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
export const says = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();
export const saved = (page: Page) => says(page, 'Saved');
export const waiting = (page: Page) => says(page, 'Not sent yet: kept on this device, trying again');
export const radio = (page: Page, question: string, value: string) =>
	page.locator(`input[name="${question}"][value="${value}"]`);
export const choose = (page: Page, question: string, value: string) => radio(page, question, value).check();
export const chosen = (page: Page, question: string, value: string) =>
	radio(page, question, value).and(page.locator(':checked')).waitFor();

export async function openSurvey(context: BrowserContext, address = survey): Promise<Page> {
	const page = await context.newPage();
	await page.goto(address);
	await started(page);
	return page;
}

/** The response that the page has kept in its browser. */
export async function knownTo(page: Page, instrument = 'sales-velocity'): Promise<Known> {
	const kept = await page.evaluate((name) => localStorage.getItem(name), `bellwether:${instrument}`);
	const { id, key } = JSON.parse(kept ?? '{}') as { id: string; key: string };
	return { address: `${new URL(page.url()).origin}/api/v1/responses/${id}`, key };
}

type Held = { state: string; report: string | null; answers: Record<string, { value: unknown; at: number }> };

export async function heldOf({ address, key }: Known): Promise<Held | null> {
	const reply = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
	return reply.ok ? ((await reply.json()) as Held) : null;
}

export async function valuesOf(known: Known): Promise<Record<string, unknown>> {
	const { answers = {} } = (await heldOf(known)) ?? {};
	return Object.fromEntries(Object.entries(answers).map(([question, { value }]) => [question, value]));
}

/** Waits until the server holds these values and no others. */
export const holds = (known: Known, values: Record<string, unknown>) =>
	expect.poll(() => valuesOf(known), { timeout: 15_000 }).toEqual(values);

const saves = (url: URL) => /^\/api\/v1\/responses\/[0-9a-f-]{36}$/.test(url.pathname);

/** Lets `deal` decide about each save; gives the values that were sent, save by save. */
export async function onSaves(page: Page, deal: (route: Route, turn: number) => Promise<void>): Promise<unknown[]> {
	const sent: unknown[] = [];
	await page.route(saves, async (route) => {
		if (route.request().method() !== 'PUT') return route.continue();
		const { answers } = route.request().postDataJSON() as { answers: Record<string, { value: unknown }> };
		sent.push(Object.fromEntries(Object.entries(answers).map(([question, { value }]) => [question, value])));
		await deal(route, sent.length);
	});
	return sent;
}
