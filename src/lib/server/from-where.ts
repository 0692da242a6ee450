// What begins a response → where it comes from, as far as that is so.
import { sourceFrom } from '#lib/campaign/source.ts';
import { findCampaign } from './campaigns.ts';
import type { Db } from './database/database.ts';
import { inviteeFor } from './engagement/engaged.ts';
import type { From } from './response-rows.ts';
import type { Submission } from './submission.ts';

/** A campaign that is not there, and fields that it does not keep, are left out: nothing is refused for them. */
export async function fromWhere(
	db: Db,
	{ instrument, campaign: named, invitation, source, preview }: Submission,
	now: string
): Promise<From> {
	const found = named === undefined ? null : await findCampaign(named, db);
	const campaign = found?.instrument === instrument ? found : null;
	return {
		campaign: campaign?.id ?? null,
		source: sourceFrom((name) => source?.[name], campaign?.settings.hidden ?? []),
		invitation: invitation === undefined ? null : await inviteeFor(db, invitation, instrument, now),
		is_test: preview === true ? 1 : 0
	};
}
