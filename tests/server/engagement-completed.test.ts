// An engagement that is complete: told once, whoever finishes or closes it, and nothing of anybody in it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { payloadShapes } from '#lib/server/api-shapes.ts';
import { completedOf } from '#lib/server/completed.ts';
import { database } from '#lib/server/database/database.ts';
import { closeEngagement } from '#lib/server/engagement/changes.ts';
import { inviteesOf } from '#lib/server/engagement/invitees.ts';
import type { Person } from '#lib/server/person.ts';
import { payloadOf } from '#lib/server/webhook-payload.ts';
import { addWebhook } from '#lib/server/webhooks.ts';
import { answers, asked, engagementOf } from '../support/engagements.ts';
import { signedIn } from '../support/signed-in.ts';
import { makeWorld, newId } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

let person: Person;
beforeAll(async () => {
	person = { ...(await signedIn('owner')), session: 's' };
	const events = ['response.started', 'response.completed', 'engagement.completed'] as const;
	await addWebhook('person me', newId(), { name: 'CRM', url: 'https://crm.example/hook', events, campaign: null });
});

const given = { role: 'seller', first: 'agree', second: 'neither', third: 'agree' };

const told = async (engagement: string): Promise<number> =>
	(await payloads()).filter((each) => each.includes(engagement)).length;

async function payloads(): Promise<readonly string[]> {
	const rows = await (await database()).selectFrom('outbox').select('payload').where('kind', '=', 'webhook').execute();
	return rows.map(({ payload }) => (typeof payload === 'string' ? payload : JSON.stringify(payload)));
}

const ofResponse = async (response: string) =>
	(await database()).selectFrom('outbox').select('id').where('response', '=', response).execute();

describe('told once', () => {
	test('when the last two finish at the same moment', async () => {
		for (let round = 0; round < 6; round++) {
			const engagement = await engagementOf(person);
			const people = await asked(person, engagement, ['seller', 'seller']);
			expect(await told(engagement.id)).toBe(0);
			await Promise.all(people.map((each) => answers(each, given)));
			expect(await told(engagement.id)).toBe(1);
			await closeEngagement(person, engagement.id);
			expect(await told(engagement.id)).toBe(1);
		}
	});

	test('when it is closed before everybody has finished', async () => {
		const engagement = await engagementOf(person);
		const [one] = await asked(person, engagement, ['seller', 'seller']);
		if (one === undefined) throw new Error('nobody');
		await answers(one, given);
		expect(await told(engagement.id)).toBe(0);
		await closeEngagement(person, engagement.id);
		expect(await told(engagement.id)).toBe(1);
	});

	test('begun on two devices, the one that was completed last counts, and they are one person', async () => {
		const engagement = await engagementOf(person);
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		const [, last] = [await answers(one, given), await answers(one, given)];
		expect(await inviteesOf(engagement.id)).toMatchObject([{ response: last }]);
		expect(await told(engagement.id)).toBe(1);
	});
});

describe('where anonymity was promised', () => {
	test('it is told when it is closed, and nothing of one response is told anywhere', async () => {
		const engagement = await engagementOf(person, { promise: 'anonymous' });
		const people = await asked(person, engagement, ['seller', 'seller', 'seller']);
		const responses: string[] = [];
		for (const each of people) responses.push(await answers(each, given));
		expect(await told(engagement.id)).toBe(0);
		for (const response of responses) {
			expect(await ofResponse(response)).toEqual([]);
			expect(await payloadOf('response.completed', response, 1)).toBeNull();
			expect(await payloadOf('response.started', response, 1)).toBeNull();
		}
		const exported: string[] = [];
		for await (const { id } of completedOf('small')) exported.push(id);
		expect(exported.filter((id) => responses.includes(id))).toEqual([]);
		await closeEngagement(person, engagement.id);
		expect(await told(engagement.id)).toBe(1);
		const said = payloadShapes['engagement.completed'].parse(await payloadOf('engagement.completed', engagement.id, 1));
		expect(said.data.engagement).toMatchObject({
			state: 'closed',
			people: { asked: 3, begun: 0, finished: 3 },
			result: { respondents: 3, indices: { company: { tenths: 833 } } }
		});
		for (const { name, address, id, response } of await inviteesOf(engagement.id)) {
			for (const secret of [name, address, id, response ?? '']) expect(JSON.stringify(said)).not.toContain(secret);
		}
	});
});
