// The study in the database: counted in the same pass as the peer groups, told with the editions, and left exactly.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { keptStudy, type KeptStudy } from '#core/study/study-kept.ts';
import { studyOf } from '#core/study/study-telling.ts';
import { unstamp } from '#lib/server/contribution-counting.ts';
import { contribute } from '#lib/server/contributions.ts';
import type { ContributionRow } from '#lib/server/database/benchmark-schema.ts';
import { change, database } from '#lib/server/database/database.ts';
import { storedJson } from '#lib/server/database/stored-json.ts';
import { buildEdition } from '#lib/server/edition-building.ts';
import { newestId } from '#lib/server/edition-rows.ts';
import { eraseAll } from '#lib/server/erasing.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { studyById } from '#lib/server/study-rows.ts';
import { begin, readCount } from '#lib/server/tally-rows.ts';
import { alike, answered, counted, studied, type Company } from '../support/studied.ts';
import { makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const scope = { instrument: studied.id, major: 1 };

/** As of the newest edition counted here; null where that says nothing as a whole. */
async function newestStudy(of: typeof scope) {
	const id = await newestId(await database(), of);
	return id === null ? null : studyById(id);
}

/** Each test builds at a second of its own: studies are remembered by edition. */
let second = 0;
beforeEach(async () => {
	second += 1;
	await empty();
});
async function empty(): Promise<void> {
	const db = await database();
	for (const table of [
		'contributions',
		'benchmarks',
		'tallies',
		'tellings',
		'study_tallies',
		'studies',
		'editions'
	] as const)
		await db.deleteFrom(table).execute();
}

const levels = [0, 250, 500, 750, 1000];

/** Companies of one or two, from this number on. */
const several = (count: number, from = 0, industry = 'a'): readonly (readonly [name: string, company: Company])[] =>
	Array.from({ length: count }, (_, at) => {
		const name = `${industry}${String(from + at).padStart(3, '0')}`;
		const person = (number: number, role: 'seller' | 'manager') =>
			answered(`${name}.${number}`, {
				items: { ...alike(levels[(at + number) % 5] ?? 0, role), n2: levels[(3 * at) % 5] ?? 0 },
				dimensions: { role, industry, reached: at % 2 === 0 ? 'yes' : 'no' }
			});
		return [name, at % 3 === 0 ? [person(0, 'seller'), person(1, 'manager')] : [person(0, 'seller')]];
	});

const rowsOf = (companies: ReturnType<typeof several>): readonly ContributionRow[] =>
	companies.flatMap(([company, people]) =>
		people.map(({ person, at, dimensions, tenths, items }): ContributionRow => ({
			id: person,
			response: null,
			instrument: studied.id,
			version: studied.version,
			major: 1,
			company,
			person,
			at,
			dimensions: JSON.stringify(dimensions),
			tenths: JSON.stringify(tenths),
			items: JSON.stringify(items),
			seconds: null,
			flags: '[]',
			eligible: 1,
			ruling: null,
			reason: null,
			ruled_by: null,
			ruled_at: null,
			counted_in: null,
			counted_out: null
		}))
	);

const add = async (rows: readonly ContributionRow[]): Promise<void> => {
	await change('test', async (db) => {
		for (const each of rows) await contribute(db, each);
	});
};
const build = (day: string, instrument = studied) =>
	buildEdition(instrument, new Date(`${day}T03:00:${String(second).padStart(2, '0')}.000Z`));

/** What is counted, as it lies in the database. */
async function now(): Promise<KeptStudy | undefined> {
	const row = await (await database()).selectFrom('study_tallies').select('counted').executeTakeFirst();
	return row && storedJson<{ now: KeptStudy }>(row.counted).now;
}
const inMemory = (companies: ReturnType<typeof several>, instrument = studied) =>
	counted(
		companies.map(([, company]) => company),
		instrument
	);
const everything = async (): Promise<string> => {
	const db = await database();
	const texts = [
		await db.selectFrom('study_tallies').select(['instrument', 'major', 'counted']).execute(),
		await db.selectFrom('studies').select(['edition', 'document']).orderBy('edition').execute(),
		await db.selectFrom('tallies').select(['name', 'counted', 'changed']).orderBy('name').execute(),
		await db.selectFrom('editions').select(['id', 'document']).orderBy('id').execute()
	];
	return JSON.stringify(texts);
};

describe('a study', () => {
	test('goes with the edition, and says of the companies in the database what it says of them in memory', async () => {
		const companies = several(30);
		await add(rowsOf(companies).toReversed());
		const edition = (await build('2026-02-01'))?.id ?? '';
		const expected = studyOf(studied, inMemory(companies), { edition, date: '2026-02-01', demonstration: false });
		expect(await studyById(edition)).toEqual(expected);
		expect(await newestStudy(scope)).toEqual(expected);
		expect(Object.keys(expected.questions)).not.toHaveLength(0);
	});

	test('is none before there is an edition', async () => {
		expect(await newestStudy(scope)).toBeNull();
		await add(rowsOf(several(4)));
		await build('2026-02-01');
		expect(await newestStudy(scope)).toBeNull();
		expect(await studyById('nothing')).toBeNull();
	});

	test('and all that it is told from is the same to the byte whatever the order of arrival', async () => {
		const rows = rowsOf(several(40));
		await add(rows);
		await build('2026-02-01');
		const first = await everything();
		await empty();
		// Every seventh, then every seventh from the second on, and so on.
		await add([0, 1, 2, 3, 4, 5, 6].flatMap((rest) => rows.filter((_, at) => at % 7 === rest)));
		await build('2026-02-01');
		expect(await everything()).toBe(first);
		expect(first).toContain('median');
	});

	test('counted in steps is counted as if at once', async () => {
		const companies = several(40);
		for (let at = 0; at < 40; at += 10) {
			await add(rowsOf(companies.slice(at, at + 10)));
			await build(`2026-03-${String(1 + at).padStart(2, '0')}`);
		}
		expect(await now()).toEqual(keptStudy(inMemory(companies)));
		expect((await newestStudy(scope))?.companies).toBe(40);
	});

	test('stays as it was, with its date, in an edition in which the group of all does', async () => {
		await add(rowsOf([...several(60), ...several(60, 0, 'b')]));
		const before = await build('2026-02-01');
		// Of 60 five are enough; of 120 six would be.
		await add(rowsOf(several(5, 100)));
		const after = await build('2026-02-02');
		expect([before?.date, after?.date]).toEqual(['2026-02-01', '2026-02-02']);
		const was = await studyById(before?.id ?? '');
		expect(await studyById(after?.id ?? '')).toEqual({ ...was, edition: after?.id });
		expect(was?.date).toBe('2026-02-01');
		await add(rowsOf(several(5, 200)));
		await build('2026-02-03');
		expect(await newestStudy(scope)).toMatchObject({ date: '2026-02-03', companies: 130 });
	});

	test('is counted from nothing where the content lists another hypothesis, with the peer groups', async () => {
		const companies = several(40);
		await add(rowsOf(companies));
		await build('2026-02-01');
		const peers = (await readCount(await database(), scope)).tallies;
		const other = {
			...studied,
			version: '1.1.0',
			hypotheses: [{ exposure: 'n2', outcome: 'reached' }, ...studied.hypotheses]
		};
		await build('2026-02-02', other);
		expect(await now()).toEqual(keptStudy(inMemory(companies, other)));
		expect((await readCount(await database(), scope)).tallies).toEqual(peers);
	});

	test('and the peer groups follow where the content lists another rung', async () => {
		await add(rowsOf([...several(20), ...several(20, 0, 'b')]));
		await build('2026-02-01');
		const other = { ...studied, version: '1.1.0', peers: [['industry', 'role'], ['industry'], ['role'], []] };
		const edition = await build('2026-02-02', other);
		expect(edition?.cells.map(({ dimensions }) => dimensions)).toContainEqual({ industry: 'b', role: 'seller' });
		await build('2026-02-03');
		const { tallies } = await readCount(await database(), scope);
		expect([...tallies.values()].every(({ n }) => n > 0 && n <= 80)).toBe(true);
		expect([...tallies.keys()].some((name) => name.includes('industry&role'))).toBe(false);
	});
});

describe('who leaves', () => {
	/** Answers of companies, each the contribution of a response that can be erased. */
	async function erasable(companies: ReturnType<typeof several>): Promise<readonly string[]> {
		const ids: string[] = [];
		for (const row of rowsOf(companies)) {
			const id = newId();
			await completeResponse(id, newKey(), saving({ role: ['seller', 1] }));
			ids.push(id);
			await add([{ ...row, response: id }]);
		}
		return ids;
	}

	const left = async () =>
		(await database()).selectFrom('contributions').selectAll().where('instrument', '=', studied.id).execute();

	test('after being counted leaves exactly, and until then nothing says whose the scores were', async () => {
		const [staying, leaving] = [several(20), several(3, 500)];
		await add(rowsOf(staying));
		const ids = await erasable(leaving);
		await build('2026-02-01');
		expect((await now())?.companies).toBe(23);
		await eraseAll(ids);
		const waiting = (await left()).filter(({ eligible }) => eligible === 0);
		expect(waiting).toHaveLength(ids.length);
		for (const id of ids) expect(JSON.stringify(waiting)).not.toContain(id);
		await build('2026-02-02');
		expect(await now()).toEqual(keptStudy(inMemory(staying)));
		expect(await left()).toHaveLength(rowsOf(staying).length);
	});

	test('before being counted leaves at once', async () => {
		const ids = await erasable(several(2));
		await eraseAll(ids);
		expect(await left()).toEqual([]);
	});

	test('while a count is under way leaves with the next, also where that count dies', async () => {
		const [staying, [leaving = several(1, 900)[0]]] = [several(20), several(1, 900)];
		if (leaving === undefined) throw new Error('nobody leaves');
		const ids = await erasable([leaving]);
		await add(rowsOf(staying));
		await build('2026-02-01');
		const db = await database();
		const dead = '2026-02-02T03:00:00.000Z';
		await begin(db, scope, dead);
		// It was taken out by a count that never came into force, and erased meanwhile.
		await db
			.updateTable('contributions')
			.set({ eligible: 0, counted_out: dead })
			.where('response', 'in', ids)
			.execute();
		await eraseAll(ids);
		await build('2026-02-03');
		expect(await now()).toEqual(keptStudy(inMemory(staying)));
		expect(await left()).toHaveLength(rowsOf(staying).length);
	});

	test('taken in by a count that died, leaves nothing', async () => {
		const ids = await erasable(several(1, 900));
		const db = await database();
		const dead = '2026-02-02T03:00:00.000Z';
		await begin(db, scope, dead);
		await db.updateTable('contributions').set({ counted_in: dead }).where('response', 'in', ids).execute();
		await eraseAll(ids);
		expect(await left()).toHaveLength(rowsOf(several(1, 900)).length);
		await build('2026-02-03');
		expect(await left()).toEqual([]);
		expect((await now())?.companies).toBe(0);
	});
});

test('a count that died leaves the study as it was, and the next counts nobody twice', async () => {
	const [before, news] = [several(20), several(20, 100)];
	await add(rowsOf(before));
	await build('2026-02-01');
	await add(rowsOf(news));
	const db = await database();
	const dead = '2026-02-02T03:00:00.000Z';
	const was = await everything();
	await begin(db, scope, dead);
	const { stamp } = await readCount(db, scope);
	await db.updateTable('contributions').set({ counted_in: dead }).where('counted_in', '>', stamp).execute();
	expect(await everything()).toBe(was);
	await change('test', (inside) => unstamp(inside, scope, dead));
	await build('2026-02-03');
	expect(await now()).toEqual(keptStudy(inMemory([...before, ...news])));
});
