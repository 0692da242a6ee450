// The tables of benchmarks, as Kysely sees them: see schema.ts.

/** What one completed response adds to the benchmark of its instrument. */
export type ContributionRow = {
	/** A hash of the response and its revision. */
	readonly id: string;
	/** Null once the response was erased: the row goes when the next count has taken it out. */
	readonly response: string | null;
	readonly instrument: string;
	readonly version: string;
	readonly major: number;
	/** A key that tells one company from another, and one person; a hash of the response where nothing better is known. */
	readonly company: string;
	readonly person: string;
	/** When it was completed. */
	readonly at: string;
	/** `{ question: option }`, JSON. */
	readonly dimensions: string;
	/** `{ index: tenths }`, JSON. */
	readonly tenths: string;
	/** `{ question: tenths }`, JSON, of scored questions: what the study reads. */
	readonly items: string;
	/** What it took to answer, where the page said so. */
	readonly seconds: number | null;
	/** The quality flags, JSON, a list. */
	readonly flags: string;
	/** 1: it counts from the next edition on. */
	readonly eligible: 0 | 1;
	/** What a reviewer decided against the flags, why, who and when. */
	readonly ruling: 'included' | 'excluded' | null;
	readonly reason: string | null;
	readonly ruled_by: string | null;
	readonly ruled_at: string | null;
	/**
	 * Which count took it in, and which took it out: in force up to the benchmark's `stamp`. Of what has just arrived it lies
	 * between the last count that began and the next, which has it: see `nextCount`.
	 */
	readonly counted_in: string | null;
	readonly counted_out: string | null;
};

/** How far an instrument has been counted. */
export type BenchmarkRow = {
	readonly instrument: string;
	readonly major: number;
	/** The count that is in force; empty before the first. */
	readonly stamp: string;
	/** The count that is under way, or that was when its process died. */
	readonly building: string | null;
};

/** One peer group, counted: see core/benchmark/tally.ts. */
export type TallyRow = {
	readonly instrument: string;
	readonly major: number;
	readonly name: string;
	/** JSON. */
	readonly counted: string;
	/** `{ company: { since, was } }` by fingerprints, JSON: those that are not as they were when it was told. */
	readonly changed: string;
	/** Fingerprints of whom it holds, JSON; `null`: too many to be followed. */
	readonly members: string;
};

/** Whom a peer group held when it was told, by fingerprints: see core/benchmark/guarded.ts. */
export type TellingRow = {
	readonly instrument: string;
	readonly major: number;
	/** The count that it was told of. */
	readonly stamp: string;
	readonly name: string;
	/** JSON. */
	readonly members: string;
};

/** An edition, as it was built or imported: never changed. */
export type EditionRow = {
	readonly id: string;
	readonly instrument: string;
	readonly major: number;
	readonly date: string;
	readonly origin: 'own' | 'imported';
	/** SHA-256, hex, over the canonical JSON of the document. */
	readonly hash: string;
	/** JSON: `Edition` of core/standing/edition.ts. */
	readonly document: string;
	/** Of an imported one the fingerprint of the key that signed it; else null. */
	readonly signer: string | null;
	readonly created_at: string;
};

/** What the study says as of an edition: never changed. */
export type StudyRow = {
	readonly edition: string;
	readonly instrument: string;
	readonly major: number;
	/** JSON: `Study` of core/study/study.ts. */
	readonly document: string;
	readonly created_at: string;
};

/** What the study is told from, counted with the tallies. */
export type StudyTallyRow = {
	readonly instrument: string;
	readonly major: number;
	/** JSON. */
	readonly counted: string;
};

/** What this database is for: `demonstration` where everything in it is invented. */
export type InstallationRow = { readonly name: string; readonly value: string };
