// A report and a theme → pdfmake's document definition: cover, contents, parts. Pure, and fresh on each call: pdfmake writes into it.
import { plainTheme, type Theme } from '#core/instrument/theme.ts';
import type { Report } from '#core/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { closingOf } from './closing.ts';
import { coverFoot, coverOf } from './cover.ts';
import { colours, faces, footerAir, page } from './look.ts';
import type { Definition, Node } from './node.ts';
import { painted, paintOf } from './paint.ts';
import { partOf } from './part.ts';

export function documentOf(report: Report, theme: Theme = plainTheme): Definition {
	const { cover, instrument } = report;
	const paint = paintOf(theme.accent);
	const locale = toLocale(report.locale) ?? baseLocale;
	const title = [cover.notice?.label ?? '', cover.title, cover.subtitle].filter((text) => text !== '').join(' ');
	return {
		pageSize: 'A4',
		pageMargins: page.margins,
		version: '1.7',
		language: report.locale,
		displayTitle: true,
		info: {
			title,
			author: theme.firm,
			subject: `${instrument.title} ${instrument.version}`,
			keywords: [instrument.id, instrument.version, instrument.hash.slice(0, 16)].join(', '),
			creator: m.brand_name({}, { locale }),
			producer: m.brand_name({}, { locale }),
			creationDate: new Date(`${report.date}T00:00:00Z`)
		},
		defaultStyle: { ...faces.body, color: colours.ink },
		header: (current) => (current === 1 ? null : runningHeader(report, theme)),
		footer: (current, pages) =>
			current === 1 ? coverFoot(theme) : footer(theme.footer, m.pdf_page_of({ page: current, pages }, { locale })),
		content: painted(
			[
				...coverOf(report, theme),
				{ ...faces.part, text: m.pdf_contents({}, { locale }), pageBreak: 'before', margin: [0, 0, 0, 18] },
				{
					toc: {
						textStyle: { ...faces.body },
						numberStyle: { ...faces.body, color: colours.quiet, fontFeatures: ['tnum'] }
					}
				},
				...report.parts.flatMap(partOf),
				...closingOf(theme)
			],
			paint
		)
	};
}

function runningHeader({ cover }: Report, { firm }: Theme): Node {
	const title = [cover.title, cover.subtitle].filter((text) => text !== '').join(' ');
	const noticed = cover.notice === null ? title : `${cover.notice.label}: ${title}`;
	return {
		columnGap: 20,
		columns: [
			{ ...faces.note, text: noticed, width: '*', maxHeight: 26 },
			{ ...faces.note, text: firm, alignment: 'right', width: 150, maxHeight: 26 }
		],
		margin: [page.margins[0], 40, page.margins[2], 0]
	};
}

const footer = (line: string, number: string): Node => ({
	columnGap: 20,
	columns: [
		{ ...faces.note, text: line, width: '*', maxHeight: 26 },
		{ ...faces.note, text: number, alignment: 'right', fontFeatures: ['tnum'], width: 80 }
	],
	margin: [page.margins[0], footerAir, page.margins[2], 0]
});
