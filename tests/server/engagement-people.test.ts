// An engagement in the studio, by its forms: begun, people asked, links, settings, closed, shared, deleted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '#lib/server/database/database.ts';
import { addInvitees, inviteePath } from '#lib/server/engagement/invitee-changes.ts';
import { inviteesOf } from '#lib/server/engagement/invitees.ts';
import { inviteeFor, linkedBy } from '#lib/server/engagement/engaged.ts';
import { engagementFor } from '#lib/server/engagement/engagements.ts';
import type { Person } from '#lib/server/person.ts';
import { answers, asked, closed, engagementNow, engagementOf } from '../support/engagements.ts';
import { signedIn, type SignedIn } from '../support/signed-in.ts';
import { call, makeWorld, ORIGIN } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

let owner: SignedIn, consultant: SignedIn, other: SignedIn;
const personOf = ({ id, name, address, role }: SignedIn): Person => ({ id, name, address, role, session: '' });
beforeAll(async () => {
	owner = await signedIn('owner');
	[consultant, other] = [await signedIn('consultant'), await signedIn('consultant', { name: 'Ben Ox' })];
});

type Data = Record<string, unknown>;
type Told = { readonly status: number; readonly to: string | null; readonly data: Data };

async function ask(who: SignedIn, method: 'GET' | 'POST', path: string, body?: BodyInit): Promise<Told> {
	const response = await call(method, `/studio/engagements/${path}`, {
		headers: who.headers,
		...(body === undefined ? {} : { body })
	});
	const text = await response.text();
	const data = text.startsWith('{') ? (JSON.parse(text) as Data) : {};
	return { status: response.status, to: response.headers.get('location'), data };
}

const post = (who: SignedIn, path: string, fields: Readonly<Record<string, string>> = {}) =>
	ask(who, 'POST', path, new URLSearchParams(fields));

function sends(who: SignedIn, path: string, fields: Readonly<Record<string, string | Blob>>) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	return ask(who, 'POST', path, body);
}

const settings = {
	name: 'Spring',
	promise: 'anonymous',
	deadline: '',
	zone: 'Europe/Berlin',
	contactName: 'Ada Marten',
	contactAddress: 'ada@firm.test',
	welcome: 'Thank you.',
	reminders: '2, 7',
	takesLate: 'on',
	brand: ''
};

const audit = async (id: string) =>
	(await (await database()).selectFrom('audit').selectAll().where('subject', '=', `engagement ${id}`).execute()).map(
		({ action, detail }) => ({ action, detail })
	);

const codes = ({ data }: Told) => (data['faults'] as readonly { where: string; code: string }[]).map((each) => each);
const given = { role: 'seller', first: 'agree', second: 'agree', third: 'agree' };

describe('a new engagement', () => {
	const begin = (fields: Readonly<Record<string, string>> = {}) =>
		post(consultant, 'new', { ...settings, client: '', clientName: 'Harbour Pumps', instrument: 'small', ...fields });

	test('is made with all that was decided, and opens on its people', async () => {
		const { status, to } = await begin({ deadline: '2031-03-30' });
		expect([status, to]).toEqual([303, expect.stringMatching(/^\/studio\/engagements\/[0-9a-f-]{36}\?done=created$/)]);
		const id = to?.slice('/studio/engagements/'.length, -'?done=created'.length) ?? '';
		expect(await engagementNow(id)).toMatchObject({
			client: { name: 'Harbour Pumps' },
			instrument: 'small',
			promise: 'anonymous',
			owner: consultant.id,
			// Summer time begins there on that day.
			deadline: '2031-03-30T21:59:59.999Z',
			settings: {
				zone: 'Europe/Berlin',
				contact: { name: 'Ada Marten', address: 'ada@firm.test' },
				reminders: [7, 2],
				openLink: false,
				takesLate: true,
				brand: null
			}
		});
		expect((await ask(consultant, 'GET', `${id}?done=created`)).data).toMatchObject({ people: [], done: 'created' });
	});

	test('of a client who is there already adds none of the same name', async () => {
		const of = async (told: Told) => (await engagementNow(told.to?.slice(20, 56) ?? '')).client.id;
		const [one, two] = [await of(await begin({ clientName: 'Mill' })), await of(await begin({ clientName: ' mill ' }))];
		expect(two).toBe(one);
		expect((await ask(consultant, 'GET', 'new')).data['clients']).toContainEqual({ id: one, name: 'Mill' });
		expect((await ask(other, 'GET', 'new')).data['clients']).not.toContainEqual({ id: one, name: 'Mill' });
		expect((await post(other, 'new', { ...settings, client: one, instrument: 'small' })).status).toBe(404);
	});

	test.each<[string, Readonly<Record<string, string>>, string, string]>([
		['no name', { name: ' ' }, 'name', 'out-of-range'],
		['no client', { clientName: '' }, 'clientName', 'missing'],
		['an instrument that is none', { instrument: 'none' }, 'instrument', 'wrong-value'],
		['no promise', { promise: 'perhaps' }, 'promise', 'wrong-value'],
		['a day that is none', { deadline: '2031-02-30' }, 'deadline', 'wrong-value'],
		['a day that is over', { deadline: '2020-01-01' }, 'deadline', 'past'],
		['a zone that is none', { zone: 'Europe/Atlantis' }, 'zone', 'wrong-value'],
		['reminders that are none', { reminders: '7, soon' }, 'reminders', 'wrong-value'],
		['too many reminders', { reminders: '1 2 3 4 5' }, 'reminders', 'wrong-value'],
		['a head of a mail in the name', { contactName: 'Ada\nBcc: all@firm.test' }, 'contactName', 'wrong-value'],
		['a head of a mail in the client', { clientName: 'Mill\r\nBcc: all@firm.test' }, 'clientName', 'wrong-value'],
		['two addresses', { contactAddress: 'a@firm.test, b@firm.test' }, 'contactAddress', 'wrong-value'],
		['too many words', { welcome: 'a'.repeat(1001) }, 'welcome', 'out-of-range']
	])('with %s comes back with what was typed', async (_, fields, where, code) => {
		const told = await begin(fields);
		expect([told.status, codes(told)]).toEqual([422, [{ where, code: expect.any(String) as string }]]);
		if (['missing', 'past'].includes(code)) expect(codes(told)[0]?.code).toBe(code);
		expect(told.data['typed']).toMatchObject({ ...settings, ...fields });
	});

	test('takes over the people of the round before, if that is wanted', async () => {
		const first = await engagementOf(personOf(consultant), {
			settings: { ...(await anySettings()), welcome: 'Again' }
		});
		const people = await asked(personOf(consultant), first, ['seller', null]);
		const { data } = await ask(consultant, 'GET', `new?previous=${first.id}`);
		expect(data).toMatchObject({
			values: { client: first.client.id, instrument: 'small', promise: 'named', welcome: 'Again', deadline: '' },
			previous: { id: first.id, people: 2 }
		});
		const same = { ...settings, client: first.client.id, instrument: 'small', previous: first.id };
		const id = (await post(consultant, 'new', { ...same, people: 'on' })).to?.slice(20, 56) ?? '';
		const again = await inviteesOf(id);
		expect(again.map(({ name, address, role }) => [name, address, role])).toEqual(
			people.map(({ name, address, role }) => [name, address, role])
		);
		expect(new Set([...people, ...again].map(({ hash }) => hash)).size).toBe(4);
		expect((await engagementNow(id)).previous).toBe(first.id);
		const none = (await post(consultant, 'new', same)).to?.slice(20, 56) ?? '';
		expect(await inviteesOf(none)).toEqual([]);
		expect((await ask(other, 'GET', `new?previous=${first.id}`)).status).toBe(404);
		expect((await post(other, 'new', same)).status).toBe(404);
	});
});

const anySettings = async () => (await engagementOf(personOf(consultant))).settings;

describe('people', () => {
	test('are added from a paste, from a file, and in the alphabet of Windows', async () => {
		const { id } = await engagementOf(personOf(consultant));
		expect((await sends(consultant, `${id}?/add`, { people: 'Ann Lee <ann@c.example>\nben@c.example' })).to).toBe(
			`/studio/engagements/${id}?done=added&count=2`
		);
		const file = new Blob([
			new Uint8Array([...Buffer.from('name;email\nJ'), 0xfc, ...Buffer.from('rg;jurg@c.example')])
		]);
		expect((await sends(consultant, `${id}?/add`, { people: '', file })).to).toContain('count=1');
		expect((await inviteesOf(id)).map(({ name }) => name)).toEqual(['Ann Lee', '', 'Jürg']);
		expect(await audit(id)).toContainEqual({ action: 'engagement.people-added', detail: '{"count":2}' });
		expect(JSON.stringify(await audit(id))).not.toContain('@');
	});

	test('with a fault in a line nobody is added at first, and then those of the sound lines', async () => {
		const { id } = await engagementOf(personOf(consultant));
		await addInvitees(personOf(consultant), id, [{ name: '', address: 'known@c.example', role: null }]);
		const people = 'ann@c.example\nnobody\nKnown@c.example\nben@c.example\nann@c.example';
		const first = await sends(consultant, `${id}?/add`, { people });
		expect([first.status, first.data['list']]).toEqual([
			422,
			{
				text: people,
				code: 'lines',
				faults: [
					{ line: 2, code: 'no-address', text: 'nobody' },
					{ line: 3, code: 'invited-already', text: 'Known@c.example' },
					{ line: 5, code: 'twice', text: 'ann@c.example' }
				],
				sound: [
					{ name: '', address: 'ann@c.example', role: null },
					{ name: '', address: 'ben@c.example', role: null }
				],
				added: 0
			}
		]);
		expect(await inviteesOf(id)).toHaveLength(1);
		const second = await sends(consultant, `${id}?/add`, { people, do: 'sound' });
		expect(second.data['list']).toMatchObject({ text: 'nobody\nKnown@c.example\nann@c.example', added: 2, sound: [] });
		expect((await inviteesOf(id)).map(({ address }) => address)).toEqual([
			'known@c.example',
			'ann@c.example',
			'ben@c.example'
		]);
	});

	test.each<[string, Readonly<Record<string, string | Blob>>, string]>([
		['nothing', { people: ' \n' }, 'empty'],
		['both', { people: 'ann@c.example', file: new Blob(['ben@c.example']) }, 'both'],
		['too much', { people: 'a'.repeat(200_001) }, 'too-large'],
		['too many', { people: Array.from({ length: 2001 }, (_, at) => `p${at}@c.example`).join('\n') }, 'too-many']
	])('%s is said, and what was typed is there', async (_, fields, code) => {
		const { id } = await engagementOf(personOf(consultant));
		const { data } = await sends(consultant, `${id}?/add`, fields);
		expect(data['list']).toMatchObject({ code, text: fields['people'], added: 0 });
		expect(await inviteesOf(id)).toEqual([]);
	});

	test('what no keyboard types is no part of a name', async () => {
		const { id } = await engagementOf(personOf(consultant));
		await sends(consultant, `${id}?/add`, { people: 'A\u0000nn\u001B Lee <ann@c.example>' });
		expect((await inviteesOf(id)).map(({ name }) => name)).toEqual(['A nn  Lee']);
	});

	test('added by two at once, one address is one person', async () => {
		const { id } = await engagementOf(personOf(consultant));
		const list = Array.from({ length: 20 }, (_, at) => `p${at}@c.example`);
		const both = [list, list.toReversed(), list.map((address) => address.toUpperCase())];
		const told = await Promise.all(both.map((each) => sends(consultant, `${id}?/add`, { people: each.join('\n') })));
		expect(told.map(({ status }) => status).filter((status) => status === 303).length).toBeGreaterThan(0);
		const there = (await inviteesOf(id)).map(({ address }) => address.toLowerCase());
		expect([there.length, new Set(there).size]).toEqual([20, 20]);
	});

	test('keep their link while name and role change; replaced or removed it is dead', async () => {
		const engagement = await engagementOf(personOf(consultant));
		const { id } = engagement;
		const [one, two, three] = await asked(personOf(consultant), engagement, [null, null, null]);
		if (!one || !two || !three) throw new Error('three were asked');
		const shown = await post(consultant, `${id}?person=${one.id}&/link`, { id: one.id });
		expect(shown.data['link']).toBe(`${ORIGIN}${inviteePath(one)}`);
		expect((await audit(id)).map(({ action }) => action)).toContain('engagement.link-shown');
		const edit = { id: one.id, name: 'Ann Lee', role: '' };
		expect((await post(consultant, `${id}?person=${one.id}&/edit`, edit)).to).toContain('done=edited');
		expect(codes(await post(consultant, `${id}?/edit`, { ...edit, role: 'astronaut' }))).toEqual([
			{ where: 'role', code: 'wrong-value' }
		]);
		const token = (path: string) => path.slice('/e/'.length);
		expect((await linkedBy(token(inviteePath(one))))?.invitee?.name).toBe('Ann Lee');

		const instead = { id: two.id, newName: 'Cy', newAddress: one.address.toUpperCase() };
		expect(codes(await post(consultant, `${id}?/replace`, instead))).toEqual([{ where: 'newAddress', code: 'known' }]);
		const wrong = await post(consultant, `${id}?/replace`, { ...instead, newAddress: 'cy' });
		expect([codes(wrong)[0]?.where, wrong.data['typed']]).toEqual(['newAddress', { ...instead, newAddress: 'cy' }]);
		await post(consultant, `${id}?/replace`, { ...instead, newAddress: 'cy@c.example' });
		await post(consultant, `${id}?/remove`, { id: three.id });
		expect(await linkedBy(token(inviteePath(two)))).toBeNull();
		expect(await linkedBy(token(inviteePath(three)))).toBeNull();
		expect((await inviteesOf(id)).map(({ name }) => name)).toEqual(['Ann Lee', 'Cy']);
		for (const action of ['link', 'again', 'remove', 'edit']) {
			const fields = { id: three.id, ...(action === 'edit' ? { name: '' } : {}) };
			expect([action, (await post(consultant, `${id}?/${action}`, fields)).status]).toEqual([action, 404]);
		}
	});

	test('of another engagement are not there', async () => {
		const [mine, theirs] = [await engagementOf(personOf(consultant)), await engagementOf(personOf(other))];
		const [victim] = await asked(personOf(other), theirs, [null]);
		for (const action of ['link', 'again', 'remove'])
			expect((await post(consultant, `${mine.id}?/${action}`, { id: victim?.id ?? '' })).status).toBe(404);
		expect((await ask(consultant, 'GET', `${mine.id}?person=${victim?.id}`)).data['open']).toBeNull();
		for (const action of ['add', 'invite', 'close', 'delete', 'share', 'open', 'renew'])
			expect((await post(consultant, `${theirs.id}?/${action}`, { sure: 'on', person: owner.id })).status).toBe(404);
	});
});

describe('how far they are', () => {
	type Row = { readonly state: string; readonly number: number };
	const pageOf = async (id: string) =>
		(await ask(consultant, 'GET', id)).data as Data & { people: readonly Row[]; counts: { all: object } };

	test('is told by name where that was said', async () => {
		const engagement = await engagementOf(personOf(consultant));
		const [one, two] = await asked(personOf(consultant), engagement, ['seller', 'other', null]);
		await answers(one!, given);
		await closed(personOf(consultant), engagement);
		await answers(two!, given);
		const { people, counts } = await pageOf(engagement.id);
		expect(people.map(({ state }) => state)).toEqual(['finished', 'late', 'uninvited']);
		expect(counts.all).toMatchObject({ asked: 3, finished: 2 });
	});

	test('is nothing but who has finished where anonymity was promised, and no time of it', async () => {
		const engagement = await engagementOf(personOf(consultant), { promise: 'anonymous' });
		const [one, two] = await asked(personOf(consultant), engagement, ['seller', 'other']);
		await answers(one!, given);
		const db = await database();
		await db.updateTable('invitees').set({ begun_at: new Date().toISOString() }).where('id', '=', two!.id).execute();
		const page = await pageOf(engagement.id);
		expect(page.people.map(({ state }) => state)).toEqual(['finished', 'uninvited']);
		const finished = (await inviteesOf(engagement.id))[0];
		for (const secret of [finished?.completed_at, finished?.response, finished?.begun_at, 'agree'])
			expect(JSON.stringify(page)).not.toContain(secret);
		await post(consultant, `${engagement.id}?/close`, { sure: 'on' });
		await answers(two!, given);
		expect((await pageOf(engagement.id)).people.map(({ state }) => state)).toEqual(['finished', 'finished']);
	});

	test('whoever has finished anonymously stays where they are', async () => {
		const engagement = await engagementOf(personOf(consultant), { promise: 'anonymous' });
		const [one] = await asked(personOf(consultant), engagement, [null]);
		await answers(one!, given);
		const of = { id: one!.id };
		expect(codes(await post(consultant, `${engagement.id}?/remove`, of))).toEqual([{ where: '', code: 'answered' }]);
		expect(codes(await post(consultant, `${engagement.id}?/link`, of))).toEqual([{ where: '', code: 'finished' }]);
		const instead = { ...of, newName: '', newAddress: 'new@c.example' };
		expect(codes(await post(consultant, `${engagement.id}?/replace`, instead))[0]?.code).toBe('answered');
	});

	test('by the open link, a person is one from the first answer, or, anonymous, from the last', async () => {
		const withLink = { ...(await anySettings()), openLink: true };
		for (const promise of ['named', 'anonymous'] as const) {
			const { id } = await engagementOf(personOf(consultant), { promise, settings: withLink });
			const { data } = await post(consultant, `${id}?/open`);
			const token = String(data['openLink']).slice(`${ORIGIN}/e/`.length);
			const db = await database();
			const somebody = await inviteeFor(db, token, 'small', new Date().toISOString());
			expect((await pageOf(id)).people.length).toBe(promise === 'named' ? 1 : 0);
			const now = new Date().toISOString();
			await db
				.updateTable('invitees')
				.set({ completed_at: now })
				.where('id', '=', typeof somebody === 'string' ? somebody : '')
				.execute();
			expect((await pageOf(id)).people).toMatchObject([{ number: 1, state: 'finished' }]);
			await post(consultant, `${id}?/renew`);
			expect(await linkedBy(token)).toBeNull();
		}
	});
});

describe('settings', () => {
	test('are shown and changed; the promise is locked by the first answer', async () => {
		const engagement = await engagementOf(personOf(consultant));
		const path = `${engagement.id}/settings`;
		expect((await post(consultant, path, { ...settings, deadline: '2031-12-24' })).to).toBe('?saved');
		expect((await ask(consultant, 'GET', path)).data).toMatchObject({
			values: { ...settings, deadline: '2031-12-24', reminders: '7, 2' },
			isFrozen: false,
			told: 0
		});
		const [one] = await asked(personOf(consultant), engagement, [null]);
		await answers(one!, given);
		expect((await ask(consultant, 'GET', path)).data).toMatchObject({ isFrozen: true });
		const broken = await post(consultant, path, { ...settings, promise: 'named', name: 'Summer' });
		expect([broken.status, codes(broken)]).toEqual([409, [{ where: 'promise', code: 'frozen' }]]);
		const { promise: _, ...rest } = settings;
		expect((await post(consultant, path, { ...rest, name: 'Summer' })).status).toBe(303);
		expect(await engagementNow(engagement.id)).toMatchObject({ name: 'Summer', promise: 'anonymous', deadline: null });
	});

	test('a deadline that has passed stays; none is set into the past', async () => {
		const engagement = await engagementOf(personOf(consultant), { deadline: '2026-01-31T22:59:59.999Z' });
		const path = `${engagement.id}/settings`;
		expect((await post(consultant, path, { ...settings, promise: 'named', deadline: '2026-01-31' })).status).toBe(303);
		const told = await post(consultant, path, { ...settings, deadline: '2026-02-01' });
		expect(codes(told)).toEqual([{ where: 'deadline', code: 'past' }]);
	});
});

describe('closing', () => {
	test('asks once more, and is undone unless results of an anonymous one were told', async () => {
		const [named, anonymous] = [
			await engagementOf(personOf(consultant)),
			await engagementOf(personOf(consultant), { promise: 'anonymous' })
		];
		expect(codes(await post(consultant, `${named.id}?/close`))[0]?.where).toBe('sure');
		expect((await engagementNow(named.id)).closed_at).toBeNull();
		for (const { id } of [named, anonymous]) await post(consultant, `${id}?/close`, { sure: 'on' });
		expect((await post(consultant, `${named.id}?/reopen`)).to).toContain('done=reopened');
		expect((await engagementNow(named.id)).closed_at).toBeNull();
		expect(codes(await post(consultant, `${anonymous.id}?/reopen`))).toEqual([{ where: '', code: 'told' }]);
	});

	test('a deadline that is over would close it again', async () => {
		const { id } = await engagementOf(personOf(consultant), { deadline: '2026-01-31T22:59:59.999Z' });
		await post(consultant, `${id}?/close`, { sure: 'on' });
		expect(codes(await post(consultant, `${id}?/reopen`))).toEqual([{ where: '', code: 'over' }]);
	});
});

describe('colleagues', () => {
	test('see what is shared with them, and share and delete nothing', async () => {
		const { id } = await engagementOf(personOf(consultant));
		expect((await ask(other, 'GET', id)).status).toBe(404);
		expect((await ask(consultant, 'GET', id)).data['others']).toEqual([{ id: other.id, name: 'Ben Ox' }]);
		await post(consultant, `${id}?/share`, { person: other.id });
		expect((await ask(consultant, 'GET', id)).data).toMatchObject({
			colleagues: [{ id: other.id, name: 'Ben Ox' }],
			others: []
		});
		expect((await ask(other, 'GET', id)).data).toMatchObject({ isHolder: false });
		const marketer = await signedIn('marketer');
		expect(codes(await post(consultant, `${id}?/share`, { person: marketer.id }))[0]?.where).toBe('person');
		expect((await post(other, `${id}?/delete`, { sure: 'on' })).status).toBe(404);
		expect((await post(other, `${id}?/unshare`, { person: other.id })).status).toBe(404);
		await post(owner, `${id}?/unshare`, { person: other.id });
		expect((await ask(other, 'GET', id)).status).toBe(404);
	});

	test('deleted, it is gone with its links', async () => {
		const engagement = await engagementOf(personOf(consultant));
		const [one] = await asked(personOf(consultant), engagement, [null]);
		expect((await post(consultant, `${engagement.id}?/delete`)).status).toBe(422);
		const { to } = await post(consultant, `${engagement.id}?/delete`, { sure: 'on' });
		expect(to).toBe('/studio/engagements?deleted');
		expect(await engagementFor(personOf(owner), engagement.id)).toBeNull();
		expect(await linkedBy(inviteePath(one!).slice('/e/'.length))).toBeNull();
		expect((await ask(consultant, 'GET', engagement.id)).status).toBe(404);
	});
});
