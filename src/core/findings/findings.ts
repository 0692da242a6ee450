// What there is to say: the headline, the key areas, the patterns and the unknowns, each with the answers behind it.
import type { Tone, Verdict } from '#core/instrument/instrument.ts';

export type HeadlineFinding = {
	readonly kind: 'headline';
	/** Index ids; both null in the even case. */
	readonly strongest: string | null;
	readonly weakest: string | null;
	readonly tone: Tone;
};

export type KeyAreaFinding = {
	readonly kind: 'key-area';
	readonly area: string;
	readonly verdict: Verdict;
	readonly priority: number;
	/** Question ids. */
	readonly because: readonly string[];
};

export type PatternFinding = {
	readonly kind: 'pattern';
	readonly pattern: string;
	/** The one pattern that the executive summary carries. */
	readonly lifted: boolean;
	/** Question ids. */
	readonly because: readonly string[];
};

/** A question answered "don't know". */
export type UnknownFinding = { readonly kind: 'unknown'; readonly question: string };

export type Finding = HeadlineFinding | KeyAreaFinding | PatternFinding | UnknownFinding;
