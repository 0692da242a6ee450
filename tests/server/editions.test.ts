// The benchmark in the database: counted once, told in editions, and left exactly by who withdraws.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { nextEdition } from '#core/benchmark/edition.ts';
import type { Contribution } from '#core/benchmark/contribution.ts';
import { hashOf } from '#core/instrument/canonical.ts';
import { tallyName } from '#core/benchmark/tally.ts';
import { takeNews } from '#lib/server/contribution-counting.ts';
import { contribute, withdrawContributions } from '#lib/server/contributions.ts';
import { held } from '#core/standing/held.ts';
import type { ContributionRow } from '#lib/server/database/benchmark-schema.ts';
import { change, database } from '#lib/server/database/database.ts';
import { storedJson } from '#lib/server/database/stored-json.ts';
import { buildEdition } from '#lib/server/edition-building.ts';
import { editionById, editionsOf, newestEdition } from '#lib/server/edition-rows.ts';
import { begin, finish, readCount } from '#lib/server/tally-rows.ts';
import { eraseAll } from '#lib/server/erasing.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { benchmarked, contribution, tallied, type Company } from '../support/companies.ts';
import { makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const instrument = { ...benchmarked, id: 'benchmarked', version: '2.1.0' };
const scope = { instrument: 'benchmarked', major: 2 };

/** Each test builds at a second of its own: editions are remembered by id. */
let second = 0;
beforeEach(async () => {
	second += 1;
	const db = await database();
	for (const table of [
		'contributions',
		'benchmarks',
		'tallies',
		'tellings',
		'tellings',
		'study_tallies',
		'studies',
		'editions'
	] as const)
		await db.deleteFrom(table).execute();
});

const row = (company: string, value: number, more: Partial<ContributionRow> = {}): ContributionRow => {
	const { person, at, dimensions, tenths } = contribution(company, [value, value, value], {
		industry: 'a',
		role: 'seller'
	});
	return {
		id: `${company} 1`,
		response: null,
		instrument: 'benchmarked',
		version: '2.1.0',
		major: 2,
		company,
		person,
		at,
		dimensions: JSON.stringify(dimensions),
		tenths: JSON.stringify(tenths),
		items: '{}',
		seconds: null,
		flags: '[]',
		eligible: 1,
		ruling: null,
		reason: null,
		ruled_by: null,
		ruled_at: null,
		counted_in: null,
		counted_out: null,
		...more
	};
};
const add = async (...rows: readonly ContributionRow[]): Promise<void> => {
	await change('test', async (db) => {
		for (const each of rows) await contribute(db, each);
	});
};
const several = (count: number, from = 0): readonly ContributionRow[] =>
	Array.from({ length: count }, (_, at) => row(`c${String(from + at).padStart(3, '0')}`, 10 * ((from + at) % 100)));
const build = (day: string) =>
	buildEdition(instrument, new Date(`${day}T03:00:${String(second).padStart(2, '0')}.000Z`));
const all = async () => (await newestEdition(scope))?.cells[0]?.measures['company'];

/** The same companies counted in memory. */
const inMemory = (rows: readonly ContributionRow[]) =>
	tallied(
		rows.map((each): Company => ({
			name: each.company,
			responses: [
				{
					person: each.person,
					at: each.at,
					dimensions: storedJson<Contribution['dimensions']>(each.dimensions),
					tenths: storedJson<Contribution['tenths']>(each.tenths)
				}
			]
		}))
	);

describe('an edition', () => {
	test('is not there while too few have contributed', async () => {
		await add(...several(4));
		expect(await build('2026-02-01')).toBeNull();
		expect(await newestEdition(scope)).toBeNull();
	});

	test('says of the companies in the database what it says of them in memory', async () => {
		const rows = several(30);
		await add(...rows.toReversed());
		const built = await build('2026-02-01');
		const { cells } = nextEdition(inMemory(rows), {
			about: { id: 'x', date: '2026-02-01', instrument, demonstration: false, source: '' },
			previous: null,
			stamp: built?.cells[0]?.measures['company']?.told ?? '',
			changed: new Map()
		}).edition;
		expect(built?.cells).toEqual(cells);
		const [kept] = await editionsOf(scope);
		expect(kept).toMatchObject({ id: built?.id, hash: built === null ? '' : hashOf(built), origin: 'own' });
		expect(await editionById(built?.id ?? '')).toEqual(built && held(built));
	});

	test('follows once five companies are new, and not before', async () => {
		await add(...several(20));
		await build('2026-02-01');
		await add(...several(4, 100));
		expect(await build('2026-02-02')).toBeNull();
		expect((await all())?.n).toBe(20);
		await add(...several(1, 200));
		expect((await build('2026-02-03'))?.cells[0]?.measures['company']?.n).toBe(25);
		expect(await editionsOf(scope)).toHaveLength(2);
	});

	test('counted in steps is counted as if at once', async () => {
		const rows = several(40);
		for (let at = 0; at < rows.length; at += 10) {
			await add(...rows.slice(at, at + 10));
			await build(`2026-03-${String(1 + at).padStart(2, '0')}`);
		}
		const { tallies } = await readCount(await database(), scope);
		const at_once = inMemory(rows);
		expect([...tallies.keys()].sort()).toEqual([...at_once.keys()].sort());
		for (const [name, tally] of at_once) expect(tallies.get(name)).toEqual(tally);
	});

	test('of another major version is another', async () => {
		await add(...several(20).map((each) => ({ ...each, major: 1 })));
		expect(await build('2026-02-01')).toBeNull();
	});

	test('forgets what is older than three years', async () => {
		await add(...several(20));
		await build('2026-02-01');
		expect(await build('2029-02-02')).toMatchObject({ cells: [] });
		const { tallies } = await readCount(await database(), scope);
		expect(tallies.size).toBe(0);
	});

	test('a count that died is begun again, and counts nobody twice', async () => {
		await add(...several(20));
		const db = await database();
		await begin(db, scope, '2026-01-15T00:00:00.000Z');
		await db
			.updateTable('contributions')
			.set({ counted_in: '2026-01-15T00:00:00.000Z' })
			.where('company', '<', 'c010')
			.execute();
		await build('2026-02-01');
		expect((await all())?.n).toBe(20);
	});
});

describe('while a count is under way', () => {
	const began = '2026-02-01T03:00:00.000Z';
	const stamps = { inForce: '', now: began };
	const everybody = { after: '', last: 'd' };

	test('who arrives waits for the next, and who was there is in it, also where it dies', async () => {
		const [there, late] = [several(20), several(5, 100)];
		await add(...there);
		const db = await database();
		await begin(db, scope, began);
		await add(...late);
		const rows = await takeNews(scope, everybody, stamps);
		expect(rows.map(({ company }) => company).sort()).toEqual(there.map(({ company }) => company));
		expect(rows.every(({ isThen, isNow }) => !isThen && isNow)).toBe(true);
		await build('2026-02-02');
		expect((await all())?.n).toBe(25);
		const { tallies } = await readCount(db, scope);
		expect(tallies).toEqual(inMemory([...there, ...late]));
	});

	test('who is ruled out before it looks is not in it, and who is after that leaves with the next', async () => {
		const rows = several(30);
		await add(...rows);
		const db = await database();
		await begin(db, scope, began);
		const rule = (eligible: 0 | 1, company: string) =>
			db.updateTable('contributions').set({ eligible }).where('company', '=', company).execute();
		await rule(0, 'c000');
		const seen = await takeNews(scope, everybody, stamps);
		expect(seen.map(({ company }) => company)).not.toContain('c000');
		await rule(1, 'c000');
		await rule(0, 'c001');
		// It comes into force as it was taken.
		const count = { tallies: inMemory(rows.slice(1)), changed: new Map(), members: new Map() };
		await finish(db, scope, count, new Set(count.tallies.keys()), began);
		const [back] = await takeNews(scope, { companies: ['c000'] }, { inForce: began, now: `${began}2` });
		const [gone] = await takeNews(scope, { companies: ['c001'] }, { inForce: began, now: `${began}2` });
		expect([back, gone]).toMatchObject([
			{ isThen: false, isNow: true },
			{ isThen: true, isNow: false }
		]);
	});

	test('who is erased goes at once if it cannot have been seen, else with the next', async () => {
		const [there, late] = [newId(), newId()];
		const db = await database();
		const left = () =>
			db.selectFrom('contributions').select('company').where('instrument', '=', 'benchmarked').execute();
		for (const id of [there, late]) await completeResponse(id, newKey(), saving({ role: ['seller', 1] }));
		await add(row('c000', 10, { response: there }));
		await begin(db, scope, began);
		await add(row('c001', 10, { response: late }));
		await eraseAll([there, late]);
		expect(await left()).toEqual([{ company: 'c000' }]);
		await build('2026-02-02');
		expect(await left()).toEqual([]);
		expect((await readCount(db, scope)).tallies.size).toBe(0);
	});
});

test('stamps follow each other, whatever the clock says', async () => {
	await add(...several(20));
	await build('2026-02-01');
	await add(...several(20, 100));
	await build('2026-01-01');
	expect((await readCount(await database(), scope)).tallies.get(tallyName('company', [], {}))?.n).toBe(40);
});

describe('who withdraws', () => {
	test('leaves the count exactly, and nothing of the row stays', async () => {
		const rows = several(20);
		await add(...rows);
		await build('2026-02-01');
		const gone = rows.slice(0, 6);
		const db = await database();
		await db
			.updateTable('contributions')
			.set({ eligible: 0 })
			.where(
				'id',
				'in',
				gone.map(({ id }) => id)
			)
			.execute();
		await build('2026-02-02');
		expect((await all())?.n).toBe(14);
		const { tallies } = await readCount(db, scope);
		expect(tallies.get(tallyName('company', [], {}))).toEqual(
			inMemory(rows.slice(6)).get(tallyName('company', [], {}))
		);
		expect(await db.selectFrom('contributions').select('id').where('company', '<', 'c006').execute()).toEqual([]);
	});

	test('by erasing a response leaves as well, whether or not it was counted', async () => {
		const [id, key] = [newId(), newKey()];
		await completeResponse(id, key, saving({ role: ['seller', 1] }));
		const db = await database();
		const of = () => db.selectFrom('contributions').selectAll().where('instrument', '=', 'small').execute();
		expect(await of()).toMatchObject([{ response: id, major: 1, counted_in: null }]);
		await db.updateTable('contributions').set({ counted_in: 'x' }).execute();
		await eraseAll([id]);
		const [left] = await of();
		expect(left).toMatchObject({ response: null, eligible: 0, flags: '[]', seconds: null });
		expect(JSON.stringify(left)).not.toContain(id);
		await db.updateTable('contributions').set({ counted_in: null }).execute();
		await change('test', (inside) => withdrawContributions(inside, id));
	});
});

test('completed again after a reopening, only the newer revision counts', async () => {
	const [id, key] = [newId(), newKey()];
	await completeResponse(id, key, saving({ role: ['seller', 1] }));
	const db = await database();
	const [first] = await db.selectFrom('contributions').selectAll().where('response', '=', id).execute();
	if (first === undefined) throw new Error('nothing was contributed');
	await add({ ...first, id: `${id} 2`, at: '2027-01-01T00:00:00.000Z' });
	const rows = await db
		.selectFrom('contributions')
		.select(['id', 'eligible'])
		.where('response', '=', id)
		.orderBy('at')
		.execute();
	expect(rows).toEqual([
		{ id: first.id, eligible: 0 },
		{ id: `${id} 2`, eligible: first.eligible }
	]);
});

test('test answers add nothing', async () => {
	const [id, key] = [newId(), newKey()];
	await completeResponse(id, key, saving({ role: ['seller', 1] }, { preview: true }));
	const db = await database();
	expect(await db.selectFrom('contributions').select('id').where('response', '=', id).execute()).toEqual([]);
});
