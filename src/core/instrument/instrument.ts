// What a folder of content compiles to: plain, read-only, serialisable. Scores are tenths of a point (0 to 1000) throughout.
import type { Condition } from './condition.ts';
import type { Inline, Prose } from './prose.ts';

export type Verdict = 'keep' | 'change' | 'stop';
export type About = 'company' | 'personal' | 'context';
export type Tone = 'low' | 'middle' | 'high';

/** One wording, said when its condition holds (null: always). The first that fits in file order is used. */
export type Text = {
	readonly when: Condition | null;
	/** The `###` line that opens the text; empty where there is none. */
	readonly heading: readonly Inline[];
	readonly body: Prose;
	/** The names of the placeholders in heading and body, each once. */
	readonly placeholders: readonly string[];
};

/** A question for a consultant's conversation, and what to listen for in the reply. */
export type Ask = { readonly question: readonly Inline[]; readonly listenFor: readonly Inline[] };

export type Option = {
	readonly id: string;
	readonly label: string;
	/** The answer inside a sentence ("agreed"); the label where the author gave none. */
	readonly phrase: string;
	/** Tenths, not yet reversed; null: this option is not scored and leaves the denominator. */
	readonly score: number | null;
	readonly exclusive: boolean;
	readonly input: boolean;
};

export type Spoken = { readonly label: string; readonly phrase: string };

export type QuestionType = 'scale' | 'choice' | 'choices' | 'split' | 'number' | 'text' | 'date';

export type NumberRange = {
	readonly min: number;
	readonly max: number;
	readonly step: number;
	/** Digits after the point that an answer may have; 0 to 6. */
	readonly decimals: number;
	readonly unit: string | null;
	/** Pairs of value (in units of 10^-decimals) and tenths, by rising value; empty: not scored. */
	readonly anchors: readonly (readonly [number, number])[];
};

export type Question = {
	readonly id: string;
	readonly section: string;
	readonly type: QuestionType;
	/** The scale's id, where the options come from one; else null. */
	readonly scale: string | null;
	readonly text: readonly Inline[];
	readonly help: Prose;
	readonly options: readonly Option[];
	/** "Don't know", answer `ns`; null: not offered. */
	readonly unsure: Spoken | null;
	/** "Does not apply", answer `na`; null: not offered. */
	readonly notApplicable: Spoken | null;
	/** The survey asks for it before it goes on; a response without it is still taken. */
	readonly required: boolean;
	readonly when: Condition | null;
	readonly area: string | null;
	/** Whole weights 0 to 10 by index id. */
	readonly feeds: Readonly<Record<string, number>>;
	readonly reverse: boolean;
	readonly result: boolean;
	readonly opposite: string | null;
	/** Areas whose priority this question sets; empty for all but importance questions. */
	readonly importanceOf: readonly string[];
	/** `choices`: tenths by how many were picked; the largest key holds for more. Null: not scored by count. */
	readonly counts: Readonly<Record<string, number>> | null;
	/** Only for `number`. */
	readonly number: NumberRange | null;
	/** Only for `text`, and for an option's `input`: the most characters. */
	readonly max: number;
	/** A text that the report quotes as the reader's own words about the company. */
	readonly quote: boolean;
	readonly texts: {
		readonly keep: readonly Text[];
		readonly change: readonly Text[];
		readonly stop: readonly Text[];
		readonly unsure: readonly Text[];
		readonly ask: readonly Ask[];
	};
};

export type Section = {
	readonly id: string;
	readonly title: string;
	readonly about: About;
	readonly when: Condition | null;
	readonly layout: 'list' | 'grid';
	readonly body: Prose;
	readonly skipped: readonly Text[];
	/** Question ids in the order asked. */
	readonly questions: readonly string[];
};

/** `from` is in points, 0 to 100, lower bound inclusive; bands stand in rising order and the first is from 0. */
export type Band = { readonly id: string; readonly from: number; readonly label: string };

export type Index = {
	readonly id: string;
	readonly title: string;
	readonly about: 'company' | 'personal';
	/** What the index answers, one or two sentences. */
	readonly body: Prose;
	/** The name of its set of bands in `Instrument.bands`; null: no band. */
	readonly bands: string | null;
	readonly potential: string | null;
	/** An index of indices: their ids and weights; null: an index over questions. */
	readonly of: Readonly<Record<string, number>> | null;
	/** The index beside which this one is shown as a facet. */
	readonly facetOf: string | null;
	/** By band id. */
	readonly texts: Readonly<Record<string, readonly Text[]>>;
	/** By band id of `potential`. */
	readonly potentialTexts: Readonly<Record<string, readonly Text[]>>;
};

/**
 * An act for the next ninety days: the heading names it in a few words, the body says what is done. The signs of it are
 * who must own it and by what one can tell that it works.
 */
export type Move = Text & {
	readonly owner: readonly Inline[];
	/** The owner is outside the team that the instrument is about. */
	readonly outside: boolean;
	readonly sign: readonly Inline[];
};

export type Area = {
	readonly id: string;
	readonly title: string;
	/** The home sub-index. */
	readonly index: string;
	/** Tenths: the importance while no importance question speaks for the area. */
	readonly importance: number;
	readonly texts: {
		readonly keep: readonly Text[];
		readonly change: readonly Text[];
		readonly stop: readonly Text[];
		readonly but: readonly Text[];
	};
	/** The first that fits is what the area asks for, if it is not to be kept. */
	readonly moves: readonly Move[];
};

/** One sentence for a strongest and weakest index (both null: the even case) and a tone. */
export type Headline = {
	readonly strongest: string | null;
	readonly weakest: string | null;
	readonly tone: Tone;
	readonly text: readonly Inline[];
};

export type Pattern = {
	readonly id: string;
	readonly title: readonly Inline[];
	readonly when: Condition;
	readonly about: 'company' | 'personal';
	readonly section: string | null;
	/** Good news: it is shown before the others. */
	readonly strength: boolean;
	/** 1 to 10: which to show first when several hold. */
	readonly weight: number;
	readonly body: Prose;
	readonly placeholders: readonly string[];
};

/** Which questions hold the four terms of sales velocity, and the currency. */
export type VelocityQuestions = {
	readonly number: string;
	readonly value: string;
	readonly winRate: string;
	readonly cycle: string;
	readonly currency: string;
};

export type Instrument = {
	readonly id: string;
	readonly title: string;
	/** `major.minor.patch` */
	readonly version: string;
	readonly locale: string;
	/** SHA-256, hex, over the canonical JSON of everything else in this object. */
	readonly hash: string;
	readonly minutes: number;
	readonly introduction: Prose;
	readonly bands: Readonly<Record<string, readonly Band[]>>;
	readonly indices: readonly Index[];
	/** Band ids of the company index by tone. */
	readonly tones: Readonly<Record<Tone, readonly string[]>>;
	readonly peers: readonly (readonly string[])[];
	readonly personalPeers: readonly (readonly string[])[];
	readonly velocity: VelocityQuestions | null;
	readonly outcome: {
		readonly question: string;
		readonly yes: readonly string[];
		readonly no: readonly string[];
	} | null;
	readonly hypotheses: readonly { readonly exposure: string; readonly outcome: string }[];
	/** Names of groups of respondents, each by answers. */
	readonly groups: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
	/** In the order asked. */
	readonly sections: readonly Section[];
	/** In the order asked. */
	readonly questions: readonly Question[];
	readonly areas: readonly Area[];
	readonly headlines: readonly Headline[];
	readonly patterns: readonly Pattern[];
};
