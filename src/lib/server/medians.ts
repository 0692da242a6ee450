// How long a version of an instrument takes people: the median of those of late who were timed, remembered for a while.
import type { Known } from '#core/answers/quality.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Db } from './database/database.ts';

/** So many of the latest tell it: enough for a median, and as quickly read among millions. */
const OF_LATE = 1000;

const REMEMBERED = 10 * 60_000;

type Median = NonNullable<Known['median']>;

const remembered = new Map<string, { readonly median: Median; readonly until: number }>();

/** In seconds; of an even number the lower one of the two in the middle. */
export async function medianOf(db: Db, { id, version }: Pick<Instrument, 'id' | 'version'>): Promise<Median> {
	const name = `${id} ${version}`;
	const known = remembered.get(name);
	const now = Date.now();
	if (known !== undefined && now < known.until) return known.median;
	const median = await readMedian(db, id, version);
	remembered.set(name, { median, until: now + REMEMBERED });
	return median;
}

async function readMedian(db: Db, instrument: string, version: string): Promise<Median> {
	const rows = await db
		.selectFrom('contributions')
		.select('seconds')
		.where('instrument', '=', instrument)
		.where('version', '=', version)
		.where('seconds', 'is not', null)
		.orderBy('at', 'desc')
		.limit(OF_LATE)
		.execute();
	const seconds = rows.flatMap((row) => row.seconds ?? []).sort((one, other) => one - other);
	return { seconds: seconds[Math.floor((seconds.length - 1) / 2)] ?? 0, n: seconds.length };
}
