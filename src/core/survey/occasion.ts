// On what occasion somebody answers: whose campaign it is, where they come from, and whether it is only a trial of it.
import type { Steps } from './walk.ts';

/** The token in the link of an engagement, and the name under which answers to it are kept: it outlives the link. */
export type Invitation = { readonly token: string; readonly name: string };

export type Occasion = {
	/** The campaign's id; null: none. */
	readonly campaign: string | null;
	/** What somebody was asked with; null: nobody was. */
	readonly invitation: Invitation | null;
	readonly steps: Steps;
	/** It is tried out: what is answered counts nowhere. */
	readonly preview: boolean;
	/** What the link said, by name, and the host of the page that it stood on as `referrer`. */
	readonly source: Readonly<Record<string, string>>;
	/** All that as a query without its mark, for the other addresses of the survey. */
	readonly carried: string;
};

/** Somebody who comes by themselves. */
export const plainOccasion: Occasion = {
	campaign: null,
	invitation: null,
	steps: 'section',
	preview: false,
	source: {},
	carried: ''
};
