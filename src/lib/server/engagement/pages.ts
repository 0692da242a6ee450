// Engagements → what the pages of the studio show of them.
import { themeFor } from '../campaign-theme.ts';
import { allCampaigns } from '../campaigns.ts';
import type { Worn } from '../brand.ts';
import { content } from '../content.ts';
import type { Engagement } from './engagements.ts';

/** What stands at the head of every page about an engagement. `hasPrevious`: there was a round before this one. */
export function headOf({ id, client, name, instrument, promise, closed_at, previous }: Engagement) {
	const title = content().instruments.get(instrument)?.title ?? instrument;
	const isClosed = closed_at !== null;
	return { id, client: client.name, name, title, promise, isClosed, hasPrevious: previous !== null };
}

/** What its papers and the pages of its people wear: a campaign's look, or the site's own. */
export const themeOfEngagement = ({ settings }: Pick<Engagement, 'settings'>): Promise<Worn> =>
	themeFor(settings.brand);

/** Campaigns whose look it can wear. */
export const brandChoices = async () => (await allCampaigns()).map(({ id, name }) => ({ id, label: name }));
