// A consultant's whole chain with one client: nine people asked, a brief, a report that goes out, a meeting, and a second round.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersBy, nine } from '../support/nine-people.ts';
import { takes } from '../support/participant.ts';
import { fills, isSound, presses, rowsOf, visits } from '../support/studio-page.ts';
import { Surroundings } from '../support/surroundings.ts';
import { unzipped } from '../support/unzipped.ts';

const CLIENT = 'Harbour Pumps';
const OWN = 'I have spoken with eight of you, and this is what I take from it.';
const REWRITTEN = 'You win on trust, and sellers cannot say so yet.';

let around: Surroundings;
/** The studio as the consultant sees it. */
let cleo: Page;
/** The link of each person, by address. */
let links: Readonly<Record<string, string>> = {};
let released = '';

beforeAll(async () => {
	around = await Surroundings.start();
	cleo = await around.opened();
});
afterAll(() => around.stop());

const goes = async (page: string): Promise<void> => {
	const pages = cleo.getByRole('navigation', { name: 'Pages of this engagement' });
	await pages.getByRole('link', { name: page, exact: true }).click();
	await pages
		.getByRole('link', { name: page, exact: true, includeHidden: false })
		.and(cleo.locator('[aria-current]'))
		.waitFor();
};

/** Each person's own link, from the newest mail that they got. */
async function linksOf(mails: number): Promise<Readonly<Record<string, string>>> {
	const found: Record<string, string> = {};
	for (const { address } of nine) {
		const all = await around.mailsTo(address, mails);
		found[address] = around.linkIn(all.at(-1), '/e/');
	}
	return found;
}

const closes = async (): Promise<void> => {
	await goes('People');
	await cleo.getByText('Close the round', { exact: true }).click();
	await cleo.getByLabel('Yes, close it').check();
	await presses(cleo, 'Close');
	await cleo.getByText('The round is closed.').waitFor();
};

describe('one client, from the invitation to the second round', () => {
	test('the studio is set up, and nobody is a client yet', async () => {
		const [, page = '', token = ''] = /Set it up at (\S+) with this token: (\S+)/.exec(around.server.said()) ?? [];
		await cleo.goto(page);
		const password = 'seven green umbrellas';
		await fills(cleo, {
			Token: token,
			'Your name': 'Cleo Counsel',
			'Mail address': 'cleo@example.com',
			Password: password
		});
		await presses(cleo, 'Set up the studio');
		await cleo.getByRole('heading', { level: 1, name: /^Welcome/ }).waitFor();
		await visits(cleo, 'Clients');
		await isSound(cleo);
	});

	test('an engagement is made', async () => {
		await cleo.getByRole('link', { name: 'New engagement' }).first().click();
		await isSound(cleo);
		await fills(cleo, {
			'Name of the new client': CLIENT,
			'Name of this round': 'Spring',
			'Whom people can ask': 'Cleo Counsel',
			'A few words of your own': 'Thank you for taking the time.'
		});
		await cleo.getByLabel('What they answer').selectOption('sales-velocity');
		await cleo.getByRole('radio', { name: /^Not anonymous/ }).check();
		await presses(cleo, 'Create');
		await cleo.getByRole('heading', { level: 1, name: CLIENT }).waitFor();
		await isSound(cleo);
	});

	test('nine people are pasted; what is wrong is named, and nothing is lost', async () => {
		const lines = nine.map(({ name, address, role }) => `${name}; ${address}; ${role}`);
		const [lena = ''] = lines;
		await cleo.getByLabel('One person a line').fill([...lines, lena, 'Bad Address; nowhere'].join('\n'));
		await presses(cleo, 'Add');
		await cleo
			.getByText(/^Line 10: .* stands here twice/)
			.first()
			.waitFor();
		await cleo
			.getByText(/^Line 11: .* has no address/)
			.first()
			.waitFor();
		expect(await cleo.getByLabel('One person a line').inputValue()).toContain('Bad Address; nowhere');
		await isSound(cleo);
		await presses(cleo, /^Add these 9 people/);
		await cleo.getByText('9 people were added.').first().waitFor();
		expect(await rowsOf(cleo, 'The people of this round')).toHaveLength(9);
	});

	test('each gets a mail with a link and the promise', async () => {
		await presses(cleo, 'Send 9 invitations');
		await cleo.getByText('9 invitations are on their way.').waitFor();
		links = await linksOf(1);
		expect(new Set(Object.values(links)).size).toBe(9);
		const [mail] = await around.mailsTo('lena@client.example', 1);
		expect(mail).toContain('This round is not anonymous.');
		expect(mail).toContain('Thank you for taking the time.');
	});

	test('one reads the promise before the first question, and answers to the end', async () => {
		const page = await around.opened(links['sam@client.example']);
		await page.getByText('Cleo Counsel can see which answers are yours, with your name.').first().waitFor();
		await isSound(page);
		expect(await page.getByRole('radio').count()).toBe(0);
		await page
			.getByRole('link', { name: /^(Begin|Start)/ })
			.or(page.getByRole('button', { name: /^(Begin|Start)/ }))
			.first()
			.click();
		// In seconds: the quality flags keep this one out of what is told.
		await takes(page, 'seller', 1);
		await page.context().close();
	});

	test('seven others answer, one never does; who has finished is seen', async () => {
		for (const who of nine)
			if (who.says !== null && who.address !== 'sam@client.example')
				await answersBy(around.server.url, links[who.address] ?? '', who, who.says);
		await cleo.reload();
		const states = (await rowsOf(cleo, 'The people of this round')).map(
			([who = '', , state]) => `${who.split(' ')[0]} ${state}`
		);
		expect(states.filter((state) => state.endsWith('Finished'))).toHaveLength(8);
		expect(states).toContain('Nora Invited');
		await isSound(cleo);
	});

	test('the brief tells the call, where the roles disagree and who is missing', async () => {
		await goes('Discovery brief');
		await isSound(cleo);
		const text = (await cleo.locator('main').innerText()).replace(/\s+/g, ' ');
		expect(text).toContain('Nora Never');
		expect(text).toMatch(/managers/i);
		expect(text).toMatch(/sellers/i);
		const { bytes } = await downloadedFrom('/brief.docx');
		const word = unzipped(bytes).get('word/document.xml')?.toString('utf8') ?? '';
		expect(word).toContain(CLIENT);
		const { bytes: markdown } = await downloadedFrom('/brief.md');
		expect(markdown.toString('utf8')).toContain(CLIENT);
		const { bytes: pdf } = await downloadedFrom('/brief.pdf');
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		const phone = await around.opened();
		await phone.context().addCookies(await cleo.context().cookies());
		await phone.goto(`${new URL(cleo.url()).pathname}/phone`);
		await isSound(phone);
		await phone.context().close();
	});

	test('a note beside a planned question waits for the meeting', async () => {
		await cleo.locator('#plan textarea, textarea').first().fill('They lose on price.');
		await presses(cleo, 'Save the notes');
		await cleo.getByText('The notes are saved.').waitFor();
		await goes('Meeting');
		expect(
			await cleo.locator('textarea').evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))
		).toContain('They lose on price.');
	});

	test('the company report is edited, introduced and released', async () => {
		await goes('Company report');
		await isSound(cleo);
		const introduction = cleo.locator('#introduction');
		await introduction.locator('summary').click();
		await introduction.getByRole('textbox').fill(OWN);
		await presses(introduction, 'Save');
		await cleo.getByText('Saved.', { exact: true }).waitFor();
		const first = cleo.locator('article').first();
		await first.locator('summary').last().click();
		await first.getByRole('textbox').fill(REWRITTEN);
		await presses(first, 'Save');
		await cleo.getByText('changed by you').first().waitFor();
		await cleo.getByRole('link', { name: 'Release to the client' }).first().click();
		await isSound(cleo);
		await presses(cleo, 'Release it now');
		await cleo.getByText('Tick the box to say that you have read the report.').first().waitFor();
		await cleo.getByLabel(/it may go to/).check();
		await presses(cleo, 'Release it now');
		await cleo.getByText('Released. Copy the link below').waitFor();
		released = (await cleo.locator('main').innerHTML()).match(/\/company-report\/[\w.-]+/)?.[0] ?? '';
		expect(released).not.toBe('');
	});

	test('the client reads it, and the author’s marks are not in it', async () => {
		const page = await around.opened(released);
		await isSound(page);
		const text = await page.locator('main').innerText();
		expect(text).toContain(OWN);
		expect(text).toContain(REWRITTEN);
		expect(text).not.toContain('changed by you');
		const pdf = await page.request.get(`${released}/report.pdf`);
		expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
		await page.context().close();
	});

	test('the meeting is summed up and sent', async () => {
		await goes('Meeting');
		await fills(cleo, {
			Decisions: 'Qualify harder from January on.',
			'Agreed findings': 'Sellers need a better first call.'
		});
		const action = cleo.getByRole('group', { name: 'New action 1' });
		await fills(action, { What: 'Rewrite the opening', Owner: 'Max Maas', 'Due on': '2099-01-31' });
		await presses(cleo, 'Save');
		await cleo.getByText('Saved.', { exact: true }).waitFor();
		await isSound(cleo);
		await cleo.getByRole('link', { name: 'Summary for the client' }).click();
		await isSound(cleo);
		expect(await cleo.locator('main').innerText()).not.toContain('They lose on price.');
		await cleo.getByLabel('Mail addresses').fill('boss@client.example');
		await cleo.getByLabel('I have read the summary, and it may go to these people').check();
		await presses(cleo, 'Send the summary');
		const [mail] = await around.mailsTo('boss@client.example', 1);
		expect(mail).toContain(CLIENT);
		const sent = around.mails.mails.find(({ to }) => to.includes('boss@client.example'));
		expect(sent?.email.attachments.map(({ mimeType }) => mimeType)).toEqual(['application/pdf']);
	});

	test('the portfolio says where the client stands', async () => {
		await visits(cleo, 'Clients');
		await isSound(cleo);
		const main = await cleo.locator('main').innerText();
		expect(main).toContain(CLIENT);
		const calendar = await cleo.request.get('/studio/engagements/calendar.ics');
		expect(await calendar.text()).toMatch(/BEGIN:VEVENT[^]*Rewrite|BEGIN:VEVENT[^]*Harbour/);
		await cleo.getByRole('link', { name: CLIENT }).first().click();
	});

	test('the report is withdrawn, and its link says so', async () => {
		await goes('Company report');
		await cleo.getByText('Withdraw', { exact: true }).first().click();
		await presses(cleo, 'Withdraw this release');
		await cleo.getByText('Withdrawn. The link now says so.').waitFor();
		const page = await around.opened();
		expect((await page.goto(released))?.status()).toBe(410);
		await isSound(page);
		await page.context().close();
	});

	test('a second round shows what has changed, and whether it is real', async () => {
		await closes();
		await cleo.getByRole('link', { name: 'Begin another round with this client' }).click();
		await fills(cleo, { 'Name of this round': 'Autumn' });
		await cleo.getByRole('radio', { name: /^Not anonymous/ }).check();
		await cleo.getByLabel('Ask the same 9 people again').check();
		await presses(cleo, 'Create');
		await presses(cleo, 'Send 9 invitations');
		await cleo.getByText('9 invitations are on their way.').waitFor();
		links = await linksOf(2);
		for (const who of nine)
			if (who.says !== null) {
				const says = who.role === 'seller' ? 'steady-process' : who.says;
				await answersBy(around.server.url, links[who.address] ?? '', who, says);
			}
		await goes('Progress');
		await isSound(cleo);
		const text = (await cleo.locator('main').innerText()).replace(/\s+/g, ' ');
		expect(text).toMatch(/has risen by [\d.]+ points/);
		expect(text).toContain('7 people were heard before and 8 now: 7 both times');
		expect(text).toContain('Whether that is a real change is not known yet');
	});

	test('no page has thrown, and no answer was a fault of ours', () => {
		expect(around.wrong).toEqual([]);
	});
});

/** A file of the engagement that is open. */
async function downloadedFrom(path: string): Promise<{ readonly bytes: Buffer }> {
	const [, base = ''] = /^(\/studio\/engagements\/[^/]+)/.exec(new URL(cleo.url()).pathname) ?? [];
	const reply = await cleo.request.get(base + path);
	expect([path, reply.status()]).toEqual([path, 200]);
	return { bytes: await reply.body() };
}
