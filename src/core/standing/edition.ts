// A benchmark edition: what is known of others at one date. Plain, immutable data, read whole and never counted live.

/** One index among the members of a peer group: companies where a company is ranked, people where a person is. */
export type Measure = {
	readonly n: number;
	/** Companies among the members. */
	readonly orgs: number;
	/** Members from the company that holds most of them. */
	readonly maxOrg: number;
	/** How many scored 0 to 49 tenths, 50 to 99 and so on: 20 bins, and a last one for those at 1000. */
	readonly bins: readonly number[];
	/** In tenths, as the quartiles. */
	readonly median: number;
	readonly quartiles: readonly [lower: number, upper: number];
	/** The tenth and the ninetieth in a hundred, in tenths; from 50 members on. */
	readonly tails?: readonly [tenth: number, ninetieth: number];
	/** How many hold each score that anybody holds, ascending; only where it was counted here, and never told. */
	readonly scores?: readonly (readonly [tenths: number, members: number])[];
	/** Since which count it says this, ISO 8601; where it was counted here. */
	readonly told?: string;
};

/** A peer group: the options that its members share, by question. None: everybody. */
export type Cell = {
	readonly dimensions: Readonly<Record<string, string>>;
	/** By index id. */
	readonly measures: Readonly<Record<string, Measure>>;
};

export type Edition = {
	readonly id: string;
	/** `yyyy-mm-dd` */
	readonly date: string;
	/** Majors are never mixed: the edition speaks of this instrument in versions of the same major only. */
	readonly instrument: { readonly id: string; readonly version: string };
	/** Invented for show: every text that rests on it must say so. */
	readonly demonstration: boolean;
	/** Where it comes from, for the reader: "2,000 companies of the study of …"; empty where it was counted here. */
	readonly source: string;
	readonly cells: readonly Cell[];
};

/** The source of an edition that was counted here, from every score. */
export const COUNTED_HERE = '';

/** Tenths that a bin spans. */
export const BIN = 50;
export const BINS = 21;

/** The name of a peer group: its dimensions in the order of the alphabet. The same for equal groups. */
export const nameOf = (dimensions: Readonly<Record<string, string>>): string =>
	Object.entries(dimensions)
		.map(([question, option]) => `${question}=${option}`)
		.sort()
		.join('&');
