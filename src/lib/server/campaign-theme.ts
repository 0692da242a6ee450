// A campaign → the theme of everything that its participants see: the site's, with what the campaign sets.
import { createHash } from 'node:crypto';
import { once } from '#core/instrument/once.ts';
import type { Theme } from '#core/instrument/theme.ts';
import type { Settings } from '#lib/campaign/settings.ts';
import { theme, type Worn } from './brand.ts';
import { knownCampaign, type Campaign } from './campaigns.ts';
import { Recent } from './recent.ts';

/** Kept by what they say, so that what is worked out of one is kept with it. */
const recent = once((_site: Theme) => new Recent<Worn>(100));

/** That of a response's campaign, one that was deleted too; the site's own where there is none. */
export async function themeFor(campaign: string | null): Promise<Worn> {
	const found = campaign === null ? null : await knownCampaign(campaign);
	return found === null ? theme() : themeOf(found);
}

export function themeOf({ id, settings: { look } }: Pick<Campaign, 'id' | 'settings'>): Worn {
	const site = theme();
	const name = createHash('sha256')
		.update(JSON.stringify([id, look]))
		.digest('base64url');
	const kept = recent(site).get(name);
	if (kept !== undefined) return kept;
	const made: Worn = { ...withLook(site, look), campaign: id };
	recent(site).set(name, made);
	return made;
}

const withLook = (site: Theme, { firm, accent, logo, footer }: Settings['look']): Theme => ({
	...site,
	firm: firm || site.firm,
	accent: accent ?? site.accent,
	logo: logo ?? site.logo,
	footer: footer || site.footer
});
