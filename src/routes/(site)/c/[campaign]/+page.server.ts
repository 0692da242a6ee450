// What a visitor is told about a campaign's survey before taking it, or why it cannot be taken now.
import { error } from '@sveltejs/kit';
import { queryOf } from '#core/survey/address.ts';
import { countedAs } from '#lib/campaign/source.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import { landing } from '#lib/server/landing.ts';
import { occasionOf } from '#lib/server/occasion.ts';
import { closingOf, offered, seenBy } from '#lib/server/offered.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import { socialCard } from '#lib/server/social-card.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, request, locals, setHeaders }) => {
	const found = (await offered(params.campaign, url)) ?? error(404);
	if (found.opening === 'gone') error(410);
	const { campaign, opening, preview } = found;
	const about = landing(campaign.instrument) ?? error(404);
	// It says on the button where this visitor comes from.
	setHeaders({ 'cache-control': 'private, no-cache' });
	const occasion = occasionOf(url, request.headers.get('referer'), campaign);
	return {
		landing: { ...about, operator: seenBy(campaign, about.locale) },
		...ways(campaign, queryOf(null, occasion.carried)),
		preview,
		closing: closingOf(found),
		seen: opening === 'open' && !preview ? countedAs(occasion.source) : null,
		card: socialCard(campaign.instrument, publicOrigin(url), locals.theme)
	};
};

/** Where the survey is begun, which may be with the form, and where it is gone on with. */
function ways({ id, settings: { gate, form } }: Campaign, query: string) {
	const survey = `/c/${id}/survey${query}`;
	return { start: gate !== 'none' && form.place === 'before' ? `/c/${id}/begin${query}` : survey, survey };
}
