// The end of a demonstration → its two campaigns: one that is over and one that is open, with where people come from.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Chance } from '#core/simulation/chance.ts';
import { newSettings, settingsShape, type Settings } from '#lib/campaign/settings.ts';
import { countedAs } from '#lib/campaign/source.ts';
import { insertCampaign } from '../campaigns.ts';
import type { Db } from '../database/database.ts';
import { insertRows } from '../database/tables.ts';
import type { Planned } from './planned.ts';

export type InventedCampaign = {
	readonly id: string;
	readonly name: string;
	readonly instrument: string;
	/** Milliseconds since 1970; null: it is still open. */
	readonly opens: number;
	readonly closes: number | null;
	/** The share of those who answer in that time who come by it. */
	readonly draws: number;
	readonly sources: readonly string[];
	readonly settings: Settings;
};

const DAY = 24 * 3_600_000;

const consent = { id: 'contact', text: 'You may write to me about my result.' };

export function inventedCampaigns({ id: instrument }: Instrument, end: number): readonly InventedCampaign[] {
	const offer = { weakest: null, band: null, role: null, link: 'https://example.com/talk', person: 'Ida Berg' };
	return [
		{
			id: 'spring-check',
			name: 'Spring check-up',
			instrument,
			opens: end - 400 * DAY,
			closes: end - 240 * DAY,
			draws: 0.6,
			sources: ['newsletter', 'newsletter', 'linkedin', 'partner', ''],
			settings: settingsShape.parse({
				...newSettings,
				form: { ...newSettings.form, consents: [consent] },
				offers: [
					{ ...offer, text: 'Half an hour on what your answers say about your weakest term.', button: 'Find a time' }
				]
			})
		},
		{
			id: 'autumn-webinar',
			name: 'After the webinar',
			instrument,
			opens: end - 120 * DAY,
			closes: null,
			draws: 0.5,
			sources: ['webinar', 'webinar', 'webinar', 'linkedin', ''],
			settings: settingsShape.parse({
				...newSettings,
				gate: 'none',
				form: { ...newSettings.form, role: 'optional', consents: [consent] },
				offers: [
					{ ...offer, text: 'Bring three colleagues’ answers, and we read them side by side.', button: 'Ask Ida' }
				]
			})
		}
	];
}

export const sourceIn = ({ sources, id }: InventedCampaign, chance: Chance): Readonly<Record<string, string>> => {
	const source = chance.of(sources);
	return source === '' ? {} : { utm_source: source, utm_campaign: id };
};

export async function keepCampaign(db: Db, campaign: InventedCampaign, owner: string): Promise<void> {
	const { id, name, instrument, settings, opens, closes } = campaign;
	const at = (time: number): string => new Date(time).toISOString();
	await insertCampaign(db, {
		id,
		name,
		instrument,
		settings,
		is_published: true,
		opens_at: at(opens),
		closes_at: closes === null ? null : at(closes),
		created_by: owner,
		created_at: at(opens - 5 * DAY),
		updated_at: at(opens - 5 * DAY)
	});
}

/** How often its page was seen: by everybody who began, and by as many and more who did not. */
export async function keepVisits(
	db: Db,
	{ id }: InventedCampaign,
	begun: readonly Planned[],
	chance: Chance
): Promise<void> {
	const seen = new Map<string, { campaign: string; day: string; source: string; seen: number }>();
	for (const { campaign, began, source } of begun) {
		if (campaign?.id !== id) continue;
		const visit = { campaign: id, day: new Date(began).toISOString().slice(0, 10), source: countedAs(source) };
		const name = Object.values(visit).join(' ');
		const known = seen.get(name) ?? { ...visit, seen: 0 };
		seen.set(name, { ...known, seen: known.seen + 1 + chance.under(4) });
	}
	const rows = [...seen.values()];
	for (let at = 0; at < rows.length; at += 100) await insertRows(db, 'visits', rows.slice(at, at + 100));
}
