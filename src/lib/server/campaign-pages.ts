// Campaigns → what the pages of the studio show of them.
import { plain } from '#core/instrument/fill.ts';
import { KEPT } from '#core/instrument/site.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { theme } from './brand.ts';
import { countsByCampaign, type Counts } from './campaign-counts.ts';
import { allCampaigns, openingOf, type Campaign } from './campaigns.ts';
import { content } from './content.ts';
import { colourOf, MOST_UPLOADED } from './logo-upload.ts';
import { may } from './roles.ts';
import type { Person } from './person.ts';

/** On a clock of the campaign's zone, with its name. */
export function timeIn(zone: string, at: string): string {
	const clock = new Intl.DateTimeFormat(baseLocale === 'en' ? 'en-GB' : baseLocale, {
		timeZone: zone,
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZoneName: 'short'
	});
	return clock.format(new Date(at));
}

export const titleOf = (instrument: string): string => content().instruments.get(instrument)?.title ?? instrument;

/** What stands at the head of every page about a campaign, and in the list. */
export function headOf({ id, name, instrument, opens_at, closes_at, settings, ...campaign }: Campaign) {
	const said = (at: string | null): string | null => at && timeIn(settings.zone, at);
	const opening = openingOf({ ...campaign, opens_at, closes_at }, new Date().toISOString());
	const [opens, closes] = [said(opens_at), said(closes_at)];
	const { is_published: isPublished } = campaign;
	return { id, name, instrument, opening, opens, closes, isPublished, hasSites: settings.sites.length > 0 };
}

/** Null: this person does not see them. */
export async function countsFor(person: Person, campaign: string): Promise<Counts | null> {
	return may(person.role, 'results') ? (await countsByCampaign(campaign))(campaign) : null;
}

export async function campaignList(person: Person) {
	const counts = may(person.role, 'results') ? await countsByCampaign() : () => null;
	return (await allCampaigns()).map((campaign) => {
		const { id, name, instrument, opening, opens, closes } = headOf(campaign);
		return { id, name, instrument: titleOf(instrument), opening, opens, closes, counts: counts(id) };
	});
}

export const instrumentChoices = () =>
	[...content().instruments.values()].map(({ id, title }) => ({ id, label: title }));

/** Names of time zones that are known here. */
export const zones = (): readonly string[] => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

export const keptHere = () => content().site?.kept ?? KEPT;

/** What the page of a campaign's look needs beside its form: the site's own, the logo as an address, words to show it with. */
export async function lookOf({ instrument, settings: { look } }: Campaign) {
	const { firm, accent, footer } = theme();
	const { logo } = look;
	const of = content().instruments.get(instrument);
	const question = of?.questions.find(({ type, options }) => type === 'scale' && options.length > 1);
	return {
		site: { firm, accent, footer },
		logo: logo && `data:${logo.type};base64,${logo.base64}`,
		// A colour is worth no failing page.
		suggested: logo && (await colourOf(logo).catch(() => null)),
		mostUploaded: MOST_UPLOADED,
		sample: {
			question: question === undefined ? '' : plain(question.text),
			options: question?.options.slice(0, 4).map(({ label }) => label) ?? [],
			title: of?.title ?? '',
			headline: of?.headlines.map(({ text }) => plain(text)).find((text) => !text.includes('{{')) ?? of?.title ?? ''
		}
	};
}
