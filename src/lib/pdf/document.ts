// A report and a theme → pdfmake's document definition: cover, contents, parts; any other paper → its parts from the first
// page on. Pure, and fresh on each call: pdfmake writes into it.
import { plainTheme, type Theme } from '#core/instrument/theme.ts';
import type { Paper, Report } from '#core/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { closingOf } from './closing.ts';
import { coverFoot, coverOf } from './cover.ts';
import { colours, faces, footerAir, page } from './look.ts';
import type { Definition, Node } from './node.ts';
import { painted, paintOf } from './paint.ts';
import { partOf } from './part.ts';
import { sheetOf } from './sheet.ts';

export function documentOf(report: Report, theme: Theme = plainTheme): Definition {
	const { instrument } = report;
	const locale = toLocale(report.locale) ?? baseLocale;
	const { header, footer, ...rest } = definition(report, theme, {
		subject: `${instrument.title} ${instrument.version}`,
		keywords: [instrument.id, instrument.version, instrument.hash.slice(0, 16)].join(', '),
		creationDate: new Date(`${report.date}T00:00:00Z`)
	});
	return {
		...rest,
		header: (current) => (current === 1 ? null : header(current)),
		footer: (current, pages) => (current === 1 ? coverFoot(theme) : footer(current, pages)),
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
			paintOf(theme.accent)
		)
	};
}

/** A paper without cover page and contents, which begins at once; `date`, `yyyy-mm-dd`, is when it was made. */
export function paperDocument(paper: Paper, date: string, theme: Theme = plainTheme): Definition {
	const [left, , right] = page.margins;
	const [top, bottom] = [60, 50];
	const { header, ...rest } = definition(paper, theme, { creationDate: new Date(`${date}T00:00:00Z`) });
	return {
		...rest,
		pageMargins: [left, top, right, bottom],
		header: (current) => (current === 1 ? null : header(current)),
		content: painted(sheetOf(paper, theme), paintOf(theme.accent))
	};
}

/** What every document has: its page, its language, who made it, and what is repeated on each page. */
function definition(
	paper: Paper,
	theme: Theme,
	info: Readonly<Record<string, string | Date>>
): Omit<Definition, 'content'> {
	const { cover } = paper;
	const locale = toLocale(paper.locale) ?? baseLocale;
	const brand = m.brand_name({}, { locale });
	const title = [cover.notice?.label ?? '', cover.title, cover.subtitle].filter((text) => text !== '').join(' ');
	return {
		pageSize: 'A4',
		pageMargins: page.margins,
		version: '1.7',
		language: paper.locale,
		displayTitle: true,
		info: { title, author: theme.firm, ...info, creator: brand, producer: brand },
		defaultStyle: { ...faces.body, color: colours.ink },
		header: () => runningHeader(paper, theme),
		footer: (current, pages) => footer(theme.footer, m.pdf_page_of({ page: current, pages }, { locale }))
	};
}

function runningHeader({ cover }: Paper, { firm }: Theme): Node {
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
