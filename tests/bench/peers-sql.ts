// The standing of one reader in an edition that is in memory beside the SQL that counts rows for each request.
import { PostgresAdapter, sql } from 'kysely';
import { database } from '#lib/server/database/database.ts';
import { dimensions, ODD, oneOf, peered, series, spread } from './contribution-crowd.ts';
import { compared, type Figure } from './figure.ts';
import { inventedEdition } from './invented-edition.ts';
import { answers, scores, standingsIn, stored } from './peers-standing.ts';
import { ratio, rounds } from './rounds.ts';

const BATCH = 50_000;

const column = (index: string): string => `score_${index.replaceAll('-', '_')}`;
const indices = peered.indices.map(({ id, about }) => ({ id, about, name: sql.ref(column(id)) }));

/** A table as somebody would make it who counts live: a column for each index, each found by an index of its group. */
async function fill(rows: number): Promise<void> {
	const db = await database();
	const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
	const columns = sql.join(indices.map(({ name }) => sql`${name} integer not null`));
	await sql`create table bench_standings (industry text, size text, role text, ${columns})`.execute(db);
	for (let from = 1; from <= rows; from += BATCH)
		await sql`insert into bench_standings select ${sql.join([
			...Object.values(dimensions).map((names, at) => oneOf(ODD[at] ?? 1, names)),
			...indices.map((_, at) => spread(ODD[at] ?? 1, 1001))
		])} from ${series(isPostgres, from, Math.min(rows, from + BATCH - 1))}`.execute(db);
	for (const { id, about, name } of indices) {
		const group = about === 'company' ? sql`industry, size` : sql`role`;
		await sql`create index ${sql.ref(`bench_${column(id)}`)} on bench_standings (${group}, ${name})`.execute(db);
	}
	await (isPostgres ? sql`vacuum analyze bench_standings` : sql`analyze bench_standings`).execute(db);
}

/** For each index how many of the group there are, how many scored worse and how many the same: no median, no bins. */
async function counted(): Promise<void> {
	const db = await database();
	const said = (question: string): unknown => {
		const answer = answers.given[question];
		return answer?.state === 'answered' ? answer.value : null;
	};
	for (const { id, about, name } of indices) {
		const tenths = scores.indices[id]?.tenths ?? 0;
		const group =
			about === 'company'
				? sql`industry = ${said('industry')} and size = ${said('company-size')}`
				: sql`role = ${said('role')}`;
		const { rows } = await sql<{ n: number | string }>`select count(*) as n,
				sum(case when ${name} < ${tenths} then 1 else 0 end) as below,
				sum(case when ${name} = ${tenths} then 1 else 0 end) as equal
			from bench_standings where ${group}`.execute(db);
		if (Number(rows[0]?.n ?? 0) === 0) throw new Error('there is nobody in the group of the reader');
	}
}

/** So often the SQL is asked in one turn. */
const TIMES = 3;

/** In the database that is open now. */
export async function measureStandingSql(product: string, rows: number): Promise<Figure> {
	await fill(rows);
	const edition = stored(inventedEdition(peered, rows));
	const found = await rounds(5, {
		edition: () => 1000 / standingsIn(edition, 300),
		async live() {
			const began = performance.now();
			for (let time = 0; time < TIMES; time += 1) await counted();
			return (performance.now() - began) / TIMES;
		}
	});
	return compared({
		name: `${product}: the SQL that counts ${rows} rows for each standing | a standing from an edition in memory`,
		unit: (value) => `${Number(value.toPrecision(3))} ms`,
		ours: found.live,
		peer: found.edition,
		ratio: ratio(found.live, found.edition),
		limit: { at: 'least', ratio: 100 }
	});
}
