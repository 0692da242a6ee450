// What begins a response → where it comes from, as far as that is so, or why it may not begin.
import type { Outcome } from '#core/problem.ts';
import { sourceFrom } from '#lib/campaign/source.ts';
import { findCampaign } from './campaigns.ts';
import type { Db } from './database/database.ts';
import { inviteeFor } from './engagement/engaged.ts';
import { wrong } from './input.ts';
import type { From } from './response-rows.ts';
import type { Submission } from './submission.ts';

/**
 * A campaign that is not there, and fields that it does not keep, are left out: nothing is refused for them. Whoever was
 * asked by an engagement was promised who sees the answers: without it they are not taken.
 */
export async function fromWhere(
	db: Db,
	{ instrument, campaign: named, invitation, source, preview }: Submission,
	now: string
): Promise<Outcome<From>> {
	const asked = invitation === undefined ? null : await inviteeFor(db, invitation, instrument, now);
	if (asked !== null && typeof asked !== 'string') return { ok: false, problems: [refusals[asked.refused]] };
	const found = named === undefined ? null : await findCampaign(named, db);
	const campaign = found?.instrument === instrument ? found : null;
	return {
		ok: true,
		value: {
			campaign: asked === null ? (campaign?.id ?? null) : null,
			source: sourceFrom((name) => source?.[name], campaign?.settings.hidden ?? []),
			invitation: asked,
			is_test: preview === true && asked === null ? 1 : 0
		}
	};
}

const refusals = {
	dead: wrong(
		'dead-invitation',
		'invitation',
		'the link of somebody who is asked to answer this survey',
		'one that is not valid, or not any more',
		'Ask whoever invited you for a new one.'
	),
	closed: wrong(
		'invitation-closed',
		'invitation',
		'a survey that takes answers',
		'one that was closed',
		'Ask whoever invited you whether your answers are still wanted.'
	)
} as const;
