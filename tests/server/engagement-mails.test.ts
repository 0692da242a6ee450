// Mails to the people of an engagement: invitations, reminders before the deadline, and those that nobody wants any more.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { attendDeadlines } from '#lib/server/engagement/daily.ts';
import { deleteEngagement } from '#lib/server/engagement/changes.ts';
import { addInvitees, editInvitee, inviteePath, removeInvitee } from '#lib/server/engagement/invitee-changes.ts';
import { inviteeById, updateInvitee, type Invitee } from '#lib/server/engagement/invitees.ts';
import type { Engagement } from '#lib/server/engagement/engagements.ts';
import { inviteAll, inviteOne } from '#lib/server/engagement/mails.ts';
import { newEngagementSettings, type EngagementSettings } from '#lib/engagement/settings.ts';
import { handlers } from '#lib/server/handlers.ts';
import type { Person } from '#lib/server/person.ts';
import { Posting } from '#lib/server/posting.ts';
import { answers, asked, closed, engagementNow, engagementOf } from '../support/engagements.ts';
import { signedIn } from '../support/signed-in.ts';
import { MailServer, type Mail } from '../support/smtp.ts';
import { makeWorld, ORIGIN } from '../support/world.ts';

const server = await new MailServer().start();
const world = makeWorld({ SMTP_URL: server.url });
let ada: Person;
beforeAll(async () => {
	const { id, name, address, role } = await signedIn('consultant');
	ada = { id, name, address, role, session: '' };
});
afterAll(async () => {
	await world.stop();
	await server.stop();
});
afterEach(async () => {
	vi.useRealTimers();
	server.mails.length = 0;
	// The day is attended for all engagements.
	await (await database()).updateTable('engagements').set({ deleted_at: new Date().toISOString() }).execute();
});

const given = { role: 'seller', first: 'agree', second: 'agree', third: 'agree' };
const going = new AbortController().signal;

const settings = (some: Partial<EngagementSettings> = {}): EngagementSettings => ({
	...newEngagementSettings(),
	zone: 'Europe/Berlin',
	contact: { name: 'Ada Marten', address: 'ada@firm.test' },
	...some
});

const waiting = async () =>
	(await database())
		.selectFrom('outbox')
		.selectAll()
		.where('kind', '=', 'mail')
		.where('state', '=', 'waiting')
		.execute();

/** All that waits is tried, up to the hour that it now is. */
async function sent(): Promise<readonly Mail[]> {
	const posting = new Posting({ handlers: handlers(), chance: () => 0 });
	posting.start();
	const due = async () => (await waiting()).filter(({ due_at }) => due_at <= new Date().toISOString());
	await vi.waitFor(async () => expect(await due()).toEqual([]), { timeout: 20_000 });
	await posting.stop();
	return server.mails.splice(0);
}

const to = (mails: readonly Mail[]) => mails.flatMap((mail) => mail.to).toSorted();
const addresses = (people: readonly Invitee[]) => people.map(({ address }) => address).toSorted();

/** Some time after the deadline's engagement was begun; the clock of the test stands there. */
async function at(time: string): Promise<void> {
	vi.setSystemTime(time);
	await attendDeadlines(new Date(), going);
}

describe('an invitation', () => {
	test('says who asks, what is promised, how long, until when, and the link that only now is made', async () => {
		const engagement = await engagementOf(ada, {
			client: { name: 'Pumps & <Sons>' },
			promise: 'anonymous',
			deadline: '2031-01-31T22:59:59.999Z',
			settings: settings({ welcome: 'Thank you <b>all</b>.\n\n[Win](https://evil.test)' })
		});
		const [one] = await addInvitees(ada, engagement.id, [{ name: 'Ann Lee', address: 'ann@c.example', role: null }]);
		if (typeof one !== 'object') throw new Error('nobody was added');
		expect(await inviteAll(ada, engagement.id)).toBe(1);
		const [row] = await waiting();
		expect(row?.destination).toBe('ann@c.example');
		expect(JSON.parse(row?.payload ?? '')).toEqual({
			template: 'engagement-invitation',
			invitee: one.id,
			at: (await inviteeById(one.id))?.invited_at
		});
		const [mail] = await sent();
		const link = `${ORIGIN}${inviteePath(one)}`;
		expect(mail?.email.subject).toBe('Pumps & <Sons>: your answers to “Small”');
		for (const words of [
			'Dear Ann Lee',
			'Ada Marten asks',
			'Thank you <b>all</b>.',
			'anonymity',
			'2 minutes',
			'ada@firm.test'
		])
			expect(mail?.email.text).toContain(words);
		expect(mail?.email.text).toContain('31 January 2031 (Berlin time)');
		expect(mail?.email.text).toContain(`\n${link}\n`);
		expect(mail?.email.text).toContain(`\n${link}/reminders\n`);
		const links = [...(mail?.email.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
		expect(links).toEqual([link, `${link}/reminders`]);
		expect(mail?.email.html).toContain('Thank you &lt;b&gt;all&lt;/b&gt;.');
		expect(mail?.email.headers).toContainEqual(
			expect.objectContaining({ key: 'list-unsubscribe', value: `<${link}/reminders>` })
		);
	});

	test('without anonymity says that, and without reminders has no refusal', async () => {
		const engagement = await engagementOf(ada, { settings: settings() });
		await asked(ada, engagement, [null]);
		await inviteAll(ada, engagement.id);
		const [mail] = await sent();
		expect(mail?.email.text).toContain('not anonymous');
		expect(mail?.email.text).not.toContain('/reminders');
		expect(mail?.raw).not.toContain('List-Unsubscribe');
	});

	test('goes once to each who has none yet', async () => {
		const engagement = await engagementOf(ada);
		const people = await asked(ada, engagement, [null, null, null]);
		await answers(people[2]!, given);
		const counts = await Promise.all([inviteAll(ada, engagement.id), inviteAll(ada, engagement.id)]);
		expect(counts.toSorted()).toEqual([0, 2]);
		expect(to(await sent())).toEqual(addresses(people.slice(0, 2)));
		expect(await inviteAll(ada, engagement.id)).toBe(0);
	});

	test('goes again after an hour, to whoever was removed and added again too', async () => {
		const engagement = await engagementOf(ada);
		const [one] = await asked(ada, engagement, [null]);
		vi.setSystemTime('2030-05-04T10:00:00Z');
		expect(await inviteOne(ada, engagement.id, one!.id)).toEqual({ kind: 'sent' });
		vi.setSystemTime('2030-05-04T10:59:59Z');
		const resting = { kind: 'resting', until: '2030-05-04T11:00:00.000Z' };
		expect(await inviteOne(ada, engagement.id, one!.id)).toEqual(resting);
		await removeInvitee(ada, engagement.id, one!.id);
		const [again] = (await addInvitees(ada, engagement.id, [one!])) as readonly Invitee[];
		expect(await inviteOne(ada, engagement.id, again!.id)).toEqual(resting);
		expect(await inviteAll(ada, engagement.id)).toBe(0);
		vi.setSystemTime('2030-05-04T11:00:00Z');
		expect(await inviteOne(ada, engagement.id, again!.id)).toEqual({ kind: 'sent' });
		// Of what waited, that of the removed one is not sent.
		expect(to(await sent())).toEqual([one!.address]);
	});

	test('of several that wait the last is sent', async () => {
		const engagement = await engagementOf(ada);
		const [one] = await asked(ada, engagement, [null]);
		for (const hour of ['10', '12', '14']) {
			vi.setSystemTime(`2030-05-04T${hour}:00:00Z`);
			await inviteOne(ada, engagement.id, one!.id);
		}
		expect((await waiting()).length).toBe(3);
		expect((await sent()).length).toBe(1);
	});

	test.each<[string, (one: Invitee, engagement: Engagement) => Promise<unknown>]>([
		['was removed', (one, { id }) => removeInvitee(ada, id, one.id)],
		['has finished', (one) => answers(one, given)],
		['is asked in a round that is closed', (_, engagement) => closed(ada, engagement)],
		['is asked in one that was deleted', (_, { id }) => deleteEngagement(ada, id)]
	])('that waits does not go to whoever %s', async (_, happens) => {
		const engagement = await engagementOf(ada);
		const [one] = await asked(ada, engagement, [null]);
		await inviteAll(ada, engagement.id);
		await happens(one!, engagement);
		expect(await sent()).toEqual([]);
	});

	test('is posted to nobody who has finished, has no address, or whose round is closed', async () => {
		const engagement = await engagementOf(ada);
		const [done, other, nowhere] = await asked(ada, engagement, [null, null, null]);
		await answers(done!, given);
		await updateInvitee(await database(), nowhere!.id, { address: '' });
		expect(await inviteOne(ada, engagement.id, done!.id)).toEqual({ kind: 'finished' });
		expect(await inviteOne(ada, engagement.id, nowhere!.id)).toEqual({ kind: 'no-address' });
		await closed(ada, engagement);
		expect(await inviteOne(ada, engagement.id, other!.id)).toEqual({ kind: 'closed' });
		expect(await inviteAll(ada, engagement.id)).toBe('closed');
		expect(await waiting()).toEqual([]);
	});

	test('goes to nobody who carries more than a name in it', async () => {
		const engagement = await engagementOf(ada, { client: { name: 'Mill\r\nBcc: all@evil.test' } });
		const [one] = await asked(ada, engagement, [null]);
		await editInvitee(ada, engagement.id, one!.id, { name: 'Ann\r\nBcc: more@evil.test', role: null });
		await inviteAll(ada, engagement.id);
		const [mail] = await sent();
		expect(mail?.to).toEqual([one!.address]);
		expect(mail?.email.headers.map(({ key }) => key)).not.toContain('bcc');
	});
});

describe('a reminder', () => {
	/** The deadline is Friday, 31 May 2030, in Berlin; invited on the first. */
	async function begun(some: Partial<EngagementSettings> = {}, count = 2) {
		vi.setSystemTime('2030-05-01T09:00:00Z');
		const deadline = '2030-05-31T21:59:59.999Z';
		const engagement = await engagementOf(ada, { deadline, settings: settings({ reminders: [7, 2], ...some }) });
		const people = await asked(
			ada,
			engagement,
			Array.from({ length: count }, () => null)
		);
		await inviteAll(ada, engagement.id);
		await sent();
		return { engagement, people };
	}

	test('goes on its days, at eight there, to whoever has not finished and has not declined', async () => {
		const { engagement, people } = await begun({}, 4);
		await answers(people[0]!, given);
		const db = await database();
		await updateInvitee(db, people[1]!.id, { declined_at: new Date().toISOString() });
		const uninvited = (await asked(ada, engagement, [null]))[0];
		await at('2030-05-23T22:30:00Z');
		expect((await waiting()).map(({ due_at }) => due_at)).toEqual(Array(2).fill('2030-05-24T06:00:00.000Z'));
		expect(await sent()).toEqual([]);
		vi.setSystemTime('2030-05-24T06:00:00Z');
		const mails = await sent();
		expect(to(mails)).toEqual(addresses(people.slice(2)));
		expect(to(mails)).not.toContain(uninvited?.address);
		expect(mails[0]?.email.subject).toBe('Reminder: Harbour Pumps, “Small”');
		expect(mails[0]?.email.text).toContain('/reminders\n');
	});

	test('goes once a day that is set, however often the day is attended, and not on others', async () => {
		const { people } = await begun({}, 1);
		const days: string[] = [];
		for (let day = 2; day <= 31; day += 1) {
			const date = `2030-05-${String(day).padStart(2, '0')}`;
			for (const hour of ['07', '12', '20']) {
				await Promise.all([at(`${date}T${hour}:00:00Z`), at(`${date}T${hour}:00:00Z`)]);
				for (const mail of await sent()) days.push(`${date} ${mail.to.join()}`);
			}
		}
		expect(days).toEqual([`2030-05-24 ${people[0]!.address}`, `2030-05-29 ${people[0]!.address}`]);
	});

	test('is made up for on the next day, but no later', async () => {
		await begun({ reminders: [7] }, 1);
		await at('2030-05-25T09:00:00Z');
		expect((await sent()).length).toBe(1);
		await begun({ reminders: [7] }, 1);
		await at('2030-05-26T09:00:00Z');
		expect(await waiting()).toEqual([]);
	});

	test('that waits is not sent to whoever has finished, declined, or once it is over', async () => {
		const { engagement, people } = await begun({}, 3);
		await at('2030-05-24T04:00:00Z');
		await answers(people[0]!, given);
		await updateInvitee(await database(), people[1]!.id, { declined_at: new Date().toISOString() });
		vi.setSystemTime('2030-05-24T07:00:00Z');
		expect(to(await sent())).toEqual([people[2]!.address]);
		await at('2030-05-29T04:00:00Z');
		vi.setSystemTime('2030-05-31T22:00:00Z');
		expect(await sent()).toEqual([]);
		expect((await engagementNow(engagement.id)).closed_at).toBeNull();
	});

	test('does not follow an invitation of the same day', async () => {
		const { engagement } = await begun({ reminders: [7] }, 1);
		const [late] = await asked(ada, engagement, [null]);
		vi.setSystemTime('2030-05-24T05:00:00Z');
		await inviteOne(ada, engagement.id, late!.id);
		await at('2030-05-24T09:00:00Z');
		expect((await sent()).map(({ email }) => email.subject?.startsWith('Reminder')).toSorted()).toEqual([false, true]);
	});
});

test('at its deadline a round is closed, once, and nobody is reminded after that', async () => {
	vi.setSystemTime('2030-05-01T09:00:00Z');
	const deadline = '2030-05-31T21:59:59.999Z';
	const engagement = await engagementOf(ada, { deadline, settings: settings({ reminders: [1] }) });
	const open = await engagementOf(ada);
	await asked(ada, engagement, [null]);
	await inviteAll(ada, engagement.id);
	await sent();
	await at('2030-05-31T21:59:59Z');
	expect((await engagementNow(engagement.id)).closed_at).toBeNull();
	await (await database()).deleteFrom('outbox').where('kind', '=', 'mail').execute();
	await at('2030-06-01T00:00:01Z');
	expect((await engagementNow(engagement.id)).closed_at).toBe('2030-06-01T00:00:01.000Z');
	await at('2030-06-02T00:00:01Z');
	expect((await engagementNow(engagement.id)).closed_at).toBe('2030-06-01T00:00:01.000Z');
	expect((await engagementNow(open.id)).closed_at).toBeNull();
	expect(await waiting()).toEqual([]);
});
