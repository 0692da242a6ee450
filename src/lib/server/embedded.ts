// The address of a survey in a frame → which campaign it shows, and the visit as it came by the page around it.
import type { Cookies } from '@sveltejs/kit';
import { offered, type Offered } from './offered.ts';
import type { Visit } from './survey-form.ts';
import type { Campaign } from './campaigns.ts';

export type Embedded = { readonly found: Offered; readonly visit: Visit & { readonly campaign: Campaign } };

/** Null where the campaign that it names is not there, or asks something else. */
export async function embedded(instrument: string, url: URL, cookies: Cookies): Promise<Embedded | null> {
	const found = await offered(url.searchParams.get('campaign') ?? '', url);
	if (found?.campaign.instrument !== instrument) return null;
	// Its own script says where the visitor came from: the header only names the page around the frame.
	return { found, visit: { instrument, campaign: found.campaign, url, referer: null, cookies } };
}

/** All that the frame was opened with, as a query without its mark: every place in it needs that too. */
export function carriedIn({ searchParams }: URL): string {
	const query = new URLSearchParams(searchParams);
	for (const name of ['section', 'question', 'review', 'hash']) query.delete(name);
	return query.toString();
}
