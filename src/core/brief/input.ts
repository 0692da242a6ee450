// What a brief is composed from: what several respondents amount to, who was asked, and what is told of them beside it.
import type { Term } from '#core/calculators/velocity.ts';
import type { Finding } from '#core/findings/findings.ts';
import type { Several } from '#core/group/several.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Standing } from '#core/standing/standing.ts';
import type { BriefWords } from './words.ts';

export type BriefInput = {
	readonly instrument: Instrument;
	/** Nothing that may not be told is in it, and of answers a brief knows nothing else but quotes and numbers. */
	readonly several: Several;
	/** From `find` with the answers, scores and facts of `several`. */
	readonly findings: readonly Finding[];
	readonly words: BriefWords;
	readonly locale: string;
	/** The day of the brief, `yyyy-mm-dd`. */
	readonly date: string;
	readonly client: string;
	/** What this round is called. */
	readonly round: string;
	/** Whose brief it is: the firm, and the person who will meet the client; either may be empty. */
	readonly firm: string;
	readonly contact: string;
	/** `yyyy-mm-dd`; null: no day is set. */
	readonly meeting: string | null;
	/** By role, in the order in which they are to be told. */
	readonly people: readonly RoleOfPeople[];
	/** Who has answered and who has not; null where anonymity was promised. */
	readonly names: { readonly answered: readonly string[]; readonly missing: readonly string[] } | null;
	/** Answers that count and came after closing. */
	readonly late: number;
	/** Late answers that wait for more, and those that the quality flags keep out. */
	readonly waiting: number;
	readonly excluded: number;
	/** Already without their authors, in an order that says nothing about them. */
	readonly quotes: readonly { readonly question: string; readonly text: string }[];
	/** The numbers that were given to each term of sales velocity, ascending. */
	readonly numbers: Readonly<Record<Term, readonly number[]>>;
	/** ISO 4217, if all who gave one gave the same; else null. */
	readonly currency: string | null;
	readonly standing: Standing | null;
	/** The company index of the round before, in tenths, and the day of that round. */
	readonly before?: { readonly date: string; readonly tenths: number } | null;
	/** Everything in the database that it comes from is invented. */
	readonly demonstration?: boolean;
};

export type RoleOfPeople = {
	/** An option of the question that makes the groups; null: not known. */
	readonly role: string | null;
	/** As told to a reader. */
	readonly label: string;
	/** Null where nobody was asked by name: they came by an open link. */
	readonly invited: number | null;
	readonly answered: number;
};
