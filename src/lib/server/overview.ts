// What there is in the studio, for whoever comes in: campaigns with their state, leads of late, what to do first.
import { allCampaigns, openingOf } from './campaigns.ts';
import { content } from './content.ts';
import { database } from './database/database.ts';
import { isKnownDemonstration } from './demonstration.ts';
import { canSendMail } from './mail.ts';
import { may, type Role } from './roles.ts';

const WEEK = 7 * 86_400_000;

/** So many campaigns are named; the rest stands in their own list. */
const MOST = 8;

export async function overview(role: Role, date: Date) {
	const now = date.toISOString();
	const all = may(role, 'read campaigns') ? await allCampaigns() : [];
	return {
		campaigns: all.slice(0, MOST).map((campaign) => ({
			id: campaign.id,
			name: campaign.name,
			instrument: content().instruments.get(campaign.instrument)?.title ?? campaign.instrument,
			opening: openingOf(campaign, now)
		})),
		more: Math.max(0, all.length - MOST),
		newLeads: may(role, 'leads') ? await leadsSince(new Date(date.getTime() - WEEK).toISOString()) : null,
		mayStart: may(role, 'change campaigns'),
		/** What an owner has to know, and can mend. */
		lacks: may(role, 'people') ? await lacking() : { mail: false, people: false }
	};
}

/** Those made while trying out a campaign do not count. */
async function leadsSince(since: string): Promise<number> {
	const { count } = await (
		await database()
	)
		.selectFrom('leads')
		.select((row) => row.fn.countAll().as('count'))
		.where('created_at', '>=', since)
		.where('is_test', '=', 0)
		.executeTakeFirstOrThrow();
	return Number(count);
}

async function lacking(): Promise<{ readonly mail: boolean; readonly people: boolean }> {
	const others = await (await database()).selectFrom('users').select('id').limit(2).execute();
	return { mail: !canSendMail() && !isKnownDemonstration(), people: others.length < 2 };
}
