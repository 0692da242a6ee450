// Completed responses in the order of their completion, a page at a time, and the scores of one, for whoever has a key.
import type { z } from 'zod';
import { valuesOf } from '#core/survey/draft.ts';
import { checkAnswers } from '#core/answers/check.ts';
import type { Asked, responsesQuery } from './api-queries.ts';
import { pageOf } from './api-queries.ts';
import type { ResponsesReply } from './api-shapes.ts';
import { database } from './database/database.ts';
import { askedBy, promisedAnonymity } from './engagement/invited.ts';
import { instrumentOf } from './opened.ts';
import { findResponse } from './response-rows.ts';
import { latestRevision } from './revisions.ts';
import { scoreLine } from './score-line.ts';
import { responseSaid } from './webhook-payload.ts';

/** Milliseconds: what was completed later may be on the disk before what was completed earlier. */
const SETTLED = 5000;

/** Questions that hold who it is: only for a key that may read leads. */
const NAMES = ['respondent-name', 'company-name'];

export async function responsesPage(
	{ query, since, after, limit }: Asked<z.output<typeof responsesQuery>>,
	withNames: boolean,
	date: Date
): Promise<ResponsesReply> {
	const db = await database();
	const { instrument, campaign, test } = query;
	const rows = await db
		.selectFrom('responses')
		.select(['id', 'completed_at'])
		.where('completed_at', '<', new Date(date.getTime() - SETTLED).toISOString())
		.where('is_test', '=', test === '1' ? 1 : 0)
		.where((row) => row.or([row('invitation', 'is', null), row('invitation', 'not in', promisedAnonymity(db))]))
		.$if(instrument !== undefined, (each) => each.where('instrument', '=', instrument ?? ''))
		.$if(campaign !== undefined, (each) => each.where('campaign', '=', campaign ?? ''))
		.$if(since !== null, (each) => each.where('completed_at', '>=', since))
		.$if(after !== null, (each) =>
			each.where((row) => row(row.refTuple('completed_at', 'id'), '>', row.tuple(after?.at ?? '', after?.id ?? '')))
		)
		.orderBy('completed_at')
		.orderBy('id')
		.limit(limit + 1)
		.execute();
	const { page, next } = pageOf(rows, limit, ({ id, completed_at }) => ({ id, at: completed_at ?? '' }));
	const responses: ResponsesReply['responses'] = [];
	for (const { id } of page) {
		const stored = await findResponse(db, id);
		const revision = await latestRevision(db, id);
		// It was erased meanwhile.
		if (stored === null || revision === null) continue;
		const said = responseSaid({ ...stored, revision: revision.revision, completed_at: revision.completed_at });
		const answers = Object.entries(valuesOf(revision)).filter(([question]) => withNames || !NAMES.includes(question));
		responses.push({ ...said, answers: Object.fromEntries(answers) });
	}
	return { responses, next };
}

/** As `bellwether score` prints them; null where there is no completed response of this id. */
export async function scoresOf(id: string): Promise<ReturnType<typeof scoreLine> | null> {
	const db = await database();
	const revision = await latestRevision(db, id.toLowerCase());
	const stored = revision === null ? null : await findResponse(db, revision.response);
	if (revision === null || stored === null) return null;
	if ((await askedBy(db, stored.invitation))?.promise === 'anonymous') return null;
	const instrument = await instrumentOf(revision);
	const checked = checkAnswers(instrument, valuesOf(revision));
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	return scoreLine(instrument, revision.response, checked.value);
}
