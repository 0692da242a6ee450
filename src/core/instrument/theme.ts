// How a firm's pages and papers look: its name, colour and logo, and what it says at the foot and at the end.
import type { Logo } from './logo.ts';
import type { Prose } from './prose.ts';

export type Theme = {
	/** What its author calls it. */
	readonly name: string;
	readonly firm: string;
	/** `#rrggbb`, as it was given: `tonesOf` makes colours of it that can be read. */
	readonly accent: string;
	readonly logo: Logo | null;
	/** One line at the foot of every page; empty where there is none. */
	readonly footer: string;
	readonly closing: Closing | null;
};

/** The last page of a report. */
export type Closing = { readonly title: string; readonly prose: Prose };

/** For a content folder that has no theme. */
export const plainTheme: Theme = {
	name: 'Plain',
	firm: 'Bellwether',
	accent: '#1d4e55',
	logo: null,
	footer: '',
	closing: null
};
