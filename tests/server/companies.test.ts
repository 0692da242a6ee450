// Whose a response is: by the domain of an address at which somebody was reached, once they do something; never by what is typed.
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { score } from '#core/scores/score.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { standing } from '#core/standing/standing.ts';
import { companyOf, remember } from '#lib/server/contacts.ts';
import { change, database } from '#lib/server/database/database.ts';
import { buildEdition } from '#lib/server/edition-building.ts';
import { editionById } from '#lib/server/edition-rows.ts';
import { letterFor, type MailPayload } from '#lib/server/letters.ts';
import { eraseAll } from '#lib/server/erasing.ts';
import { completeResponse, saveResponse } from '#lib/server/responses.ts';
import { answersTo } from '../support/answers.ts';
import { flagship } from '../support/flagship.ts';
import { call, makeWorld, newId, newKey, ORIGIN } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content', SMTP_URL: 'smtp://127.0.0.1:9' });
afterAll(() => world.stop());
afterEach(() => vi.useRealTimers());
beforeEach(async () => {
	const db = await database();
	for (const table of ['contributions', 'benchmarks', 'tallies', 'study_tallies', 'studies', 'editions'] as const)
		await db.deleteFrom(table).execute();
});

type Person = { readonly id: string; readonly key: string; readonly owner: string };

const bodyOf = (number: number) => ({
	instrument: flagship.id,
	version: flagship.version,
	answers: Object.fromEntries(
		Object.entries(answersOf(flagship, 7, number)).map(([question, value], at) => [
			question,
			{ value, at: 10_000 * (at + 1) }
		])
	)
});

async function completed(number: number, id = newId(), key = newKey()): Promise<Person> {
	const result = await completeResponse(id, key, bodyOf(number));
	if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
	return { id, key, owner: result.report.slice('/r/'.length) };
}

const gives = ({ id }: Pick<Person, 'id'>, address: string) => change(id, (db) => remember(db, id, address));

/** The link that only a mail to this address says. */
async function mailed({ id }: Pick<Person, 'id'>, address: string, template: MailPayload['template']): Promise<URL> {
	const about = { id: newId(), kind: 'mail', response: id, destination: address, attempt: 1, lease: '' };
	const letter = await letterFor({ ...about, payload: { template } }, ORIGIN, new Date());
	const link = letter?.letter.paragraphs.find((each) => each instanceof URL);
	if (!(link instanceof URL)) throw new Error('there is no link');
	return link;
}

const confirms = (owner: string, token: string, headers: Readonly<Record<string, string>> = {}) =>
	call('POST', `/r/${owner}/confirm`, {
		body: new URLSearchParams({ mail: token }),
		headers: { 'sec-fetch-site': 'same-origin', ...headers }
	});

async function works(person: Person, address: string): Promise<void> {
	await gives(person, address);
	const link = await mailed(person, address, 'reminder');
	const reply = await confirms(person.owner, link.searchParams.get('mail') ?? '');
	expect(reply.headers.get('location')).toBe(`/r/${person.owner}?confirmed`);
}

const all = async () => (await database()).selectFrom('contributions').selectAll().execute();
const rowOf = async ({ id }: Pick<Person, 'id'>) => {
	const rows = (await all()).filter(({ response }) => response === id);
	return rows.toSorted((one, other) => other.at.localeCompare(one.at))[0];
};
const verifiedAt = async ({ id }: Pick<Person, 'id'>) =>
	(await (await database()).selectFrom('contacts').select('verified_at').where('response', '=', id).execute()).map(
		(row) => row.verified_at !== null
	);

describe('a mail domain', () => {
	test.each([
		'ada@gmail.com',
		'ada@googlemail.com',
		'ada@yahoo.co.uk',
		'ada@yahoo.com.br',
		'ada@hotmail.fr',
		'ada@gmx.net',
		'ADA@Web.DE ',
		'ada@proton.me',
		'ada@qq.com',
		'ada@seznam.cz',
		'ada@mailinator.com',
		'ada@localhost',
		'ada@[127.0.0.1]',
		'ada@127.0.0.1',
		'nobody',
		''
	])('that is nobody’s company: %s', (address) => expect(companyOf(address)).toBeNull());

	test.each([
		['is a company’s however it is written', 'ada@acme.example', ' Bo@ACME.Example ', true],
		['is one with its characters encoded', 'ada@müller.example', 'bo@xn--mller-kva.example', true],
		['is not that of another', 'ada@acme.example', 'ada@acme2.example', false],
		['is the same whatever stands before it', 'ada@mail.acme.co.uk', 'bo@acme.co.uk', true],
		['is not that of another under the same suffix', 'ada@acme.co.uk', 'ada@other.co.uk', false],
		['is nobody else’s where parts are given away', 'ada@one.github.io', 'ada@two.github.io', false]
	])('%s', (_, one, other, same) => {
		expect(companyOf(one)).toMatch(/^[\w-]{32}$/);
		expect(companyOf(one) === companyOf(other)).toBe(same);
	});
});

describe('an address', () => {
	test('says nothing of the company while nobody has done anything by a link that was mailed to it', async () => {
		const person = await completed(1);
		await gives(person, 'ada@acme.example');
		const link = await mailed(person, 'ada@acme.example', 'reminder');
		expect((await call('GET', link.pathname + link.search)).status).toBe(200);
		expect((await call('GET', `/r/${person.owner}/confirm${link.search}`)).status).toBe(405);
		expect(await verifiedAt(person)).toEqual([false]);
		expect((await rowOf(person))?.company).not.toBe(companyOf('ada@acme.example'));
	});

	test('is asked about on the report where a mail led to it, until it is confirmed', async () => {
		const person = await completed(1);
		await gives(person, 'ada@acme.example');
		await gives(person, 'ada@gmail.com');
		const asked = async (search: string) =>
			((await (await call('GET', `/r/${person.owner}${search}`)).json()) as { mailed: string | null }).mailed;
		const { search, searchParams } = await mailed(person, 'ada@acme.example', 'reminder');
		expect(await asked(search)).toBe(searchParams.get('mail'));
		expect(await asked('')).toBeNull();
		expect(await asked('?mail=x')).toBeNull();
		expect(await asked((await mailed(person, 'ada@gmail.com', 'reminder')).search)).toBeNull();
		await confirms(person.owner, searchParams.get('mail') ?? '');
		expect(await asked(search)).toBeNull();
	});

	test('is not confirmed by a token of another report, of another address, or from another site', async () => {
		const [person, other] = [await completed(1), await completed(2)];
		await gives(person, 'ada@acme.example');
		await gives(other, 'ada@acme.example');
		const token = (await mailed(other, 'ada@acme.example', 'reminder')).searchParams.get('mail') ?? '';
		const stolen = (await mailed(person, 'eve@acme.example', 'reminder')).searchParams.get('mail') ?? '';
		for (const wrong of [token, stolen, '', 'x'.repeat(100)])
			expect((await confirms(person.owner, wrong)).headers.get('location')).toBe(`/r/${person.owner}`);
		expect((await confirms(other.owner, token, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
		expect([await verifiedAt(person), await verifiedAt(other)]).toEqual([[false], [false]]);
	});

	test('is confirmed by whoever does something on the report that the mail led to', async () => {
		const person = await completed(1);
		await gives(person, 'ada@acme.example');
		const { href } = await mailed(person, 'ada@acme.example', 'reminder');
		const again = (referer: string) =>
			call('POST', `/r/${person.owner}/again`, {
				body: new URLSearchParams(),
				headers: { 'sec-fetch-site': 'same-origin', referer }
			});
		await again(`${ORIGIN}/r/${person.owner}`);
		expect(await verifiedAt(person)).toEqual([false]);
		expect((await again(href.replace('#again', ''))).status).toBe(303);
		expect(await verifiedAt(person)).toEqual([true]);
		expect((await rowOf(person))?.company).toBe(companyOf('ada@acme.example'));
	});

	test('is confirmed by going on from the mailed link, once something is saved', async () => {
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, { instrument: flagship.id, version: flagship.version, answers: {} });
		const reply = await call('POST', `/api/v1/responses/${id}/resume-link`, {
			key,
			json: { email: 'bo@acme.example' }
		});
		expect(reply.status).toBe(202);
		const link = (await mailed({ id }, 'bo@acme.example', 'resume')).hash.split('.').at(-1) ?? '';
		expect((await call('GET', `/api/v1/responses/${id}`, { key: link })).status).toBe(200);
		expect(await verifiedAt({ id })).toEqual([false]);
		const person = await completed(3, id, link);
		expect(await verifiedAt(person)).toEqual([true]);
		expect((await rowOf(person))?.company).toBe(companyOf('bo@acme.example'));
	});

	test('of a free mail domain tells a person and no company', async () => {
		const person = await completed(1);
		await works(person, 'ada@gmail.com').catch(() => undefined);
		const row = await rowOf(person);
		expect(row?.company).toBe(row?.person);
	});
});

describe('a company that becomes known', () => {
	const sound = Array.from({ length: 90 }, (_, at) => at + 1).filter((number) => {
		const { indices } = score(flagship, answersTo(flagship, answersOf(flagship, 7, number)));
		return (indices['company']?.tenths ?? null) !== null && (indices['personal']?.tenths ?? null) !== null;
	});
	let day = 0;
	const build = async () => {
		const edition = await buildEdition(flagship, new Date(Date.UTC(2027, 1, (day += 1))));
		return edition && (await editionById(edition.id));
	};
	const everybody = (edition: Awaited<ReturnType<typeof build>>) =>
		edition?.cells.find(({ dimensions }) => Object.keys(dimensions).length === 0)?.measures;
	const people = async (from: number, count: number): Promise<Person[]> => {
		const made: Person[] = [];
		for (const number of sound.slice(from, from + count)) {
			const person = await completed(number);
			if ((await rowOf(person))?.eligible === 1) made.push(person);
		}
		return made;
	};

	test('ends the row that was counted and counts another, so that the count stays exact', async () => {
		const some = await people(0, 30);
		const first = everybody(await build());
		expect(first?.['company']?.n).toBe(some.length);
		for (const person of some.slice(0, 8)) await works(person, `p${person.id}@acme.example`);
		const rows = await all();
		expect(rows.filter(({ response }) => response === null)).toHaveLength(8);
		expect(rows.filter(({ eligible }) => eligible === 1)).toHaveLength(some.length);
		const second = everybody(await build());
		expect([second?.['company']?.n, second?.['company']?.orgs]).toEqual([some.length - 7, some.length - 7]);
		expect([second?.['personal']?.n, second?.['personal']?.maxOrg]).toEqual([some.length, 8]);
		expect((await all()).filter(({ response }) => response === null)).toEqual([]);
		expect((await all()).filter(({ eligible }) => eligible === 1)).toHaveLength(some.length);
	});

	test('that is most of a group closes it, however many people it sends', async () => {
		const some = await people(0, 34);
		const open = await build();
		const number = sound[50] ?? 0;
		const answers = answersTo(flagship, answersOf(flagship, 7, number));
		const stands = (edition: NonNullable<typeof open>) =>
			standing(flagship, answers, score(flagship, answers), edition)?.personal ?? null;
		expect(open && stands(open)).not.toBeNull();
		for (const person of some.slice(0, Math.ceil(some.length * 0.6))) await works(person, `p${person.id}@acme.example`);
		const closed = await build();
		const { n = 0, maxOrg = 0 } = everybody(closed)?.['personal'] ?? {};
		expect(n).toBe(some.length);
		expect(maxOrg / n).toBeGreaterThanOrEqual(0.6);
		expect(closed && stands(closed)).toBeNull();
		// As a company it is one of many.
		expect(everybody(closed)?.['company']).toMatchObject({ maxOrg: 1 });
	});

	test('counts the latest of a person who answers twice, by the address or again from the report', async () => {
		const [one, two] = await people(0, 2);
		if (!one || !two) throw new Error('nobody is there');
		await works(one, 'ada@acme.example');
		await works(two, 'ada@acme.example');
		const { link } = (await (await call('POST', `/r/${two.owner}/again`)).json()) as { link: string };
		const [id = '', key = ''] = new URL(link).hash.slice('#continue='.length).split('.');
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
		await completed(sound[2] ?? 0, id, key);
		const rows = await all();
		expect(rows.filter(({ eligible }) => eligible === 1)).toHaveLength(3);
		expect(new Set(rows.map(({ company, person }) => `${company} ${person}`)).size).toBe(1);
	});

	test('is told of those, too, who answered again before it was known', async () => {
		const first = await completed(1);
		const { link } = (await (await call('POST', `/r/${first.owner}/again`)).json()) as { link: string };
		const [id = '', key = ''] = new URL(link).hash.slice('#continue='.length).split('.');
		const second = await completed(2, id, key);
		await works(first, 'ada@acme.example');
		expect((await rowOf(second))?.company).toBe(companyOf('ada@acme.example'));
		expect((await rowOf(second))?.person).toBe((await rowOf(first))?.person);
	});

	test('keeps what was ruled, and leaves nothing of who is erased', async () => {
		const some = await people(0, 6);
		const [person] = some;
		if (!person) throw new Error('nobody is there');
		await build();
		const ruled = { eligible: 0, ruling: 'excluded', reason: 'A test of ours.', ruled_by: 'person x' } as const;
		const db = await database();
		await db.updateTable('contributions').set(ruled).where('response', '=', person.id).execute();
		await works(person, 'ada@acme.example');
		expect(await rowOf(person)).toMatchObject({ ...ruled, company: companyOf('ada@acme.example') });
		await eraseAll([person.id]);
		expect((await all()).some((row) => row.company === companyOf('ada@acme.example'))).toBe(false);
		expect(JSON.stringify(await all())).not.toContain(person.id);
	});
});
