// A marketer's whole day: from an empty studio to a campaign, its participants, their mails, the leads and the figures.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#lib/server/database/connect.ts';
import { launchChromium } from '../support/chromium.ts';
import { HostSite } from '../support/host-site.ts';
import { answers, goOn, isReady, leaves, takes } from '../support/participant.ts';
import { png } from '../support/pictures.ts';
import { Receiver } from '../support/receiver.ts';
import { freePort, startServer, type Running } from '../support/server.ts';
import { MailServer } from '../support/smtp.ts';
import { downloaded, fills, isSound, presses, rowsOf, sets, signsIn, visits } from '../support/studio-page.ts';
import { choose, knownTo, saved } from '../support/survey-page.ts';
import { sheetsIn } from '../support/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwether-marketer-'));
const consent = 'You may write to me about my result.';
const owner = { name: 'Olga Owner', address: 'olga@example.com', password: 'seven green umbrellas' };
const marketer = { name: 'Mara Marketer', address: 'mara@example.com', password: 'eleven quiet tramways' };
const ada = { name: 'Ada Lovelace', address: 'ada@example.org', company: 'Engines Ltd', consents: [consent] };
const bo = { name: 'Bo Ek', address: 'bo@example.org', company: 'Łódź & Söhne', consents: [] };
const cem = { name: 'Cem Ay', address: 'cem@example.org', company: '', consents: [consent] };

const mails = new MailServer();
const receiver = new Receiver();
const wrong: string[] = [];
let server: Running;
let site: HostSite;
let browser: Browser;
/** The studio as each of the two sees it. */
let olga: Page;
let mara: Page;
let code = '';
let secret = '';
let open: Page;

beforeAll(async () => {
	[site] = await Promise.all([HostSite.start(), mails.start(), receiver.start()]);
	const port = String(await freePort());
	server = await startServer({
		DATA_DIR: folder,
		PORT: port,
		PUBLIC_URL: `http://127.0.0.1:${port}`,
		SMTP_URL: mails.url,
		EGRESS_ALLOW: receiver.host
	});
	browser = await launchChromium();
	olga = await (await newContext()).newPage();
	mara = await (await newContext()).newPage();
});
afterAll(async () => {
	await browser.close();
	await server.stop();
	site.stop();
	await Promise.all([mails.stop(), receiver.stop()]);
	rmSync(folder, { recursive: true, force: true });
});

/** A browser of somebody's own; whatever its pages throw stands in `wrong`. */
async function newContext(): Promise<BrowserContext> {
	const context = await browser.newContext({
		baseURL: server.url,
		viewport: { width: 1280, height: 900 },
		reducedMotion: 'reduce'
	});
	context.on('weberror', (error) => wrong.push(error.error().message));
	context.on(
		'response',
		(response) => response.status() >= 500 && wrong.push(`${response.status()} ${response.url()}`)
	);
	return context;
}

async function opened(address: string): Promise<Page> {
	const page = await (await newContext()).newPage();
	await page.goto(address);
	return page;
}

const mailsTo = (address: string) => mails.mails.filter(({ to }) => to.includes(address)).map(({ email }) => email);

/** Waits until so many have come to an address; gives the texts. */
async function textsTo(address: string, count: number): Promise<readonly string[]> {
	await expect.poll(() => mailsTo(address).length, { timeout: 20_000 }).toBe(count);
	return mailsTo(address).map(({ subject = '', text = '' }) => `${subject}\n${text}`);
}

/** The link in a mail that leads to such a path. */
const linkIn = (text = '', path: string): string =>
	text.split(/\s/).find((word) => word.startsWith(server.url + path)) ?? `no link to ${path} in: ${text}`;

type Told = {
	readonly type: string;
	readonly data: {
		readonly response: {
			readonly id: string;
			readonly test: boolean;
			readonly source: Readonly<Record<string, string>>;
		};
		readonly result: { readonly headline: { readonly text: string } | null };
		readonly lead: { readonly email: string; readonly consents: readonly { readonly text: string }[] };
	};
};

/** What the receiver was told, once the reference library has checked each signature. */
const told = (): readonly Told[] =>
	receiver.received.map(({ body, headers }) => new Webhook(secret).verify(body, headers) as Told);

/** Sends what a journey answers, as the page would at its end, and opens the report. */
async function finishes(page: Page, name: string, journey: string, more: object): Promise<void> {
	const { address, key } = await knownTo(page, name);
	const file = new URL(`../journeys/${journey}.json`, import.meta.url);
	const given = (JSON.parse(readFileSync(file, 'utf8')) as { answers: Record<string, unknown> }).answers;
	const marks = Object.entries(given).map(([question, value]) => [question, { value, at: 1 }]);
	const reply = await page.request.post(`${address}/complete`, {
		headers: { authorization: `Bearer ${key}` },
		data: {
			instrument: 'sales-velocity',
			version: '1.0.0',
			campaign: 'spring',
			answers: Object.fromEntries(marks),
			...more
		}
	});
	await page.goto(((await reply.json()) as { report: string }).report);
}

async function visitsSeen(): Promise<number> {
	const { db, close } = await connect(pathToFileURL(join(folder, 'bellwether.db')).href, { alone: false });
	const rows = await db.selectFrom('visits').selectAll().execute();
	await close();
	return rows.reduce((sum, { seen }) => sum + seen, 0);
}

describe('the studio gets its people', () => {
	test('the first owner sets it up with the token of the log, signs out and in again', async () => {
		await olga.goto('/studio/set-up');
		await isSound(olga);
		await fills(olga, {
			Token: /with this token: (\S+)/.exec(server.said())?.[1] ?? '',
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
		const [mail] = await textsTo(marketer.address, 1);
		await mara.goto(linkIn(mail, '/studio/invitation/'));
		await fills(mara, { 'Your name': marketer.name, Password: marketer.password });
		await presses(mara, 'Join');
		await mara.getByRole('heading', { level: 1, name: `Welcome, ${marketer.name}` }).waitFor();
		expect(await mara.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
	});
});

describe('a campaign', () => {
	test('is made and set in every part', async () => {
		await visits(mara, 'Campaigns');
		await isSound(mara);
		await mara.getByRole('link', { name: 'New campaign' }).click();
		await isSound(mara);
		await fills(mara, { Name: 'Spring fair', 'Name in the link': 'spring' });
		await mara.getByLabel('Survey', { exact: true }).selectOption('sales-velocity');
		await presses(mara, 'Create campaign');
		await mara.getByRole('heading', { level: 1, name: 'Spring fair' }).waitFor();

		const logo = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(png(90, 24)) };
		await sets(mara, 'Look', async () => {
			await fills(mara, { 'Name of the firm': 'Fair & Square', Colour: '#7a1fa2' });
			await mara.getByLabel('Logo', { exact: true }).setInputFiles(logo);
		});
		expect(await mara.getByAltText('The logo now').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(90);
		await isSound(mara);
		await sets(mara, 'Gate and form', async () => {
			await mara.getByRole('radio', { name: /^The summary/ }).check();
			await mara.getByRole('radio', { name: /^After the survey/ }).check();
			await presses(mara, 'Add a consent');
			await fills(mara, { Wording: consent });
		});
		await isSound(mara);
		await sets(mara, 'Offers', async () => {
			await presses(mara, 'Add an offer');
			await fills(mara, {
				'What it says': 'Half an hour about your result.',
				Button: 'Choose a time',
				'Where the button leads': `${site.url}/call`
			});
		});
		await sets(mara, 'Mails', () => mara.getByLabel('Subject').first().fill('For {{name}}: your result'));
		await sets(mara, 'Follow-up', () => fills(mara, { 'Tell these people of every new lead': marketer.address }));
		await sets(mara, 'Sites', () => fills(mara, { 'Sites that may show the survey': `${site.url}/any/page` }));
		expect(await mara.getByLabel('Sites that may show the survey').inputValue()).toBe(site.url);
	});

	test('is published, and its embed code copied', async () => {
		expect((await fetch(`${server.url}/c/spring`)).status).toBe(404);
		await mara.getByRole('link', { name: 'Overview', exact: true }).last().click();
		await presses(mara, 'Publish');
		await mara.getByText('It is published.').waitFor();
		await isSound(mara);
		await mara.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
		await mara.getByRole('button', { name: /In the page$/ }).click();
		await mara.getByText('Copied', { exact: true }).waitFor();
		code = await mara.evaluate(() => navigator.clipboard.readText());
		expect(code).toContain(`${server.url}/embed.js`);
	});

	test('tells another program by a webhook', async () => {
		await visits(mara, 'Webhooks');
		await mara.getByRole('link', { name: 'Add a webhook' }).click();
		await isSound(mara);
		await fills(mara, { Name: 'CRM', Address: `http://${receiver.host}/hook` });
		await mara.getByLabel('Campaign', { exact: true }).selectOption('spring');
		await mara.getByLabel('Somebody leaves their address').check();
		await presses(mara, 'Add a webhook');
		secret = await mara.locator('code').filter({ hasText: 'whsec_' }).innerText();
		await mara.getByRole('link', { name: 'To the webhook' }).click();
		await mara.getByRole('heading', { level: 1, name: 'CRM' }).waitFor();
	});
});

describe('its participants', () => {
	test('one takes it in the page of another site, and the report opens there', async () => {
		const page = await opened(site.show(code));
		const frame = page.frameLocator('bellwether-survey iframe');
		await takes(frame, 'seller', 1);
		expect(await frame.getByRole('heading', { name: 'Detailed analysis', exact: true }).isVisible()).toBe(false);
		await leaves(frame, ada);
		await page.context().close();
	});

	test('one stops there in the middle', async () => {
		const page = await opened(site.show(code));
		const frame = page.frameLocator('bellwether-survey iframe');
		await isReady(frame);
		await frame.locator('input[name="role"][value="executive"]').check();
		expect(await goOn(frame)).toBe('Strategic alignment');
		await answers(frame, 2);
		await frame.getByText('Saved', { exact: true }).waitFor();
		await page.context().close();
	});

	test('one comes by a link with its source; the report and its PDF open for an address', async () => {
		open = await opened('/c/spring?utm_source=newsletter&utm_medium=mail');
		expect(await open.locator('header img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(90);
		await open.getByRole('link', { name: 'Start the survey' }).click();
		await takes(open, 'marketing', 0);
		const report = new URL(open.url()).pathname;
		expect((await open.request.get(`${report}/report.pdf`)).status()).toBe(403);
		await leaves(open, bo);
		await open.getByText('Half an hour about your result.').first().waitFor();
		const pdf = await downloaded(open, () => presses(open, 'Download PDF'));
		expect(pdf.name).toMatch(/\.pdf$/);
		expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
		await open.context().close();
	});

	test('one comes from the fair, and one only tries it out', async () => {
		const page = await opened('/c/spring?utm_source=fair');
		await page.getByRole('link', { name: 'Start the survey' }).click();
		await isReady(page);
		await choose(page, 'role', 'first-line-manager');
		await saved(page);
		await finishes(page, 'sales-velocity@spring', 'weak-everywhere', {});
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
		await finishes(mara, 'sales-velocity@spring~', 'strong-house', { preview: true });
		await leaves(mara, { ...cem, name: 'Nobody', address: 'try@example.org' });
	});
});

describe('who is told', () => {
	test('the program, in messages that the reference library verifies', async () => {
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

	test('each participant, by mail: the finding first, and the way to the report', async () => {
		for (const { name, address } of [ada, bo, cem]) {
			const [mail = ''] = await textsTo(address, 1);
			const lead = told().find(({ type, data }) => type === 'lead.captured' && data.lead.email === address);
			expect(mail).toContain(`For ${name}: your result`);
			expect(mail.replace(/\s+/g, ' ')).toContain(lead?.data.result.headline?.text);
			const report = await fetch(linkIn(mail, '/r/'));
			expect([report.status, await report.text()]).toEqual([200, expect.stringContaining('Detailed analysis')]);
			expect(mail).toContain(`${server.url}/c/spring/privacy`);
		}
	});

	test('the team, without a name or an address', async () => {
		// The first is her invitation.
		const [, ...all] = await textsTo(marketer.address, 4);
		for (const mail of all) {
			expect(mail).toContain('A new lead from Spring fair');
			for (const { name, address } of [ada, bo, cem]) expect(mail).not.toMatch(new RegExp(`${name}|${address}`));
		}
		const mail = all.find((text) => text.includes('Came from: fair'));
		await mara.goto(linkIn(mail, '/studio/leads/'));
		await mara.getByRole('heading', { level: 1, name: cem.name }).waitFor();
		await mara.getByText(consent).waitFor();
		await isSound(mara);
	});
});

describe('what the marketer sees', () => {
	test('the leads, each with what it said, as a list and as files', async () => {
		await visits(mara, 'Leads');
		await isSound(mara);
		const rows = await rowsOf(mara, 'Leads');
		expect(rows.map(([who]) => who)).toEqual([cem.name, `${bo.name} ${bo.company}`, `${ada.name} ${ada.company}`]);
		expect(rows.map((row) => row[4])).toEqual([
			'fair Spring fair',
			'newsletter Spring fair',
			`${new URL(site.url).host} Spring fair`
		]);

		const csv = await downloaded(mara, () => presses(mara, 'CSV'));
		const records = parse(csv.bytes, { bom: true, columns: true }) as Record<string, string>[];
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

	test('the figures, in which the trial is not', async () => {
		await expect.poll(visitsSeen, { timeout: 15_000 }).toBe(4);
		await visits(mara, 'Campaigns');
		expect((await rowsOf(mara, 'Campaigns')).map((row) => row.slice(-3))).toEqual([['4', '3', '3']]);
		await mara.getByRole('link', { name: 'Spring fair' }).click();
		await mara.getByRole('link', { name: 'Results', exact: true }).click();
		await isSound(mara);
		const steps = (await rowsOf(mara, 'The steps')).map(([name, , count]) => [name, count]);
		expect(steps.slice(0, 5)).toEqual([
			['Seen', '4'],
			['Started', '4'],
			['About you', '4'],
			['Strategic alignment', '4'],
			['Sales process', '3']
		]);
		expect(steps.slice(-2)).toEqual([
			['Finished', '3'],
			['Left an address', '3']
		]);
		expect((await rowsOf(mara, 'Sources')).map(([name, , ...counts]) => [name, ...counts]).toSorted()).toEqual([
			['fair', '1', '1', '1', '1'],
			[new URL(site.url).host, '2', '2', '1', '1'],
			['newsletter', '1', '1', '1', '1']
		]);
	});

	test('what her program received', async () => {
		await visits(mara, 'Webhooks');
		await isSound(mara);
		await mara.getByRole('link', { name: 'CRM' }).click();
		await isSound(mara);
		const outcomes = (await rowsOf(mara, 'Deliveries')).map((row) => row[2]);
		expect(new Set(outcomes)).toEqual(new Set(['Received (204)']));
		expect(outcomes).toHaveLength(receiver.received.length);
	});
});

describe('afterwards', () => {
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

	test('no page of the day has thrown, and no answer was a fault of ours', () => {
		expect(wrong).toEqual([]);
	});
});
