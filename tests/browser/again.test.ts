// A person answers, takes it again from the report, and reads what has changed: with the script and without.
import type { Browser, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

let browser: Browser;
beforeAll(async () => (browser = await launchChromium()));
afterAll(() => browser.close());

const { answers } = JSON.parse(readFileSync(join(import.meta.dirname, '../journeys/steady-process.json'), 'utf8')) as {
	answers: Record<string, unknown>;
};

/** Completes a response over HTTP, as the survey's script does. Gives the path of its report. */
async function complete(id: string, key: string, changes: Record<string, unknown> = {}): Promise<string> {
	const at = Date.now() + 1000;
	const marks = Object.entries({ ...answers, ...changes }).map(
		([question, value]) => [question, { value, at }] as const
	);
	const response = await fetch(`${inject('baseUrl')}/api/v1/responses/${id}/complete`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify({ instrument: 'sales-velocity', version: '1.0.0', answers: Object.fromEntries(marks) })
	});
	expect(response.status).toBe(200);
	return ((await response.json()) as { report: string }).report;
}

async function newPage(javaScriptEnabled: boolean): Promise<Page> {
	const context = await browser.newContext({ baseURL: inject('baseUrl'), javaScriptEnabled });
	onTestFinished(() => context.close());
	return context.newPage();
}

describe.each([
	['with the script', true],
	['without a script', false]
])('taking it again %s', (_, javaScriptEnabled) => {
	it('leads from the report through a new survey to what has changed', async () => {
		const page = await newPage(javaScriptEnabled);
		const report = await complete(randomUUID(), 'k'.repeat(43));
		await page.goto(report);
		await page.getByText('Take it again').click();
		await page.getByRole('button', { name: 'Start again' }).click();
		await page.waitForURL(/\/sales-velocity\/survey/);
		// What lasts is filled in, so the survey goes on with the first section that has to be answered anew.
		await page.getByRole('heading', { level: 1, name: 'Strategic alignment' }).waitFor();
		expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
		await page.getByRole('button', { name: 'Back' }).click();
		await page.locator(`input[type=radio][value="${String(answers['role'])}"]:checked`).waitFor({ state: 'attached' });

		const cookies = await page.context().cookies();
		const [id = '', key = ''] =
			cookies.find(({ name }) => name.endsWith('survey-sales-velocity'))?.value.split('.') ?? [];
		await page.goto(await complete(id, key, { 'standing-still': 'strongly-agree', 'key-player-access': 'agree' }));
		const since = page.getByRole('region', { name: 'Since last time' });
		await since.getByText(/^Earlier on .* the Sales Velocity Index stood at .* of 100/).waitFor();
		expect(await since.getByRole('row', { name: /Win Rate Index .* points more/ }).count()).toBe(1);
	});
});
