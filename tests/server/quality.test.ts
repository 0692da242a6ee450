// Which answers count: flags on the real path, what a reviewer decides, and what the participant never notices of it.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { formFields, unseenField } from '#core/survey/form.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { database } from '#lib/server/database/database.ts';
import { storedJson } from '#lib/server/database/stored-json.ts';
import { buildEdition } from '#lib/server/edition-building.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { newIdentity, textOf } from '#lib/server/survey-cookie.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { flagship } from '../support/flagship.ts';
import { posts } from '../support/leaving.ts';
import { signedIn, type SignedIn } from '../support/signed-in.ts';
import { call, makeWorld, newId, newKey } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content' });
afterAll(() => world.stop());
afterEach(() => vi.useRealTimers());

const SLOW = Object.fromEntries(flagship.sections.map(({ id, questions }) => [id, 20 * questions.length]));

type Taken = { readonly id: string; readonly key: string; readonly owner: string };

/** Number 7 answers with care unless something else is said. */
async function taken(more: object = { timing: SLOW }, number = 7, step = 1, id = newId()): Promise<Taken> {
	const key = newKey();
	const answers = Object.entries(answersOf(flagship, 7, number)).map(([question, value], at) => [
		question,
		{ value, at: step * (at + 1) }
	]);
	const body = {
		instrument: flagship.id,
		version: flagship.version,
		answers: Object.fromEntries(answers) as object,
		...more
	};
	const result = await completeResponse(id, key, body);
	if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
	return { id, key, owner: result.report.slice('/r/'.length) };
}

const rowOf = async ({ id }: Pick<Taken, 'id'>) =>
	(await database())
		.selectFrom('contributions')
		.selectAll()
		.where('response', '=', id)
		.orderBy('at', 'desc')
		.executeTakeFirstOrThrow();
const flagsOf = async (person: Taken) => storedJson<string[]>((await rowOf(person)).flags);
/** What the participant gets, without what is another's with every response. */
async function reportOf({ id, owner }: Taken): Promise<string> {
	const reply = await call('GET', `/r/${owner}/report.json`);
	return (await reply.text()).replaceAll(id, 'ID').replaceAll(owner, 'KEY');
}

describe('the time floor', () => {
	test.each<[string, object, number, readonly string[]]>([
		['everything at once, without a time', {}, 1, ['TIME_FLOOR']],
		['everything at once by somebody who was offline', { timing: SLOW }, 1, []],
		['everything at once, answered one after the other by the answers’ own times', {}, 3000, []]
	])('%s', async (_, more, step, flags) => {
		const person = await taken(more, 7, step);
		expect(await flagsOf(person)).toEqual(flags);
		expect((await rowOf(person)).eligible).toBe(flags.length === 0 ? 1 : 0);
	});
});

test('whoever is much quicker than the median of those who were timed gets a weak flag, and counts', async () => {
	const quick = Object.fromEntries(flagship.sections.map(({ id, questions }) => [id, 3 * questions.length]));
	expect(await flagsOf(await taken({ timing: quick }))).toEqual([]);
	const { id: _, ...row } = await rowOf(await taken());
	const others = Array.from({ length: 50 }, (_, at) => ({
		...row,
		id: `timed ${at}`,
		response: null,
		eligible: 0 as const
	}));
	await (await database()).insertInto('contributions').values(others).execute();
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
	const person = await taken({ timing: quick });
	expect(await flagsOf(person)).toEqual(['SPEED_TOTAL']);
	expect((await rowOf(person)).eligible).toBe(1);
});

describe('the field that no person sees', () => {
	test('keeps out whoever fills it in, also where it is empty later, and nobody is told', async () => {
		const id = newId();
		const key = newKey();
		const begins = { instrument: flagship.id, version: flagship.version, answers: {} };
		const saved = await call('PUT', `/api/v1/responses/${id}`, { key, json: { ...begins, unseen: true } });
		expect([saved.status, Object.keys((await saved.json()) as object)]).toEqual([200, ['savedThrough']]);
		const trapped = await taken({ timing: SLOW, unseen: true });
		expect(await flagsOf(trapped)).toEqual(['HONEYPOT']);
		expect((await rowOf(trapped)).eligible).toBe(0);
		expect(await reportOf(trapped)).toBe(await reportOf(await taken()));
		const again = await call('PUT', `/api/v1/responses/${id}`, { key, json: begins });
		expect(again.status).toBe(200);
		expect(await trapOf(id)).toBe(1);
	});

	test.each([
		['a program', 1],
		['', 0]
	])('on the page without a script: “%s”', async (text, trap) => {
		const identity = newIdentity();
		const section = flagship.sections[0]?.id ?? '';
		const fields = { [formFields.section]: section, [formFields.go]: 'next', 'form.begins': textOf(identity) };
		const reply = await posts('/sales-velocity/survey', { ...fields, role: 'seller', [unseenField]: text });
		expect([200, 303, 422]).toContain(reply.status);
		expect(await trapOf(identity.id)).toBe(trap);
	});

	const trapOf = async (id: string) =>
		(await (await database()).selectFrom('responses').select('trap').where('id', '=', id).executeTakeFirst())?.trap;
});

describe('a reviewer', () => {
	let reviewer: SignedIn;
	beforeAll(async () => {
		reviewer = await signedIn('consultant', { name: 'Rea Viewer' });
		await campaignFor(await database(), 'fair', { name: 'Autumn fair' });
	});

	const get = async (path: string) => {
		const reply = await call('GET', path, { headers: reviewer.headers });
		return { status: reply.status, text: await reply.text() };
	};
	const rules = (id: string, fields: Readonly<Record<string, string>>, action = 'rule') =>
		call('POST', `/studio/benchmark/${id}?/${action}`, {
			body: new URLSearchParams(fields),
			headers: { ...reviewer.headers, 'content-type': 'application/x-www-form-urlencoded' }
		});
	type Page = {
		readonly scopes: readonly {
			readonly counting: number;
			readonly keptOut: number;
			readonly flags: readonly object[];
		}[];
		readonly list: { readonly rows: readonly { readonly id: string }[]; readonly next: string | null };
	};
	const listed = async (query = ''): Promise<Page> =>
		JSON.parse((await get(`/studio/benchmark?${query}`)).text) as Page;

	test('sees how many count and what keeps others out, and nothing of who they are', async () => {
		const before = (await listed()).scopes[0];
		const person = await taken({ campaign: 'fair', unseen: true });
		const { id, at } = await rowOf(person);
		const page = await listed();
		expect(page.scopes[0]).toMatchObject({ counting: before?.counting, keptOut: (before?.keptOut ?? 0) + 1 });
		expect(page.list.rows.find((row) => row.id === id)).toMatchObject({
			at,
			campaign: 'Autumn fair',
			isIn: false,
			ruling: null
		});
		const one = await get(`/studio/benchmark/${id}`);
		expect(JSON.parse(one.text)).toMatchObject({
			about: { flags: [{ flag: 'HONEYPOT', isStrong: true }, { flag: 'TIME_FLOOR' }], isIn: false, ruling: null }
		});
		for (const secret of [person.id, person.key, person.owner, '@'])
			expect(one.text + JSON.stringify(page.list)).not.toContain(secret);
	});

	test('narrows the list, and reads it a page at a time', async () => {
		const strong = (await listed('flag=HONEYPOT')).list.rows.map(({ id }) => id);
		const floor = (await listed('flag=TIME_FLOOR')).list.rows.map(({ id }) => id);
		expect(strong.length).toBeGreaterThan(0);
		expect(floor.length).toBeGreaterThan(strong.filter((id) => floor.includes(id)).length);
		expect((await listed('state=included')).list.rows).toEqual([]);
		const { id: _, ...row } = await rowOf(await taken({}));
		const day = (number: number) => new Date(Date.UTC(2025, 0, 1) + number * 1000).toISOString();
		const many = Array.from({ length: 60 }, (_, at) => ({ ...row, id: `noted ${at}`, at: day(at >> 1) }));
		await (await database()).insertInto('contributions').values(many).execute();
		const seen: string[] = [];
		for (let after: string | null = ''; after !== null;) {
			const { list }: Page = await listed(new URLSearchParams({ flag: 'TIME_FLOOR', after }).toString());
			seen.push(...list.rows.map(({ id }) => id));
			after = list.next;
		}
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen).toHaveLength(floor.length + 61);
		await (await database()).deleteFrom('contributions').where('id', 'like', 'noted %').execute();
	});

	test('has to give a reason', async () => {
		const { id } = await rowOf(await taken({ unseen: true }));
		for (const reason of ['', ' ', 'x'.repeat(501)]) {
			const reply = await rules(id, { ruling: 'included', reason });
			expect(reply.status).toBe(422);
			expect(await reply.json()).toMatchObject({ faults: [{ where: 'reason' }], typed: { reason } });
		}
		expect((await rules(id, { ruling: 'deleted', reason: 'because' })).status).toBe(422);
		expect((await rules('0'.repeat(64), { ruling: 'included', reason: 'because' })).status).toBe(404);
		expect((await rowOf({ id: (await rowBy(id)).response ?? '' })).ruling).toBeNull();
	});

	const rowBy = async (id: string) =>
		(await database()).selectFrom('contributions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

	test('lets a response in, which is noted, and takes that back; its report stays as it is', async () => {
		const person = await taken({ unseen: true, timing: SLOW });
		const { id } = await rowOf(person);
		const report = await reportOf(person);
		const reply = await rules(id, { ruling: 'included', reason: ' Known to us: a screen reader. ' });
		expect([reply.status, reply.headers.get('location')]).toEqual([303, `/studio/benchmark/${id}?done=ruled`]);
		const reason = 'Known to us: a screen reader.';
		const by = `person ${reviewer.id}`;
		expect(await rowBy(id)).toMatchObject({ eligible: 1, ruling: 'included', reason, ruled_by: by });
		expect(JSON.parse((await get(`/studio/benchmark/${id}`)).text)).toMatchObject({
			about: { isIn: true, isCounted: false, ruling: { ruling: 'included', reason, by: 'Rea Viewer' } }
		});
		const noted = (await database()).selectFrom('audit').selectAll().where('action', '=', 'contribution.ruled');
		expect(await noted.execute()).toMatchObject([
			{ actor: by, detail: JSON.stringify({ ruling: 'included', reason }) }
		]);
		expect(await reportOf(person)).toBe(report);
		expect((await rules(id, {}, 'takeBack')).status).toBe(303);
		expect(await rowBy(id)).toMatchObject({ eligible: 0, ruling: null, reason: null, ruled_by: null, ruled_at: null });
	});

	test('decides what the next edition counts, and keeps out what nothing was noticed about', async () => {
		await (await database()).deleteFrom('contributions').execute();
		const flagged: string[] = [];
		const fine: string[] = [];
		for (let number = 1; number <= 70; number++) {
			const { id } = await rowOf(await taken({ timing: SLOW, unseen: number % 2 === 0 }, number));
			const { flags, tenths } = await rowBy(id);
			if (!tenths.includes('"company"')) continue;
			(flags === '["HONEYPOT"]' ? flagged : flags === '[]' ? fine : []).push(id);
		}
		expect(Math.min(flagged.length, fine.length)).toBeGreaterThanOrEqual(12);
		const counted = async (day: number) => {
			await buildEdition(flagship, new Date(Date.UTC(2027, 0, day)));
			const all = (await database()).selectFrom('contributions').select('id');
			const rows = await all.where('counted_in', 'is not', null).where('counted_out', 'is', null).execute();
			return new Set(rows.map(({ id }) => id));
		};
		const first = await counted(1);
		expect(first.size).toBeGreaterThan(0);
		expect(flagged.filter((id) => first.has(id))).toEqual([]);
		for (const id of flagged.slice(0, 6)) await rules(id, { ruling: 'included', reason: 'These are people.' });
		for (const id of fine.slice(0, 5)) await rules(id, { ruling: 'excluded', reason: 'A class that practised.' });
		const second = await counted(2);
		expect(flagged.filter((id) => second.has(id))).toEqual(flagged.slice(0, 6));
		expect(fine.filter((id) => !second.has(id))).toEqual(fine.slice(0, 5));
		const out = JSON.parse((await get(`/studio/benchmark/${fine[0]}`)).text) as object;
		expect(out).toMatchObject({ about: { isIn: false, isCounted: false, ruling: { ruling: 'excluded' } } });
	});

	test('is asked again where the response is answered anew', async () => {
		const person = await taken({ unseen: true, timing: SLOW });
		const { id } = await rowOf(person);
		await rules(id, { ruling: 'included', reason: 'Known to us.' });
		expect((await call('POST', `/r/${person.owner}/reopen`)).status).toBe(200);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1000 });
		const answers = { role: { value: 'seller', at: Date.now() } };
		const body = { instrument: flagship.id, version: flagship.version, answers };
		expect((await completeResponse(person.id, person.key, body)).kind).toBe('completed');
		expect(await rowOf(person)).toMatchObject({ eligible: 0, ruling: null, flags: '["HONEYPOT"]' });
		expect((await rules(id, { ruling: 'included', reason: 'Known to us.' })).status).toBe(404);
		expect((await get(`/studio/benchmark/${id}`)).status).toBe(404);
	});
});
