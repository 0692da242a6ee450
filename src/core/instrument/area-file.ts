// areas/x.md → the Area: its home index, its importance, what is said of it as a key area, and what to do about it.
import { plain } from './fill.ts';
import type { Area } from './instrument.ts';
import { movesUnder } from './move.ts';
import type { Page } from './page.ts';
import { id as idShape, keys, readShape, score } from './shape.ts';
import { readParts, readTitle, refuseBody, textsUnder } from './text-parts.ts';

/** Tenths: what an area weighs when its author does not say. */
const IMPORTANCE = 800;

const areaShape = keys({ index: idShape, importance: score.default(IMPORTANCE) });

/** Reads an area; null after telling the ledger why its front matter is none. */
export function readArea(page: Page, id: string): Area | null {
	const said = readParts(page, ['Keep', 'Change', 'Stop', 'But', 'Move']);
	const title = plain(readTitle(page));
	refuseBody(page);
	const texts = {
		keep: textsUnder('Keep', said, page),
		change: textsUnder('Change', said, page),
		stop: textsUnder('Stop', said, page),
		but: textsUnder('But', said, page)
	};
	const front = readShape(areaShape, page);
	return front && page.ledger.mark({ id, title, ...front, texts, moves: movesUnder(said, page) }, page.place);
}
