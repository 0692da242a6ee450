// The list of engagements for whoever has a key: what it tells, and what it and the lists of responses keep to themselves.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addKey, type Scope } from '#lib/server/api-keys.ts';
import { engagementsReply } from '#lib/server/api-shapes.ts';
import { database } from '#lib/server/database/database.ts';
import { contributionPage, reviewPage } from '#lib/server/review-page.ts';
import { responsesPage } from '#lib/server/api-responses.ts';
import type { Person } from '#lib/server/person.ts';
import { answers, asked, closed, engagementOf } from '../support/engagements.ts';
import { signedIn } from '../support/signed-in.ts';
import { call, makeWorld, newId, newKey } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const given = { role: 'seller', first: 'agree', second: 'neither', third: 'agree' };

let person: Person;
let key: string;
beforeAll(async () => {
	person = { ...(await signedIn('owner')), session: 's' };
	key = await keyFor(['engagements:read', 'responses:read']);
});

const keyFor = async (scopes: readonly Scope[]): Promise<string> =>
	(await addKey('person me', newId(), { name: 'test', scopes, lastDay: null })) ?? '';

const listed = async (query = '') => {
	const reply = await call('GET', `/api/v1/engagements${query}`, { key });
	expect(reply.status).toBe(200);
	return engagementsReply.parse(await reply.json());
};

test('tells counts and company scores where that may be, a page at a time', async () => {
	const named = await engagementOf(person, { name: 'Named' });
	const [one] = await asked(person, named, ['seller', 'seller']);
	if (one === undefined) throw new Error('nobody');
	await answers(one, given);
	const anonymous = await engagementOf(person, { name: 'Anonymous', promise: 'anonymous' });
	const people = await asked(person, anonymous, ['seller', 'seller', 'seller']);
	for (const each of people) await answers(each, given);
	const all = await listed();
	expect(all).toMatchObject({
		engagements: [
			{ id: anonymous.id, state: 'answering', people: { asked: 3, finished: 3 }, result: null, because: 'not closed' },
			{ id: named.id, client: named.client, people: { asked: 2, finished: 1 }, result: { respondents: 1 } }
		],
		next: null
	});
	const first = await listed('?limit=1');
	const second = await listed(`?limit=1&cursor=${first.next}`);
	expect([...first.engagements, ...second.engagements]).toEqual(all.engagements);
	await closed(person, anonymous);
	const [after] = (await listed()).engagements;
	expect(after).toMatchObject({ state: 'closed', result: { respondents: 3, indices: { company: { tenths: 833 } } } });
	for (const { name, address } of people)
		for (const secret of [name, address]) expect(JSON.stringify(await listed())).not.toContain(secret);
});

test('of a response to an anonymous one neither lists, scores nor the review tell', async () => {
	const [promised, open] = [await engagementOf(person, { promise: 'anonymous' }), await engagementOf(person)];
	const responses: string[] = [];
	for (const engagement of [promised, open]) {
		const [one] = await asked(person, engagement, ['seller']);
		if (one === undefined) throw new Error('nobody');
		// A page that was raced through, so that a reviewer would see it.
		responses.push(await answers(one, given, { timing: { work: 1, you: 0.1 } }));
	}
	const [secret = '', known = ''] = responses;
	const later = new Date(Date.now() + 60_000);
	const page = await responsesPage({ query: {}, since: null, after: null, limit: 200 }, false, later);
	const ids = page.responses.map(({ id }) => id);
	expect([ids.includes(secret), ids.includes(known)]).toEqual([false, true]);
	expect((await call('GET', `/api/v1/responses/${secret}/scores`, { key })).status).toBe(404);
	expect((await call('GET', `/api/v1/responses/${known}/scores`, { key })).status).toBe(200);
	const rows = await (await database()).selectFrom('contributions').select(['id', 'response']).execute();
	const idOf = (response: string) => rows.find((each) => each.response === response)?.id ?? '';
	expect(await contributionPage(idOf(secret))).toBeNull();
	expect(await contributionPage(idOf(known))).not.toBeNull();
	const review = await reviewPage(new URL('https://survey.test/studio/benchmark'));
	const shown = review.list?.rows.map(({ id }) => id) ?? [];
	expect([shown.includes(idOf(secret)), shown.includes(idOf(known))]).toEqual([false, true]);
});

test('a key without the scope, and none, get nothing', async () => {
	const other = await keyFor(['leads:read']);
	expect((await call('GET', '/api/v1/engagements', { key: other })).status).toBe(404);
	expect((await call('GET', '/api/v1/engagements')).status).toBe(401);
	expect((await call('GET', '/api/v1/engagements', { key: newKey() })).status).toBe(401);
	expect((await call('GET', '/api/v1/engagements?nothing=1', { key })).status).toBe(422);
});
