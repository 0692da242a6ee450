// The answers of the detailed analysis → beside the one that stands for all, how many gave which, where that may be told.
import type { Part } from '#core/report/report.ts';
import { listed } from '#core/report/format.ts';
import type { CompanyReportInput } from './input.ts';

export function withCounts(part: Part, { several, instrument, words, locale }: CompanyReportInput): Part {
	if (several.n === 1) return part;
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	return {
		...part,
		blocks: part.blocks.map((block) => {
			if (block.kind !== 'answer') return block;
			const counts = several.questions[block.question]?.counts ?? null;
			if (counts === null) return block;
			const given = (questions.get(block.question)?.options ?? []).flatMap(({ label }, at) => {
				const number = counts[at] ?? 0;
				return number === 0 ? [] : [words('company_report_counted', { label, number })];
			});
			return {
				...block,
				given: words('company_report_given_counts', { given: block.given, counts: listed(given, locale) })
			};
		})
	};
}
