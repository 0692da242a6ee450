// The part of pdfmake's document language that we write. Mutable, because pdfmake measures into what it is given.
import type { Vector } from '#lib/chart/vectors.ts';

export type Style = {
	font?: 'Serif' | 'Sans';
	fontSize?: number;
	bold?: boolean;
	italics?: boolean;
	color?: string;
	background?: string;
	lineHeight?: number;
	alignment?: 'left' | 'right' | 'center';
	fontFeatures?: string[];
	preserveLeadingSpaces?: boolean;
	link?: string;
	decoration?: 'underline';
};

export type Margin = [left: number, top: number, right: number, bottom: number];

export type Fragment = Style & { text: string };

type Placed = {
	margin?: Margin;
	width?: number | '*' | 'auto';
	unbreakable?: boolean;
	pageBreak?: 'before';
	relativePosition?: { x: number; y: number };
	absolutePosition?: { x: number; y: number };
	colSpan?: number;
	/** Of a cell. */
	verticalAlignment?: 'bottom';
};

export type TextNode = Placed &
	Style & {
		text: string | Fragment[];
		/** Lines below it are left out. */
		maxHeight?: number;
		id?: string;
		tocItem?: boolean;
		tocStyle?: Style;
		tocMargin?: Margin;
		outline?: boolean;
		outlineParentId?: string;
		outlineExpanded?: boolean;
	};

export type TableLayout = {
	hLineWidth?: (line: number, node: { table: { body: unknown[] } }) => number;
	vLineWidth?: () => number;
	hLineColor?: (line: number) => string;
	paddingLeft?: (column: number) => number;
	paddingRight?: (column: number, node: { table: { widths: unknown[] } }) => number;
	paddingTop?: () => number;
	paddingBottom?: () => number;
};

export type Node =
	| TextNode
	| (Placed & Style & { stack: Node[] })
	| (Placed & Style & { columns: Node[]; columnGap?: number })
	| (Placed & { canvas: Vector[] })
	/** A data URL. */
	| (Placed & { image: string; fit: [width: number, height: number] })
	| (Placed &
			Style & {
				table: {
					headerRows: number;
					keepWithHeaderRows: number;
					dontBreakRows: boolean;
					widths: (number | '*' | 'auto')[];
					body: Node[][];
				};
				layout: TableLayout;
			})
	| (Placed & { toc: { textMargin?: Margin; textStyle?: Style; numberStyle?: Style } });

export type Definition = {
	pageSize: 'A4';
	pageMargins: Margin;
	version: '1.7';
	language: string;
	displayTitle: boolean;
	info: Record<string, string | Date>;
	defaultStyle: Style;
	header: (page: number) => Node | null;
	footer: (page: number, pages: number) => Node | null;
	content: Node[];
};
