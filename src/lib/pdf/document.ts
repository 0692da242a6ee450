// A report → pdfmake's document definition: cover, contents, parts. Pure, and fresh on each call: pdfmake writes into it.
import type { Report } from '#core/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { colours, faces, page, palette } from './look.ts';
import type { Definition, Node } from './node.ts';
import { partOf } from './part.ts';

export function documentOf(report: Report): Definition {
	const { cover, instrument } = report;
	const locale = toLocale(report.locale) ?? baseLocale;
	const title = [cover.title, cover.subtitle].filter((text) => text !== '').join(' ');
	return {
		pageSize: 'A4',
		pageMargins: page.margins,
		version: '1.7',
		language: report.locale,
		displayTitle: true,
		info: {
			title,
			author: m.brand_name({}, { locale }),
			subject: `${instrument.title} ${instrument.version}`,
			keywords: [instrument.id, instrument.version, instrument.hash.slice(0, 16)].join(', '),
			creator: m.brand_name({}, { locale }),
			producer: m.brand_name({}, { locale }),
			creationDate: new Date(`${report.date}T00:00:00Z`)
		},
		defaultStyle: { ...faces.body, color: colours.ink },
		header: (current) => (current === 1 ? null : runningHeader(report)),
		footer: (current, pages) => (current === 1 ? null : footer(m.pdf_page_of({ page: current, pages }, { locale }))),
		content: [
			...coverOf(report),
			{ ...faces.part, text: m.pdf_contents({}, { locale }), pageBreak: 'before', margin: [0, 0, 0, 18] },
			{ toc: { textStyle: { ...faces.body }, numberStyle: { ...faces.given, fontFeatures: ['tnum'] } } },
			...report.parts.flatMap(partOf)
		]
	};
}

function coverOf({ cover }: Report): Node[] {
	return [
		{ canvas: [{ type: 'rect', x: 0, y: 0, w: 56, h: 3.5, color: palette.value }], margin: [0, 150, 0, 24] },
		{ ...faces.cover, text: cover.title, margin: [0, 0, 40, 10] },
		...(cover.subtitle === ''
			? []
			: [{ ...faces.coverFor, text: cover.subtitle, margin: [0, 0, 40, 26] } satisfies Node]),
		{ ...faces.byline, text: cover.byline }
	];
}

function runningHeader({ cover }: Report): Node {
	return {
		columnGap: 20,
		columns: [
			{ ...faces.note, text: cover.title, width: 150, maxHeight: 26 },
			{ ...faces.note, text: cover.subtitle, alignment: 'right', width: '*', maxHeight: 26 }
		],
		margin: [page.margins[0], 40, page.margins[2], 0]
	};
}

const footer = (text: string): Node => ({
	...faces.note,
	text,
	alignment: 'right',
	fontFeatures: ['tnum'],
	margin: [page.margins[0], 28, page.margins[2], 0]
});
