// Two hundred people who finish in the same second: everybody is counted, the promise is frozen once, and one of them is the last.
import { afterAll, expect, test } from 'vitest';
import { inviteesOf } from '#lib/server/engagement/invitees.ts';
import { database } from '#lib/server/database/database.ts';
import { resultsOf } from '#lib/server/engagement/results.ts';
import type { Person } from '#lib/server/person.ts';
import { addWebhook } from '#lib/server/webhooks.ts';
import { answers, asked, closed, engagementNow, engagementOf } from '../support/engagements.ts';
import { makeWorld, newId } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const PEOPLE = 200;

const person: Person = { id: newId(), name: 'Ada', address: 'ada@firm.example', role: 'consultant', session: '' };

test('of two hundred who finish at once nobody is lost, and the index is that of all of them', async () => {
	const engagement = await engagementOf(person, { promise: 'anonymous' });
	const invitees = await asked(
		person,
		engagement,
		Array.from({ length: PEOPLE }, () => null)
	);
	// One in four agrees, the rest do not: 25 of 100 points, whatever the order.
	const said = (at: number): string => (at % 4 === 0 ? 'agree' : 'disagree');
	await Promise.all(
		invitees.map((invitee, at) =>
			answers(invitee, { role: 'seller', first: said(at), second: said(at), third: said(at) })
		)
	);

	const after = await inviteesOf(engagement.id);
	expect(after.filter(({ completed_at }) => completed_at !== null)).toHaveLength(PEOPLE);
	expect(new Set(after.map(({ response }) => response)).size).toBe(PEOPLE);
	const { frozen_at } = await engagementNow(engagement.id);
	expect(frozen_at).not.toBeNull();
	expect(after.filter(({ begun_at }) => begun_at !== null && begun_at < (frozen_at ?? ''))).toEqual([]);

	const { several, heard, waiting, excluded } = await resultsOf(await closed(person, engagement));
	expect([heard.length, waiting, excluded]).toEqual([PEOPLE, 0, 0]);
	expect(several?.n).toBe(PEOPLE);
	expect(several?.scores.indices['company']).toMatchObject({ tenths: 250 });
	expect(several?.questions['first']?.counts).toEqual([150, 0, 50]);
});

test('the promise is frozen by the first answer and stays so, and that everybody has finished is told once', async () => {
	const hook = {
		name: 'CRM',
		url: 'https://crm.example/hook',
		events: ['engagement.completed' as const],
		campaign: null
	};
	await addWebhook('command', newId(), hook);
	const engagement = await engagementOf(person);
	const [first, ...others] = await asked(
		person,
		engagement,
		Array.from({ length: PEOPLE }, () => null)
	);
	const given = { role: 'seller', first: 'agree', second: 'agree', third: 'agree' };
	if (first === undefined) throw new Error('nobody was asked');
	await answers(first, given);
	const { frozen_at } = await engagementNow(engagement.id);
	await Promise.all(others.map((invitee) => answers(invitee, given)));

	expect((await engagementNow(engagement.id)).frozen_at).toBe(frozen_at);
	expect((await resultsOf(engagement)).several?.n).toBe(PEOPLE);
	const posted = await (await database()).selectFrom('outbox').select('payload').execute();
	const told = posted.filter(({ payload }) => payload.includes('engagement.completed'));
	expect(told).toHaveLength(1);
	expect(told[0]?.payload).toContain(engagement.id);
});
