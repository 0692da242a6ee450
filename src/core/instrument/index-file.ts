// indices/x.md and what the head says of an index → the Index, with a text for each of its bands.
import { plain } from './fill.ts';
import type { IndexHead } from './head.ts';
import type { Band, Index, Text } from './instrument.ts';
import type { Page } from './page.ts';
import { keys, readShape } from './shape.ts';
import { readBody, readParts, readTitle, textsUnder, type Said } from './text-parts.ts';

const POTENTIAL = 'potential: ';

/** Reads the texts of an index. Without a file the title is made of the id and there are no texts. */
export function readIndex(page: Page | null, head: IndexHead, bands: Readonly<Record<string, readonly Band[]>>): Index {
	if (!page) return { ...head, title: titleFrom(head.id), body: [], texts: {}, potentialTexts: {} };
	const ids = bandsOf(head.bands, bands);
	const potentials = bandsOf(head.potential, bands);
	const known = [head.bands, head.potential].every((name) => name === null || Object.hasOwn(bands, name));
	const said: Said = known ? readParts(page, [...ids, ...potentials.map((id) => POTENTIAL + id)]) : new Map();
	readShape(keys({}), page);
	const textsOf = (names: readonly string[], before: string): Record<string, readonly Text[]> =>
		Object.fromEntries(names.map((id) => [id, textsUnder(before + id, said, page)]));
	const index: Index = {
		...head,
		title: plain(readTitle(page)),
		body: readBody(page),
		texts: textsOf(ids, ''),
		potentialTexts: textsOf(potentials, POTENTIAL)
	};
	return page.ledger.mark(index, page.place);
}

const bandsOf = (name: string | null, bands: Readonly<Record<string, readonly Band[]>>): readonly string[] =>
	(name === null ? [] : (bands[name] ?? [])).map(({ id }) => id);

function titleFrom(id: string): string {
	const words = id.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
