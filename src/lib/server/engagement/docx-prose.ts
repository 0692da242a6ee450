// Rich text as data → the paragraphs and runs of a document for a word processor.
import { ExternalHyperlink, Paragraph, TextRun, type FileChild, type ParagraphChild } from 'docx';
import type { Inline, Prose, ProseBlock } from '#core/instrument/prose.ts';
import { plain } from '#core/instrument/fill.ts';
import { sound, tableOf } from './docx-table.ts';

type Look = { readonly isQuiet?: boolean; readonly bold?: boolean; readonly italics?: boolean };
type Place = Look & { readonly level?: number; readonly mark?: 'bullet' | { readonly instance: number } };

/** Writes one document: each numbered list in it counts from one. */
export class Writing {
	#lists = 0;

	prose(prose: Prose, place: Place = {}): FileChild[] {
		return prose.flatMap((block, at) => this.#block(block, at === 0 ? place : { ...place, mark: undefined }));
	}

	runs(inline: readonly Inline[], look: Look = {}): ParagraphChild[] {
		return inline.flatMap((node): ParagraphChild[] => {
			switch (node.kind) {
				case 'text':
					return [run(node.text, look)];
				case 'code':
					return [new TextRun({ text: sound(node.text), font: 'Consolas' })];
				case 'strong':
					return this.runs(node.inline, { ...look, bold: true });
				case 'emphasis':
					return this.runs(node.inline, { ...look, italics: true });
				case 'link':
					return [new ExternalHyperlink({ link: node.href, children: this.runs(node.inline, look) })];
				case 'break':
					return [new TextRun({ break: 1 })];
				case 'placeholder':
					return [];
			}
		});
	}

	#block(block: ProseBlock, place: Place): FileChild[] {
		switch (block.kind) {
			case 'paragraph':
				return [this.#paragraph(block.inline, place)];
			case 'heading':
				return [this.#paragraph(block.inline, { ...place, bold: true })];
			case 'list': {
				const level = place.mark === undefined && place.level === undefined ? 0 : (place.level ?? 0) + 1;
				const mark = block.ordered ? { instance: (this.#lists += 1) } : ('bullet' as const);
				return block.items.flatMap((item) => this.prose(item, { ...place, level, mark }));
			}
			case 'quote':
				return this.prose(block.blocks, { ...place, italics: true });
			case 'code-block':
				return block.text.split('\n').map((line) => new Paragraph({ children: [run(line, {})] }));
			case 'rule':
				return [new Paragraph({ thematicBreak: true })];
			case 'table':
				return [
					tableOf({
						head: block.head.map(plain),
						rows: block.rows.map((row) => row.map(plain)),
						numeric: block.align.flatMap((align, at) => (align === 'right' ? [at] : []))
					})
				];
		}
	}

	/** What follows in an item of a list stands under it, without a mark of its own. */
	#paragraph(inline: readonly Inline[], { level, mark, ...look }: Place): Paragraph {
		const children = this.runs(inline, look);
		const spacing = { after: level === undefined ? 110 : 50 };
		if (mark === 'bullet') return new Paragraph({ children, spacing, bullet: { level: level ?? 0 } });
		if (mark !== undefined)
			return new Paragraph({
				...{ children, spacing },
				numbering: { reference: 'numbers', level: Math.min(level ?? 0, 2), instance: mark.instance }
			});
		return new Paragraph({ children, spacing, indent: level === undefined ? {} : { left: 720 * (level + 1) } });
	}
}

const run = (text: string, { isQuiet = false, bold, italics }: Look): TextRun =>
	new TextRun({ text: sound(text), bold, italics, ...(isQuiet ? { size: 18, color: '545B62' } : {}) });
