// The name of a campaign and an address → what stands there now: the survey, or why it cannot be begun.
import { content } from './content.ts';
import { knownCampaign, openingOf, type Campaign } from './campaigns.ts';

export type Offered = {
	readonly campaign: Campaign;
	readonly opening: 'open' | 'not yet' | 'over' | 'gone';
	/** It is tried out, whatever its dates. */
	readonly preview: boolean;
};

/** Null where nothing is to be seen: there is none of that name, or it is not published and nobody tries it out. */
export async function offered(id: string, { searchParams }: URL, now = new Date()): Promise<Offered | null> {
	const campaign = await knownCampaign(id);
	if (campaign === null || !content().instruments.has(campaign.instrument)) return null;
	if (campaign.deleted_at !== null) return { campaign, opening: 'gone', preview: false };
	if (searchParams.has('preview')) return { campaign, opening: 'open', preview: true };
	const opening = openingOf(campaign, now.toISOString());
	return opening === 'unpublished' ? null : { campaign, opening, preview: false };
}

/** What the page says where nobody may begin: lib/survey/closed.ts has the words. */
export const closingOf = ({ campaign, opening }: Offered) => ({
	opening,
	opensAt: campaign.opens_at,
	closesAt: campaign.closes_at,
	zone: campaign.settings.zone,
	firm: campaign.settings.look.firm || content().site?.name || null
});

/** Who sees what is answered, by name: the firm, and whoever runs the site. Null: nobody has a name. */
export function seenBy({ settings: { look } }: Campaign, locale: string): string | null {
	const names = new Set([look.firm, content().site?.name ?? ''].filter((name) => name !== ''));
	return names.size === 0 ? null : new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
