// On what occasion somebody answers: whose campaign it is, where they come from, and whether it is only a trial of it.
import type { Steps } from './walk.ts';

export type Occasion = {
	/** The campaign's id; null: none. */
	readonly campaign: string | null;
	readonly steps: Steps;
	/** It is tried out: what is answered counts nowhere. */
	readonly preview: boolean;
	/** What the link said, by name, and the host of the page that it stood on as `referrer`. */
	readonly source: Readonly<Record<string, string>>;
	/** All that as a query without its mark, for the other addresses of the survey. */
	readonly carried: string;
};

/** Somebody who comes by themselves. */
export const plainOccasion: Occasion = { campaign: null, steps: 'section', preview: false, source: {}, carried: '' };
