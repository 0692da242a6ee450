// What a share picture says, before anything is measured or placed.
import { tonesOf } from '#core/instrument/accent.ts';
import type { Logo } from '#core/instrument/logo.ts';
import type { Theme } from '#core/instrument/theme.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';

export type Picture = {
	readonly locale: string;
	readonly brand: Brand;
	/** Above the headline, in small type; empty where there is nothing to add to it. */
	readonly kicker: string;
	readonly headline: string;
	/** What stands in the narrow column beside the terms. */
	readonly beside: Score | { readonly kind: 'text'; readonly text: string };
	readonly layout: 'equation' | 'bars';
	readonly terms: readonly Term[];
	/** Said over the terms where their bars are no scores. */
	readonly sample: string | null;
	/** What the tick on the bars stands for; null without one. */
	readonly legend: string | null;
	readonly notes: readonly Note[];
	/** At the left and at the right end of the last line. */
	readonly foot: readonly [string, string];
};

export type Score = {
	readonly kind: 'score';
	/** "77" */
	readonly shown: string;
	/** "of 100" */
	readonly of: string;
	readonly tenths: number;
	readonly band: string | null;
	/** "Peers open at 10 companies", or how many scored better. */
	readonly peers: string;
	/** The peers' median in tenths; null where it is not known. */
	readonly median: number | null;
};

export type Term = {
	readonly label: string;
	readonly shown: string | null;
	readonly tenths: number | null;
	/** "Weakest term" */
	readonly mark: string | null;
	/** Why there is no score, where there is none. */
	readonly because: string | null;
	/** The peers' median in tenths; null where it is not known. */
	readonly median: number | null;
};

/** `accent` can be read on paper. */
export type Brand = { readonly firm: string; readonly accent: string; readonly logo: Logo | null };

export const brandOf = ({ firm, accent, logo }: Theme): Brand => ({
	firm,
	accent: tonesOf(accent).light.accent,
	logo
});

/** A short text or a numbered list under a title. */
export type Note =
	| { readonly kind: 'text'; readonly title: string; readonly text: string }
	| { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] };

/** For whoever cannot see it. */
export const altOf = (picture: Picture): string =>
	m.picture_alt({ said: saidIn(picture) }, { locale: toLocale(picture.locale) ?? baseLocale });

/** All that the picture says, in reading order. */
export function saidIn({ kicker, headline, beside, terms, sample, legend, notes, foot }: Picture): string {
	const score =
		beside.kind === 'text'
			? [beside.text]
			: [[`${beside.shown} ${beside.of}`, beside.band].filter(Boolean).join(', '), beside.peers];
	const figures = terms.map(({ label, shown, mark, because }) => {
		const made = shown === null ? (because === null ? label : `${label}: ${because}`) : `${label} ${shown}`;
		return mark === null ? made : `${made} (${mark})`;
	});
	const noted = notes.map((note) => `${note.title}: ${note.kind === 'text' ? note.text : note.items.join('; ')}`);
	return [kicker, headline, ...score, sample ?? '', figures.join('; '), legend ?? '', ...noted, ...foot]
		.filter((text) => text !== '')
		.map((text) => (/[.?!]$/.test(text) ? text : `${text}.`))
		.join(' ');
}
