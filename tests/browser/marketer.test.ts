// A marketer's whole day: from an empty studio to a campaign, its participants, their mails, the leads and the figures.
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setsFair } from '../support/fair.ts';
import { answers, finishes, goOn, isReady, leaves, takes } from '../support/participant.ts';
import { downloaded, fills, isSound, presses, rowsOf, signsIn, visits } from '../support/studio-page.ts';
import { Surroundings } from '../support/surroundings.ts';
import { choose, saved } from '../support/survey-page.ts';
import { sheetsIn } from '../support/workbook.ts';

const consent = 'You may write to me about my result.';
const owner = { name: 'Olga Owner', address: 'olga@example.com', password: 'seven green umbrellas' };
const marketer = { name: 'Mara Marketer', address: 'mara@example.com', password: 'eleven quiet tramways' };
const ada = { name: 'Ada Lovelace', address: 'ada@example.org', company: 'Engines Ltd', consents: [consent] };
const bo = { name: 'Bo Ek', address: 'bo@example.org', company: 'Łódź & Söhne', consents: [] };
const cem = { name: 'Cem Ay', address: 'cem@example.org', company: '', consents: [consent] };

let around: Surroundings;
/** The studio as each of the two sees it. */
let olga: Page;
let mara: Page;
let [code, secret] = ['', ''];

beforeAll(async () => {
	around = await Surroundings.start();
	[olga, mara] = await Promise.all([around.opened(), around.opened()]);
});
afterAll(() => around.stop());

/** What her program was told, each message verified. */
const told = () => around.told(secret);

describe('a whole day', () => {
	test('the first owner sets it up with the token of the log, signs out and in again', async () => {
		const [, page = '', token = ''] = /Set it up at (\S+) with this token: (\S+)/.exec(around.server.said()) ?? [];
		await olga.goto(page);
		await isSound(olga);
		await fills(olga, {
			Token: token,
			'Your name': owner.name,
			'Mail address': owner.address,
			Password: owner.password
		});
		await presses(olga, 'Set up the studio');
		await olga.getByRole('heading', { level: 1, name: `Welcome, ${owner.name}` }).waitFor();
		await isSound(olga);
		await presses(olga, 'Sign out');
		await olga.goto('/studio/people');
		await signsIn(olga, owner.address, owner.password);
		await olga.getByRole('heading', { level: 1, name: 'People' }).waitFor();
	});

	test('she invites a marketer, who joins by the link in the mail', async () => {
		await olga.getByLabel('Mail address').fill(marketer.address);
		await olga.getByRole('radio', { name: /^marketer/ }).check();
		await presses(olga, 'Invite');
		await olga.getByText(marketer.address).first().waitFor();
		await isSound(olga);
		const [mail] = await around.mailsTo(marketer.address, 1);
		await mara.goto(around.linkIn(mail, '/studio/invitation/'));
		await fills(mara, { 'Your name': marketer.name, Password: marketer.password });
		await presses(mara, 'Join');
		await mara.getByRole('heading', { level: 1, name: `Welcome, ${marketer.name}` }).waitFor();
		expect(await mara.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
	});

	test('a campaign is made and set in every part', async () => {
		await visits(mara, 'Campaigns');
		await isSound(mara);
		await mara.getByRole('link', { name: 'New campaign' }).click();
		await isSound(mara);
		await fills(mara, { Name: 'Spring fair', 'Name in the link': 'spring' });
		await mara.getByLabel('Survey', { exact: true }).selectOption('sales-velocity');
		await presses(mara, 'Create campaign');
		await mara.getByRole('heading', { level: 1, name: 'Spring fair' }).waitFor();
		await setsFair(mara, { consent, notify: marketer.address, site: around.site.url });
	});

	test('it is published, and its embed code copied', async () => {
		expect((await fetch(`${around.server.url}/c/spring`)).status).toBe(404);
		await mara.getByRole('link', { name: 'Overview', exact: true }).last().click();
		await presses(mara, 'Publish');
		await mara.getByText('It is published.').waitFor();
		await isSound(mara);
		await mara.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: around.server.url });
		await mara.getByRole('button', { name: /In the page$/ }).click();
		await mara.getByText('Copied', { exact: true }).waitFor();
		code = await mara.evaluate(() => navigator.clipboard.readText());
		expect(code).toContain(`${around.server.url}/embed.js`);
	});

	test('another program is to be told of it by a webhook', async () => {
		await visits(mara, 'Webhooks');
		await mara.getByRole('link', { name: 'Add a webhook' }).click();
		await isSound(mara);
		await fills(mara, { Name: 'CRM', Address: `http://${around.receiver.host}/hook` });
		await mara.getByLabel('Campaign', { exact: true }).selectOption('spring');
		await mara.getByLabel('Somebody leaves their address').check();
		await presses(mara, 'Add a webhook');
		secret = await mara.locator('code').filter({ hasText: 'whsec_' }).innerText();
		await mara.getByRole('link', { name: 'To the webhook' }).click();
		await mara.getByRole('heading', { level: 1, name: 'CRM' }).waitFor();
	});

	test('one participant takes it in the page of another site, and the report opens there', async () => {
		const page = await around.opened(around.site.show(code));
		const frame = page.frameLocator('bellwether-survey iframe');
		await takes(frame, 'seller', 1);
		expect(await frame.getByRole('heading', { name: 'Detailed analysis', exact: true }).isVisible()).toBe(false);
		await leaves(frame, ada);
		await page.context().close();
	});

	test('one stops there in the middle', async () => {
		const page = await around.opened(around.site.show(code));
		const frame = page.frameLocator('bellwether-survey iframe');
		await isReady(frame);
		await frame.locator('input[name="role"][value="executive"]').check();
		expect(await goOn(frame)).toBe('Strategic alignment');
		await answers(frame, 2);
		await frame.getByText('Saved', { exact: true }).waitFor();
		await page.context().close();
	});

	test('one comes by a link with its source; the report and its PDF open for an address', async () => {
		const page = await around.opened('/c/spring?utm_source=newsletter&utm_medium=mail');
		expect(await page.locator('header img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(90);
		await page.getByRole('link', { name: 'Start the survey' }).click();
		await takes(page, 'marketing', 0);
		const pdf = `${page.url().split('?')[0]}/report.pdf`;
		expect((await page.request.get(pdf)).status()).toBe(403);
		await leaves(page, bo);
		await page.getByText('Half an hour about your result.').first().waitFor();
		await presses(page, 'Download PDF');
		await page.waitForURL(pdf, { waitUntil: 'commit' });
		const printed = await page.request.get(pdf);
		expect([printed.status(), (await printed.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
		await page.context().close();
	});

	test('one comes from the fair, and one only tries it out', async () => {
		const page = await around.opened('/c/spring?utm_source=fair');
		await page.getByRole('link', { name: 'Start the survey' }).click();
		await isReady(page);
		await choose(page, 'role', 'first-line-manager');
		await saved(page);
		await finishes(page, 'sales-velocity@spring', 'weak-everywhere', { campaign: 'spring' });
		await leaves(page, cem);
		await page.context().close();
		await visits(mara, 'Campaigns');
		await mara.getByRole('link', { name: 'Spring fair' }).click();
		await mara.getByRole('link', { name: 'Try it' }).click();
		await mara.getByText('A preview: what you answer here is kept apart').waitFor();
		await mara.getByRole('link', { name: 'Start the survey' }).click();
		await isReady(mara);
		await choose(mara, 'role', 'seller');
		await saved(mara);
		await finishes(mara, 'sales-velocity@spring~', 'strong-house', { campaign: 'spring', preview: true });
		await leaves(mara, { ...cem, name: 'Nobody', address: 'try@example.org' });
	});

	test('her program is told, in messages that the reference library verifies', async () => {
		const real = () => told().filter(({ data }) => !data.response.test);
		await expect.poll(() => real().length, { timeout: 20_000 }).toBe(6);
		const leads = real().filter(({ type }) => type === 'lead.captured');
		expect(leads.map(({ data }) => data.lead.email).toSorted()).toEqual([ada, bo, cem].map(({ address }) => address));
		const bySource = (source: string) => leads.find(({ data }) => data.response.source['utm_source'] === source)?.data;
		expect(bySource('fair')?.lead.consents.map(({ text }) => text)).toEqual([consent]);
		expect(bySource('newsletter')).toMatchObject({
			lead: { consents: [] },
			response: { source: { utm_medium: 'mail' } }
		});
		expect(real().filter(({ type }) => type === 'response.completed')).toHaveLength(3);
	});

	test('each participant gets a mail with the finding and the way to the report', async () => {
		for (const { name, address } of [ada, bo, cem]) {
			const [mail = ''] = await around.mailsTo(address, 1);
			const lead = told().find(({ type, data }) => type === 'lead.captured' && data.lead.email === address);
			expect(mail).toContain(`For ${name}: your result`);
			expect(mail.replace(/\s+/g, ' ')).toContain(lead?.data.result.headline?.text ?? 'a headline');
			const report = await fetch(around.linkIn(mail, '/r/'));
			expect([report.status, await report.text()]).toEqual([200, expect.stringContaining('Detailed analysis')]);
			expect(mail).toContain(`${around.server.url}/c/spring/privacy`);
		}
	});

	test('the team gets mails without a name or an address', async () => {
		// The first is her invitation.
		const [, ...all] = await around.mailsTo(marketer.address, 4);
		for (const mail of all) {
			expect(mail).toContain('A new lead from Spring fair');
			for (const { name, address } of [ada, bo, cem]) expect(mail).not.toMatch(new RegExp(`${name}|${address}`));
		}
		const mail = all.find((text) => text.includes('Came from: fair'));
		await mara.goto(around.linkIn(mail, '/studio/leads/'));
		await mara.getByRole('heading', { level: 1, name: cem.name }).waitFor();
		await mara.getByText(consent).waitFor();
		await isSound(mara);
	});

	test('she sees the leads, each with what it said, as a list and as files', async () => {
		await visits(mara, 'Leads');
		await isSound(mara);
		const rows = await rowsOf(mara, 'Leads');
		expect(rows.map(([who]) => who)).toEqual([cem.name, `${bo.name} ${bo.company}`, `${ada.name} ${ada.company}`]);
		const from = ['fair', 'newsletter', new URL(around.site.url).host].map((source) => `${source} Spring fair`);
		expect(rows.map((row) => row[4])).toEqual(from);

		const csv = await downloaded(mara, () => presses(mara, 'CSV'));
		const records = parse<Record<string, string>>(csv.bytes, { bom: true, columns: true });
		const wanted = {
			address: ada.address,
			company: ada.company,
			'answer.role': 'seller',
			'consent.you-may-write-to': expect.stringMatching(/^20/) as string
		};
		expect(records.find(({ name }) => name === ada.name)).toMatchObject(wanted);
		expect(records.map(({ name }) => name).toSorted()).toEqual([ada.name, bo.name, cem.name]);

		const xlsx = await downloaded(mara, () => presses(mara, 'Excel workbook'));
		const [sheet] = sheetsIn(xlsx.bytes);
		expect(sheet?.rows.map((row) => row['name']?.value).toSorted()).toEqual([ada.name, bo.name, cem.name]);
		expect(sheet?.rows.find((row) => row['name']?.value === bo.name)?.['source.utm_source']?.value).toBe('newsletter');

		await mara.getByRole('link', { name: bo.name }).click();
		await mara.getByText('No box was ticked.').waitFor();
		await mara.getByText('Took the PDF').waitFor();
	});

	test('she sees the figures, in which the trial is not', async () => {
		await expect.poll(() => around.seen(), { timeout: 15_000 }).toBe(4);
		await visits(mara, 'Campaigns');
		expect((await rowsOf(mara, 'Campaigns')).map((row) => row.slice(-3))).toEqual([['4', '3', '3']]);
		await mara.getByRole('link', { name: 'Spring fair' }).click();
		await mara.getByRole('link', { name: 'Results', exact: true }).click();
		await isSound(mara);
		const steps = (await rowsOf(mara, 'The steps')).map(([name, , count]) => `${name} ${count}`);
		expect(steps.slice(0, 5)).toEqual([
			'Seen 4',
			'Started 4',
			'About you 4',
			'Strategic alignment 4',
			'Sales process 3'
		]);
		expect(steps.slice(-2)).toEqual(['Finished 3', 'Left an address 3']);
		expect((await rowsOf(mara, 'Sources')).map(([name, , ...counts]) => [name, ...counts]).toSorted()).toEqual([
			['fair', '1', '1', '1', '1'],
			[new URL(around.site.url).host, '2', '2', '1', '1'],
			['newsletter', '1', '1', '1', '1']
		]);
	});

	test('she sees what her program received', async () => {
		await visits(mara, 'Webhooks');
		await isSound(mara);
		await mara.getByRole('link', { name: 'CRM' }).click();
		await isSound(mara);
		const outcomes = (await rowsOf(mara, 'Deliveries')).map((row) => row[2]);
		expect(new Set(outcomes)).toEqual(new Set(['Received (204)']));
		expect(outcomes).toHaveLength(around.receiver.received.length);
	});

	test('the owner sees who did what', async () => {
		await visits(olga, 'Audit log');
		await isSound(olga);
		const done = (await rowsOf(olga, 'Audit log')).map(([, who, what = '']) => `${who}: ${what}`);
		for (const [who, what] of [
			[owner.name, 'Set up the studio'],
			[owner.name, 'Invited somebody'],
			[marketer.name, 'Joined by invitation'],
			[marketer.name, 'Made a campaign'],
			[marketer.name, 'Changed a campaign'],
			[marketer.name, 'Published a campaign'],
			[marketer.name, 'Added a webhook'],
			[marketer.name, 'Exported leads']
		])
			expect(done).toContainEqual(expect.stringContaining(`${who}: ${what}`));
		expect(done.join()).not.toMatch(/@example\.org|Lovelace/);
	});

	test('the trial stands apart, and the team was not told of it', async () => {
		await visits(mara, 'Leads');
		await mara.getByLabel('Survey', { exact: true }).selectOption('test');
		await presses(mara, 'Show');
		await mara.getByRole('link', { name: 'Nobody' }).waitFor();
		expect(await rowsOf(mara, 'Leads')).toHaveLength(1);
		expect(await around.mailsTo('try@example.org', 1)).toHaveLength(1);
		expect(await around.mailsTo(marketer.address, 4)).toHaveLength(4);
	});

	test('no page of the day has thrown, and no answer was a fault of ours', () => {
		expect(around.wrong).toEqual([]);
	});
});
