// A report and what a firm says at the end of its papers → the same report with that as its last part.
import type { Closing } from '#core/instrument/theme.ts';
import type { Report } from './report.ts';

/**
 * What page and PDF draw. The closing is the firm's and of today: it is no part of the report that is kept and composed
 * again, nor of its JSON.
 */
export function closed(report: Report, closing: Closing | null): Report {
	if (closing === null) return report;
	const { title, prose } = closing;
	return {
		...report,
		parts: [...report.parts, { id: 'closing', title, blocks: [{ kind: 'prose', style: 'plain', prose }] }]
	};
}
