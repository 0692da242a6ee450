// What a company report is composed from: what several respondents amount to, and whom they are compared with.
import type { Several } from '#core/group/several.ts';
import type { ReportInput } from '#core/report/input.ts';
import type { CompanyWords } from './words.ts';

export type CompanyReportInput = Pick<
	ReportInput,
	'instrument' | 'findings' | 'locale' | 'edition' | 'own' | 'published' | 'study' | 'demonstration'
> & {
	/** Nothing that may not be told is in it. */
	readonly several: Several;
	readonly words: CompanyWords;
	/** `yyyy-mm-dd`: the day of the last answer that counts. */
	readonly date: string;
	readonly client: string;
};
