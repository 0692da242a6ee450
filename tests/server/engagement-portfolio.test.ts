// The list of clients, comparing them without names, and their dates as a calendar file.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEngagementSettings } from '#lib/engagement/settings.ts';
import { endOf } from '#lib/engagement/deadline.ts';
import { database } from '#lib/server/database/database.ts';
import { shareEngagement } from '#lib/server/engagement/changes.ts';
import type { Engagement } from '#lib/server/engagement/engagements.ts';
import type { Person } from '#lib/server/person.ts';
import { answers, asked, closed, engagementNow, engagementOf } from '../support/engagements.ts';
import { signedIn, type SignedIn } from '../support/signed-in.ts';
import { call, makeWorld, newId } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const CLIENTS = '/studio/engagements';
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let ada: SignedIn;
let bea: SignedIn;
const personOf = ({ id, name, address, role }: SignedIn): Person => ({ id, name, address, role, session: '' });
const made = {} as Record<'zebra' | 'anvil' | 'moth' | 'quiet', Engagement>;

const says = (word: string) => ({ role: 'seller', first: word, second: word, third: word });

beforeAll(async () => {
	ada = await signedIn('consultant');
	bea = await signedIn('consultant', { name: 'Bea' });
	const one = async (client: string, words: readonly string[], open = 0, more = {}) => {
		const engagement = await engagementOf(personOf(ada), { client: { name: client }, ...more });
		const people = await asked(
			personOf(ada),
			engagement,
			[...words, ...Array.from({ length: open }, () => null)].map(() => null)
		);
		for (const [at, word] of words.entries()) {
			const invitee = people[at];
			if (invitee) await answers(invitee, says(word));
		}
		return engagement;
	};
	made.zebra = await one('Zebra Works', ['agree', 'agree', 'agree'], 1, { deadline: endOf(day(9), 'UTC') });
	made.anvil = await one('Anvil; Sons, Ltd', ['disagree', 'neither', 'disagree']);
	made.moth = await one(
		'Moth & Partners with a name that goes on for longer than any line of a calendar file may be – Łódź',
		['agree']
	);
	made.quiet = await one('Quiet', ['agree', 'agree', 'agree'], 2, { promise: 'anonymous' });
	const db = await database();
	const now = new Date().toISOString();
	const by = { updated_by: ada.id, updated_at: now };
	await db
		.insertInto('meetings')
		.values({
			engagement: made.anvil.id,
			held_on: day(-3),
			again_on: day(180),
			notes: '{}',
			told: '[]',
			agreed: '[]',
			decisions: '[]',
			sent_at: null,
			...by
		})
		.execute();
	const action = {
		engagement: made.anvil.id,
		what: 'Ask Ben Ox for the list',
		owner: 'Ben Ox',
		created_at: now,
		updated_at: now
	};
	await db
		.insertInto('actions')
		.values([
			{ ...action, id: newId(), due_on: day(4), state: 'open' },
			{ ...action, id: newId(), due_on: day(1), state: 'done' }
		])
		.execute();
});

const as = async (who: SignedIn, path: string, body?: URLSearchParams) =>
	call(body === undefined ? 'GET' : 'POST', path, { headers: who.headers, ...(body === undefined ? {} : { body }) });

type Page = {
	rows: {
		client: string;
		stage: string;
		index: number | null;
		band: string | null;
		agreement: string | null;
		because: string | null;
		next: { kind: string; on: string } | null;
	}[];
	total: number;
};
const pageOf = async (who: SignedIn, query = ''): Promise<Page> =>
	(await (await as(who, `${CLIENTS}${query}`)).json()) as Page;

describe('the list', () => {
	test('says of each client where they stand, how far they are and what comes next, the next date first', async () => {
		const { rows } = await pageOf(ada);
		expect(rows.map(({ client, stage, next }) => [client.slice(0, 5), stage, next])).toEqual([
			['Anvil', 'follow-up', { kind: 'action', on: day(4) }],
			['Zebra', 'answering', { kind: 'deadline', on: day(9) }],
			['Moth ', 'ready', null],
			['Quiet', 'answering', null]
		]);
		expect(rows.map(({ index, band }) => [index, band])).toEqual([
			[17, 'Low'],
			[100, 'High'],
			[100, 'High'],
			[null, null]
		]);
	});

	test('of what was promised to be anonymous it tells nothing before closing, and says why', async () => {
		const quiet = (await pageOf(ada)).rows.find(({ client }) => client === 'Quiet');
		expect(quiet).toMatchObject({ index: null, band: null, agreement: null, because: 'not closed' });
	});

	test('is narrowed to a stage, and sorted by client', async () => {
		expect((await pageOf(ada, '?stage=ready')).rows.map(({ client }) => client.slice(0, 4))).toEqual(['Moth']);
		expect((await pageOf(ada, '?stage=met')).rows).toEqual([]);
		expect((await pageOf(ada, '?sort=name')).rows[0]?.client).toMatch(/^Anvil/);
	});

	test('is what somebody may open: nothing, or what is shared with them', async () => {
		expect((await pageOf(bea)).total).toBe(0);
		await shareEngagement(personOf(ada), made.zebra.id, bea.id, true);
		expect((await pageOf(bea)).rows.map(({ client }) => client)).toEqual(['Zebra Works']);
	});
});

describe('comparing', () => {
	const choice = (...engagements: readonly Engagement[]) =>
		new URLSearchParams(engagements.map(({ id }) => ['engagement', id]));
	const shown = `${CLIENTS}/compare/shown`;

	test('shows the companies under letters, and nothing that says whose they are', async () => {
		const response = await as(ada, shown, choice(made.zebra, made.anvil));
		const text = await response.text();
		for (const secret of ['Zebra', 'Anvil', made.zebra.id, made.anvil.id, made.zebra.client.id, 'Spring'])
			expect(text).not.toContain(secret);
		const { compared } = JSON.parse(text) as {
			compared: { letters: string[]; indices: { scores: { shown: string }[] }[] };
		};
		expect(compared.letters).toEqual(['A', 'B']);
		expect(compared.indices[0]?.scores.map(({ shown }) => shown).toSorted()).toEqual(['100', '17']);
	});

	test('their order is the same each time, however they are chosen, and does not follow their names', async () => {
		const orders = new Set<string>();
		for (let round = 0; round < 12; round += 1) {
			const pair = [];
			for (const [client, word] of [
				['Alder', 'agree'],
				['Birch', 'disagree']
			] as const) {
				const engagement = await engagementOf(personOf(ada), { client: { name: client } });
				const [invitee] = await asked(personOf(ada), engagement, [null]);
				if (invitee) await answers(invitee, says(word));
				pair.push(engagement);
			}
			const [one, other] = pair as [Engagement, Engagement];
			const seen = await (await as(ada, shown, choice(one, other))).text();
			expect(await (await as(ada, shown, choice(other, one))).text()).toBe(seen);
			orders.add(/"shown":"(\d+)"/.exec(seen)?.[1] ?? '');
		}
		expect([...orders].toSorted()).toEqual(['0', '100']);
	});

	test.each([
		['one alone', () => [made.zebra], 'few'],
		['the same twice', () => [made.zebra, made.zebra], 'few'],
		['one that may not be told', () => [made.zebra, made.quiet], 'untold']
	])('%s is not compared, and the page says why', async (_, some, because) => {
		const response = await as(ada, shown, choice(...some()));
		expect([response.status, response.headers.get('location')]).toEqual([303, `${CLIENTS}/compare?not=${because}`]);
	});

	test('what somebody may not open is not compared', async () => {
		const response = await as(bea, shown, choice(made.zebra, made.anvil));
		expect(response.headers.get('location')).toBe(`${CLIENTS}/compare?not=untold`);
	});

	test('only what may be told can be chosen', async () => {
		const text = await (await as(ada, `${CLIENTS}/compare`)).text();
		expect(text).toContain('Zebra Works');
		expect(text).not.toContain('Quiet');
	});
});

describe('the calendar file', () => {
	type Entry = Readonly<Record<string, string>>;
	/** As a calendar reads it (RFC 5545): lines unfolded, texts unescaped. */
	const entriesIn = (text: string): readonly Entry[] => {
		const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
		const plain = (value: string): string =>
			value.replaceAll(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));
		return lines
			.join('\n')
			.split('BEGIN:VEVENT\n')
			.slice(1)
			.map((entry) =>
				Object.fromEntries(
					entry
						.split('\n')
						.map((line) => /^([^:]*):(.*)$/.exec(line))
						.flatMap((found) => (found ? [[found[1] ?? '', plain(found[2] ?? '')]] : []))
				)
			);
	};
	const compact = (days: number): string => day(days).replaceAll('-', '');

	test('holds each date as a whole day, under a name that stays', async () => {
		const response = await as(ada, `${CLIENTS}/calendar.ics`);
		expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		const text = await response.text();
		const entries = entriesIn(text);
		expect(
			entries.map((each) => [each['SUMMARY'], each['DTSTART;VALUE=DATE'], each['DTEND;VALUE=DATE']]).toSorted()
		).toEqual([
			['Action due: Anvil; Sons, Ltd, Spring', compact(4), compact(5)],
			['Answers due: Zebra Works, Spring', compact(9), compact(10)],
			['Meeting: Anvil; Sons, Ltd, Spring', compact(-3), compact(-2)],
			['Taken again: Anvil; Sons, Ltd, Spring', compact(180), compact(181)]
		]);
		const again = entriesIn(await (await as(ada, `${CLIENTS}/calendar.ics`)).text());
		expect(again.map(({ UID }) => UID)).toEqual(entries.map(({ UID }) => UID));
		expect(new Set(entries.map(({ UID }) => UID)).size).toBe(entries.length);
	});

	test('is well-formed: every line ends in CR LF and is folded at 75 bytes, and names nobody', async () => {
		const db = await database();
		await db
			.updateTable('engagements')
			.set({ deadline: endOf(day(2), 'UTC') })
			.where('id', '=', made.moth.id)
			.execute();
		const response = await as(ada, `${CLIENTS}/${made.moth.id}/calendar.ics`);
		const text = await response.text();
		expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(entriesIn(text).map(({ SUMMARY }) => SUMMARY)).toEqual([`Answers due: ${made.moth.client.name}, Spring`]);
		const all = await (await as(ada, `${CLIENTS}/calendar.ics`)).text();
		expect(all).not.toMatch(/Ben Ox|client\.example|nobody/);
	});

	test('once it is closed there is no deadline, and whoever may not open it gets nothing', async () => {
		const { moth } = made;
		await closed(personOf(ada), moth);
		expect((await engagementNow(moth.id)).closed_at).not.toBeNull();
		expect(entriesIn(await (await as(ada, `${CLIENTS}/${moth.id}/calendar.ics`)).text())).toEqual([]);
		expect((await as(bea, `${CLIENTS}/${moth.id}/calendar.ics`)).status).toBe(404);
	});
});

test('an engagement of an own zone and settings is read like any other', async () => {
	const settings = { ...newEngagementSettings(), zone: 'Pacific/Auckland' };
	const engagement = await engagementOf(personOf(bea), { settings, deadline: endOf(day(20), 'Pacific/Auckland') });
	const row = (await pageOf(bea)).rows.find(({ client }) => client === engagement.client.name);
	expect(row?.next).toEqual({ kind: 'deadline', on: day(20) });
});
