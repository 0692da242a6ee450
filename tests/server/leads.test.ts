// What people leave with a campaign: the gate that it opens, what is kept of it, the mails that follow, and its end.
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { newSettings, type Settings } from '#lib/campaign/settings.ts';
import { responsesOf } from '#lib/server/contacts.ts';
import { database } from '#lib/server/database/database.ts';
import { hashOfWording } from '#lib/server/lead-shape.ts';
import { findLead } from '#lib/server/leads.ts';
import { canSendMail } from '#lib/server/mail.ts';
import { retain } from '#lib/server/retention.ts';
import { removeFrom } from '#lib/server/erasing.ts';
import { eraseResponses } from '../../src/cli/erase.ts';
import { doneOf } from '../support/doing.ts';
import { ada, begins, completes, contact, opensCampaign, posts, ticked, type Participant } from '../support/leaving.ts';
import { printed } from '../support/printed.ts';
import { MailServer } from '../support/smtp.ts';
import { call, makeWorld, ORIGIN } from '../support/world.ts';

const server = await new MailServer().start();
const world = makeWorld({ SMTP_URL: server.url, CONTENT_DIR: new URL('../../content', import.meta.url).pathname });
afterAll(async () => {
	await world.stop();
	await server.stop();
});
afterEach(async () => {
	vi.useRealTimers();
	await doneOf('mail');
	server.mails.length = 0;
});

let count = 0;

/** A campaign of its own for each test. */
async function campaign(settings: Partial<Settings> = {}): Promise<string> {
	const id = `spring-${(count += 1)}`;
	await opensCampaign(id, settings);
	return id;
}

const form = (more: Partial<Settings['form']> = {}): Settings['form'] => ({ ...newSettings.form, ...more });

const asking = form({ consents: [contact] });

const leads = async (response: string) => findLead(await database(), response);

const leaves = ({ owner }: Participant, fields: Readonly<Record<string, string>> = ada) =>
	posts(`/r/${owner}/lead`, fields);

const statusOf = async (path: string): Promise<number> => (await call('GET', path)).status;

describe('the gate', () => {
	const paths = ['', '/report.json', '/trial.json', '/report.pdf'] as const;

	async function open(owner: string): Promise<readonly number[]> {
		const statuses: number[] = [];
		// The picture and the PDF are printed elsewhere; whether they are let through is what counts.
		for (const path of paths.slice(0, 3)) statuses.push(await statusOf(`/r/${owner}${path}`));
		return statuses;
	}

	async function pageOf(owner: string) {
		return (await (await call('GET', `/r/${owner}`)).json()) as {
			readonly gate: string;
			readonly lead: { readonly thanks: readonly string[] } | null;
			readonly report: {
				readonly parts: readonly { readonly id: string; readonly blocks: readonly { kind: string }[] }[];
			};
		};
	}

	test('of `rest` leaves the summary and the first key area, and an address opens all of it for good', async () => {
		const id = await campaign({ gate: 'rest' });
		const person = await completes(id);
		expect(await open(person.owner)).toEqual([200, 403, 403]);
		expect(await statusOf(`/r/${person.owner}/report.pdf`)).toBe(403);
		const page = await pageOf(person.owner);
		const own = page.report.parts.filter(({ id }) => id !== 'closing');
		expect(own.map(({ id }) => id)).toEqual(['summary', 'executive-summary']);
		expect(own[1]?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'card']);

		expect((await leaves(person)).headers.get('location')).toBe(`/r/${person.owner}?left#thanks`);
		expect(await open(person.owner)).toEqual([200, 200, 200]);
		expect((await pageOf(person.owner)).report.parts.map(({ id }) => id)).toContain('detailed-analysis');
	});

	test('of `all` leaves nothing but that there is a report', async () => {
		const person = await completes(await campaign({ gate: 'all' }), 'strong-house');
		const page = await pageOf(person.owner);
		expect(page.report.parts.filter(({ id }) => id !== 'closing')).toEqual([]);
		const text = JSON.stringify(page);
		for (const word of ['of 100', 'world-class', 'High performer', 'first-action', 'What to do first'])
			expect(text).not.toContain(word);
		expect(await statusOf(`/r/${person.owner}/picture.png`)).toBe(403);
		await leaves(person);
		expect((await pageOf(person.owner)).report.parts.length).toBeGreaterThan(3);
	});

	test('of `none` is none, and there is none without a campaign, or once it was deleted', async () => {
		expect(await open((await completes(await campaign({ gate: 'none' }))).owner)).toEqual([200, 200, 200]);
		expect(await open((await completes('nobodys')).owner)).toEqual([200, 200, 200]);
		const gone = await campaign({ gate: 'all' });
		const person = await completes(gone);
		expect(await open(person.owner)).toEqual([200, 403, 403]);
		const db = await database();
		await db.updateTable('campaigns').set({ deleted_at: '2026-01-01' }).where('id', '=', gone).execute();
		expect(await open(person.owner)).toEqual([200, 200, 200]);
		expect((await pageOf(person.owner)).lead).toBeNull();
	});

	test('has no way round it', async () => {
		const person = await completes(await campaign({ gate: 'rest' }));
		const { id, key, owner } = person;
		expect((await call('POST', `/r/${owner}/shares`, { json: { scope: 'whole' } })).status).toBe(403);
		expect((await posts(`/r/${owner}/shares`, { scope: 'whole' })).headers.get('location')).toBe(`/r/${owner}#lead`);
		expect((await posts(`/r/${owner}/report.pdf`, {})).headers.get('location')).toBe(`/r/${owner}#lead`);
		expect((await call('HEAD', `/r/${owner}/report.json`)).status).toBe(403);

		// Opened again and finished once more, it is as closed as before.
		expect((await call('POST', `/r/${owner}/reopen`)).status).toBe(200);
		await completes('other', 'weak-everywhere', { id, key });
		expect(await open(owner)).toEqual([200, 403, 403]);

		// Nor does it open by taking it again.
		const { link } = (await (await call('POST', `/r/${owner}/again`)).json()) as { link: string };
		const [again = '', secret = ''] = (link.split('#continue=')[1] ?? '').split('.');
		const second = await completes('other', 'weak-everywhere', { id: again, key: secret });
		expect(await open(second.owner)).toEqual([200, 403, 403]);

		// What is one's own can be had, and be erased.
		expect((await call('POST', `/r/${owner}/export`)).status).toBe(200);

		// Left once, it holds for both times, and what is shared after that can be read.
		await leaves(person);
		expect([await open(owner), await open(second.owner)]).toEqual([
			[200, 200, 200],
			[200, 200, 200]
		]);
		const share = (await (await call('POST', `/r/${owner}/shares`, { json: { scope: 'whole' } })).json()) as {
			link: string;
		};
		expect(await statusOf(`${new URL(share.link).pathname}/report.json`)).toBe(200);
	});
});

describe('a lead', () => {
	test('says what was found, what is wanted and what was agreed to, with the words and the time', async () => {
		const id = await campaign({ form: asking });
		const person = await completes(id);
		const before = Date.now();
		await leaves(person, { ...ada, ...ticked });
		const lead = await leads(person.id);
		expect(lead).toMatchObject({
			...ada,
			campaign: id,
			instrument: 'sales-velocity',
			role: 'First-line sales manager',
			source: 'newsletter',
			band: 'at-risk',
			weakest: 'number',
			finding: 'Start with supply: too few real opportunities reach your sellers.',
			consents: [{ ...contact, hash: hashOfWording(contact.text) }],
			is_test: 0
		});
		expect(lead?.tenths).toBeGreaterThan(0);
		expect(lead?.intent).toBeGreaterThanOrEqual(30);
		expect(lead?.completed_at).not.toBeNull();
		expect(Date.parse(lead?.consents[0]?.at ?? '')).toBeGreaterThanOrEqual(before);
		const words = await (
			await database()
		)
			.selectFrom('lead_words')
			.select('word')
			.where('response', '=', person.id)
			.execute();
		expect(words.map(({ word }) => word).toSorted()).toEqual(['ada', 'engines', 'example', 'lovelace', 'ltd', 'org']);
		expect(await responsesOf(ada.address)).toContain(person.id);
	});

	test('is one a response: left again it is corrected, and what was agreed to before was agreed to then', async () => {
		const person = await completes(await campaign({ form: asking }));
		await leaves(person, { ...ada, ...ticked });
		const first = await leads(person.id);
		await leaves(person, { ...ada, name: 'Augusta Ada', ...ticked });
		const second = await leads(person.id);
		expect(second).toMatchObject({ name: 'Augusta Ada', consents: first?.consents, created_at: first?.created_at });
		await leaves(person, ada);
		expect((await leads(person.id))?.consents).toEqual([]);
	});

	test('is not kept with words that have changed meanwhile: the form comes back with the new ones, not ticked', async () => {
		const person = await completes(
			await campaign({ form: form({ consents: [{ ...contact, text: 'Other words.' }] }) })
		);
		const reply = await leaves(person, { ...ada, ...ticked });
		expect(reply.status).toBe(422);
		expect(await reply.json()).toMatchObject({
			form: { consents: [{ text: 'Other words.', isTicked: false, problem: 'changed-wording' }] }
		});
		expect(await leads(person.id)).toBeNull();
		expect(await statusOf(`/r/${person.owner}/report.json`)).toBe(403);
	});

	test('is not kept of a program that fills in every field, which is not told', async () => {
		const person = await completes(await campaign());
		expect((await leaves(person, { ...ada, more: 'https://spam.test' })).status).toBe(303);
		expect(await leads(person.id)).toBeNull();
	});

	test('comes by the interface with the key of the answers, also before they are finished', async () => {
		const id = await campaign({ form: asking });
		const { key, ...begun } = await begins(id);
		const path = `/api/v1/responses/${begun.id}/lead`;
		const address = 'program@example.org';
		const json = { ...ada, address, consents: { contact: hashOfWording(contact.text) } };
		expect((await call('POST', path, { json })).status).toBe(401);
		expect((await call('POST', path, { key: `${key}x`, json })).status).toBe(404);
		expect((await call('POST', path, { key, json: { ...json, address: 'nobody' } })).status).toBe(422);
		expect(await (await call('POST', path, { key, json })).json()).toEqual({ kept: true });
		expect(await leads(begun.id)).toMatchObject({ completed_at: null, tenths: null, finding: null });
		await doneOf('mail');
		expect(server.mails).toEqual([]);

		const person = await completes(id, 'weak-everywhere', { id: begun.id, key });
		expect(await leads(begun.id)).toMatchObject({
			weakest: 'number',
			band: 'at-risk',
			role: 'First-line sales manager'
		});
		expect(await statusOf(`/r/${person.owner}/report.json`)).toBe(200);
		await doneOf('mail');
		expect(server.mails.map(({ to }) => to)).toEqual([[address]]);

		const nobodys = await begins('nobodys');
		const refused = await call('POST', `/api/v1/responses/${nobodys.id}/lead`, { key: nobodys.key, json });
		expect(refused.status).toBe(409);
	});

	test('is asked before the first question where the campaign says so, and begins the survey', async () => {
		const id = await campaign({ form: { ...asking, place: 'before' } });
		const { form: empty, begins: text } = (await (await call('GET', `/c/${id}/begin?utm_source=mail`)).json()) as {
			form: { consents: readonly { isTicked: boolean }[] };
			begins: string;
		};
		expect(empty.consents.map(({ isTicked }) => isTicked)).toEqual([false]);
		const refused = await posts(`/c/${id}/begin`, { ...ada, address: 'nobody', begins: text });
		expect(await refused.json()).toMatchObject({ begins: text });
		const db = await database();
		const rows = () => db.selectFrom('responses').select('source').where('campaign', '=', id).execute();
		expect(await rows()).toEqual([]);
		for (let time = 0; time < 2; time++) {
			const reply = await posts(`/c/${id}/begin?utm_source=mail`, { ...ada, ...ticked, begins: text });
			expect(reply.headers.get('location')).toBe(`/c/${id}/survey#continue=${text}`);
			expect(reply.headers.get('cache-control')).toBe('no-store, private');
		}
		expect(await rows()).toEqual([{ source: '{"utm_source":"mail"}' }]);
		const [response = '', key = ''] = text.split('.');
		expect(await leads(response)).toMatchObject({ ...ada, source: 'mail', completed_at: null });
		const person = await completes(id, 'weak-everywhere', { id: response, key });
		expect(await statusOf(`/r/${person.owner}/report.json`)).toBe(200);
	});

	test('is for the owner only, and from our own pages only', async () => {
		const person = await completes(await campaign({ gate: 'none' }));
		const share = (await (await call('POST', `/r/${person.owner}/shares`, { json: { scope: 'whole' } })).json()) as {
			link: string;
		};
		const shared = new URL(share.link).pathname;
		for (const path of ['lead', 'view', 'offer', 'did', 'report.pdf'])
			await posts(`${shared}/${path}`, { ...ada, answer: 'yes', kind: 'opened' });
		const foreign = { body: new URLSearchParams(ada), headers: { origin: 'https://evil.test' } };
		expect((await call('POST', `/r/${person.owner}/lead`, foreign)).status).toBe(403);
		expect(await leads(person.id)).toBeNull();
		const db = await database();
		const rows = await db.selectFrom('activities').select('kind').where('response', '=', person.id).execute();
		expect(rows).toEqual([{ kind: 'shared' }]);
	});
});

describe('what they do', () => {
	test('is kept once a day and raises their intent; a look raises nothing', async () => {
		const link = 'https://firm.test/call';
		const offer = {
			weakest: 'number',
			band: null,
			role: null,
			text: 'Talk to us.',
			button: 'Choose a time',
			link,
			person: 'Grace'
		};
		const id = await campaign({ gate: 'none', offers: [offer] });
		const person = await completes(id);
		await leaves(person);
		const intent = async () => (await leads(person.id))?.intent ?? -1;
		const start = await intent();
		for (const path of ['', '/lead', '/view', '/offer']) expect(await statusOf(`/r/${person.owner}${path}`)).toBe(200);
		expect(await intent()).toBe(start);

		expect((await posts(`/r/${person.owner}/offer`, {})).status).toBe(200);
		expect(await (await call('GET', `/r/${person.owner}/offer`)).json()).toMatchObject({ link });
		await posts(`/r/${person.owner}/offer`, {});
		expect(await intent()).toBe(start + 25);
		for (const pdf of [1, 2]) {
			const reply = await posts(`/r/${person.owner}/report.pdf`, {});
			expect([pdf, reply.headers.get('location')]).toEqual([pdf, `/r/${person.owner}/report.pdf`]);
		}
		expect(await intent()).toBe(start + 30);
		await call('POST', `/r/${person.owner}/did`, { json: { kind: 'colleague' } });
		await call('POST', `/r/${person.owner}/did`, { json: { kind: 'opened' } });
		expect(await intent()).toBe(start + 40);
		vi.setSystemTime(Date.now() + 2 * 86_400_000);
		await call('POST', `/r/${person.owner}/did`, { json: { kind: 'opened' } });
		expect(await intent()).toBe(start + 45);
		expect((await call('POST', `/r/${person.owner}/did`, { json: { kind: 'offer' } })).status).toBe(422);
	});

	test('the view is the last one said, and comes back with its words if it was none', async () => {
		const person = await completes(await campaign({ gate: 'none' }));
		await leaves(person);
		const view = (fields: Record<string, string>) => posts(`/r/${person.owner}/view`, fields);
		const refused = await view({ because: 'Not quite <b>' });
		expect([refused.status, await refused.json()]).toEqual([
			422,
			{ problem: 'missing', typed: { answer: '', because: 'Not quite <b>' } }
		]);
		expect((await view({ answer: 'no', because: 'x'.repeat(1001) })).status).toBe(422);
		for (const answer of ['maybe', '', 'constructor']) expect((await view({ answer })).status).toBe(422);
		expect((await view({ answer: 'yes' })).headers.get('location')).toBe(`/r/${person.owner}#view`);
		await view({ answer: 'partly', because: 'We win more.' });
		const db = await database();
		const rows = await db
			.selectFrom('activities')
			.select(['kind', 'detail'])
			.where('response', '=', person.id)
			.execute();
		expect(rows).toEqual([{ kind: 'view', detail: '{"answer":"partly","because":"We win more."}' }]);
	});
});

describe('the mails', () => {
	const mails: Settings['mails'] = {
		report: { isSent: true, subject: '', text: '' },
		week: {
			isSent: true,
			subject: 'A week, {{name}}',
			text: 'Dear {{name}} at {{company}},\n\n{{finding}} {{firm}} <b>'
		},
		quarter: { isSent: true, subject: '', text: '' }
	};
	const look = { ...newSettings.look, firm: 'Acme & Co' };

	const waiting = async (response: string) =>
		(await database())
			.selectFrom('outbox')
			.select(['destination', 'due_at', 'payload'])
			.where('response', '=', response)
			.where('kind', '=', 'follow-up')
			.where('state', '=', 'waiting')
			.orderBy('due_at')
			.execute();

	test('give the report at once, with the first move before the number for who has a long way to go', async () => {
		expect(canSendMail()).toBe(true);
		const id = await campaign({ look, form: asking, notify: ['team@example.org'] });
		const person = await completes(id);
		const address = 'countess@example.org';
		await leaves(person, { ...ada, address });
		await doneOf('mail');
		const [own, team] = server.mails.toSorted((one, other) => (one.to[0] ?? '').localeCompare(other.to[0] ?? ''));
		expect([own?.to, team?.to]).toEqual([[address], ['team@example.org']]);
		const text = own?.email.text ?? '';
		expect(own?.email.subject).toBe('Your report: Sales Velocity Index');
		expect(text).toContain('Hello Ada Lovelace,');
		expect(text.indexOf('What to do first:')).toBeGreaterThan(0);
		expect(text.indexOf('What to do first:')).toBeLessThan(text.indexOf('of 100, At risk'));
		expect(text.match(/^https:.*$/gm)).toEqual([
			expect.stringMatching(new RegExp(`^${ORIGIN}/r/${person.owner}\\?mail=[\\w-]{32}$`)),
			`${ORIGIN}/c/${id}/privacy`
		]);
		expect(text).toContain('operator@example.org');
		expect(own?.email.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);

		const told = team?.email.text ?? '';
		expect(told).toContain('Finding: Start with supply');
		expect(told).toContain('Came from: newsletter');
		expect(told).toContain(`${ORIGIN}/studio/leads/${person.id}`);
		expect(told).not.toContain('Ada');
		expect(told).not.toContain(person.owner);
		expect(team?.email.replyTo ?? []).toEqual([]);

		// Once is enough, unless it was another address.
		server.mails.length = 0;
		await leaves(person, { ...ada, address });
		await leaves(person, { ...ada, address: 'augusta@example.org' });
		await doneOf('mail');
		expect(server.mails.map(({ to }) => to)).toEqual([['augusta@example.org']]);
	});

	test('come later only where a box was ticked, and stop when it is taken back', async () => {
		const id = await campaign({ look, mails, form: asking });
		const unticked = await completes(id);
		await leaves(unticked);
		expect(await waiting(unticked.id)).toEqual([]);
		const unasked = await completes(await campaign({ mails }));
		await leaves(unasked);
		expect(await waiting(unasked.id)).toEqual([]);

		const person = await completes(id);
		await leaves(person, { ...ada, address: 'later@example.org', ...ticked });
		const rows = await waiting(person.id);
		expect(rows.map(({ payload }) => payload)).toEqual(['{"template":"lead-week"}', '{"template":"lead-quarter"}']);
		const days = rows.map(({ due_at }) => Math.round((Date.parse(due_at) - Date.now()) / 86_400_000));
		expect(days).toEqual([7, 90]);

		vi.setSystemTime(Date.now() + 8 * 86_400_000);
		await doneOf('mail');
		server.mails.length = 0;
		await doneOf('follow-up');
		const [week] = server.mails;
		expect(week?.email.subject).toBe('A week, Ada Lovelace');
		expect(week?.email.text).toContain(
			'Dear Ada Lovelace at Engines Ltd,\n\nStart with supply: too few real opportunities reach your sellers. Acme & Co <b>'
		);
		expect(week?.email.html).toContain('Acme &amp; Co &lt;b&gt;');
		expect(week?.email.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe(
			'List-Unsubscribe=One-Click'
		);
		const refusal = week?.email.text?.match(/^https:\/\/survey\.test\/refuse\/\S+$/m)?.[0] ?? '';
		expect((await call('POST', new URL(refusal).pathname)).status).toBe(200);
		expect(await waiting(person.id)).toEqual([]);

		const other = await completes(id);
		await leaves(other, { ...ada, address: 'other@example.org', ...ticked });
		expect(await waiting(other.id)).toHaveLength(2);
		await leaves(other, { ...ada, address: 'other@example.org' });
		expect(await waiting(other.id)).toEqual([]);
	});

	test('to one address are capped, and the answer is the same', async () => {
		const id = await campaign();
		const address = 'capped@example.org';
		for (let time = 0; time < 7; time++) {
			const person = await completes(id);
			expect((await leaves(person, { ...ada, address })).status).toBe(303);
			expect(await statusOf(`/r/${person.owner}/report.json`)).toBe(200);
		}
		await doneOf('mail');
		expect(server.mails.filter(({ to }) => to.includes(address))).toHaveLength(5);
	});

	test('of a test go to whoever tests it, and nobody of the team is told', async () => {
		const id = await campaign({ mails, form: asking, notify: ['team@example.org'] });
		const person = await completes(id, 'weak-everywhere', await begins(id, { preview: true }));
		await leaves(person, { ...ada, address: 'tester@example.org', ...ticked });
		expect(await leads(person.id)).toMatchObject({ is_test: 1 });
		await doneOf('mail');
		expect(server.mails.map(({ to }) => to)).toEqual([['tester@example.org']]);
		expect(await waiting(person.id)).toEqual([]);
	});
});

describe('their end', () => {
	const tablesWith = async (response: string) => {
		const db = await database();
		const names = ['responses', 'leads', 'lead_words', 'activities', 'contacts', 'outbox'] as const;
		const found = await Promise.all(
			names.map(async (name) =>
				(await db.selectFrom(name).selectAll().execute()).some((row) => JSON.stringify(row).includes(response))
					? name
					: null
			)
		);
		return found.filter((name) => name !== null);
	};

	async function known(address: string): Promise<Participant> {
		const person = await completes(await campaign({ form: asking, gate: 'rest' }));
		await leaves(person, { ...ada, address, ...ticked });
		await posts(`/r/${person.owner}/view`, { answer: 'yes' });
		return person;
	}

	test('the owner has a copy of all of it, and erases all of it', async () => {
		const person = await known('gone@example.org');
		const copy: unknown = await (await call('POST', `/r/${person.owner}/export`)).json();
		expect(copy).toMatchObject({
			lead: { address: 'gone@example.org', consents: [{ text: contact.text }] },
			activities: [{ kind: 'view', detail: { answer: 'yes' } }]
		});
		expect(await tablesWith(person.id)).toEqual([
			'responses',
			'leads',
			'lead_words',
			'activities',
			'contacts',
			'outbox'
		]);
		await call('POST', `/r/${person.owner}/erase`, { json: { confirm: true } });
		expect(await tablesWith(person.id)).toEqual([]);
	});

	test('the command finds them by their address, and the ledger reaches them', async () => {
		const [one, other] = [await known('Found@example.org'), await known('ledger@example.org')];
		expect(await printed(() => eraseResponses({ email: 'found@EXAMPLE.org' }))).toMatchObject({
			out: 'Erased 1 response.\n'
		});
		expect(await tablesWith(one.id)).toEqual([]);
		await removeFrom(await database(), other.id, new Date().toISOString());
		expect(await tablesWith(other.id)).toEqual([]);
	});

	test('a campaign keeps them as long as it says, and says so', async () => {
		const [brief, usual] = [await campaign({ keep: { unfinished: 5, completed: 20 } }), await campaign()];
		const all = [await begins(brief), await begins(usual), await completes(brief), await completes(usual)];
		const left = async () => {
			const ids = all.map(({ id }) => id);
			const rows = await (await database()).selectFrom('responses').select('id').where('id', 'in', ids).execute();
			return all.map(({ id }) => rows.some((row) => row.id === id));
		};
		const days = (count: number) => new Date(Date.now() + count * 86_400_000);
		expect((await (await call('GET', `/c/${brief}/privacy`)).json()) as object).toMatchObject({
			kept: { unfinished: 5, completed: 20 }
		});
		await retain(days(4));
		expect(await left()).toEqual([true, true, true, true]);
		await retain(days(6));
		expect(await left()).toEqual([false, true, true, true]);
		await retain(days(21));
		expect(await left()).toEqual([false, true, false, true]);
		await retain(days(181));
		expect(await left()).toEqual([false, false, false, true]);
	});
});
