// So many completed responses that no edition has counted yet → their rows, made by the database itself, on either product.
import { PostgresAdapter, sql, type RawBuilder } from 'kysely';
import type { Instrument } from '#core/instrument/instrument.ts';
import { database, type Db } from '#lib/server/database/database.ts';
import { majorOf } from '#lib/server/contribution-rows.ts';
import { nextCount } from '#lib/server/tally-rows.ts';
import { flagship } from '../support/flagship.ts';
import { scored } from './responses.ts';

type Fragment = RawBuilder<unknown>;

/** The flagship with the ladder that the figures are about: 20 peer groups of companies, 9 of people. */
export const peered: Instrument = {
	...flagship,
	peers: [['industry', 'company-size'], ['industry'], ['company-size'], []],
	personalPeers: [['role'], []]
};

const major = majorOf(flagship.version);

const options = (question: string, most: number): readonly string[] =>
	(flagship.questions.find(({ id }) => id === question)?.options ?? []).map(({ id }) => id).slice(0, most);

/** What a row may answer to each of the questions that groups are made of. */
export const dimensions = {
	industry: options('industry', 4),
	'company-size': options('company-size', 3),
	role: options('role', 8)
} as const;

const BEGAN = 1_700_000_000;

/** So many at once: a statement may take only so long. */
const BATCH = 5000;

/** So many different sets of answers there are; scores and groups differ from row to row. */
const KINDS = 256;

/**
 * Adds rows number `first` to `last`. Of ten responses six stand alone and four are of one company, so that ten make
 * seven companies. The same numbers give the same rows.
 */
export async function crowdOfContributions(first: number, last: number): Promise<void> {
	const db = await database();
	const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
	await sql`create table bench_items (kind integer primary key, items text not null)`.execute(db);
	for (let kind = 0; kind < KINDS; kind += 1)
		await sql`insert into bench_items values (${kind}, ${JSON.stringify(itemsOf(kind))})`.execute(db);
	if (!isPostgres) await sql`pragma synchronous = off`.execute(db);
	const next = await nextCount(db, { instrument: flagship.id, major });
	for (let from = first; from <= last; from += BATCH) await batch(db, next, from, Math.min(last, from + BATCH - 1));
	await sql`drop table bench_items`.execute(db);
	await (isPostgres ? sql`vacuum analyze contributions` : sql`pragma wal_checkpoint(truncate)`).execute(db);
	if (!isPostgres) await sql`pragma synchronous = full`.execute(db);
}

/** A score for each scored question. */
function itemsOf(kind: number): Readonly<Record<string, number>> {
	return Object.fromEntries(scored.map(({ id }, at) => [id, 250 * (((kind + 7) * (at + 11) * 31) % 5)]));
}

/** A number from 0 to under `below`, by the row and by what it is for. */
export const spread = (odd: number, below: number): Fragment =>
	sql`(((i * ${sql.lit(odd)}) & 4294967295) / 256) % ${sql.lit(below)}`;

/** One of these, by the row. */
export const oneOf = (odd: number, names: readonly string[]): Fragment =>
	sql`case ${spread(odd, names.length)} ${sql.join(
		names.map((name, at) => sql`when ${sql.lit(at)} then ${sql.lit(name)}`),
		sql` `
	)} end`;

/** Odd, and far from each other. */
export const ODD = [
	2654435761, 2246822519, 3266489917, 668265263, 374761393, 2654435769, 1597334677, 3812015801
] as const;

export const series = (isPostgres: boolean, first: number, last: number): Fragment =>
	isPostgres
		? sql`generate_series(${sql.lit(first)}::bigint, ${sql.lit(last)}::bigint) as counting(i)`
		: sql`(with recursive counting(i) as (select ${sql.lit(first)} union all select i + 1 from counting where i < ${sql.lit(last)}) select i from counting)`;

async function batch(db: Db, next: string, first: number, last: number): Promise<void> {
	const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
	const hex = (value: Fragment): Fragment =>
		isPostgres
			? sql`lpad(to_hex((${value} * 2654435761) & 4294967295), 8, '0') || lpad(to_hex(${value}), 56, '0')`
			: sql`printf('%08x', (${value} * 2654435761) & 4294967295) || printf('%056x', ${value})`;
	const seconds = sql`${sql.lit(BEGAN)} + i * 6`;
	const at = isPostgres
		? sql`to_char(to_timestamp(${seconds}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`
		: sql`strftime('%Y-%m-%dT%H:%M:%S.000Z', ${seconds}, 'unixepoch')`;
	const company = sql`case when i % 10 < 4 then i - i % 10 else i end`;
	const chosen = Object.entries(dimensions).map(([question, names], at) => {
		// A company's people name the same industry and size, and roles of their own.
		const name = oneOf(ODD[at] ?? 1, names);
		return sql`'"' || ${sql.lit(question)} || '":"' || ${name} || '"'`;
	});
	const scores = flagship.indices.map(
		({ id }, at) => sql`'"' || ${sql.lit(id)} || '":' || (${spread(ODD[at] ?? 1, 1001)})`
	);
	const json = (parts: readonly Fragment[]): Fragment => sql`'{' || ${sql.join(parts, sql` || ',' || `)} || '}'`;
	await sql`insert into contributions (id, instrument, version, major, company, person, at, dimensions, tenths, items,
			seconds, flags, eligible, counted_in)
		select ${hex(sql`i`)}, ${sql.lit(flagship.id)}, ${sql.lit(flagship.version)},
			${sql.lit(major)}, ${hex(company)}, ${hex(sql`i`)}, ${at},
			${json(chosen)}, ${json(scores)}, items, 600, '[]', 1, ${sql.lit(next)}
		from ${series(isPostgres, first, last)} join bench_items on kind = i % ${sql.lit(KINDS)}`.execute(db);
}
