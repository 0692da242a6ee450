// An instrument's id → every completed response to it but trials, and those that nobody may tell apart, as it was said last, with the instrument that it answered.
import type { Answers } from '#core/answers/answers.ts';
import { checkAnswers } from '#core/answers/check.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Values } from '#core/instrument/value.ts';
import { valuesOf } from '#core/survey/draft.ts';
import { database } from './database/database.ts';
import { promisedAnonymity } from './engagement/invited.ts';
import { instrumentOf } from './opened.ts';
import { findResponse } from './response-rows.ts';
import { latestRevision } from './revisions.ts';

export type Completed = {
	readonly id: string;
	readonly completedAt: string;
	readonly locale: string | null;
	readonly campaign: string | null;
	readonly source: Readonly<Record<string, string>>;
	readonly instrument: Instrument;
	readonly answers: Answers;
	readonly values: Values;
};

const PAGE = 100;

/** One at a time, by id; a page of ids is held in memory. */
export async function* completedOf(instrument: string): AsyncGenerator<Completed> {
	const db = await database();
	let last = '';
	for (;;) {
		const page = await db
			.selectFrom('responses')
			.select('id')
			.where('instrument', '=', instrument)
			.where('completed_at', 'is not', null)
			.where('is_test', '=', 0)
			.where((row) => row.or([row('invitation', 'is', null), row('invitation', 'not in', promisedAnonymity(db))]))
			.where('id', '>', last)
			.orderBy('id')
			.limit(PAGE)
			.execute();
		for (const { id } of page) {
			const found = await completed(id);
			if (found !== null) yield found;
			last = id;
		}
		if (page.length < PAGE) return;
	}
}

/** Null where it was erased meanwhile. */
async function completed(id: string): Promise<Completed | null> {
	const db = await database();
	const stored = await findResponse(db, id);
	const revision = await latestRevision(db, id);
	if (stored === null || revision === null) return null;
	const instrument = await instrumentOf(revision);
	const values = valuesOf(revision);
	const checked = checkAnswers(instrument, values);
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	const { locale, campaign, source } = stored;
	return {
		id,
		completedAt: revision.completed_at,
		locale,
		campaign,
		source,
		instrument,
		values,
		answers: checked.value
	};
}

/** Every instrument of this id that was ever answered, the oldest first. */
export async function instrumentsOf(id: string): Promise<readonly Instrument[]> {
	const db = await database();
	const rows = await db
		.selectFrom('instruments')
		.select('hash')
		.where('id', '=', id)
		.orderBy('created_at')
		.orderBy('hash')
		.execute();
	return Promise.all(rows.map(instrumentOf));
}
