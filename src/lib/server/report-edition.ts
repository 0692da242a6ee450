// A response → the editions that its report compares with, less its own company; and the newest there are.
import { shareOf } from '#core/benchmark/contribution.ts';
import type { Contribution } from '#core/benchmark/contribution.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { HeldEdition } from '#core/standing/held.ts';
import type { Own } from '#core/standing/own.ts';
import type { Study } from '#core/study/study.ts';
import { majorOf } from './contribution-rows.ts';
import { database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { editionById, newestId } from './edition-rows.ts';
import type { Stored } from './response-rows.ts';
import type { Revision } from './revisions.ts';
import { studyById } from './study-rows.ts';

export type Compared = {
	readonly edition: HeldEdition | null;
	readonly own: readonly Own[];
	/** A published edition, for whatever the other has no group for. */
	readonly published: HeldEdition | null;
	/** The edition before the owner moved on to this one. */
	readonly former: HeldEdition | null;
	/** What the first says as a whole. */
	readonly study: Study | null;
};

/** Members from which on a group may be told (method, section 6): below, nobody would be compared. */
const OPEN = 10;

/** The newest edition, unless the revision compares with it already or it tells of no group yet. */
export async function newerEdition(
	{ edition }: Pick<Revision, 'edition'>,
	{ id: instrument, version }: Pick<Instrument, 'id' | 'version'>
): Promise<HeldEdition | null> {
	const id = await newestId(await database(), { instrument, major: majorOf(version) });
	if (id === null || id === edition) return null;
	const found = await editionById(id);
	const isOpen = found?.cells.some(({ measures }) => Object.values(measures).some(({ n }) => n >= OPEN)) ?? false;
	return isOpen ? found : null;
}

/** What a revision is compared with. */
export async function comparedWith(
	{ id }: Pick<Stored, 'id'>,
	revision: Pick<Revision, 'edition' | 'edition_before' | 'published'>,
	instrument: Instrument
): Promise<Compared> {
	const found = async (edition: string | null) => (edition === null ? null : editionById(edition));
	const edition = await found(revision.edition);
	return {
		edition,
		own: edition === null ? [] : await ownOf(id, instrument),
		published: await found(revision.published),
		former: await found(revision.edition_before),
		study: edition === null ? null : await studyById(edition.id)
	};
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
		.where('counted_in', '<=', (query) =>
			query
				.selectFrom('benchmarks')
				.select('stamp')
				.where('instrument', '=', instrument.id)
				.where('major', '=', majorOf(instrument.version))
		)
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
