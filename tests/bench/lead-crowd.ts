// So many leads that nobody looked at yet → a database as it is after years of campaigns, on either product.
import { PostgresAdapter, sql, type RawBuilder } from 'kysely';
import { database, type Db } from '#lib/server/database/database.ts';

type Fragment = RawBuilder<unknown>;

/** What the two products say differently: numbers in a row, hexadecimal, and a moment in ISO 8601. */
type Dialect = {
	readonly series: (first: number, last: number) => Fragment;
	readonly hex: (value: Fragment, digits: number) => Fragment;
	readonly moment: (seconds: Fragment) => Fragment;
	/** Nobody needs what is made here to outlive a power cut. */
	readonly hurry: Fragment;
	readonly settle: Fragment;
};

const sqlite: Dialect = {
	series: (first, last) =>
		sql`(with recursive counting(i) as (select ${sql.lit(first)} union all select i + 1 from counting where i < ${sql.lit(last)}) select i from counting)`,
	hex: (value, digits) => sql`printf(${sql.lit(`%0${digits}x`)}, ${value})`,
	moment: (seconds) => sql`strftime('%Y-%m-%dT%H:%M:%S.000Z', ${seconds}, 'unixepoch')`,
	hurry: sql`pragma synchronous = off`,
	settle: sql`pragma wal_checkpoint(truncate)`
};

const postgres: Dialect = {
	series: (first, last) => sql`generate_series(${sql.lit(first)}::bigint, ${sql.lit(last)}::bigint) as counting(i)`,
	hex: (value, digits) => sql`lpad(to_hex(${value}), ${sql.lit(digits)}, '0')`,
	moment: (seconds) => sql`to_char(to_timestamp(${seconds}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`,
	hurry: sql`select 1`,
	settle: sql`analyze`
};

const BEGAN = 1_700_000_000;

/** When lead number so and so came: one a minute. */
export const momentOf = (number: number): string => new Date((BEGAN + number * 60) * 1000).toISOString();

/** So many people share a name, whatever the size. */
export const NAMESAKES = 20;

const name = (digits: Dialect): Fragment => sql`'name' || ${digits.hex(sql`i / ${sql.lit(NAMESAKES)}`, 8)}`;

type About = {
	readonly instrument: string;
	readonly version: string;
	readonly hash: string;
	/** What every one of them said, as it is stored. */
	readonly answers: string;
};

/** So many at once: a statement may take only so long. */
const BATCH = 2000;

/**
 * Fills an empty database that the migrations have made. Ids are spread as real ones are, times are in order, and every
 * other column has the variety that lists are narrowed by.
 */
export async function crowdOfLeads(most: number, about: About): Promise<void> {
	const db = await database();
	const dialect = db.getExecutor().adapter instanceof PostgresAdapter ? postgres : sqlite;
	await dialect.hurry.execute(db);
	for (let first = 1; first <= most; first += BATCH)
		await batch(db, dialect, dialect.series(first, Math.min(most, first + BATCH - 1)), about);
	await dialect.settle.execute(db);
}

async function batch(db: Db, dialect: Dialect, from: Fragment, about: About): Promise<void> {
	const { hex, moment } = dialect;
	const id = sql`${hex(sql`(i * 2654435761) & 4294967295`, 8)} || '-0000-4000-8000-' || ${hex(sql`i`, 12)}`;
	const at = moment(sql`${sql.lit(BEGAN)} + i * 60`);
	const finished = sql`case when i % 10 < 7 then ${at} end`;
	const state = sql`case when i % 10 < 7 then 'completed' else 'open' end`;
	const campaign = sql`'campaign-' || (i % 20)`;
	const { instrument, version, hash, answers } = about;
	await sql`insert into responses (id, instrument, version, hash, campaign, source, timing, answers, state, revision,
			edit_key, generation, created_at, updated_at, completed_at, is_test)
		select ${id}, ${sql.lit(instrument)}, ${sql.lit(version)}, ${sql.lit(hash)}, ${campaign},
			'{"utm_source":"letter"}', '{}', ${sql.lit(answers)}, ${state}, 1, '', 1, ${at}, ${at}, ${finished}, 0
		from ${from}`.execute(db);
	await sql`insert into leads (response, campaign, instrument, is_test, name, address, company, role, fields, consents,
			source, intent, tenths, scores, band, weakest, finding, wants, completed_at, created_at, updated_at)
		select ${id}, ${campaign}, ${sql.lit(instrument)}, 0, ${name(dialect)}, 'mail' || i || '@firm.example',
			'Company ' || (i % 5000), 'Seller', '{}', '[]', 'source-' || (i % 10), (i * 37) % 101, (i * 31) % 1001, '{"company":512}',
			'band-' || (i % 5), 'index-' || (i * 7 % 4), 'Much is done well, and little of it is known.',
			'We know who decides.', ${finished}, ${at}, ${at}
		from ${from}`.execute(db);
	const words = [name(dialect), sql`'company' || (i % 5000)`, sql`'mail' || i`, sql`'firm'`, sql`'example'`];
	for (const word of words)
		await sql`insert into lead_words (word, response) select ${word}, ${id} from ${from}`.execute(db);
}
