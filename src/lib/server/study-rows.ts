// The tables of studies and of what they are told from. A study is never changed; the newest are held in memory.
import { keptStudy, studyTallyOf, type KeptStudy } from '#core/study/study-kept.ts';
import type { StudyPlan } from '#core/study/study-plan.ts';
import { emptyStudy, type StudyTally } from '#core/study/study-tally.ts';
import type { Study } from '#core/study/study.ts';
import type { Scope } from './contributions.ts';
import { database, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { Recent } from './recent.ts';

export type StudyCount = {
	readonly now: StudyTally;
	/** What the newest study was told from, part by part; null: there is none that could be compared. */
	readonly told: StudyTally | null;
	/** What was counted before was another plan's, or nothing: everything has to be counted again. */
	readonly isStale: boolean;
};

/** `plan` is the hash of the plan that it was counted by. */
type Kept = { readonly plan: string; readonly now: KeptStudy; readonly told: KeptStudy | null };

export async function readStudyCount(db: Db, { instrument, major }: Scope, plan: StudyPlan): Promise<StudyCount> {
	const row = await db
		.selectFrom('study_tallies')
		.select('counted')
		.where('instrument', '=', instrument)
		.where('major', '=', major)
		.executeTakeFirst();
	const kept = row === undefined ? null : storedJson<Kept>(row.counted);
	if (kept?.plan !== plan.hash) return { now: emptyStudy(plan), told: null, isStale: true };
	return { now: studyTallyOf(plan, kept.now), told: kept.told && studyTallyOf(plan, kept.told), isStale: false };
}

/** Part of what puts a count in force. */
export async function keepStudyCount(
	db: Db,
	{ instrument, major }: Scope,
	{ hash }: StudyPlan,
	{ now, told }: Pick<StudyCount, 'now' | 'told'>
): Promise<void> {
	const kept: Kept = { plan: hash, now: keptStudy(now), told: told && keptStudy(told) };
	const counted = JSON.stringify(kept);
	await db
		.insertInto('study_tallies')
		.values({ instrument, major, counted })
		.onConflict((conflict) => conflict.columns(['instrument', 'major']).doUpdateSet({ counted }))
		.execute();
}

export async function keepStudy(db: Db, { instrument, major }: Scope, study: Study): Promise<void> {
	const created_at = new Date().toISOString();
	const document = JSON.stringify(study);
	await db.insertInto('studies').values({ edition: study.edition, instrument, major, document, created_at }).execute();
}

const recent = new Recent<Study>(16);

/** What the study says as of this edition; null: nothing. */
export async function studyById(edition: string): Promise<Study | null> {
	const known = recent.get(edition);
	if (known !== undefined) return known;
	const db = await database();
	const row = await db.selectFrom('studies').select('document').where('edition', '=', edition).executeTakeFirst();
	if (row === undefined) return null;
	const study = storedJson<Study>(row.document);
	recent.set(edition, study);
	return study;
}
