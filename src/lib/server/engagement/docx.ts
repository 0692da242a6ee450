// A paper and the pictures of it → the bytes of a document for a word processor, in its own headings, lists and tables.
import { Document, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import type { FileChild } from 'docx';
import { tonesOf } from '#core/instrument/accent.ts';
import type { Theme } from '#core/instrument/theme.ts';
import { flowOf, type Step } from '#core/report/flow.ts';
import type { DotsBlock, PanelBlock, Paper } from '#core/report/report.ts';
import { Writing } from './docx-prose.ts';
import { sound, tableOf } from './docx-table.ts';

/** A PNG of a panel or of dots; null: there is none to show. */
type Drawn = (block: PanelBlock | DotsBlock) => Promise<Uint8Array | null>;

/** What was typed stays text: the library writes it into text nodes, and what XML cannot hold is left out. */
export async function docxOf(paper: Paper, theme: Pick<Theme, 'firm' | 'accent'>, drawn: Drawn): Promise<Uint8Array> {
	const writing = new Writing();
	const children: FileChild[] = [];
	for (const step of flowOf(paper)) children.push(...(await childrenOf(step, writing, drawn)));
	const { title, subtitle } = paper.cover;
	const document = new Document({
		title: sound([title, subtitle].filter((each) => each !== '').join(', ')),
		creator: sound(theme.firm),
		styles: stylesOf(tonesOf(theme.accent).light.accent, paper.locale),
		numbering: { config: [{ reference: 'numbers', levels: [...numbers] }] },
		sections: [{ properties: { page: A4 }, children }]
	});
	return Packer.toBuffer(document);
}

/** In twentieths of a point. */
const A4 = { size: { width: 11_906, height: 16_838 }, margin: { top: 1250, bottom: 1250, left: 1300, right: 1300 } };

/** In pixels of a ninety-sixth of an inch: the width between the margins. */
const ROOM = 600;

const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

async function childrenOf(step: Step, writing: Writing, drawn: Drawn): Promise<readonly FileChild[]> {
	switch (step.kind) {
		case 'title':
			return [
				new Paragraph({
					heading: levels[step.level - 1] ?? HeadingLevel.HEADING_3,
					keepNext: true,
					children: writing.runs(step.inline)
				})
			];
		case 'prose':
			return writing.prose(step.prose, { isQuiet: step.isQuiet });
		case 'table':
			return [
				new Paragraph({
					keepNext: true,
					spacing: { before: 160, after: 80 },
					children: [new TextRun({ text: sound(step.table.caption), bold: true })]
				}),
				tableOf(step.table),
				new Paragraph({ spacing: { after: 60 }, children: [] })
			];
		case 'picture': {
			const png = await drawn(step.block);
			return png === null ? [] : [new Paragraph({ keepNext: true, children: [pictureOf(png, step.block)] })];
		}
	}
}

function pictureOf(png: Uint8Array, block: PanelBlock | DotsBlock): ImageRun {
	const header = new DataView(png.buffer, png.byteOffset);
	const [width, height] = [header.getUint32(16), header.getUint32(20)];
	const name = sound(block.kind === 'panel' ? block.label : block.title);
	return new ImageRun({
		type: 'png',
		data: png,
		transformation: { width: ROOM, height: Math.round((ROOM * height) / width) },
		altText: { name, title: name, description: sound(`${block.description} ${rowsOf(block)}`.trim()) }
	});
}

/** For whoever cannot see it, the same as in its table. */
const rowsOf = ({ table }: PanelBlock | DotsBlock): string =>
	table.rows.map((row) => `${row.filter((cell) => cell !== '').join(', ')}.`).join(' ');

const numbers = [0, 1, 2].map((level) => ({
	level,
	format: LevelFormat.DECIMAL,
	text: `%${level + 1}.`,
	style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 420 } } }
}));

function stylesOf(accent: string, locale: string) {
	const colour = accent.replace('#', '');
	const heading = (size: number, before: number) => ({
		run: { font: 'Georgia', size, bold: true, color: '1B1F24' },
		paragraph: { spacing: { before, after: 80 } }
	});
	return {
		default: {
			document: { run: { font: 'Calibri', size: 21, language: { value: locale === 'en' ? 'en-GB' : locale } } },
			title: { run: { font: 'Georgia', size: 44, bold: true, color: colour }, paragraph: { spacing: { after: 80 } } },
			heading1: heading(30, 320),
			heading2: heading(25, 220),
			heading3: heading(22, 180)
		}
	};
}
