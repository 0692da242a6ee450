// What several respondents amount to → the company report about them, for tests.
import { companyReportOf } from '#core/company-report/compose.ts';
import type { CompanyReportInput } from '#core/company-report/input.ts';
import { find } from '#core/findings/find.ts';
import { severalFacts } from '#core/group/facts.ts';
import type { Respondent } from '#core/group/respondent.ts';
import { severalOf } from '#core/group/several.ts';
import type { Report } from '#core/report/report.ts';
import { wordsFor } from '#lib/words.ts';
import { home } from './briefs.ts';

type Wishes = Partial<CompanyReportInput> & { readonly isAnonymous?: boolean };

export function companyReportOn(
	respondents: readonly Respondent[],
	{ isAnonymous = false, instrument = home, ...more }: Wishes = {}
): Report {
	const several = severalOf(instrument, respondents, { isAnonymous });
	if (several === null) throw new Error('nothing may be told of so few');
	return companyReportOf({
		instrument,
		several,
		findings: find(instrument, several.answers, several.scores, severalFacts(several)),
		words: wordsFor('en'),
		locale: 'en',
		date: '2026-11-22',
		client: 'Northwind',
		edition: null,
		...more
	});
}
