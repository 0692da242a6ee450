// A response → the edition that its report compares with, less its own company; and a newer one for whoever asks.
import { shareOf } from '#core/benchmark/contribution.ts';
import type { Contribution } from '#core/benchmark/contribution.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Edition } from '#core/standing/edition.ts';
import type { Own } from '#core/standing/own.ts';
import { majorOf } from './contribution-rows.ts';
import { database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { editionById } from './edition-rows.ts';
import type { Stored } from './response-rows.ts';
import type { Revision } from './revisions.ts';

export type Compared = { readonly edition: Edition | null; readonly own: readonly Own[] };

/** The id of the newest edition counted here for this instrument and major; null: there is none. */
export async function newestId(db: Db, { id, version }: Pick<Instrument, 'id' | 'version'>): Promise<string | null> {
	const row = await db
		.selectFrom('editions')
		.select('id')
		.where('instrument', '=', id)
		.where('major', '=', majorOf(version))
		.where('origin', '=', 'own')
		.orderBy('created_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.id ?? null;
}

/** What a revision is compared with. */
export async function comparedWith(
	{ id }: Pick<Stored, 'id'>,
	{ edition }: Pick<Revision, 'edition'>,
	instrument: Instrument
): Promise<Compared> {
	const found = edition === null ? null : await editionById(edition);
	return found === null ? { edition: null, own: [] } : { edition: found, own: await ownOf(id, instrument) };
}

/** What the company of this response, and each of its people, has in the benchmark now. */
async function ownOf(response: string, instrument: Instrument): Promise<readonly Own[]> {
	const db = await database();
	const rows = await db
		.selectFrom('contributions')
		.select(['person', 'at', 'dimensions', 'tenths', 'counted_in'])
		.where('instrument', '=', instrument.id)
		.where('major', '=', majorOf(instrument.version))
		.where('company', 'in', (query) =>
			query.selectFrom('contributions').select('company').where('response', '=', response)
		)
		.where('counted_in', 'is not', null)
		.where('counted_out', 'is', null)
		.execute();
	const contributions = rows.map(({ person, at, dimensions, tenths }): Contribution => ({
		person,
		at,
		dimensions: storedJson<Contribution['dimensions']>(dimensions),
		tenths: storedJson<Contribution['tenths']>(tenths)
	}));
	const since =
		rows
			.map(({ counted_in }) => counted_in ?? '')
			.sort()
			.at(-1) ?? '';
	const { company, people } = shareOf(instrument, contributions);
	return [
		...(company === null ? [] : [{ about: 'company' as const, ...company, since }]),
		...people.map((person) => ({ about: 'personal' as const, ...person, since }))
	];
}
