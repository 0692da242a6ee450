// The texts of a table → the widths of its columns: figures no wider than they need, texts by how long they are.

export type Texts = {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly isNumeric: (column: number) => boolean;
};

/** Ems for a letter or figure, wide enough that the longest one-line cell stays on one line. */
const letter = 0.6;

/** Points for each column, `room` together at most. Where that is too little, heads and texts break between words. */
export function widthsOf(texts: Texts, room: number, fontSize: number): readonly number[] {
	const columns = texts.head.map((_, at) => columnOf(texts, at));
	const letters = room / (fontSize * letter);
	const wanted = columns.map((column) => column.wanted);
	const spare = letters - sum(columns.map(({ least }) => least));
	const shares = sum(columns.map(({ share }) => share));
	const given =
		sum(wanted) <= letters
			? wanted
			: columns.map(({ least, share }) => least + (Math.max(0, spare) * share) / Math.max(1, shares));
	return given.map((each) => each * fontSize * letter);
}

/** In letters. A column of figures never breaks them, and takes no part of what is spare. */
function columnOf({ head, rows, isNumeric }: Texts, at: number) {
	const title = head[at] ?? '';
	const cells = rows.map((row) => row[at] ?? '');
	const longest = Math.max(1, ...cells.map((cell) => cell.length));
	if (!isNumeric(at)) {
		const mean = sum([title, ...cells].map((cell) => cell.length)) / (cells.length + 1);
		return { wanted: Math.max(longest, title.length), least: 1, share: Math.sqrt(mean) };
	}
	const least = Math.max(longest, ...title.split(/\s+/).map((word) => word.length));
	return { wanted: Math.max(least, Math.ceil(title.length / 2)), least, share: 0 };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
