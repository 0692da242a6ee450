// A page of a campaign's settings: what it shows, and what a posted form of it does.
import type { Fault } from '#lib/campaign/faults.ts';
import { fieldValues, treeOf, valuesOf, type FieldValues } from '#lib/campaign/fields.ts';
import { readPart, typedOf, type Choices, type Notice, type Part } from '#lib/campaign/parts.ts';
import { rearranged } from '#lib/campaign/rearranged.ts';
import { editCampaign } from './campaign-changes.ts';
import type { Campaign } from './campaigns.ts';
import { content } from './content.ts';
import { colourOf, logoFrom } from './logo-upload.ts';
import type { Person } from './person.ts';

/** The form as it comes back; what was typed is in it, whatever is wrong. */
export type Shown = {
	readonly values: FieldValues;
	/** The state of the campaign that the next save replaces. */
	readonly seen: string;
	readonly faults: readonly Fault[];
	/** Somebody else saved after this form was opened: when. */
	readonly meanwhile: string | null;
	/** It was only rearranged or looked at: nothing is saved. */
	readonly isUnsaved: boolean;
};

export type Posted =
	| { readonly kind: 'saved'; readonly notices: readonly Notice[] }
	| { readonly kind: 'shown'; readonly status: 200 | 409 | 413 | 422; readonly shown: Shown }
	| { readonly kind: 'gone' };

export const partShown = (campaign: Campaign, part: Part): Shown => ({
	values: valuesOf(typedOf(part, campaign)),
	seen: campaign.updated_at,
	faults: [],
	meanwhile: null,
	isUnsaved: false
});

/** By what offers are chosen in a campaign: sub-indices and bands of the company's index, and the roles that are asked. */
export function choicesOf(instrument: string): Choices {
	const { indices = [], bands = {}, questions = [] } = content().instruments.get(instrument) ?? {};
	const company = indices.find(({ about, of }) => about === 'company' && of !== null);
	const parts = indices.filter(({ id }) => Object.hasOwn(company?.of ?? {}, id));
	return {
		weakest: parts.map(({ id, title }) => ({ id, label: title })),
		band: (bands[company?.bands ?? ''] ?? []).map(({ id, label }) => ({ id, label })),
		role: (questions.find(({ id }) => id === 'role')?.options ?? []).map(({ id, label }) => ({ id, label }))
	};
}

/** `fields` is null where they are more than the server takes: with a logo, that is what is too large. */
export async function postPart(
	campaign: Campaign,
	part: Part,
	fields: FormData | null,
	person: Person
): Promise<Posted> {
	const before = partShown(campaign, part);
	if (fields === null) {
		const fault =
			part === 'look' ? ({ field: 'logo', code: 'logo-size' } as const) : ({ field: '', code: 'form' } as const);
		return { kind: 'shown', status: 413, shown: { ...before, faults: [fault] } };
	}
	const upload = part === 'look' ? fields.get('logo') : null;
	if (upload instanceof Blob) fields.delete('logo');
	const [seen, button] = ['updated_at', 'do'].map((name) => {
		const value = fields.get(name);
		fields.delete(name);
		return typeof value === 'string' ? value : '';
	}) as [string, string];
	const known = fieldValues(fields);
	const back = (status: 200 | 409 | 413 | 422, values: FieldValues, more: Partial<Shown>): Posted => ({
		kind: 'shown',
		status,
		shown: { ...before, values, seen, ...more }
	});
	const typed = known && treeOf(known);
	if (known === null || typed === null) return back(422, before.values, { faults: [{ field: '', code: 'form' }] });
	const moved = button === '' ? null : rearranged(known, button);
	if (moved !== null) return back(200, moved, { isUnsaved: true });
	if (button === 'suggested') {
		const { logo } = campaign.settings.look;
		const accent = (logo && (await colourOf(logo))) ?? known['accent'] ?? '';
		return back(200, { ...known, accent }, { isUnsaved: true });
	}
	const read = readPart(part, typed, { stored: campaign, choices: choicesOf(campaign.instrument) });
	const logo = upload instanceof Blob && upload.size > 0 ? await logoFrom(upload) : null;
	const faults = [
		...(read.ok ? [] : read.faults),
		...(logo?.ok === false ? [{ field: 'logo', code: logo.fault } as const] : [])
	];
	// Rows in which nothing was typed are gone, so that complaints stand beside the rows that they mean.
	if (!read.ok || faults.length > 0) return back(422, valuesOf(typed), { faults });
	if (button === 'preview') return back(200, known, { isUnsaved: true });

	const edited = (stored: Campaign) => {
		const again = readPart(part, typed, { stored, choices: choicesOf(stored.instrument) });
		const value = again.ok ? again.value : stored;
		if (!logo?.ok) return value;
		return { ...value, settings: { ...value.settings, look: { ...value.settings.look, logo: logo.logo } } };
	};
	const saved = await editCampaign(campaign.id, seen, edited, { part, person });
	if (saved.kind === 'gone') return saved;
	if (saved.kind === 'changed') return { kind: 'saved', notices: read.notices };
	const { updated_at } = saved.campaign;
	return back(409, valuesOf(typed), { seen: updated_at, meanwhile: updated_at });
}
