// How the printed report looks: measures in points, faces and colours. Legible in grey: nothing rests on a hue alone.
import type { Palette } from '#lib/chart/vectors.ts';
import type { Margin, Style } from './node.ts';

export const page: { readonly margins: Margin; readonly width: number; readonly height: number } = {
	margins: [64, 80, 64, 68],
	/** A4 less the margins. */
	width: 595.28 - 128,
	height: 841.89 - 148
};

/** Between the text and the foot of a page. */
export const footerAir = 28;

/** A margin at the side of reading text for verdicts and labels; the text beside it runs to about 68 characters. */
export const side = 104;
export const gap = 18;

/** The first three are roles: paint.ts gives them the colours of a theme. */
export const colours = {
	accent: 'accent',
	mark: 'mark',
	muted: 'muted',
	ink: '#1b1f24',
	quiet: '#545b62',
	line: '#d5d0c4',
	strong: '#827d72',
	paper: '#ffffff'
} as const;

export const palette: Palette = {
	track: '#dcd8cd',
	value: colours.accent,
	muted: colours.muted,
	ink: colours.ink,
	paper: colours.paper,
	keep: '#2b6340',
	change: '#85560a',
	stop: '#96341f',
	unknown: colours.quiet
};

const sans = (fontSize: number, style: Style = {}): Style => ({ font: 'Sans', fontSize, lineHeight: 1.2, ...style });
const serif = (fontSize: number, style: Style = {}): Style => ({ font: 'Serif', fontSize, lineHeight: 1.05, ...style });

/** Spread into a node: pdfmake finds a property on the node itself faster than through a named style. */
export const faces = {
	body: serif(10.75, { lineHeight: 1.08 }),
	/** In a narrow column. */
	compact: serif(9.75, { lineHeight: 1.04 }),
	lead: serif(14),
	note: sans(8, { color: colours.quiet, lineHeight: 1.3 }),
	small: sans(8, { color: colours.quiet, lineHeight: 1.2 }),
	label: sans(8.5, { bold: true }),
	question: sans(9.5, { bold: true, lineHeight: 1.25 }),
	given: sans(9, { color: colours.quiet }),
	verdict: sans(9.5, { bold: true }),
	told: serif(12, { bold: true, lineHeight: 1 }),
	heading: serif(15.5, { bold: true, lineHeight: 1 }),
	subheading: serif(12.5, { bold: true, lineHeight: 1 }),
	part: serif(24, { bold: true, lineHeight: 1 }),
	headline: serif(19, { bold: true, lineHeight: 0.92 }),
	cover: serif(36, { bold: true, lineHeight: 0.92 }),
	coverFor: serif(18, { color: colours.quiet, lineHeight: 1 }),
	firm: serif(14, { bold: true, lineHeight: 1 }),
	byline: sans(9.5, { color: colours.quiet }),
	total: serif(40, { lineHeight: 0.86 }),
	figure: serif(20, { lineHeight: 0.9 }),
	table: sans(8, { lineHeight: 1.2 }),
	code: sans(9.5)
} as const satisfies Record<string, Style>;

/** A column to set text in: its indent, its width, and the face of its reading text. */
export type Column = {
	readonly left: number;
	readonly width: number;
	readonly body: Style;
	/** What stands in the margin beside it is in the way of drawings and wide tables. */
	readonly isClosed?: boolean;
};

export const reading: Column = { left: side + gap, width: page.width - side - gap, body: faces.body };
export const across: Column = { left: 0, width: page.width, body: faces.body };
