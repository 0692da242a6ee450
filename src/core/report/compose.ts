// Instrument, answers, scores and findings → the Report. The only place that decides what stands in which part.
import { composition, type Composition } from './composition.ts';
import type { ReportInput } from './input.ts';
import { detailed, personal } from './detailed.ts';
import { executive } from './executive.ts';
import { longDate } from './format.ts';
import { method } from './method.ts';
import { comparisons, noticeOf } from './peers-method.ts';
import type { Report } from './report.ts';
import { since } from './since.ts';
import { summary } from './summary.ts';

/**
 * Composes the report that a reader gets: plain data with every string final. The same input gives the same report to
 * the byte. `scope: 'company'` leaves out everything about the person.
 */
export const compose = (input: ReportInput): Report => composed(composition(input));

/** The same from what the parts have in common. */
export function composed(c: Composition): Report {
	const company = c.values['company'] ?? '';
	const named = c.answers.given['company-name']?.state === 'answered';
	const own = personal(c);
	const changes = since(c);
	return {
		format: 1,
		locale: c.locale,
		date: c.date,
		scope: c.scope,
		instrument: {
			id: c.instrument.id,
			title: c.instrument.title,
			version: c.instrument.version,
			hash: c.instrument.hash
		},
		response: c.response,
		edition: (comparisons(c)[0] ?? c.counted.now)?.edition.id ?? null,
		cover: {
			title: c.instrument.title,
			subtitle: named ? c.words('report_cover_for', { company }) : '',
			byline: c.words('report_cover_byline', { date: longDate(c.date, c.locale) }),
			notice: noticeOf(c)
		},
		parts: [summary(c), changes, executive(c), detailed(c), own, method(c)].filter((part) => part !== null)
	};
}
