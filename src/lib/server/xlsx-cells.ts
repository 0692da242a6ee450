// A value → a cell of a worksheet: numbers and moments typed, text always text, so that nothing in it is ever reckoned.

export type TypedCell = string | number | Date | null;

/** Of the styles of the workbook. */
type Style = 1 | 2;

/** What Excel takes in one cell. */
const MOST_CHARACTERS = 32_767;

/** Days, in UTC, since the day that Excel counts from. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 24 * 3_600_000;

export function cellXml(place: string, value: string | number | Date, shared: SharedStrings, style?: Style): string {
	const styled = style === undefined ? '' : ` s="${style}"`;
	if (typeof value === 'number') return `<c r="${place}"${styled}><v>${value}</v></c>`;
	if (value instanceof Date) return `<c r="${place}" s="1"><v>${(value.getTime() - EPOCH) / DAY}</v></c>`;
	const known = shared.place(value);
	if (known !== null) return `<c r="${place}"${styled} t="s"><v>${known}</v></c>`;
	const text = value.length > MOST_CHARACTERS ? value.slice(0, MOST_CHARACTERS) : value;
	return `<c r="${place}"${styled} t="inlineStr"><is>${textXml(text)}</is></c>`;
}

/** Texts that come again and again, such as ids of options, written once and named by their place; so many and no more. */
export class SharedStrings {
	readonly #places = new Map<string, number>();

	/** Null: the text stands in the cell itself. */
	place(text: string): number | null {
		const known = this.#places.get(text);
		if (known !== undefined) return known;
		if (this.#places.size >= MOST_SHARED || text.length > LONGEST_SHARED) return null;
		this.#places.set(text, this.#places.size);
		return this.#places.size - 1;
	}

	/** In the order of their places. */
	get texts(): readonly string[] {
		return [...this.#places.keys()];
	}
}

const MOST_SHARED = 2000;
const LONGEST_SHARED = 24;

export const textXml = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`;

/** `A` for 0, `AA` for 26. */
export function columnName(at: number): string {
	const rest = Math.floor(at / 26) - 1;
	return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (at % 26));
}

/** What XML cannot hold, what it reads as its own, and what Excel reads as an escape of its own. */
const SPECIAL = /[&<>"\p{Cs}\ufffe\uffff]|(?![\t\n])\p{Cc}|_(?=x[0-9A-Fa-f]{4}_)/gu;

const written: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	_: '_x005F_'
};

export const escaped = (text: string): string => text.replace(SPECIAL, (found) => written[found] ?? '');
