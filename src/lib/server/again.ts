// An owner key → a new response to the same survey that remembers the one before it.
import { lasting } from '#core/answers/lasting.ts';
import { valuesOf, type Marks } from '#core/survey/draft.ts';
import type { Db } from './database/database.ts';
import { wrong } from './input.ts';
import { pinned } from './instruments.ts';
import { changeOwned, issue } from './keys.ts';
import { findResponse, insertResponse, newResponse, unfinishedAfter, type Stored } from './response-rows.ts';
import { latestRevision } from './revisions.ts';
import { newIdentity } from './survey-cookie.ts';
import { surveyOf, surveyPath, type SurveyOf } from './survey-of.ts';
import { announce } from './webhook-posting.ts';

export type AgainResult =
	/** Who may answer, and the path where that is done; the key stands in its fragment. */
	| {
			readonly kind: 'begun';
			readonly of: SurveyOf;
			readonly id: string;
			readonly key: string;
			readonly survey: string;
	  }
	| { readonly kind: 'not-offered' }
	| { readonly kind: 'unknown' };

export const NOT_OFFERED = wrong(
	'not-offered',
	'instrument',
	'a survey that is still offered here',
	'one that is not',
	'Ask the operator.'
);

/**
 * Begins a new response with what lasts from the one before. Asked again while the new one was never completed, it
 * leads to that one: a form that is posted twice makes one response.
 */
export async function takeAgain(ownerKey: string): Promise<AgainResult> {
	const result = await changeOwned(ownerKey, async (db, id): Promise<AgainResult> => {
		const before = await findResponse(db, id);
		if (before === null) return { kind: 'unknown' };
		const now = new Date();
		const begun = (await unfinishedAfter(db, before.id)) ?? (await begin(db, before, now));
		if (begun === null) return { kind: 'not-offered' };
		const { revision: generation } = begun;
		const of = await surveyOf(db, begun);
		const access = { response: begun.id, purpose: 'resume', scope: 'whole', generation } as const;
		const key = await issue(db, access, now.toISOString());
		return { kind: 'begun', of, id: begun.id, key, survey: surveyPath(of, begun.id, key) };
	});
	return result ?? { kind: 'unknown' };
}

/** Null where the survey is not offered any more. */
async function begin(db: Db, before: Stored, date: Date): Promise<Stored | null> {
	const now = date.toISOString();
	const instrument = await pinned(db, before.instrument, undefined, now);
	if (instrument === null) return null;
	const { id, key } = newIdentity();
	const said = await latestRevision(db, before.id);
	const kept = Object.entries(said === null ? {} : lasting(instrument, valuesOf(said)));
	const answers: Marks = Object.fromEntries(kept.map(([question, value]) => [question, { value, at: date.getTime() }]));
	const begun = { ...newResponse(id, key, instrument, {}, now), ...lastingOf(before), previous: before.id, answers };
	await insertResponse(db, begun);
	await announce(db, 'response.started', begun);
	return begun;
}

/** It stays the same firm's, and a trial stays one. */
const lastingOf = ({ locale, campaign, is_test }: Stored) => ({ locale, campaign, is_test });
