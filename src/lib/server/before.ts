// A revision of a response → the time before it and the targets, as far as they are part of its report.
import type { Before, Target } from '#core/report/input.ts';
import type { Study } from '#core/study/study.ts';
import { valuesOf } from '#core/survey/draft.ts';
import { scored } from './composing.ts';
import { database } from './database/database.ts';
import { instrumentOf } from './opened.ts';
import type { Stored } from './response-rows.ts';
import { revisionsOf, type Revision } from './revisions.ts';
import { studyById } from './study-rows.ts';
import { targetOf, type StoredTarget } from './targets.ts';

/** What was said before, found but not yet scored. */
export type Found = {
	readonly before: { readonly revision: Revision; readonly target: StoredTarget | null } | null;
	readonly target: StoredTarget | null;
};

/**
 * The response before, as it stood when this revision was completed, and the target that was set by then: what is
 * done to it later changes no report. The own target is for an owner's eyes.
 */
export async function foundBefore(stored: Stored, revision: Revision, isOwner: boolean): Promise<Found> {
	const db = await database();
	const target = isOwner ? await targetOf(db, stored.id) : null;
	if (stored.previous === null) return { before: null, target };
	const earlier = (await revisionsOf(db, stored.previous)).filter(
		({ completed_at }) => completed_at <= revision.completed_at
	);
	const then = earlier.at(-1);
	if (then === undefined) return { before: null, target };
	const wanted = await targetOf(db, stored.previous);
	const inTime = wanted !== null && wanted.saved_at <= revision.completed_at ? wanted : null;
	return { before: { revision: then, target: inTime }, target };
}

/** Tells one find from another: with the same name they compose the same report. */
export const nameOf = ({ before, target }: Found): string =>
	[before?.revision.response, before?.revision.revision, before?.target?.saved_at, target?.saved_at].join(' ');

/** Scored and ready to be composed. */
export async function scoredBefore(
	{ before, target }: Found,
	revision: Revision
): Promise<{ readonly before: Before | null; readonly target: Target | null }> {
	return {
		before: before === null ? null : await beforeOf(before.revision, before.target),
		target: target === null ? null : await targetFrom(revision, target)
	};
}

async function beforeOf(revision: Revision, target: StoredTarget | null): Promise<Before> {
	return {
		...scored(await instrumentOf(revision), valuesOf(revision), await studyOf(revision)),
		date: revision.completed_at.slice(0, 10),
		target: target === null ? null : await targetFrom(revision, target)
	};
}

/** Its key areas are those of its own report, which its peers had a part in. */
const studyOf = async ({ edition }: Revision): Promise<Study | null> => (edition === null ? null : studyById(edition));

const targetFrom = async (revision: Revision, target: StoredTarget): Promise<Target> =>
	scored(await instrumentOf(revision), { ...valuesOf(revision), ...target.answers });
