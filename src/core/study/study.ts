// What a benchmark says as a whole, as of one edition: plain, immutable data, told on the page of the study.
import type { Withheld } from './likelihood.ts';

export type Study = {
	/** The id of the edition that it goes with. */
	readonly edition: string;
	/** As of when it says what it says, `yyyy-mm-dd`: it may be older than the edition, in which too little had changed. */
	readonly date: string;
	readonly instrument: { readonly id: string; readonly version: string };
	/** Everything in it is invented, for show. */
	readonly demonstration: boolean;
	/** Companies, and responses, that count. */
	readonly companies: number;
	readonly responses: number;
	/** By the questions that peer groups are made of. */
	readonly composition: readonly Composed[];
	/** By index id, in the order of the instrument. */
	readonly indices: readonly IndexStudy[];
	/** By question id, company and personal alike: the scored questions that enough have answered. */
	readonly questions: Readonly<Record<string, ItemStudy>>;
	/** The same of areas, as companies score them. */
	readonly areas: Readonly<Record<string, ItemStudy>>;
	readonly findings: readonly StudyFinding[];
};

/** How companies fall on the options of a question. */
export type Composed = {
	readonly question: string;
	/** Rounded down to a multiple of 5; null: so few that they, or others by subtraction, could be told apart. */
	readonly options: readonly { readonly option: string; readonly companies: number | null }[];
};

export type IndexStudy = {
	readonly index: string;
	/** Null below 100 responses with all its items of five companies, none of which holds over a quarter, and where nothing varies. */
	readonly reliability: IndexReliability | null;
	/** Responses with all its items, so far, rounded down to a multiple of 5. */
	readonly answered: number;
	/** How far companies differ; null below 30 companies with two respondents or more. */
	readonly intraclass: { readonly icc1: number; readonly icc2: number; readonly companies: number } | null;
};

export type IndexReliability = {
	readonly items: readonly string[];
	readonly alpha: number;
	/** Null where a loading reaches 1 or a correlation is not positive. */
	readonly omega: number | null;
	/** Standard error of measurement, in tenths of the index. */
	readonly sem: number;
	/** By question: with the sum of the others. */
	readonly itemRest: Readonly<Record<string, number>>;
};

/** Scores of one question or area among companies (people, where the question is about the person). */
export type ItemStudy = {
	readonly n: number;
	/** In tenths; from 20 on. */
	readonly median: number;
	readonly quartiles: readonly [lower: number, upper: number];
};

/** One of the hypotheses that the content lists. */
export type StudyFinding = {
	readonly exposure: string;
	readonly outcome: string;
	/** Why it is not told; null: it is. */
	readonly withheld: Withheld | 'few-responses' | null;
	/** Null where it is withheld. */
	readonly told: {
		readonly rr: number;
		readonly low: number;
		readonly high: number;
		readonly q: number;
		/** "58% more likely"; negative: less. */
		readonly morePercent: number;
		/** Companies with the practice, and without it, and in how many of a hundred of each the outcome was yes. */
		readonly exposed: { readonly companies: number; readonly percent: number };
		readonly others: { readonly companies: number; readonly percent: number };
	} | null;
};
