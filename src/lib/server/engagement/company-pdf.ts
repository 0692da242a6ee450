// A company report with the firm's last page in it → the response that carries its PDF, with that page as a firm's last page is set.
import type { Report } from '#core/report/report.ts';
import type { Worn } from '../brand.ts';
import { pdfReply } from '../pdf-reply.ts';

export function companyPdf(report: Report, theme: Worn): Promise<Response> {
	const last = report.parts.find(({ id }) => id === 'closing');
	const prose = last?.blocks.flatMap((block) => (block.kind === 'prose' ? block.prose : [])) ?? [];
	const parts = report.parts.filter((part) => part !== last);
	return pdfReply(
		{ ...report, parts },
		{ ...theme, closing: last === undefined ? null : { title: last.title, prose } }
	);
}
