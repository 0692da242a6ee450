// A request → the theme that its pages wear, where that is a campaign's.
import { theme, type Worn } from './brand.ts';
import { themeFor, themeOf } from './campaign-theme.ts';
import { database } from './database/database.ts';
import { releasedBy } from './engagement/releases.ts';
import { linkedBy } from './engagement/engaged.ts';
import { themeOfEngagement } from './engagement/pages.ts';
import { accessOf } from './keys.ts';
import { described, log } from './log.ts';
import { offered } from './offered.ts';
import { campaignOf } from './response-rows.ts';

type Asked = {
	readonly route: { readonly id: string | null };
	readonly params: Readonly<Partial<Record<string, string>>>;
	readonly url: URL;
};

/** A page in the site's own theme is better than none: whatever fails here is told where the page itself needs it. */
export async function wornAt(asked: Asked): Promise<Worn> {
	try {
		return await wornBy(asked);
	} catch (error) {
		log.warn({ error: described(error) }, 'no theme of a campaign');
		return theme();
	}
}

async function wornBy({ route: { id }, params, url }: Asked): Promise<Worn> {
	const key = params['key'];
	if (key !== undefined && /^\/\((site|embed)\)\//.test(id ?? '')) return themeFor(await campaignBehind(key));
	const token = params['token'];
	if (token !== undefined && id?.startsWith('/(site)/company-report/'))
		return (await releasedBy(token))?.theme ?? theme();
	if (token !== undefined && id?.startsWith('/(site)/e/[token]')) {
		const linked = await linkedBy(token);
		return linked === null ? theme() : themeOfEngagement(linked.engagement);
	}
	const named = params['campaign'] ?? url.searchParams.get('campaign');
	if (named === null || !/^\/(\(site\)\/c\/|\(embed\)\/)/.test(id ?? '')) return theme();
	const found = await offered(named, url);
	return found === null ? theme() : themeOf(found.campaign);
}

async function campaignBehind(key: string): Promise<string | null> {
	const db = await database();
	const access = await accessOf(key, db);
	return access === null ? null : campaignOf(db, access.response);
}
