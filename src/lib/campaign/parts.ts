// The pages on which a campaign is set: what is typed on each → what of the campaign changes; and what it shows first.
import { z } from 'zod';
import { fault, faultsOf, type Fault } from './faults.ts';
import { TICKED, type Typed } from './fields.ts';
import { formPart } from './form-part.ts';
import { settingsShape, type Settings } from './settings.ts';
import { linesOf, originOf } from './sites.ts';
import { surveyPart } from './survey-part.ts';
import { colour, days, link, list, oneOf, ticked } from './typing.ts';

export const parts = ['survey', 'look', 'form', 'offers', 'mails', 'follow-up', 'sites', 'keeping'] as const;

export type Part = (typeof parts)[number];

/** All of a campaign that its pages of settings set. */
export type Editable = {
	readonly name: string;
	readonly opens_at: string | null;
	readonly closes_at: string | null;
	readonly settings: Settings;
};

/** What the survey has to choose offers by. */
export type Choices = {
	readonly weakest: readonly Choice[];
	readonly band: readonly Choice[];
	readonly role: readonly Choice[];
};
export type Choice = { readonly id: string; readonly label: string };

/** What a part needs to know to read its form: the campaign as it is, and what offers are chosen by. */
export type Known = { readonly stored: Editable; readonly choices: Choices };

/** Something that is kept otherwise than it was typed, or in one of two ways. */
export const notices = ['twice', 'origins'] as const;

export type Notice = (typeof notices)[number];

export type Read =
	| { readonly ok: true; readonly value: Editable; readonly notices: readonly Notice[] }
	| { readonly ok: false; readonly faults: readonly Fault[] };

type Definition = {
	/** From what is typed to all that the part sets. */
	readonly shape: (
		known: Known
	) => z.ZodType<Partial<Omit<Editable, 'settings'>> & { settings: Partial<Settings>; notices?: readonly Notice[] }>;
	/** As the form shows it. */
	readonly typed: (stored: Editable) => Typed;
};

const { look, mails } = settingsShape.shape;
const offer = settingsShape.shape.offers.element.shape;
const letter = z.strictObject({ ...mails.shape.report.shape, isSent: ticked });
const box = (isTicked: boolean, name: string): Typed => (isTicked ? { [name]: TICKED } : {});

const definitions: Readonly<Record<Part, Definition>> = {
	survey: surveyPart,
	form: formPart,
	look: {
		shape: ({ stored }) =>
			z
				.strictObject({
					firm: look.shape.firm,
					accent: colour.pipe(look.shape.accent),
					footer: look.shape.footer,
					isLogoRemoved: ticked
				})
				.transform(({ isLogoRemoved, ...worn }) => {
					const logo = isLogoRemoved ? null : stored.settings.look.logo;
					return { settings: { look: { ...worn, logo } } };
				}),
		typed: ({ settings: { look: worn } }) => ({ firm: worn.firm, accent: worn.accent ?? '', footer: worn.footer })
	},
	offers: {
		shape: ({ choices }) =>
			z
				.strictObject({ offers: z.array(offerShape(choices)).max(12).default([]) })
				.transform((settings) => ({ settings })),
		typed: ({ settings }) => ({
			offers: settings.offers.map(({ weakest, band, role, ...said }) => ({
				weakest: weakest ?? '',
				band: band ?? '',
				role: role ?? '',
				...said
			}))
		})
	},
	mails: {
		shape: () =>
			z
				.strictObject({ report: letter, week: letter, quarter: letter })
				.transform((letters) => ({ settings: { mails: letters } })),
		typed: ({ settings }) =>
			Object.fromEntries(
				Object.entries(settings.mails).map(([name, { isSent, subject, text }]) => [
					name,
					{ ...box(isSent, 'isSent'), subject, text }
				])
			)
	},
	'follow-up': {
		shape: () =>
			z
				.strictObject({ asksView: ticked, invitesColleagues: ticked, notify: list(10, addressIn) })
				.transform((settings) => ({ settings })),
		typed: ({ settings }) => ({
			...box(settings.asksView, 'asksView'),
			...box(settings.invitesColleagues, 'invitesColleagues'),
			notify: settings.notify.join('\n')
		})
	},
	sites: {
		shape: () => z.strictObject({ sites: list(20, siteIn) }).transform((settings) => ({ settings })),
		typed: ({ settings }) => ({ sites: settings.sites.join('\n') })
	},
	keeping: {
		shape: () => z.strictObject({ unfinished: days, completed: days }).transform((keep) => ({ settings: { keep } })),
		typed: ({ settings: { keep } }) => ({
			unfinished: String(keep.unfinished ?? ''),
			completed: String(keep.completed ?? '')
		})
	}
};

const siteIn = (line: string) => originOf(line) ?? fault('site', line);

const addressIn = (line: string) =>
	z.email().max(254).safeParse(line).success ? line.toLowerCase() : fault('address', line);

const offerShape = (choices: Choices) =>
	z
		.strictObject({
			weakest: oneOf(choices.weakest.map(({ id }) => id)),
			band: oneOf(choices.band.map(({ id }) => id)),
			role: oneOf(choices.role.map(({ id }) => id)),
			text: offer.text.min(1),
			button: offer.button,
			link,
			person: offer.person
		})
		.superRefine(({ button, link: to }, context) => {
			if (button !== '' && to === '') context.addIssue({ ...fault('missing'), path: ['link'] });
			if (button === '' && to !== '') context.addIssue({ ...fault('missing'), path: ['button'] });
		});

/** Everything that stands against it is told at once. */
export function readPart(part: Part, typed: Typed, known: Known): Read {
	const parsed = definitions[part].shape(known).safeParse(typed);
	if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error) };
	const { settings, notices: said = [], ...rest } = parsed.data;
	const isMended =
		typeof typed['sites'] === 'string' && linesOf(typed['sites']).some((line) => originOf(line) !== line);
	const value = { ...known.stored, ...rest, settings: { ...known.stored.settings, ...settings } };
	return { ok: true, value, notices: isMended ? ['origins'] : said };
}

export const typedOf = (part: Part, stored: Editable): Typed => definitions[part].typed(stored);
