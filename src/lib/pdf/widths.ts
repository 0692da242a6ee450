// The texts of a table → the widths of its columns: figures no wider than they need, texts by how long they are.

export type Texts = {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly isNumeric: (column: number) => boolean;
};

/** Points for each column, `room` together at most. Where that is too little, heads of figures break first, then texts. */
export function widthsOf(texts: Texts, room: number, fontSize: number): readonly number[] {
	const columns = texts.head.map((_, at) => columnOf(texts, at, fontSize));
	for (const wishes of [columns.map(({ whole }) => whole), columns.map(({ short }) => short)])
		if (sum(wishes) <= room) return wishes;
	const least = sum(columns.map((column) => column.least));
	if (least > room) return columns.map((column) => (column.least * room) / least);
	const shares = Math.max(1, sum(columns.map(({ share }) => share)));
	return columns.map((column) => column.least + ((room - least) * column.share) / shares);
}

/** How wide the column is with nothing broken, with its head turned short, and with all broken that may be. */
function columnOf({ head, rows, isNumeric }: Texts, at: number, fontSize: number) {
	const title = head[at] ?? '';
	const cells = rows.map((row) => row[at] ?? '');
	if (isNumeric(at)) {
		const width = (text: string): number => (text.length * 0.62 + 0.5) * fontSize;
		const least = Math.min(Math.max(...[...cells, ...wordsOf(title)].map(width)), most * fontSize);
		return { whole: Math.max(least, width(title)), short: Math.max(least, width(title) * 0.6), least, share: 0 };
	}
	const width = (text: string): number => (text.length * 0.5 + 0.8) * fontSize;
	const whole = Math.max(...[title, ...cells].map(width));
	const word = Math.max(...[title, ...cells].flatMap(wordsOf).map(width));
	const mean = sum([title, ...cells].map(width)) / (cells.length + 1);
	return { whole, short: whole, least: Math.min(word, most * fontSize), share: mean };
}

/** Ems: a longer word or figure may break. */
const most = 10;

const wordsOf = (text: string): readonly string[] => text.split(/\s+/);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
