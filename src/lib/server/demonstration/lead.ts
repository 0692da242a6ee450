// Somebody who left an address with a campaign → their lead, and what they did with the report afterwards.
import type { Chance } from '#core/simulation/chance.ts';
import { chanceFrom } from '#core/simulation/chance.ts';
import { countedAs } from '#lib/campaign/source.ts';
import type { ActivityRow } from '../database/campaign-schema.ts';
import type { Db } from '../database/database.ts';
import { insertRows } from '../database/tables.ts';
import { intentOf } from '../lead-intent.ts';
import { resultOf } from '../lead-result.ts';
import { hashOfWording } from '../lead-shape.ts';
import { writeLead } from '../leads.ts';
import type { Stored } from '../response-rows.ts';
import { companyName, inventedPerson } from './invented.ts';
import type { Somebody } from './respondent.ts';

const HOUR = 3_600_000;

export async function keepLeadOf(db: Db, somebody: Somebody, { id, source, completed_at }: Stored): Promise<void> {
	const { campaign, instrument, company, person, values, began, paced } = somebody;
	if (campaign === null) return;
	const chance = chanceFrom(Number.parseInt(id.slice(0, 8), 16));
	const ended = began + paced.lasts;
	const at = new Date(ended + 90_000).toISOString();
	const asked = chance.next() < 0.35;
	const deeds = deedsFrom(chance, { response: id, from: ended, link: campaign.settings.offers[0]?.link ?? '' });
	const view = deeds.find(({ kind }) => kind === 'view');
	const { tenths, scores, band, weakest, finding, wants, wantsWeakest, role } = resultOf(instrument, values);
	const consents = asked ? campaign.settings.form.consents : [];
	const { name, address } = inventedPerson(company, person);
	await writeLead(db, {
		response: id,
		campaign: campaign.id,
		instrument: instrument.id,
		is_test: 0,
		name,
		address,
		company: companyName(company),
		role: role?.label ?? '',
		fields: {},
		consents: consents.map(({ id: box, text }) => ({ id: box, text, hash: hashOfWording(text), at })),
		source: countedAs(source),
		intent: intentOf({
			asked,
			wantsWeakest,
			view: view === undefined ? null : view.answer,
			did: new Set(deeds.map(({ kind }) => kind))
		}),
		...{ tenths, scores: JSON.stringify(scores), band, weakest, finding, wants, completed_at },
		created_at: at,
		updated_at: at
	});
	await insertRows(
		db,
		'activities',
		deeds.map(({ answer: _, ...deed }) => deed)
	);
}

type Deed = ActivityRow & { readonly answer: 'yes' | 'partly' | 'no' | null };

/** Each kind at most once, from minutes to days after the report was there. */
function deedsFrom(
	chance: Chance,
	{ response, from, link }: { readonly response: string; readonly from: number; readonly link: string }
): readonly Deed[] {
	const kinds = [
		{ kind: 'pdf', share: 0.6, within: 1, detail: {} },
		{ kind: 'view', share: 0.4, within: 1, detail: {} },
		{ kind: 'opened', share: 0.3, within: 11, detail: {} },
		{ kind: 'shared', share: 0.2, within: 8, detail: { scope: 'company' } },
		{ kind: 'offer', share: 0.15, within: 2, detail: { link } },
		{ kind: 'colleague', share: 0.12, within: 6, detail: {} }
	];
	return kinds.flatMap(({ kind, share, within, detail }): readonly Deed[] => {
		const [does, later, answer] = [
			chance.next() < share,
			chance.next(),
			chance.of(['yes', 'yes', 'partly', 'no'] as const)
		];
		if (!does) return [];
		const isView = kind === 'view';
		const said = JSON.stringify(isView ? { answer, because: '' } : detail);
		const at = new Date(from + 120_000 + Math.round(later * within * HOUR)).toISOString();
		return [{ id: `${response}-${kind}`, response, kind, detail: said, at, answer: isView ? answer : null }];
	});
}
