// Font files → handles under which the PDF library finds them already open. It would parse each font and lay out each
// word anew for every document, which is half of the whole work; a warm thread does both once.
import { fontkit, type Font, type Run, type Stream } from './fontkit.ts';

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
	open.set(`warm:${name}`, fontkit.create(file));
	return Buffer.from(`warm:${name}`, 'latin1');
}

/** What pdfkit makes of an open font for one document. */
export type Face = { readonly font: Font; layoutRun(text: string, features?: readonly string[]): Run };

/** Words that are kept a font: some thirty reports' worth, about 10 MB. */
const mostRuns = 20_000;

const runs = new WeakMap<Font, Map<string, Run>>();

/** Lets a face lay out only what no face of its font has laid out before: it is scaled alike in every document. */
export function rememberRuns(face: Face): void {
	const layoutRun = face.layoutRun.bind(face);
	const known = runs.get(face.font) ?? new Map<string, Run>();
	runs.set(face.font, known);
	face.layoutRun = (text, features) => {
		const key = features === undefined ? text : `${features.join(' ')}\u0000${text}`;
		let run = known.get(key);
		if (run === undefined) {
			if (known.size >= mostRuns) known.clear();
			run = layoutRun(text, features);
			known.set(key, run);
		}
		return run;
	};
}
