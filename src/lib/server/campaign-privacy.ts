// A campaign → what its participants are told about what is kept of them.
import type { FormSettings } from '#lib/campaign/settings.ts';
import { KEPT, type Kept } from '#core/instrument/site.ts';
import { theme } from './brand.ts';
import { knownCampaign, type Campaign } from './campaigns.ts';
import { content } from './content.ts';
import { landing } from './landing.ts';

export type CampaignPrivacy = {
	/** What it is called where people take it. */
	readonly title: string;
	readonly firm: string;
	/** Null: the site does not say who runs it. */
	readonly operator: { readonly name: string; readonly contact: string } | null;
	/** Beside the address. */
	readonly asks: Pick<FormSettings, 'name' | 'company' | 'role'> & { readonly own: readonly string[] };
	readonly consents: readonly string[];
	readonly kept: Kept;
};

/** Null where there was never one of that name. */
export async function campaignPrivacy(id: string): Promise<CampaignPrivacy | null> {
	const campaign = await knownCampaign(id);
	if (campaign === null) return null;
	const { form, look } = campaign.settings;
	const { site } = content();
	return {
		title: landing(campaign.instrument)?.title ?? campaign.name,
		firm: look.firm || theme().firm,
		operator: site && { name: site.name, contact: site.contact },
		asks: { name: form.name, company: form.company, role: form.role, own: form.own.map(({ label }) => label) },
		consents: form.consents.map(({ text }) => text),
		kept: keptBy(campaign)
	};
}

/** How long its responses are kept: as it says itself, else as the site does. */
export function keptBy({ settings: { keep } }: Pick<Campaign, 'settings'>): Kept {
	const { unfinished, completed } = content().site?.kept ?? KEPT;
	return { unfinished: keep.unfinished ?? unfinished, completed: keep.completed ?? completed };
}
