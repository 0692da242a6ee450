// What several respondents amount to → the Report about their company: a participant's company part, with their spread.
import { factsOfAll, rolesOf } from '#core/brief/basis.ts';
import { holds } from '#core/instrument/holds.ts';
import { composed } from '#core/report/compose.ts';
import { composition, type Composition } from '#core/report/composition.ts';
import type { Part, Report } from '#core/report/report.ts';
import { withCounts } from './counts.ts';
import type { CompanyReportInput } from './input.ts';
import { withSeveral } from './method.ts';
import { voicesPart } from './voices.ts';
import { wordsOfSeveral } from './words.ts';

/**
 * The same input gives the same report to the byte. Nothing personal is in it, no group that `several` does not show, and
 * no text that is meant for one role. Who answers for what it says, the author, adds and edits: see `edited`.
 */
export function companyReportOf(input: CompanyReportInput): Report {
	const { client, words } = input;
	const c = ground(input);
	const report = composed(c);
	const parts = report.parts.flatMap((part): readonly Part[] => {
		if (part.id === 'executive-summary') return [part, voicesPart(input, report)];
		if (part.id === 'detailed-analysis') return [withCounts(part, input)];
		return part.id === 'method' ? [withSeveral(part, input)] : [part];
	});
	const subtitle = client === '' ? '' : words('report_cover_for', { company: client });
	return { ...report, cover: { ...report.cover, subtitle }, parts };
}

function ground({ several, words, client, findings, ...input }: CompanyReportInput): Composition {
	const { instrument } = input;
	const { answers, scores, n } = several;
	const c = composition({
		...input,
		...{ answers, scores, findings },
		words: wordsOfSeveral(words, n, client),
		scope: 'company',
		response: { id: null, revision: 0 }
	});
	const facts = factsOfAll(c, several);
	const unsaid = Object.fromEntries([...rolesOf(instrument)].map((question) => [`answer.${question}`, '']));
	return {
		...c,
		facts,
		values: { ...c.values, ...unsaid },
		// A pattern that holds for one role only is not one of the company.
		findings: findings.filter(
			(finding) =>
				finding.kind !== 'pattern' ||
				holds(instrument.patterns.find(({ id }) => id === finding.pattern)?.when ?? null, facts)
		)
	};
}
