// A process of its own that builds an edition, or only reads the rows that it is built from, and says what that took.
import { readFileSync } from 'node:fs';
import { PostgresAdapter, sql, type Kysely } from 'kysely';
import type { Instrument } from '#core/instrument/instrument.ts';
import { buildEdition } from '#lib/server/edition-building.ts';
import { connect } from '#lib/server/database/connect.ts';
import type { ContributionRow } from '#lib/server/database/benchmark-schema.ts';
import { closeDatabase, database } from '#lib/server/database/database.ts';
import type { Schema } from '#lib/server/database/schema.ts';
import type { PeersJob, PeersTold } from './peers-job.ts';

/** Rows that are read at once: what a page of them takes is nothing beside them. */
const PAGE = 10_000;

type Row = Pick<ContributionRow, 'dimensions' | 'tenths' | 'items' | 'flags'>;

const columns = sql.raw(
	'id, response, instrument, version, major, company, person, at, dimensions, tenths, items, seconds, flags, eligible'
);

/** Every row of the table once, as it lies there, by the quickest way that each product has. */
async function scanned(parses: boolean): Promise<number> {
	let count = 0;
	for await (const rows of pages(await database())) {
		count += rows.length;
		if (parses)
			for (const { dimensions, tenths, items, flags } of rows)
				for (const text of [dimensions, tenths, items, flags]) JSON.parse(text);
	}
	return count;
}

async function* pages(db: Kysely<Schema>): AsyncGenerator<readonly Row[]> {
	if (!(db.getExecutor().adapter instanceof PostgresAdapter)) {
		for (let after = 0; ; after += PAGE) {
			const { rows } = await sql<Row>`select ${columns} from contributions
				where rowid > ${after} and rowid <= ${after + PAGE}`.execute(db);
			if (rows.length === 0) return;
			yield rows;
		}
	}
	const reading = await db.startTransaction().execute();
	await sql`declare everything cursor for select ${columns} from contributions`.execute(reading);
	for (;;) {
		const { rows } = await sql<Row>`fetch ${sql.lit(PAGE)} from everything`.execute(reading);
		if (rows.length === 0) break;
		yield rows;
	}
	await reading.commit().execute();
}

async function work({ work, date, instrument }: PeersJob): Promise<number> {
	if (work !== 'build') return scanned(work === 'parse');
	let counted = 0;
	const about = JSON.parse(readFileSync(instrument, 'utf8')) as Instrument;
	await buildEdition(about, new Date(date), { progress: (companies) => (counted = companies) });
	return counted;
}

const job = JSON.parse(process.argv[2] ?? '') as PeersJob;
globalThis.bellwetherDatabase = connect(job.url, { alone: false });
await globalThis.bellwetherDatabase;
const began = performance.now();
const count = await work(job);
const milliseconds = performance.now() - began;
await closeDatabase();
const told: PeersTold = { milliseconds, count, peak: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(told));
