// Font files → handles under which the PDF library finds them already open. It would parse each font and lay out each
// word anew for every document, which is half of the whole work; a warm thread does both once.
import { fontkit, type Font, type Position, type Run, type Stream } from './fontkit.ts';

/** pdfkit scales the positions that it is given and then asks, often, how wide they are. */
class FreshRun implements Run {
	readonly glyphs: readonly unknown[];
	readonly positions: readonly Position[];
	#width: number | undefined;

	constructor({ glyphs, positions }: Run) {
		this.glyphs = glyphs;
		this.positions = positions.map((position) => ({ ...position }));
	}

	get advanceWidth(): number {
		return (this.#width ??= this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0));
	}
}

/** Words that are kept a font: some thirty reports' worth, about 10 MB. */
const mostRuns = 20_000;

const open = new Map<string, Font>();
const nameOf = (handle: Uint8Array): string => (handle.length > 64 ? '' : Buffer.from(handle).toString('latin1'));

class Opened {
	static probe(file: Uint8Array): boolean {
		return open.has(nameOf(file));
	}

	constructor({ buffer }: Stream) {
		return open.get(nameOf(buffer)) ?? {};
	}
}
fontkit.registerFormat(Opened);

/** Opens a font file once; the handle stands for the file wherever pdfkit takes one. */
export function warm(name: string, file: Uint8Array): Uint8Array {
	const font = fontkit.create(file);
	open.set(`warm:${name}`, Object.assign(font, { layout: remembered(font) }));
	return Buffer.from(`warm:${name}`, 'latin1');
}

/** Laying out a word is pure; each caller gets positions of its own. */
function remembered(font: Font): Font['layout'] {
	const layout = font.layout.bind(font);
	const runs = new Map<string, Run>();
	return (text, features) => {
		const key = features === undefined ? text : `${features.join(' ')}\u0000${text}`;
		let run = runs.get(key);
		if (run === undefined) {
			if (runs.size >= mostRuns) runs.clear();
			run = layout(text, features);
			runs.set(key, run);
		}
		return new FreshRun(run);
	};
}
