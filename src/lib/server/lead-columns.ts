// The campaigns of an export → its columns: what each is called, what it holds, and how it is read from a lead.
import { utm } from '#lib/campaign/settings.ts';
import { m } from '#lib/paraglide/messages.js';
import type { baseLocale } from '#lib/paraglide/runtime.js';
import { cellOf, indicesOf, meaningOf, meaningOfIndex, questionsOf } from './answer-columns.ts';
import { campaignsFor } from './campaigns.ts';
import { instrumentsOf } from './completed.ts';
import type { WholeLead } from './lead-rows.ts';
import type { TypedCell } from './xlsx-cells.ts';

export type LeadColumn = {
	readonly name: string;
	/** For the codebook. */
	readonly what: string;
	/** In characters. */
	readonly width: number;
	readonly of: (lead: WholeLead) => TypedCell;
};

export type Words = { readonly locale: typeof baseLocale };

/** For one campaign, or for all that there ever were. */
export async function leadColumns(campaign: string | null, words: Words): Promise<readonly LeadColumn[]> {
	const campaigns = await campaignsFor(campaign);
	const ids = [...new Set(campaigns.map(({ instrument }) => instrument))];
	const forms = campaigns.map(({ settings }) => settings.form);
	const hidden = new Set([...utm, 'referrer', ...campaigns.flatMap(({ settings }) => settings.hidden)]);
	const answered = await Promise.all(ids.map((id) => answerColumns(id, ids.length > 1)));
	return [
		...aboutLead(words),
		...byId(forms.flatMap(({ own }) => own)).map(({ id, label }) => column(`field.${id}`, label, 20, of.field(id))),
		...byId(forms.flatMap(({ consents }) => consents)).map(({ id, text }) =>
			column(`consent.${id}`, m.leads_column_consent({ text }, words), 18, of.consent(id))
		),
		column('consents', m.leads_column_consents({}, words), 30, ({ consents }) =>
			consents.length === 0 ? null : consents.map(({ at, text }) => `${at}: ${text}`).join('\n')
		),
		...[...hidden].map((name) =>
			column(`source.${name}`, m.leads_column_source({ name }, words), 16, ({ source }) => source[name] ?? null)
		),
		...answered.flat()
	];
}

const column = (name: string, what: string, width: number, of: LeadColumn['of']): LeadColumn => ({
	name,
	what,
	width,
	of
});

const of = {
	field:
		(id: string): LeadColumn['of'] =>
		({ fields }) =>
			fields[id] ?? null,
	consent:
		(id: string): LeadColumn['of'] =>
		({ consents }) =>
			moment(consents.find((each) => each.id === id)?.at ?? null)
};

const byId = <T extends { readonly id: string }>(each: readonly T[]): readonly T[] => [
	...new Map(each.map((one) => [one.id, one])).values()
];

const moment = (at: string | null): Date | null => (at === null ? null : new Date(at));

const aboutLead = (words: Words): readonly LeadColumn[] => [
	column('response', m.leads_column_response({}, words), 38, ({ row }) => row.response),
	column('campaign', m.leads_column_campaign({}, words), 18, ({ row }) => row.campaign),
	column('instrument', m.leads_column_instrument({}, words), 18, ({ row }) => row.instrument),
	column('version', m.leads_column_version({}, words), 9, ({ row }) => row.version),
	column('created', m.leads_column_created({}, words), 17, ({ row }) => moment(row.created_at)),
	column('completed', m.leads_column_completed({}, words), 17, ({ row }) => moment(row.completed_at)),
	column('name', m.leads_column_name({}, words), 24, ({ row }) => row.name),
	column('address', m.leads_column_address({}, words), 30, ({ row }) => row.address),
	column('company', m.leads_column_company({}, words), 24, ({ row }) => row.company),
	column('role', m.leads_column_role({}, words), 18, ({ row }) => row.role),
	column('intent', m.leads_column_intent({}, words), 8, ({ row }) => row.intent),
	column('finding', m.leads_column_finding({}, words), 50, ({ row }) => row.finding),
	column('weakest', m.leads_column_weakest({}, words), 16, ({ row }) => row.weakest),
	column('band', m.leads_column_band({}, words), 16, ({ row }) => row.band),
	column('wants', m.leads_column_wants({}, words), 40, ({ row }) => row.wants)
];

/** Named by the instrument, too, where there are several: ids are an instrument's own. */
async function answerColumns(id: string, isOneOfMany: boolean): Promise<readonly LeadColumn[]> {
	const instruments = await instrumentsOf(id);
	const named = (kind: string, own: string): string => (isOneOfMany ? `${kind}.${id}.${own}` : `${kind}.${own}`);
	return [
		...indicesOf(instruments).map((index) =>
			column(named('index', index.id), meaningOfIndex(index), 10, ({ row, scores }) =>
				row.instrument === id ? points(scores[index.id]) : null
			)
		),
		...questionsOf(instruments).map((question) =>
			column(named('answer', question.id), meaningOf(question), 16, ({ row, answers, unasked }) =>
				row.instrument === id && !unasked.has(question.id) ? cellOf(answers[question.id]?.value) : null
			)
		)
	];
}

const points = (tenths: number | undefined): number | null => (tenths === undefined ? null : tenths / 10);
