// Somebody who was asked by an engagement: what they are told, what they answer, and what becomes of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEngagementSettings } from '#lib/engagement/settings.ts';
import { database } from '#lib/server/database/database.ts';
import { closeEngagement, editEngagement, renewOpenLink } from '#lib/server/engagement/changes.ts';
import { openToken } from '#lib/server/engagement/engaged.ts';
import { forgetInvitees } from '#lib/server/engagement/forgetting.ts';
import { addInvitees, inviteeToken, removeInvitee } from '#lib/server/engagement/invitee-changes.ts';
import { inviteesOf } from '#lib/server/engagement/invitees.ts';
import { resultsOf } from '#lib/server/engagement/results.ts';
import { eraseAll } from '#lib/server/erasing.ts';
import type { Person } from '#lib/server/person.ts';
import { completeResponse, resumePath, saveResponse } from '#lib/server/responses.ts';
import { senderOf } from '#lib/server/senders.ts';
import { findResponse } from '#lib/server/response-rows.ts';
import { answers, asked, engagementNow, engagementOf } from '../support/engagements.ts';
import { signedIn } from '../support/signed-in.ts';
import { smallContent, writeContent } from '../support/small-content.ts';
import { call, makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
const groups = 'groups:\n  managers: { role: [other] }\n  sellers: { role: [seller] }\ntones:';
writeContent(world.content, {
	'small/instrument.md': (smallContent['small/instrument.md'] ?? '').replace('tones:', groups)
});
afterAll(() => world.stop());

let person: Person;
beforeAll(async () => {
	person = { ...(await signedIn('consultant')), session: 's' };
});

const given = { role: 'seller', first: 'agree', second: 'neither', third: 'agree' };
const settings = newEngagementSettings();
const marked = Object.fromEntries(Object.entries(given).map(([question, value]) => [question, [value, 1] as const]));
const sent = (invitation: string) => ({ ...(saving(marked) as object), invitation });
const form = (fields: Record<string, string>) => ({
	body: new URLSearchParams(fields),
	headers: { origin: 'https://survey.test', 'content-type': 'application/x-www-form-urlencoded' }
});

describe('the introduction', () => {
	test('tells the promise, and nothing to whoever holds the link of somebody who has finished', async () => {
		const engagement = await engagementOf(person, { promise: 'anonymous' });
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		const path = `/e/${inviteeToken(one)}`;
		const before = await call('GET', path);
		expect(before.status).toBe(200);
		expect(before.headers.get('cache-control')).toContain('no-store');
		expect(before.headers.get('x-robots-tag')).toBe('noindex');
		expect(await before.json()).toMatchObject({ asked: { promise: 'anonymous', state: 'open', report: null } });
		await answers(one, given);
		const after = await call('GET', path);
		const told = await after.text();
		expect(JSON.parse(told)).toMatchObject({ asked: { state: 'finished', report: null } });
		expect(told).not.toContain('/r/');
		expect(told).not.toContain(one.address);
	});

	test('is a kind 410 for a dead link, and a 404 for one that never was', async () => {
		const engagement = await engagementOf(person, { settings: { ...settings, openLink: true } });
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		await removeInvitee(person, engagement.id, one.id);
		expect((await call('GET', `/e/${inviteeToken(one)}`)).status).toBe(410);
		const open = openToken(engagement);
		expect((await call('GET', `/e/${open}`)).status).toBe(200);
		await renewOpenLink(person, engagement.id);
		expect((await call('GET', `/e/${open}`)).status).toBe(410);
		expect((await call('GET', `/e/${newKey()}`)).status).toBe(404);
	});
});

describe('saving', () => {
	test('with a dead or foreign link is refused, and nothing is kept', async () => {
		const engagement = await engagementOf(person);
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		await removeInvitee(person, engagement.id, one.id);
		for (const token of [inviteeToken(one), newKey()]) {
			const id = newId();
			const reply = await call('PUT', `/api/v1/responses/${id}`, { key: newKey(), json: sent(token) });
			expect(reply.status).toBe(422);
			expect(await reply.json()).toMatchObject({ problems: [{ code: 'dead-invitation', where: 'invitation' }] });
			expect(await findResponse(await database(), id)).toBeNull();
		}
	});

	test('what was begun goes on when it is closed; where nothing late is taken it stays their own', async () => {
		for (const takesLate of [true, false]) {
			const engagement = await engagementOf(person, { settings: { ...settings, takesLate } });
			const [one, two] = await asked(person, engagement, ['seller', 'seller']);
			if (one === undefined || two === undefined) throw new Error('nobody');
			const [id, key] = [newId(), newKey()];
			expect(await saveResponse(id, key, sent(inviteeToken(one)))).toMatchObject({ kind: 'saved' });
			await closeEngagement(person, engagement.id);
			const completed = await completeResponse(id, key, sent(inviteeToken(one)));
			expect(completed).toMatchObject({ kind: 'completed' });
			const report = completed.kind === 'completed' ? completed.report : '';
			expect(await (await call('GET', report)).json()).toMatchObject({ isUncounted: !takesLate });
			const late = await saveResponse(newId(), newKey(), sent(inviteeToken(two)));
			expect(late.kind).toBe(takesLate ? 'saved' : 'invalid');
			const { heard } = await resultsOf(await engagementNow(engagement.id));
			expect(heard.map((each) => [each.id, each.isLate])).toEqual(takesLate ? [[id, true]] : []);
		}
	});

	test('goes on by a link that was mailed, to the survey of the invitation', async () => {
		const engagement = await engagementOf(person);
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, sent(inviteeToken(one)));
		expect(await resumePath(id, key)).toMatch(new RegExp(`^/e/${inviteeToken(one)}/survey#continue=${id}\\.`));
	});

	test('the promise and the first answer at the same moment: never another promise than was told', async () => {
		for (let round = 0; round < 5; round++) {
			const engagement = await engagementOf(person, { promise: 'anonymous' });
			const [one] = await asked(person, engagement, ['seller']);
			if (one === undefined) throw new Error('nobody');
			const [edited] = await Promise.all([
				editEngagement(person, engagement.id, { promise: 'named' }),
				saveResponse(newId(), newKey(), sent(inviteeToken(one)))
			]);
			const now = await engagementNow(engagement.id);
			expect(now.frozen_at).not.toBeNull();
			expect(now.promise).toBe(edited === 'changed' ? 'named' : 'anonymous');
			expect(
				await editEngagement(person, engagement.id, { promise: now.promise === 'named' ? 'anonymous' : 'named' })
			).toBe('frozen');
		}
	});
});

describe('without a script', () => {
	test('the form has the role, begins with the invitation, and comes back to it', async () => {
		const engagement = await engagementOf(person);
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		const path = `/e/${inviteeToken(one)}/survey`;
		const page = (await (await call('GET', path)).json()) as { prefilled: object; begins: string };
		expect(page.prefilled).toEqual({ role: 'seller' });
		// To look begins nothing.
		expect((await inviteesOf(engagement.id))[0]).toMatchObject({ begun_at: null });
		const posted = await call(
			'POST',
			path,
			form({ 'form.section': 'you', role: 'seller', 'form.begins': page.begins })
		);
		expect(posted.status).toBe(303);
		expect(posted.headers.get('location')).toContain(path);
		expect(posted.headers.get('set-cookie')).toContain(one.id);
		expect((await inviteesOf(engagement.id))[0]).toMatchObject({ response: page.begins.split('.')[0] });
	});
});

describe('reminders', () => {
	test('to look ends nothing; one click does; and nobody learns whether the link is ours', async () => {
		const engagement = await engagementOf(person);
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		const path = `/e/${inviteeToken(one)}/reminders`;
		await call('GET', path);
		expect((await inviteesOf(engagement.id))[0]?.declined_at).toBeNull();
		const { body, headers } = form({ 'List-Unsubscribe': 'One-Click' });
		const { 'content-type': type } = headers;
		const clicked = await call('POST', path, { body, headers: { 'content-type': type } });
		expect(clicked.status).toBe(200);
		expect((await inviteesOf(engagement.id))[0]?.declined_at).not.toBeNull();
		const other = await call('POST', `/e/${newKey()}/reminders`, { body: new URLSearchParams(), headers });
		expect([other.status, await other.text()]).toEqual([200, await clicked.text()]);
	});
});

describe('in the benchmark', () => {
	test('the people of one client are one company, and the same people in its next round', async () => {
		const db = await database();
		const sender = async (response: string) => {
			const stored = await findResponse(db, response);
			if (stored === null) throw new Error('no response');
			return senderOf(db, stored);
		};
		const first = await engagementOf(person);
		const second = await engagementOf(person, { client: { id: first.client.id }, name: 'Autumn', previous: first.id });
		const another = await engagementOf(person, { client: { name: first.client.name } });
		const jo = { name: 'Jo', address: `jo-${newId()}@client.example`, role: 'seller' };
		const ask = async ({ id }: { readonly id: string }, people: readonly (typeof jo)[]) => {
			const added = await addInvitees(person, id, people);
			if (typeof added === 'string') throw new Error(added);
			return Promise.all(added.map(async (each) => sender(await answers(each, given))));
		};
		const [one, two] = await ask(first, [jo, { ...jo, address: `al-${jo.address}` }]);
		const [again] = await ask(second, [{ ...jo, address: jo.address.toUpperCase() }]);
		const [elsewhere] = await ask(another, [jo]);
		expect(two?.company).toBe(one?.company);
		expect(two?.person).not.toBe(one?.person);
		expect(again).toEqual(one);
		// A name that was typed tells no company.
		expect(elsewhere?.company).not.toBe(one?.company);
		expect(JSON.stringify(one)).not.toContain(first.client.id);
	});
});

describe('erasing', () => {
	test('whoever was asked has not answered; whoever came by the open link was never there', async () => {
		const engagement = await engagementOf(person, { settings: { ...settings, openLink: true } });
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		const ids = [await answers(one, given), await answers(one, given, { invitation: openToken(engagement) })];
		expect(await inviteesOf(engagement.id)).toHaveLength(2);
		await eraseAll(ids);
		expect(await inviteesOf(engagement.id)).toMatchObject([
			{ id: one.id, response: null, begun_at: null, completed_at: null }
		]);
	});

	test('name and address go a month after their link died', async () => {
		const engagement = await engagementOf(person);
		const [one, two] = await asked(person, engagement, ['seller', 'seller']);
		if (one === undefined || two === undefined) throw new Error('nobody');
		await removeInvitee(person, engagement.id, one.id);
		await forgetInvitees(new Date(Date.now() + 31 * 86_400_000));
		const rows = await (
			await database()
		)
			.selectFrom('invitees')
			.select(['id', 'address'])
			.where('engagement', '=', engagement.id)
			.execute();
		const addresses = Object.fromEntries(rows.map(({ id, address }) => [id, address]));
		expect(addresses).toEqual({ [one.id]: '', [two.id]: two.address });
	});
});
