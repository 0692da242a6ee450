// What is new among contributions → counted, and told in a new edition where enough of it is.
import { saysTheSame, type Built } from '#core/benchmark/edition.ts';
import { guardedEdition } from '#core/benchmark/guarded.ts';
import { tallyName } from '#core/benchmark/tally.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { COUNTED_HERE, type Edition } from '#core/standing/edition.ts';
import { studyTold } from '#core/study/study-news.ts';
import { studyPlanOf } from '#core/study/study-plan.ts';
import type { StudyTally } from '#core/study/study-tally.ts';
import { studyOf } from '#core/study/study-telling.ts';
import type { Study } from '#core/study/study.ts';
import { forgetWithdrawn, unstamp } from './contribution-counting.ts';
import { majorOf } from './contribution-rows.ts';
import { expire } from './contributions.ts';
import { change, database } from './database/database.ts';
import { isDemonstration } from './demonstration.ts';
import { countNews, type BuildOptions } from './edition-counting.ts';
import { keepEdition, newestDocument } from './edition-rows.ts';
import { keepStudy, keepStudyCount, readStudyCount, studyById, type StudyCount } from './study-rows.ts';
import { begin, finish, readCount } from './tally-rows.ts';
import { keepTellings, readTellings } from './telling-rows.ts';

/** Answers older than so many months count no more. */
const MONTHS = 36;

/** The edition that is new; null: nothing was told anew. */
export async function buildEdition(
	instrument: Instrument,
	date: Date,
	options: BuildOptions = {}
): Promise<Edition | null> {
	const scope = { instrument: instrument.id, major: majorOf(instrument.version) };
	const name = `benchmark ${scope.instrument} ${scope.major}`;
	const plan = studyPlanOf(instrument);
	const before = await readCount(await database(), scope);
	const now = stampAfter(before.building ?? before.stamp, date);
	const study = await readStudyCount(await database(), scope, plan);
	await change(name, async (db) => {
		await begin(db, scope, now);
		if (before.building !== null) await unstamp(db, scope, before.building);
		await expire(db, scope, monthsBefore(date, MONTHS));
	});
	const touched = await countNews(instrument, scope, { peers: before, study, now }, options);
	const previous = await newestDocument(scope);
	const day = now.slice(0, 10);
	const wish = {
		about: {
			id: `${scope.instrument}-${scope.major}-${now.slice(0, 19).replace(/[^\d]/g, '')}`,
			date: day,
			instrument: { id: instrument.id, version: instrument.version },
			demonstration: await isDemonstration(),
			source: COUNTED_HERE
		},
		previous,
		stamp: now,
		changed: before.changed
	};
	const past = await readTellings(await database(), scope);
	const built = guardedEdition(before.tallies, wish, before.members, past);
	const { edition, renewed } = built;
	for (const group of renewed) {
		before.changed.delete(group);
		touched.add(group);
	}
	const isNew = previous === null ? edition.cells.length > 0 : !saysTheSame(edition, previous);
	const next = await studyAfter(instrument, built, { count: study, edition, previous });
	await change(name, async (db) => {
		await finish(db, scope, before, touched, now);
		await keepTellings(db, scope, built.tellings, now);
		await forgetWithdrawn(db, scope);
		if (isNew) await keepEdition(db, scope, edition, 'own');
		if (isNew && next.study !== null) await keepStudy(db, scope, next.study);
		await keepStudyCount(db, scope, plan, { now: study.now, told: next.told });
	});
	return isNew ? edition : null;
}

/** Told anew with the group of all; else as it was told last, if that group is still told. */
async function studyAfter(
	instrument: Instrument,
	{ told, renewed }: Pick<Built, 'told' | 'renewed'>,
	{
		count,
		edition,
		previous
	}: { readonly count: StudyCount; readonly edition: Edition; readonly previous: Edition | null }
): Promise<{ readonly study: Study | null; readonly told: StudyTally | null }> {
	const all = nameOfAll(instrument);
	if (all === null || !told.has(all)) return { study: null, told: count.told };
	const { id, date, demonstration } = edition;
	if (!renewed.includes(all)) {
		const before = previous && (await studyById(previous.id));
		return { study: before && { ...before, edition: id }, told: count.told };
	}
	const of = studyTold(count.now, count.told);
	return { study: studyOf(instrument, of, { edition: id, date, demonstration }), told: of };
}

/** The group of all companies, or of all people where no companies are compared; null: there is neither. */
function nameOfAll({ peers, personalPeers }: Pick<Instrument, 'peers' | 'personalPeers'>): string | null {
	if (peers.some(({ length }) => length === 0)) return tallyName('company', [], {});
	return personalPeers.some(({ length }) => length === 0) ? tallyName('personal', [], {}) : null;
}

/** Stamps follow each other, and editions are named by the second, whatever the clock says. */
function stampAfter(last: string, date: Date): string {
	const now = date.toISOString();
	return now > last ? now : new Date(Date.parse(last) + 1000).toISOString();
}

function monthsBefore(date: Date, months: number): string {
	const then = new Date(date);
	then.setUTCMonth(then.getUTCMonth() - months);
	return then.toISOString();
}
