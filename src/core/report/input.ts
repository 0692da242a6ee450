// What the composer is given: everything known of one response, the words, and whom the report is for.
import type { Answers } from '#core/answers/answers.ts';
import type { Finding } from '#core/findings/findings.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import type { Edition } from '#core/standing/edition.ts';
import type { HeldEdition } from '#core/standing/held.ts';
import type { Own } from '#core/standing/own.ts';
import type { Study } from '#core/study/study.ts';
import type { Words } from './words.ts';

export type ReportInput = {
	readonly instrument: Instrument;
	readonly answers: Answers;
	readonly scores: Scores;
	readonly findings: readonly Finding[];
	readonly words: Words;
	readonly locale: string;
	/** `yyyy-mm-dd`, the day of completion. */
	readonly date: string;
	readonly scope: 'whole' | 'company';
	readonly response: { readonly id: string | null; readonly revision: number };
	/** The benchmark edition to compare with; null while there is none. */
	readonly edition: Edition | HeldEdition | null;
	/** What the reader's own company put into that edition; it is taken out before they are compared. */
	readonly own?: readonly Own[];
	/** A published edition, for the company or the person that the other has no group for; null or absent: none. */
	readonly published?: Edition | HeldEdition | null;
	/** The edition compared with before the owner moved on to a newer one; null or absent: it was never moved. */
	readonly former?: Edition | HeldEdition | null;
	/** What the edition says as a whole; null or absent: nothing yet. */
	readonly study?: Study | null;
	/** The answers are invented, for show. */
	readonly sample?: boolean;
	/** So is everything in the database that it comes from. */
	readonly demonstration?: boolean;
	/** The time before this one; null or absent where this is the first. */
	readonly before?: Before | null;
	/** What the owner has set out to answer next time, for the owner's copy only. */
	readonly target?: Target | null;
};

/** The response that this one was taken again from, with what was wanted then. */
export type Before = Pick<ReportInput, 'instrument' | 'answers' | 'scores' | 'findings' | 'date'> & {
	readonly target: Target | null;
};

/** The answers of a response with those changed in it that its owner wants to be able to give, and what they amount to. */
export type Target = { readonly answers: Answers; readonly scores: Scores };
