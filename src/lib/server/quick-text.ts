// pdfkit lays out a text and looks up each of its glyphs in the subset wherever it is written; this remembers how a word
// is written in a document. The same glyphs at the same places, in one operator instead of ten.
import { createRequire } from 'node:module';
import type { Position } from './fontkit.ts';
import { rememberRuns, type Face as Remembering } from './warm-fonts.ts';

type Face = Remembering & {
	readonly id: string;
	readonly ascender: number;
	ref(): unknown;
	encode(word: string, features?: readonly string[]): [string[], (Position & { advanceWidth: number })[]];
};
type Options = { readonly features?: readonly string[] } & Readonly<Record<string, unknown>>;
type Document = {
	readonly page: { readonly fonts: Record<string, unknown> };
	readonly _font: Face;
	readonly _fontSize: number;
	addContent(operators: string): Document;
	text: (text: string, x: number, y: number, options: Options) => Document;
};

/** A word as a piece of a text operator's array; nothing if marks stand above or below the line. */
type Written = string | null;

/** Rounded as pdfkit rounds. */
const number = (value: number): number => Math.round(value * 1e6) / 1e6;

/** What pdfmake says of a text that is nothing but glyphs. */
const plain = ['lineBreak', 'textWidth', 'wordCount', 'features'];

const isPlain = (options: Options): boolean =>
	options['lineBreak'] === false &&
	Object.keys(options).every((key) => plain.includes(key) || (options[key] ?? 0) === 0);

/** Glyphs between whose widths and steps there is no difference are one string, followed by the difference. */
export function written(face: Face, word: string, features?: readonly string[]): Written {
	const [codes, positions] = face.encode(word, features);
	let [array, glyphs] = ['', ''];
	for (const [at, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
		if (xOffset !== 0 || yOffset !== 0) return null;
		glyphs += codes[at] ?? '';
		if (xAdvance === advanceWidth) continue;
		array += `<${glyphs}>${number(advanceWidth - xAdvance)}`;
		glyphs = '';
	}
	return glyphs === '' ? array : `${array}<${glyphs}>`;
}

/** Words with the spaces after them, as pdfkit takes a text apart. */
const words = /[^ \t]*[ \t]|[^ \t]+$/g;

/** Teaches it to pdfmake, for every document of this thread. */
export function writeQuickly(): void {
	const { default: Documents } = createRequire(import.meta.url)('pdfmake/js/PDFDocument.js') as {
		default: { prototype: Document };
	};
	const { text: writeAny } = Documents.prototype;
	const known = new WeakMap<Face, Map<string, Written>>();

	/** In a document each face is a new one, and has glyph numbers of its own. */
	function look(face: Face, word: string, features?: readonly string[]): Written {
		let faceWords = known.get(face);
		if (faceWords === undefined) {
			rememberRuns(face);
			known.set(face, (faceWords = new Map<string, Written>()));
		}
		const key = features === undefined ? word : `${features.join(' ')}\u0000${word}`;
		let found = faceWords.get(key);
		if (found === undefined) faceWords.set(key, (found = written(face, word, features)));
		return found;
	}

	Documents.prototype.text = function (text, x, y, options) {
		if (!isPlain(options) || text.includes('\n')) return writeAny.call(this, text, x, y, options);
		const { page, _font: face, _fontSize: size } = this;
		let array = '';
		for (const [word] of text.matchAll(words)) {
			const piece = look(face, word, options.features);
			if (piece === null) return writeAny.call(this, text, x, y, options);
			array += piece;
		}
		if (array === '') return this;
		page.fonts[face.id] ??= face.ref();
		// The page is turned upside down, so that y grows downwards, and the text is turned back.
		const baseline = y + (face.ascender / 1000) * size;
		return this.addContent(
			`BT\n1 0 0 -1 ${number(x)} ${number(baseline)} Tm\n/${face.id} ${number(size)} Tf\n[${array}] TJ\nET`
		);
	};
}
