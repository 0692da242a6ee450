// A table of texts → the same for a word processor, with thin rules; its head stands again on each page.
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { TableBlock } from '#core/report/report.ts';

/** Without what XML cannot hold. */
export const sound = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ');

export function tableOf({ head, rows, numeric }: Pick<TableBlock, 'head' | 'rows' | 'numeric'>): Table {
	const cell = (text: string, at: number, isHead: boolean): TableCell =>
		new TableCell({
			margins: { top: 50, bottom: 50, left: 40, right: 80 },
			children: [
				new Paragraph({
					alignment: numeric.includes(at) ? AlignmentType.RIGHT : AlignmentType.LEFT,
					children: [new TextRun({ text: sound(text), bold: isHead, size: 19 })]
				})
			]
		});
	const row = (cells: readonly string[], isHead = false): TableRow =>
		new TableRow({
			tableHeader: isHead,
			cantSplit: true,
			children: head.map((_, at) => cell(cells[at] ?? '', at, isHead))
		});
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		borders: { top: none, left: none, right: none, insideVertical: none, bottom: thin, insideHorizontal: thin },
		rows: [row(head, true), ...rows.map((each) => row(each))]
	});
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'DCD8CD' } as const;
