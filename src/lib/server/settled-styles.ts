// pdfmake asks for some twenty styles of every word, up through all that the word is in. The words of one text are in
// the same: this makes it ask once a text, and for the width of a word once for good.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What is said last about a style holds; a stack knows what the nodes around a text say. */
type Stack = { readonly styleDictionary: unknown; getProperty(property: string): unknown };
type Item = Readonly<Record<string, unknown>>;
type Stacks = {
	new (styleDictionary: unknown): Stack;
	getStyleProperty: (item: Item, stack: Stack | null, property: string, otherwise: unknown) => unknown;
};
type Measured = {
	readonly font: { readonly font: object; widthOfString(text: string, size: number, features: unknown): number };
	readonly fontSize: number;
	readonly fontFeatures: readonly string[] | null;
	readonly characterSpacing?: number;
};
type Texts = {
	prototype: {
		buildInlines: (text: unknown, stack: Stack) => unknown;
		widthOfText: (text: string, inline: Measured) => number;
	};
};

/** Teaches it to pdfmake, for every document of this thread. */
export function settleStyles(): void {
	const { default: Stacks } = require('pdfmake/js/StyleContextStack.js') as { default: Stacks };
	const { default: Texts } = require('pdfmake/js/TextInlines.js') as { default: Texts };
	const { getStyleProperty } = Stacks;
	const { buildInlines } = Texts.prototype;

	/** A stack that will not change any more while it is in use, beneath what a word says of itself. */
	class Settled extends Stacks {
		readonly #below: Stack;
		readonly #known = new Map<string, unknown>();

		constructor(below: Stack) {
			super(below.styleDictionary);
			this.#below = below;
		}

		settled(property: string): unknown {
			let value = this.#known.get(property);
			if (value === undefined) {
				value = this.#below.getProperty(property) ?? null;
				this.#known.set(property, value);
			}
			return value;
		}

		override getProperty(property: string): unknown {
			return super.getProperty(property) ?? this.settled(property);
		}
	}

	Stacks.getStyleProperty = (item, stack, property, otherwise) =>
		stack instanceof Settled && item['style'] === undefined
			? (item[property] ?? stack.settled(property) ?? otherwise)
			: getStyleProperty(item, stack, property, otherwise);
	Texts.prototype.buildInlines = function (text, stack) {
		return buildInlines.call(this, text, new Settled(stack));
	};
	Texts.prototype.widthOfText = (text, inline) =>
		knownWidth(text, inline) * (inline.fontSize / 1000) + (inline.characterSpacing ?? 0) * (text.length - 1);
}

/** Words that are kept: some thirty reports' worth. */
const mostWidths = 50_000;

const widths = new WeakMap<object, Map<string, number>>();

/** In thousandths of the size. */
function knownWidth(text: string, { font, fontFeatures }: Measured): number {
	let known = widths.get(font.font);
	if (known === undefined || known.size >= mostWidths) widths.set(font.font, (known = new Map<string, number>()));
	const key = fontFeatures === null ? text : `${fontFeatures.join(' ')}\u0000${text}`;
	let width = known.get(key);
	if (width === undefined) known.set(key, (width = font.widthOfString(text, 1000, fontFeatures)));
	return width;
}
