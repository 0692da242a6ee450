// Erasing one person: from every table, from what waits to be sent, from what processes remember; and into the ledger.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { remember, responsesOf } from '#lib/server/contacts.ts';
import { database } from '#lib/server/database/database.ts';
import { tables } from '#lib/server/database/tables.ts';
import { env } from '#lib/server/env.ts';
import { notedErasures } from '#lib/server/erasures.ts';
import { claim, post } from '#lib/server/outbox.ts';
import { tokenHash } from '#lib/server/tokens.ts';
import { eraseResponses } from '../../src/cli/erase.ts';
import { done, doneOf } from '../support/doing.ts';
import { printed } from '../support/printed.ts';
import { reportOf, taken, type Taken } from '../support/taking.ts';
import { call, makeWorld, newId, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const erase = async ({ owner }: Taken) =>
	expect((await call('POST', `/r/${owner}/erase`, { json: { confirm: true } })).status).toBe(200);

const noted = () => doneOf('erasure');

/** The tables in whose rows this text stands. */
async function tablesWith(text: string): Promise<readonly string[]> {
	const db = await database();
	const found = await Promise.all(
		tables.map(async ({ name }) =>
			JSON.stringify(await db.selectFrom(name).selectAll().execute()).includes(text) ? name : null
		)
	);
	return found.filter((name) => name !== null);
}

async function reachable(address: string): Promise<Taken> {
	const person = await taken();
	const db = await database();
	await remember(db, person.id, address);
	const later = {
		kind: 'reminder',
		destination: address,
		response: person.id,
		payload: {},
		dueAt: '2099-01-01T00:00:00.000Z'
	};
	await post(db, later);
	return person;
}

describe('the owner', () => {
	test('exports what is kept about reminders and addresses too', async () => {
		const person = await reachable('export@example.org');
		const body: unknown = await (await call('POST', `/r/${person.owner}/export`)).json();
		expect(body).toMatchObject({
			contacts: [{ created_at: expect.any(String) as string }],
			reminder: '2099-01-01T00:00:00.000Z'
		});
	});

	test('erases every row and every message at once; only the hash of the id is left', async () => {
		const person = await reachable('gone@example.org');
		expect(await tablesWith(person.id)).toEqual([
			'responses',
			'revisions',
			'keys',
			'outbox',
			'contacts',
			'contributions'
		]);
		await erase(person);
		expect(await tablesWith(person.id)).toEqual([]);
		expect(await tablesWith('gone@example.org')).toEqual([]);
		expect(await tablesWith(tokenHash(person.id))).toEqual(['erased', 'outbox']);
		await noted();
		expect(notedErasures()).toContain(tokenHash(person.id));
	});

	test('is not begun again by a save that was on its way', async () => {
		const person = await taken();
		await erase(person);
		const late = await call('PUT', `/api/v1/responses/${person.id}`, {
			key: person.key,
			json: saving({ role: ['seller', 9] })
		});
		expect(late.status).toBe(404);
	});
});

describe('the ledger', () => {
	const ledger = () => join(env().dataDir, 'erasures');

	test('has each once, however often it is told, and no more than hashes', async () => {
		const person = await taken();
		await erase(person);
		const [mine] = await claim(['erasure'], 100, new Date());
		expect(mine).toBeDefined();
		if (mine === undefined) return;
		await done(mine);
		const before = notedErasures();
		await done(mine);
		expect(notedErasures()).toEqual(before);
		expect(readFileSync(ledger(), 'utf8')).toMatch(/^([0-9a-f]{64}|\n)*$/);
	});

	test('goes on after a line that a power cut has broken off', async () => {
		const known = notedErasures().size;
		writeFileSync(ledger(), 'abcdef', { flag: 'a' });
		await erase(await taken());
		await noted();
		expect(notedErasures().size).toBe(known + 1);
	});
});

describe('another process that has it in memory', () => {
	async function other() {
		vi.resetModules();
		(await import('#lib/server/log.ts')).log.level = 'silent';
		const { call } = await import('../support/world.ts');
		return call;
	}

	test('shows nothing of it any more, nor of it in the report of the next time', async () => {
		const first = await taken();
		const begun = (await (await call('POST', `/r/${first.owner}/again`)).json()) as { link: string };
		const [id = '', key = ''] = (begun.link.split('#continue=')[1] ?? '').split('.');
		const next = await taken({ role: ['seller', 1], first: ['disagree', 2], second: ['agree', 3] }, key, id);
		const elsewhere = await other();
		const there = async ({ owner }: Taken, name = 'report.json') => elsewhere('GET', `/r/${owner}/${name}`);
		expect((await there(first)).status).toBe(200);
		expect(await (await there(next)).text()).toContain('since-last-time');

		await erase(first);
		for (const name of ['report.json', 'report.pdf', 'picture.png', 'trial.json'])
			expect([name, (await there(first, name)).status]).toEqual([name, 404]);
		const report = await (await there(next)).text();
		expect(report).not.toContain('since-last-time');
		expect(report).toBe(await reportOf(next));
	});
});

describe('the command', () => {
	test('erases all that an address was given for, however it is written', async () => {
		const people = [
			await reachable('Many@example.org'),
			await reachable('many@example.org'),
			await reachable('few@example.org')
		];
		expect(await printed(() => eraseResponses({ email: ' MANY@example.org ' }))).toEqual({
			status: 0,
			out: 'Erased 2 responses.\n',
			err: ''
		});
		expect(await Promise.all(people.map(reportOf))).toEqual([404, 404, expect.any(String)]);
		expect([await responsesOf('many@example.org'), (await responsesOf('few@example.org')).length]).toEqual([[], 1]);
		expect(await printed(() => eraseResponses({ email: 'many@example.org' }))).toMatchObject({
			status: 0,
			out: 'Erased 0 responses.\n'
		});
	});

	test('erases one by its id, and says if there is none', async () => {
		const person = await taken();
		expect(await printed(() => eraseResponses({ response: person.id.toUpperCase() }))).toMatchObject({
			status: 0,
			out: 'Erased 1 response.\n'
		});
		expect(await reportOf(person)).toBe(404);
		const id = newId();
		expect(await printed(() => eraseResponses({ response: id }))).toMatchObject({
			status: 1,
			err: `${id}: unknown-response: expected the id of a response, found none. Check the id.\n`
		});
		await noted();
		expect(notedErasures()).toContain(tokenHash(person.id));
		expect(existsSync(join(env().dataDir, 'erasures'))).toBe(true);
	});

	test.each([{}, { email: 'a@example.org', response: newId() }])('%o is wrong usage', async (options) => {
		expect((await printed(() => eraseResponses(options))).status).toBe(2);
	});
});
