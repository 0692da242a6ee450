// What the composer is given: everything known of one response, the words, and whom the report is for.
import type { Answers } from '#core/answers/answers.ts';
import type { Finding } from '#core/findings/findings.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
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
	/** The benchmark edition; null while there is none. */
	readonly edition: null;
};
