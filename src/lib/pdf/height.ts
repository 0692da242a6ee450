// What is to be set → about how high it will be, in points.
import type { Vector } from '#lib/chart/vectors.ts';
import type { Fragment, Node, Style } from './node.ts';

/** Of one line, in ems of its face. */
const lines: Readonly<Record<'Serif' | 'Sans', number>> = { Serif: 1.371, Sans: 1.21 };

export const heightOfLine = ({ font = 'Serif', fontSize = 10, lineHeight = 1 }: Style): number =>
	fontSize * lines[font] * lineHeight;

/** A text in this face to this width: half an em a letter. */
export function heightOf(text: string, face: Style, width: number): number {
	const letters = Math.max(1, Math.floor(width / ((face.fontSize ?? 10) * 0.5)));
	const count = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
	return count * heightOfLine(face);
}

/** A drawing and its texts to this width. */
export function heightOfNode(node: Node, width: number): number {
	if (node.relativePosition !== undefined) return 0;
	const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0];
	return top + bottom + inside(node, width - left - right);
}

function inside(node: Node, width: number): number {
	if ('stack' in node) return node.stack.reduce((sum, each) => sum + heightOfNode(each, width), 0);
	if ('columns' in node) {
		const fixed = node.columns.map((each) => (typeof each.width === 'number' ? each.width : 0));
		const room = width - fixed.reduce((sum, each) => sum + each, (node.columnGap ?? 0) * (fixed.length - 1));
		const share = room / Math.max(1, fixed.filter((each) => each === 0).length);
		return Math.max(0, ...node.columns.map((each, at) => heightOfNode(each, fixed[at] || share)));
	}
	if ('text' in node) return heightOf(lettersOf(node.text), faceOf(node.text, node), width);
	return 'canvas' in node ? Math.max(least, ...node.canvas.map(bottomOf)) : 0;
}

/** The least room for vectors: that of a mark or a bar. */
const least = 11;

function bottomOf(vector: Vector): number {
	switch (vector.type) {
		case 'rect':
			return vector.y + vector.h;
		case 'line':
			return Math.max(vector.y1, vector.y2);
		case 'ellipse':
			return vector.y + vector.r2;
		case 'polyline':
			return Math.max(...vector.points.map(({ y }) => y));
	}
}

export const lettersOf = (text: string | readonly Fragment[]): string =>
	typeof text === 'string' ? text : text.map((fragment) => fragment.text).join('');

const faceOf = (text: string | readonly Fragment[], face: Style): Style =>
	typeof text === 'string' ? face : { ...face, ...text[0] };
