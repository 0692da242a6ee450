// The meeting of an engagement: written by two at once, summed up, sent as it was read, and its actions followed up.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { remindOfActions } from '#lib/server/engagement/action-reminders.ts';
import { actionsOf } from '#lib/server/engagement/actions.ts';
import { deleteEngagement, shareEngagement } from '#lib/server/engagement/changes.ts';
import type { Engagement } from '#lib/server/engagement/engagements.ts';
import { meetingPage } from '#lib/server/engagement/meeting-page.ts';
import { postMeeting, type MeetingShown } from '#lib/server/engagement/meeting-saving.ts';
import { meetingOf, notesOf, saveNotes } from '#lib/server/engagement/meetings.ts';
import { sendSummary } from '#lib/server/engagement/summaries.ts';
import { summaryNow } from '#lib/server/engagement/summary-page.ts';
import { handlers } from '#lib/server/handlers.ts';
import type { Person } from '#lib/server/person.ts';
import { Posting } from '#lib/server/posting.ts';
import { answers, asked, closed, engagementNow, engagementOf } from '../support/engagements.ts';
import { signedIn } from '../support/signed-in.ts';
import { MailServer } from '../support/smtp.ts';
import { call, makeWorld } from '../support/world.ts';

const server = await new MailServer().start();
const world = makeWorld({ SMTP_URL: server.url, MAIL_FROM: 'survey@example.com' });
afterAll(async () => {
	await world.stop();
	await server.stop();
});
afterEach(() => {
	server.mails.length = 0;
});

let ada: Person;
let bea: Person;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
	const somebody = await signedIn('consultant');
	const other = await signedIn('consultant', { name: 'Bea' });
	headers = somebody.headers;
	ada = { ...somebody, session: '' };
	bea = { ...other, session: '' };
});

const form = (fields: Readonly<Record<string, string | readonly string[]>>): FormData => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const each of typeof value === 'string' ? [value] : value) data.append(name, each);
	return data;
};

/** What a browser sends of this form once these fields are typed into. */
const sentOf = (
	{ fields, was }: Pick<MeetingShown, 'fields' | 'was'>,
	typed: Readonly<Record<string, string>>
): FormData =>
	form({
		...fields,
		...Object.fromEntries(Object.entries(was).map(([name, text]) => [`was:${name}`, text])),
		...typed
	});

const shownTo = async (person: Person, { id }: Engagement) =>
	(await meetingPage(person, await engagementNow(id))).shown;

const whole = {
	heldOn: '2026-11-20',
	againOn: '2027-05-20',
	agreed: 'We plan.\n\n  We review.  ',
	decisions: 'One call a week',
	'what:new-1': 'Sit in on a call',
	'owner:new-1': 'Cleo',
	'due:new-1': '2026-12-01',
	'what:new-3': 'Write the list',
	'note:': 'Between us.'
};

async function written(more: Readonly<Record<string, string>> = {}): Promise<Engagement> {
	const engagement = await engagementOf(ada);
	expect(await postMeeting(ada, engagement.id, form({ ...whole, ...more }))).toEqual({ kind: 'saved' });
	return engagement;
}

/** Runs what sends until nothing waits. */
async function sendAll(): Promise<void> {
	const posting = new Posting({ handlers: handlers(), clock: () => new Date(), chance: () => 0 });
	posting.start();
	const waiting = async () =>
		(await database()).selectFrom('outbox').select('id').where('state', '=', 'waiting').execute();
	await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 20_000 });
	await posting.stop();
}

describe('what is written', () => {
	test('is there again, a line a finding, each action with an owner and a day', async () => {
		const { id } = await written();
		expect(await meetingOf(id)).toEqual({
			heldOn: '2026-11-20',
			againOn: '2027-05-20',
			notes: { '': 'Between us.' },
			told: [],
			agreed: ['We plan.', 'We review.'],
			decisions: ['One call a week'],
			sentAt: null
		});
		expect((await actionsOf(id)).map(({ what, owner, due_on, state }) => [what, owner, due_on, state])).toEqual([
			['Sit in on a call', 'Cleo', '2026-12-01', 'open'],
			['Write the list', '', null, 'open']
		]);
	});

	test('stays as it is where the same form is sent again', async () => {
		const engagement = await written();
		const before = [await meetingOf(engagement.id), await actionsOf(engagement.id)];
		await postMeeting(ada, engagement.id, sentOf(await shownTo(ada, engagement), {}));
		expect([await meetingOf(engagement.id), await actionsOf(engagement.id)]).toEqual(before);
	});

	test.each([
		['heldOn', '31.12.2026', 'day'],
		['againOn', '2026-02-30', 'day'],
		['due:new-1', 'soon', 'day'],
		['what:new-1', '', 'empty'],
		['owner:new-1', 'x'.repeat(121), 'long'],
		['note:', 'x'.repeat(5001), 'long'],
		['decisions', Array.from({ length: 41 }, (_, at) => String(at)).join('\n'), 'many']
	])('comes back whole where %s is wrong', async (name, text, code) => {
		const { id } = await engagementOf(ada);
		const typed: Readonly<Record<string, string>> = { ...whole, [name]: text };
		const posted = await postMeeting(ada, id, form(typed));
		expect(posted).toMatchObject({ kind: 'shown', status: 422, shown: { faults: [{ where: name, code }] } });
		if (posted.kind !== 'shown') throw new Error('it was not shown');
		expect(posted.shown.fields).toMatchObject(typed);
		expect((await meetingOf(id)).decisions).toEqual([]);
	});

	test('an action is done, dropped and changed, and never taken away', async () => {
		const engagement = await written();
		const [first, second] = await actionsOf(engagement.id);
		const typed = {
			[`state:${first?.id}`]: 'done',
			[`state:${second?.id}`]: 'dropped',
			[`owner:${second?.id}`]: 'Dan'
		};
		await postMeeting(ada, engagement.id, sentOf(await shownTo(ada, engagement), typed));
		expect((await actionsOf(engagement.id)).map(({ state, owner }) => [state, owner])).toEqual([
			['done', 'Cleo'],
			['dropped', 'Dan']
		]);
		const other = await engagementOf(ada);
		await postMeeting(ada, other.id, form({ [`what:${first?.id}`]: 'Stolen' }));
		expect(await actionsOf(other.id)).toEqual([]);
		expect((await actionsOf(engagement.id)).map(({ what }) => what)).not.toContain('Stolen');
	});

	test('findings of the brief are picked, and offered until they are', async () => {
		const engagement = await engagementOf(ada);
		const [person] = await asked(ada, engagement, ['seller']);
		if (person) await answers(person, { role: 'seller', first: 'agree', second: 'agree', third: 'agree' });
		const { suggestions, plan } = await meetingPage(ada, engagement);
		const [suggestion = ''] = suggestions;
		expect(suggestion).toMatch(/Habits/);
		expect(plan.length).toBeGreaterThan(0);
		await postMeeting(ada, engagement.id, form({ agreed: 'Ours', pick: [suggestion] }));
		expect((await meetingOf(engagement.id)).agreed).toEqual(['Ours', suggestion]);
		expect((await meetingPage(ada, engagement)).suggestions).not.toContain(suggestion);
	});

	test('of an anonymous one that is not closed there are free notes alone', async () => {
		const engagement = await engagementOf(ada, { promise: 'anonymous' });
		for (const person of await asked(ada, engagement, ['seller', 'seller', 'seller']))
			await answers(person, { role: 'seller', first: 'agree', second: 'agree', third: 'agree' });
		const before = await meetingPage(ada, await engagementNow(engagement.id));
		expect([before.hasBrief, before.plan, before.suggestions]).toEqual([false, [], []]);
		const after = await meetingPage(ada, await closed(ada, engagement));
		expect([after.hasBrief, after.plan.length > 0]).toEqual([true, true]);
	});
});

describe('two who write at once', () => {
	test('each keep what only they have changed', async () => {
		const engagement = await written();
		await shareEngagement(ada, engagement.id, bea.id, true);
		const seen = await shownTo(ada, engagement);
		await postMeeting(bea, engagement.id, sentOf(seen, { decisions: 'Two calls' }));
		expect(await postMeeting(ada, engagement.id, sentOf(seen, { agreed: 'Only this' }))).toEqual({ kind: 'saved' });
		const { agreed, decisions } = await meetingOf(engagement.id);
		expect([agreed, decisions]).toEqual([['Only this'], ['Two calls']]);
	});

	test('are both shown where they have changed the same, and the next save decides', async () => {
		const engagement = await written();
		const seen = await shownTo(ada, engagement);
		await postMeeting(ada, engagement.id, sentOf(seen, { decisions: 'Theirs' }));
		const posted = await postMeeting(ada, engagement.id, sentOf(seen, { decisions: 'Mine', againOn: '2027-06-01' }));
		if (posted.kind !== 'shown') throw new Error('it was written over');
		expect([posted.status, posted.shown.theirs]).toEqual([409, { decisions: 'Theirs' }]);
		expect(posted.shown.fields).toMatchObject({ decisions: 'Mine', againOn: '2027-06-01' });
		expect((await meetingOf(engagement.id)).decisions).toEqual(['Theirs']);
		await postMeeting(ada, engagement.id, sentOf(posted.shown, { decisions: 'Both' }));
		expect(await meetingOf(engagement.id)).toMatchObject({ decisions: ['Both'], againOn: '2027-06-01' });
	});

	test('notes from the brief flow into the meeting, and write over nobody', async () => {
		const { id } = await written();
		expect(await saveNotes(ada, id, { first: 'One' }, {})).toMatchObject({ kind: 'saved' });
		expect(await notesOf(id)).toEqual({ '': 'Between us.', first: 'One' });
		const lost = await saveNotes(ada, id, { first: 'Two' }, { first: 'before' });
		expect(lost).toMatchObject({ kind: 'conflict', questions: ['first'], notes: { first: 'One' } });
		await saveNotes(ada, id, { first: '' }, { first: 'One' });
		expect(await notesOf(id)).toEqual({ '': 'Between us.' });
		expect(await saveNotes(bea, id, { first: 'x' })).toBe('unknown');
	});
});

describe('the summary', () => {
	const ask = async (engagement: Engagement, to: string, more = {}) => {
		const hash = (await summaryNow(ada, engagement))?.hash ?? '';
		return sendSummary(ada, engagement, { to, hash, isConfirmed: true, ...more });
	};

	test('has no notes but those that are ticked, and none of the dropped actions', async () => {
		const engagement = await written({ 'note:first': 'They laughed.', 'note:second': 'For all to read.' });
		const [action] = await actionsOf(engagement.id);
		const typed = { 'was:told:second': '', 'told:second': 'on', [`state:${action?.id}`]: 'dropped' };
		await postMeeting(ada, engagement.id, sentOf(await shownTo(ada, engagement), typed));
		const said = JSON.stringify((await summaryNow(ada, engagement))?.paper);
		expect(said).toMatch(/For all to read\./);
		expect(said).toMatch(/We review\./);
		expect(said).not.toMatch(/laughed|Between us|Sit in on a call/);
	});

	test('is a page with its button, and a PDF; nothing was written: there is none', async () => {
		const engagement = await written();
		const at = `/studio/engagements/${engagement.id}/meeting`;
		const pdf = await call('GET', `${at}/summary.pdf`, { headers });
		expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
		const none = await engagementOf(ada);
		const missing = await call('GET', `/studio/engagements/${none.id}/meeting/summary.pdf`, { headers });
		expect([missing.status, missing.headers.get('location')]).toEqual([
			303,
			`/studio/engagements/${none.id}/meeting/summary`
		]);
		const beas = await engagementOf(bea);
		const hers = await call('POST', `/studio/engagements/${beas.id}/meeting`, { headers, body: form(whole) });
		expect(hers.status).toBe(404);
	});

	test('goes to each address by itself with the PDF, as it was read', async () => {
		const engagement = await written();
		const posted = await ask(engagement, 'one@client.example\nTwo@client.example, one@client.example');
		expect(posted).toEqual({ kind: 'sent', count: 2, waits: false });
		const rows = await (await database()).selectFrom('outbox').selectAll().where('state', '=', 'waiting').execute();
		const kept = rows.map(({ payload, destination }) => [
			Object.keys(JSON.parse(payload) as object).toSorted(),
			destination
		]);
		expect(kept.toSorted()).toEqual([
			[['summary', 'template'], 'Two@client.example'],
			[['summary', 'template'], 'one@client.example']
		]);
		// What is changed now is not what was read.
		await postMeeting(ada, engagement.id, sentOf(await shownTo(ada, engagement), { decisions: 'Changed later' }));
		await sendAll();
		expect(
			server.mails
				.map(({ to }) => to)
				.flat()
				.toSorted()
		).toEqual(['Two@client.example', 'one@client.example']);
		const row = await (
			await database()
		)
			.selectFrom('summaries')
			.selectAll()
			.where('engagement', '=', engagement.id)
			.execute();
		expect(row.map(({ document }) => document.includes('Changed later'))).toEqual([false]);
		for (const { email } of server.mails) {
			expect(email.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
				['meeting-summary.pdf', 'application/pdf']
			]);
			expect(email.subject).toMatch(/Harbour Pumps/);
		}
		expect((await meetingOf(engagement.id)).sentAt).not.toBeNull();
	});

	test.each([
		['Ben <ben@client.example>', 'address'],
		['ben@client.example\u0000bcc@evil.example', 'address'],
		['ben@client.example bcc:all@evil.example', 'address'],
		['', 'none'],
		[Array.from({ length: 21 }, (_, at) => `p${at}@client.example`).join('\n'), 'many']
	])('is not sent to %j', async (to, code) => {
		const engagement = await written();
		const posted = await ask(engagement, to);
		expect(posted).toMatchObject({ kind: 'shown', faults: [{ code }] });
		expect((await meetingOf(engagement.id)).sentAt).toBeNull();
	});

	test('is not sent unread, nor after it has changed', async () => {
		const engagement = await written();
		const to = 'ben@client.example';
		expect(await ask(engagement, to, { isConfirmed: false })).toMatchObject({ faults: [{ code: 'confirm' }] });
		const hash = (await summaryNow(ada, engagement))?.hash ?? '';
		await postMeeting(ada, engagement.id, sentOf(await shownTo(ada, engagement), { decisions: 'Other' }));
		expect(await ask(engagement, to, { hash })).toMatchObject({ faults: [{ code: 'changed' }] });
		expect(await ask(engagement, to)).toMatchObject({ kind: 'sent', count: 1 });
		await deleteEngagement(ada, engagement.id);
		await sendAll();
		expect(server.mails).toEqual([]);
	});

	test('a client with line breaks in its name adds nothing to the head of the mail', async () => {
		const engagement = await engagementOf(ada, { client: { name: 'Acme\r\nBcc: spy@evil.example' } });
		await postMeeting(ada, engagement.id, form({ agreed: 'Something' }));
		expect(await ask(engagement, 'ben@client.example')).toMatchObject({ kind: 'sent' });
		await sendAll();
		expect(server.mails.map(({ to, email }) => [to, email.bcc ?? []])).toEqual([[['ben@client.example'], []]]);
	});
});

describe('an action that is due', () => {
	const remind = async (day: string) => {
		await remindOfActions(new Date(`${day}T05:00:00Z`), new AbortController().signal);
		await sendAll();
		return server.mails.splice(0).map(({ to, email }) => ({ to, text: email.text ?? '' }));
	};

	const about = (mails: Awaited<ReturnType<typeof remind>>, { id }: Engagement) =>
		mails.filter(({ text }) => text.includes(`/${id}/`));

	test('is told once to whoever answers for the engagement, and again of a new day only', async () => {
		const engagement = await written();
		expect(about(await remind('2026-11-30'), engagement)).toEqual([]);
		const [told, ...more] = about(await remind('2026-12-01'), engagement);
		expect(more).toEqual([]);
		expect(told?.to).toEqual([ada.address]);
		expect(told?.text).toMatch(/Sit in on a call \(Cleo/);
		expect(told?.text).not.toMatch(/Write the list/);
		expect(await remind('2026-12-01')).toEqual([]);
		expect(await remind('2026-12-02')).toEqual([]);
		const [action] = await actionsOf(engagement.id);
		await postMeeting(
			ada,
			engagement.id,
			sentOf(await shownTo(ada, engagement), { [`due:${action?.id}`]: '2026-12-09' })
		);
		expect(about(await remind('2026-12-09'), engagement)).toHaveLength(1);
	});

	test('is not told when it is done, or its engagement is gone', async () => {
		const done = await written({ 'due:new-1': '2027-01-01' });
		const [action] = await actionsOf(done.id);
		await postMeeting(ada, done.id, sentOf(await shownTo(ada, done), { [`state:${action?.id}`]: 'done' }));
		const gone = await written({ 'due:new-1': '2027-01-01' });
		await deleteEngagement(ada, gone.id);
		const open = await written({ 'due:new-1': '2027-01-01' });
		const mails = await remind('2027-01-01');
		expect([open, done, gone].map((each) => about(mails, each).length)).toEqual([1, 0, 0]);
	});
});
