// Text and the widths of its font → lines that fit a box, in the largest size that does.

export type Face = 'serif' | 'serif-strong' | 'sans' | 'sans-strong';

/** The width of a text in ems. */
export type Measure = (text: string, face: Face) => number;

export type Room = {
	readonly face: Face;
	/** Pixels, from the one that is wanted down to the least that can be read. */
	readonly sizes: readonly number[];
	readonly width: number;
	readonly most: number;
};

export type Fitted = { readonly size: number; readonly lines: readonly string[] };

/** The largest size at which the text takes at most so many lines; at the smallest, what is left over ends in "…". */
export function fit(text: string, { face, sizes, width, most }: Room, measure: Measure): Fitted {
	const wide = (line: string): number => measure(line, face);
	for (const size of sizes) {
		const lines = broken(text, width / size, wide);
		if (lines.length <= most && lines.every((line) => wide(line) * size <= width))
			return { size, lines: balanced(text, lines, width / size, wide) };
	}
	const size = sizes.at(-1) ?? 16;
	const lines = broken(text, width / size, wide).map((line) => shortened(line, width / size, wide));
	const rest = lines.slice(most - 1).join(' ');
	return { size, lines: [...lines.slice(0, most - 1), shortened(rest, width / size, wide)] };
}

type Wide = (line: string) => number;

/** As many words on each line as fit; a longer word stands alone and sticks out. */
function broken(text: string, width: number, wide: Wide): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(/[ \t\n]+/).filter((each) => each !== '')) {
		const last = lines.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && wide(longer) <= width) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** The same number of lines, as even as they can be, so that no word is left alone on the last. */
function balanced(text: string, lines: readonly string[], width: number, wide: Wide): readonly string[] {
	let [narrow, best] = [width / 2, lines];
	for (let step = width / 4; step > 0.1; step /= 2) {
		const tried = broken(text, narrow, wide);
		const holds = tried.length <= lines.length && tried.every((line) => wide(line) <= width);
		if (holds) best = tried;
		narrow += holds ? -step : step;
	}
	return best;
}

function shortened(line: string, width: number, wide: Wide): string {
	if (wide(line) <= width) return line;
	let letters = [...line];
	while (letters.length > 1 && wide(`${letters.join('').trimEnd()}…`) > width) letters = letters.slice(0, -1);
	return `${letters.join('').trimEnd()}…`;
}
