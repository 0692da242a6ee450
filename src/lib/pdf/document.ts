// A report and a theme → pdfmake's document definition: cover, contents, parts. Pure, and fresh on each call: pdfmake writes into it.
import { plainTheme, type Theme } from '#core/instrument/theme.ts';
import { closed } from '#core/report/closing.ts';
import type { Notice, Report } from '#core/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { colours, faces, page } from './look.ts';
import type { Definition, Node } from './node.ts';
import { painted, paintOf } from './paint.ts';
import { partOf } from './part.ts';
import { rule } from './prose.ts';

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
				{ toc: { textStyle: { ...faces.body }, numberStyle: { ...faces.given, fontFeatures: ['tnum'] } } },
				...closed(report, theme.closing).parts.flatMap(partOf)
			],
			paint
		)
	};
}

function coverOf({ cover }: Report, theme: Theme): Node[] {
	return [
		signOf(theme),
		{ canvas: [{ type: 'rect', x: 0, y: 0, w: 56, h: 3.5, color: colours.mark }], margin: [0, 150, 0, 24] },
		{ ...faces.cover, text: cover.title, margin: [0, 0, 40, 10] },
		...(cover.subtitle === ''
			? []
			: [{ ...faces.coverFor, text: cover.subtitle, margin: [0, 0, 40, 26] } satisfies Node]),
		{ ...faces.byline, text: cover.byline },
		...(cover.notice === null ? [] : noticeOf(cover.notice))
	];
}

/** Who hands this out: by the logo, or by the name alone. It takes no room in the flow. */
function signOf({ firm, logo }: Theme): Node {
	const [left, top] = page.margins;
	const absolutePosition = { x: left, y: top };
	if (logo === null) return { ...faces.firm, text: firm, absolutePosition };
	return { image: `data:${logo.type};base64,${logo.base64}`, fit: [180, 54], absolutePosition };
}

/** The foot of the cover: the name, where the logo has taken its place, and the firm's line. */
function coverFoot({ firm, logo, footer }: Theme): Node | null {
	const lines: Node[] = [
		...(logo === null ? [] : [{ ...faces.firm, text: firm }]),
		...(footer === '' ? [] : [{ ...faces.note, text: footer }])
	];
	const above = footerAir - (lines.length - 1) * 18;
	return lines.length === 0 ? null : { stack: lines, margin: [page.margins[0], above, page.margins[2], 0] };
}

/** Nobody may take what is invented for real: the cover says it at length, every other page in two words. */
function noticeOf({ label, text }: Notice): Node[] {
	return [
		{ canvas: [rule(page.width * 0.62, 1.2, colours.ink)], margin: [0, 40, 0, 8] },
		{ ...faces.question, text: label },
		{ ...faces.given, text, margin: [0, 2, page.width * 0.38, 0] }
	];
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

/** Between the text and the foot of a page. */
const footerAir = 28;
