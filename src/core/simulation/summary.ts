// What a simulation found out about an instrument, as plain data.
import type { Verdict } from '#core/instrument/instrument.ts';
import type { Bin } from '#core/standing/bins.ts';

/** A text by what it speaks of, its heading and what narrows it: "question walk-away, Keep where role is Seller". */
export type TextName = string;

export type Times = { readonly text: TextName; readonly times: number };

/** In tenths; neighbouring bins with few in them are one, and those without anybody are left out. */
export type Distribution = {
	readonly index: string;
	readonly bins: readonly Bin[];
	/** Lower, median, upper; null where nobody had the index. */
	readonly quartiles: readonly [number, number, number] | null;
};

export type Summary = {
	readonly instrument: string;
	readonly version: string;
	readonly respondents: number;
	readonly seed: number;
	/** How many texts the instrument has. */
	readonly texts: number;
	readonly never: readonly TextName[];
	readonly always: readonly TextName[];
	/** Texts that only several respondents of one company could bring about; none of them was looked for. */
	readonly needSeveral: readonly TextName[];
	/** How often each area was a key area, by verdict. */
	readonly keyAreas: readonly { readonly area: string; readonly times: Readonly<Record<Verdict, number>> }[];
	/** Reports whose key areas name one area twice. */
	readonly areaTwice: number;
	readonly patterns: readonly { readonly pattern: string; readonly times: number; readonly beside: readonly Times[] }[];
	/** Praise of an answer beside a pattern that rests on it, in a text that knows nothing of the pattern's other answers. */
	readonly unguarded: readonly (Times & { readonly pattern: string })[];
	/** Key areas to keep that hold a stopped question, while no "## But" says so. */
	readonly withoutBut: readonly { readonly area: string; readonly times: number }[];
	/** Neighbouring texts that begin with the same two words, in the order in which they are told. */
	readonly alike: readonly {
		readonly opening: string;
		readonly texts: readonly [TextName, TextName];
		readonly times: number;
	}[];
	/** Words of the report; `respondent` counts from 1. */
	readonly shortest: { readonly respondent: number; readonly words: number };
	readonly longest: { readonly respondent: number; readonly words: number };
	/** Reading level of the narratives of a report, as a school grade; NaN where no report holds any. */
	readonly grade: { readonly lowest: number; readonly median: number; readonly highest: number };
	/** In points; `n` is how many had the index. */
	readonly indices: readonly {
		readonly index: string;
		readonly n: number;
		readonly mean: number;
		/** Standard deviation. */
		readonly spread: number;
		readonly least: number;
		readonly most: number;
	}[];
	/** How many scored where, for a drawing. */
	readonly distributions: readonly Distribution[];
	/** Pearson's r over those who had both. */
	readonly correlations: readonly { readonly indices: readonly [string, string]; readonly r: number }[];
};
