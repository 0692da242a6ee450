// An owner key → the same response, open for another revision, while its completion is fresh.
import { wrong } from './input.ts';
import { changeOwned, issue } from './keys.ts';
import { findResponse, updateResponse, type Stored } from './response-rows.ts';
import { surveyOf, surveyPath, type SurveyOf } from './survey-of.ts';

const DAY = 24 * 60 * 60 * 1000;

export type ReopenResult =
	/** Who may go on answering, and the path where that is done; the key stands in its fragment. */
	| {
			readonly kind: 'reopened';
			readonly of: SurveyOf;
			readonly id: string;
			readonly key: string;
			readonly survey: string;
	  }
	| { readonly kind: 'too-late' }
	| { readonly kind: 'unknown' };

export const TOO_LATE = wrong(
	'too-late',
	'response',
	'one completed in the last 24 hours',
	'an older one',
	'Start a new response.'
);

/** Opens a completed response again within 24 hours. The report stays as it is until the next completion. */
export async function reopen(ownerKey: string): Promise<ReopenResult> {
	const result = await changeOwned(ownerKey, async (db, id): Promise<ReopenResult> => {
		const stored = await findResponse(db, id);
		if (stored === null) return { kind: 'unknown' };
		if (Date.now() > reopenableUntil(stored)) return { kind: 'too-late' };
		const now = new Date().toISOString();
		const revision = stored.state === 'open' ? stored.revision : stored.revision + 1;
		await updateResponse(db, { ...stored, state: 'open', revision, updated_at: now });
		const access = { response: stored.id, purpose: 'resume', scope: 'whole', generation: revision } as const;
		const key = await issue(db, access, now);
		const of = await surveyOf(db, stored);
		return { kind: 'reopened', of, id: stored.id, key, survey: surveyPath(of, stored.id, key) };
	});
	return result ?? { kind: 'unknown' };
}

/** In milliseconds; 0 while nothing was completed. */
export const reopenableUntil = ({ completed_at }: Pick<Stored, 'completed_at'>): number =>
	completed_at === null ? 0 : Date.parse(completed_at) + DAY;
