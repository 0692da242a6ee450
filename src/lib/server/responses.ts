// Saving, completing and reading a response on behalf of whoever answers it. What is acknowledged is on the disk.
import type { Outcome, Problem } from '#core/problem.ts';
import type { Marks } from '#core/survey/draft.ts';
import { contributeRevision } from './contributing.ts';
import { majorOf } from './contribution-rows.ts';
import { change, database, type Db } from './database/database.ts';
import { newestId } from './edition-rows.ts';
import { announceEngagement } from './engagement/announcing.ts';
import { holdEngagement, noteBegun, noteCompleted } from './engagement/engaged.ts';
import { wrong } from './input.ts';
import { fromWhere } from './from-where.ts';
import { instrumentByHash, pinned } from './instruments.ts';
import { accessOf, issue, type Access } from './keys.ts';
import { completeLead } from './lead-keeping.ts';
import { findResponse, insertResponse, newResponse, updateResponse, wasErased, type Stored } from './response-rows.ts';
import { addRevision, latestRevision } from './revisions.ts';
import { isOldCompletion, lastOf, withSubmission } from './saving.ts';
import { readSubmission, type Submission } from './submission.ts';
import { surveyOf, surveyPath } from './survey-of.ts';
import { derivedToken, isTokenOf } from './tokens.ts';
import { reachedBy, verify, type Reached } from './verifying.ts';
import { announce } from './webhook-posting.ts';

/** `unknown` is also what a wrong key gets: nobody learns that a response exists. */
type Refused = { readonly kind: 'unknown' } | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

export type SaveResult =
	/** `savedThrough`: the largest `at` of this save; everything up to it is safe. */
	{ readonly kind: 'saved'; readonly savedThrough: number } | { readonly kind: 'already-completed' } | Refused;

/** `report` is a path: `/r/<owner key>`. */
export type CompleteResult = { readonly kind: 'completed'; readonly report: string } | Refused;

export type ResponseView = {
	readonly id: string;
	readonly instrument: string;
	readonly version: string;
	readonly hash: string;
	readonly locale: string | null;
	readonly campaign: string | null;
	/** Made while trying out a campaign. */
	readonly preview: boolean;
	readonly state: 'open' | 'completed';
	readonly revision: number;
	/** Answers that were taken back are here as `null`, so that another device does not bring them again. */
	readonly answers: Marks;
	/** Once completed: `/r/<owner key>`. */
	readonly report: string | null;
};

/** Saves the answers in `body` under the id and key that the participant's browser made. */
export async function saveResponse(id: string, key: string, body: unknown): Promise<SaveResult> {
	return withResponse(id, key, body, async (db, begun): Promise<SaveResult> => {
		if (begun.stored.state === 'completed') return { kind: 'already-completed' };
		const next = await write(db, begun);
		return next.ok
			? { kind: 'saved', savedThrough: lastOf(begun.sent.answers) }
			: { kind: 'invalid', problems: next.problems };
	});
}

/** Merges what the client holds and completes, in one transaction; done again it changes nothing and says the same. */
export async function completeResponse(id: string, key: string, body: unknown): Promise<CompleteResult> {
	return withResponse(id, key, body, async (db, begun): Promise<CompleteResult> => {
		const { stored } = begun;
		if (stored.state === 'open' && !(await isReplay(db, begun))) {
			await holdEngagement(db, stored);
			const completed_at = new Date().toISOString();
			const next = await write(db, { ...begun, stored: { ...stored, state: 'completed', completed_at } });
			if (!next.ok) return { kind: 'invalid', problems: next.problems };
			const { revision, version, hash, answers } = next.value;
			const completed = { response: stored.id, revision, hash, answers, completed_at };
			const scope = { instrument: stored.instrument, major: majorOf(version) };
			const [edition, published] = [await newestId(db, scope), await newestId(db, scope, 'imported')];
			await addRevision(db, { ...completed, edition, edition_before: null, published });
			await contributeRevision(db, next.value, completed);
			await issue(db, ownerOf(stored), completed_at);
			await completeLead(db, next.value);
			const noted = await noteCompleted(db, next.value, completed_at);
			await announce(db, 'response.completed', next.value);
			if (noted?.isLast && noted.engagement.promise === 'named') await announceEngagement(db, noted.engagement.id);
		}
		return { kind: 'completed', report: reportPath(stored) };
	});
}

/** What was saved, for whoever goes on answering: the holder of the edit key or of a resume key. */
export async function readResponse(id: string, key: string): Promise<ResponseView | null> {
	const db = await database();
	const stored = await findResponse(db, id.toLowerCase());
	if (stored === null || (await rightOf(db, stored, key)) === null) return null;
	const { instrument, version, hash, locale, campaign, state, revision, answers } = stored;
	const report = state === 'completed' ? reportPath(stored) : null;
	const preview = stored.is_test === 1;
	return { id: stored.id, instrument, version, hash, locale, campaign, preview, state, revision, answers, report };
}

/** A key to go on with elsewhere; null where `readResponse` gives null. */
export async function resumeKey(id: string, key: string): Promise<string | null> {
	const view = await readResponse(id, key);
	if (view === null) return null;
	const access = { response: view.id, purpose: 'resume', scope: 'whole', generation: view.revision } as const;
	return issue(await database(), access, new Date().toISOString());
}

/** The path with a key to go on with elsewhere; null likewise. */
export async function resumePath(id: string, key: string): Promise<string | null> {
	const resume = await resumeKey(id, key);
	const db = await database();
	const stored = await findResponse(db, id.toLowerCase());
	return resume === null || stored === null ? null : surveyPath(await surveyOf(db, stored), stored.id, resume);
}

/** A response as it was found, or as it will begin, and what was sent to it. */
type Begun = { readonly stored: Stored; readonly isNew: boolean; readonly sent: Submission };

async function withResponse<Result>(
	id: string,
	key: string,
	body: unknown,
	work: (db: Db, begun: Begun) => Promise<Result>
): Promise<Result | Refused> {
	const sent = readSubmission(body);
	if (!sent.ok) return { kind: 'invalid', problems: sent.problems };
	if (!isUuid(id)) return { kind: 'invalid', problems: [NOT_A_UUID] };
	const response = id.toLowerCase();
	return change(
		response,
		async (db) => {
			const begun = await begin(db, response, key, sent.value);
			if (begun === null) return { kind: 'unknown' as const };
			return 'problems' in begun ? { kind: 'invalid' as const, problems: begun.problems } : work(db, begun);
		},
		{ repeatable: true }
	);
}

async function begin(
	db: Db,
	id: string,
	key: string,
	sent: Submission
): Promise<Begun | { readonly problems: readonly Problem[] } | null> {
	const stored = await findResponse(db, id);
	if (stored !== null) {
		const right = await rightOf(db, stored, key);
		if (right !== null && right !== 'editor') await verify(db, id, right);
		return right === null ? null : { stored, isNew: false, sent };
	}
	if (await wasErased(db, id)) return null;
	const now = new Date().toISOString();
	const instrument = await pinned(db, sent.instrument, sent.hash, now);
	if (instrument === null) return null;
	const from = await fromWhere(db, sent, now);
	if (!from.ok) return { problems: from.problems };
	return { stored: newResponse(id, key, instrument, from.value, now), isNew: true, sent };
}

async function write(db: Db, { stored, isNew, sent }: Begun): Promise<Outcome<Stored>> {
	const instrument = await instrumentByHash(stored.hash, db);
	if (instrument === null) throw new Error(`the instrument ${stored.hash} is not kept`);
	const next = withSubmission(stored, instrument, sent, new Date().toISOString());
	if (next.ok) await (isNew ? insertResponse : updateResponse)(db, next.value);
	if (next.ok && isNew) {
		await noteBegun(db, next.value, next.value.created_at);
		await announce(db, 'response.started', next.value);
	}
	return next;
}

async function isReplay(db: Db, { stored, sent }: Begun): Promise<boolean> {
	const previous = await latestRevision(db, stored.id);
	return previous !== null && isOldCompletion(sent, stored.answers, previous.answers);
}

/** What lets the holder of this key edit: a key of ours, or that it was mailed to an address of theirs; null: nothing. */
async function rightOf(db: Db, stored: Stored, key: string): Promise<'editor' | Reached | null> {
	if (isTokenOf(stored.edit_key, key)) return 'editor';
	const access = await accessOf(key, db);
	if (access?.purpose === 'resume' && access.response === stored.id) return 'editor';
	return reachedBy(db, stored.id, key, 'mailed resume');
}

const ownerOf = ({ id, generation }: Stored): Access => ({
	response: id,
	purpose: 'owner',
	scope: 'whole',
	generation
});

const reportPath = ({ id, generation }: Stored): string => `/r/${derivedToken('owner', id, generation)}`;

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

const NOT_A_UUID = wrong('wrong-id', 'id', 'a UUID', 'another text', 'Make one for each new response.');
