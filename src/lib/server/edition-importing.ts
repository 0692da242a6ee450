// A signed edition → one of the editions here, once, unless it would bring what is invented among what is real.
import type { Outcome, Problem } from '#core/problem.ts';
import type { Edition } from '#core/standing/edition.ts';
import { editionOf } from '#core/standing/imported.ts';
import { majorOf } from './contribution-rows.ts';
import { change, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { isDemonstration } from './demonstration.ts';
import { keepEdition } from './edition-rows.ts';
import { wrong } from './input.ts';
import type { SignedEdition } from './published-shape.ts';
import { fingerprintOf } from './signing.ts';

/** What its readers are told of where it comes from. */
export function labelOf({ edition: { source }, operator, key }: SignedEdition): string {
	const signer = [operator.name, operator.url ?? ''].filter((part) => part !== '').join(', ');
	return source || signer || `key ${fingerprintOf(key).slice(0, 16)}`;
}

/** Stores it, or with `dry` only says whether it would. `where` is the place in problems. */
export function importEdition(signed: SignedEdition, where: string, dry: boolean): Promise<Outcome<Edition>> {
	const { id, version } = signed.edition.instrument;
	const scope = { instrument: id, major: majorOf(version) };
	return change(`benchmark ${scope.instrument} ${scope.major}`, async (db): Promise<Outcome<Edition>> => {
		const edition = editionOf(signed.edition, labelOf(signed));
		const signer = fingerprintOf(signed.key);
		const problem = await whyNot(db, edition, signer, where);
		if (problem !== null) return { ok: false, problems: [problem] };
		if (!dry) await keepEdition(db, scope, edition, 'imported', signer);
		return { ok: true, value: edition };
	});
}

async function whyNot(db: Db, edition: Edition, signer: string, where: string): Promise<Problem | null> {
	const { id, date, source, instrument, demonstration } = edition;
	if (demonstration !== (await isDemonstration(db))) {
		const [real, invented] = ['an edition of real companies', 'one that was invented for show'];
		const [expected, found] = demonstration ? [real, invented] : [invented, real];
		return wrong('demonstration-mixed', where, expected, found, 'Import it into an installation of its own kind.');
	}
	const there = await db.selectFrom('editions').select('id').where('id', '=', id).executeTakeFirst();
	if (there !== undefined)
		return wrong('already-there', where, 'an edition that is not here', id, 'Nothing needs to be done.');
	const rows = await db
		.selectFrom('editions')
		.select('document')
		.where('instrument', '=', instrument.id)
		.where('major', '=', majorOf(instrument.version))
		.where('signer', '=', signer)
		.execute();
	const newer = rows
		.map(({ document }) => storedJson<Edition>(document))
		.find((each) => each.source === source && each.date > date);
	if (newer === undefined) return null;
	return wrong('older-edition', where, `one of ${newer.date} or later`, date, `Keep ${newer.id}, which is newer.`);
}
