// An address that leads to a survey, and the page that it stood on → on what occasion somebody opens it.
import { plainOccasion, type Occasion } from '#core/survey/occasion.ts';
import { sourceFrom } from '#lib/campaign/source.ts';
import type { Campaign } from './campaigns.ts';
import { isOurs } from './origin.ts';

/** `referer` is the header of that name. */
export function occasionOf(url: URL, referer: string | null, campaign: Campaign | null): Occasion {
	const { searchParams } = url;
	const came = hostIn(searchParams.get('referrer')) ?? cameFrom(url, referer);
	const said = (name: string) => (name === 'referrer' ? came : searchParams.get(name));
	const source = sourceFrom(said, campaign?.settings.hidden ?? []);
	const preview = campaign !== null && searchParams.has('preview');
	const carried = new URLSearchParams({ ...source, ...(preview && { preview: '' }) }).toString();
	return {
		...plainOccasion,
		...(campaign && { campaign: campaign.id, steps: campaign.settings.steps }),
		source,
		preview,
		carried
	};
}

/** The host that a page of another site stood on; null: it was one of ours, or nobody says. */
export function cameFrom(url: URL, referer: string | null): string | null {
	if (referer === null || !URL.canParse(referer)) return null;
	const { origin, host } = new URL(referer);
	return origin === url.origin || isOurs(origin) ? null : hostIn(host);
}

const hostIn = (text: string | null): string | null =>
	text !== null && /^[a-z0-9.-]{1,253}(:\d{1,5})?$/i.test(text) ? text : null;
