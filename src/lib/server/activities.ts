// The table of activities: what somebody did with a report of a campaign, each at most once a day, and what that says.
import { randomUUID } from 'node:crypto';
import { valuesOf } from '#core/survey/draft.ts';
import type { Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { instrumentByHash } from './instruments.ts';
import { intentOf } from './lead-intent.ts';
import { resultOf } from './lead-result.ts';
import { findLead, writeIntent } from './leads.ts';
import { findResponse } from './response-rows.ts';
import { latestRevision } from './revisions.ts';

/** The words of "Is this how you see it?". */
export type View = { readonly answer: 'yes' | 'partly' | 'no'; readonly because: string };

export type Activity = {
	/** `opened`: the report, on a later day than it was made; `colleague`: the link for colleagues was taken. */
	readonly kind: 'pdf' | 'opened' | 'shared' | 'offer' | 'view' | 'colleague';
	readonly detail?: Readonly<Record<string, unknown>>;
};

/** Keeps it, if the response came by a campaign, and says the lead's intent anew. */
export async function record(db: Db, response: string, { kind, detail = {} }: Activity): Promise<void> {
	const stored = await findResponse(db, response);
	if (stored?.campaign == null) return;
	const at = new Date().toISOString();
	const day = at.slice(0, 10);
	if (kind === 'opened' && stored.completed_at?.slice(0, 10) === day) return;
	const said = { response, kind, detail: JSON.stringify(detail) };
	const before = db.selectFrom('activities').select('id').where('response', '=', response).where('kind', '=', kind);
	if (kind === 'view') {
		// There is one view: the last one said.
		await db.deleteFrom('activities').where('response', '=', response).where('kind', '=', kind).execute();
	} else if ((await before.where('detail', '=', said.detail).where('at', '>=', day).executeTakeFirst()) !== undefined) {
		return;
	}
	await db
		.insertInto('activities')
		.values({ id: randomUUID(), at, ...said })
		.execute();
	await tellIntent(db, response);
}

export type KeptActivity = {
	readonly kind: string;
	readonly detail: Readonly<Record<string, unknown>>;
	readonly at: string;
};

/** The oldest first. */
export async function activitiesOf(db: Db, response: string): Promise<readonly KeptActivity[]> {
	const rows = await db
		.selectFrom('activities')
		.select(['kind', 'detail', 'at'])
		.where('response', '=', response)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, detail: storedJson<KeptActivity['detail']>(row.detail) }));
}

/** What was answered to "Is this how you see it?"; null: nothing yet. */
export async function viewOf(db: Db, response: string): Promise<View | null> {
	const { detail } = (await activitiesOf(db, response)).findLast(({ kind }) => kind === 'view') ?? {};
	return detail === undefined ? null : (detail as View);
}

/** Writes the lead's intent as all that is known says it; nothing where there is no lead. */
export async function tellIntent(db: Db, response: string): Promise<void> {
	const lead = await findLead(db, response);
	if (lead === null) return;
	const revision = await latestRevision(db, response);
	const instrument = revision === null ? null : await instrumentByHash(revision.hash, db);
	const activities = await activitiesOf(db, response);
	const intent = intentOf({
		asked: lead.consents.length > 0,
		wantsWeakest: revision !== null && instrument !== null && resultOf(instrument, valuesOf(revision)).wantsWeakest,
		view: (await viewOf(db, response))?.answer ?? null,
		did: new Set(activities.map(({ kind }) => kind))
	});
	await writeIntent(db, response, intent);
}
