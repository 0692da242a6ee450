// What the answers amount to. Every score is an integer of tenths (0 to 1000), or null with its reason.
import type { Verdict } from '#core/instrument/instrument.ts';

/** Why a question has no score. `unscored`: it feeds nothing, or the option chosen carries no score. */
export type QuestionReason = 'na' | 'ns' | 'missing' | 'off-path' | 'unscored';

/** Why an index has no score; method, section 3, in the order in which they are tried. */
export type IndexReason =
	'not-asked' | 'mostly-not-applicable' | 'too-few-answers' | 'too-little-answered' | 'part-missing';

export type Scored<Reason> = { readonly tenths: number } | { readonly tenths: null; readonly because: Reason };

export type QuestionScore = Scored<QuestionReason> & { readonly verdict: Verdict | null };

/** `band` and `potential` are band ids; null where the index has no score or no such bands. */
export type IndexScore = Scored<IndexReason> & { readonly band: string | null; readonly potential: string | null };

export type AreaScore = {
	readonly tenths: number | null;
	readonly verdict: Verdict | null;
	/** Importance, 0 to 1000. */
	readonly importance: number;
	/** Priority of a stop or change, strength of a keep (method, section 5); null without a score. */
	readonly priority: number | null;
	/** Only results were answered: scored and shown, never a key area. */
	readonly resultsOnly: boolean;
	/** The answered questions behind it, in the order asked. */
	readonly because: readonly string[];
};

export type Scores = {
	readonly questions: Readonly<Record<string, QuestionScore>>;
	readonly indices: Readonly<Record<string, IndexScore>>;
	readonly areas: Readonly<Record<string, AreaScore>>;
};
