// The texts of a table → the widths of its columns: figures no wider than they need, texts by how long they are.

export type Texts = {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly isNumeric: (column: number) => boolean;
};

/** Ems that a letter takes in a text, and in a short word or figure, which must not break. */
const letter = 0.53;
const sign = 0.66;

/** Points for each column, `room` together at most. Where that is too little, heads of figures break first, then texts. */
export function widthsOf(texts: Texts, room: number, fontSize: number): readonly number[] {
	const columns = texts.head.map((_, at) => columnOf(texts, at, fontSize));
	for (const wishes of [columns.map(({ whole }) => whole), columns.map(({ narrow }) => narrow)])
		if (sum(wishes) <= room) return wishes;
	const spare = Math.max(0, room - sum(columns.map(({ least }) => least)));
	const shares = Math.max(1, sum(columns.map(({ share }) => share)));
	return columns.map(({ least, share }) => least + (spare * share) / shares);
}

/** How wide the column is with nothing broken, with its head turned short, and with all broken that may be. */
function columnOf({ head, rows, isNumeric }: Texts, at: number, fontSize: number) {
	const title = head[at] ?? '';
	const cells = rows.map((row) => row[at] ?? '');
	const longest = (all: readonly string[]): number => Math.max(1, ...all.map((text) => text.length));
	if (isNumeric(at)) {
		const least = longest([...cells, ...title.split(/\s+/)]) * fontSize * sign;
		const titled = title.length * fontSize * letter;
		return { whole: Math.max(least, titled), narrow: Math.max(least, titled * 0.6), least, share: 0 };
	}
	const whole = longest([title, ...cells]) * fontSize * letter;
	const mean = sum([title, ...cells].map((text) => text.length)) / (cells.length + 1);
	return { whole, narrow: whole, least: fontSize, share: Math.sqrt(mean) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
