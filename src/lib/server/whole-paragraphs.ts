// pdfmake ends a page wherever the lines run out; this makes it leave no line of a paragraph alone, at either end.
import { createRequire } from 'node:module';

type Line = { getHeight(): number };
type Context = { readonly availableHeight: number; readonly availableWidth: number; readonly y: number };
type Text = { readonly _maxWidth?: number; readonly maxHeight?: number; readonly _inlines?: readonly Tall[] };
type Tall = { readonly height: number };
type Layout = {
	readonly writer: { context(): Context & { readonly pageMargins: { top: number } }; moveToNextPage(): void };
	processLeaf: (node: Text) => void;
	buildNextLine: (node: Text) => Line | null;
};

/** How many of a paragraph's lines stay on the page that has room for `room` of them. */
export function staying(lines: number, room: number): number {
	if (room >= lines) return lines;
	const most = Math.min(room, lines - fewest);
	return most < fewest ? 0 : most;
}

/** Lines that stand together. */
const fewest = 2;

/** Teaches it to pdfmake, for every document of this thread. */
export function keepLinesTogether(): void {
	const { default: Builder } = createRequire(import.meta.url)('pdfmake/js/LayoutBuilder.js') as {
		default: { prototype: Layout };
	};
	const { processLeaf, buildNextLine } = Builder.prototype;
	/** Of the paragraph that is at the end of a page just now. */
	let next: (() => Line | null) | null = null;
	Builder.prototype.buildNextLine = function (node) {
		return next === null ? buildNextLine.call(this, node) : next();
	};
	Builder.prototype.processLeaf = function (node) {
		if (fits(node, this.writer.context())) return processLeaf.call(this, node);
		const lines: Line[] = [];
		for (let line = buildNextLine.call(this, node); line !== null; line = buildNextLine.call(this, node))
			lines.push(line);
		const stay = staying(lines.length, roomFor(lines, this.writer.context().availableHeight));
		let given = 0;
		next = () => {
			const { y, pageMargins } = this.writer.context();
			if (given === stay && given < lines.length && y > pageMargins.top) this.writer.moveToNextPage();
			return lines[given++] ?? null;
		};
		try {
			processLeaf.call(this, node);
		} finally {
			next = null;
		}
	};
}

/** Whether it fits for certain, which is known without setting it; each line leaves less than a third of itself free. */
function fits(
	{ _maxWidth = 0, _inlines = [], maxHeight }: Text,
	{ availableHeight, availableWidth }: Context
): boolean {
	const most = Math.ceil((_maxWidth * 1.5) / availableWidth) + 1;
	const height = _inlines[0]?.height ?? 0;
	return maxHeight !== undefined || _inlines.length < fewest || most * height <= availableHeight;
}

function roomFor(lines: readonly Line[], height: number): number {
	let left = height;
	const full = lines.findIndex((line) => (left -= line.getHeight()) < 0);
	return full < 0 ? lines.length : full;
}
