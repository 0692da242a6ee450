// What stands under `## Move` → an act with its owner and the sign that it works.
import type { List } from 'mdast';
import type { Move } from './instrument.ts';
import { lineOf, toInline } from './markdown.ts';
import type { Page } from './page.ts';
import type { Inline } from './prose.ts';
import { readText, type Said } from './text-parts.ts';
import { trimmed } from './trimmed.ts';
import { placeholdersIn } from './words.ts';
import { wrong } from './wrong.ts';

const OWNER = 'Owner:';
const OUTSIDE = 'Outside owner:';
const SIGN = 'Sign:';

/** The moves of an area in file order; one that lacks its owner or sign is told to the ledger and left out. */
export function movesUnder(said: Said, page: Page): readonly Move[] {
	return (said.get('Move') ?? []).flatMap(({ part, when }) => {
		const last = part.nodes.at(-1);
		const list = last?.type === 'list' ? last : null;
		const text = readText(list ? { ...part, nodes: part.nodes.slice(0, -1) } : part, when, page);
		if (!text) return [];
		const signs = list ? readSigns(list, page) : null;
		if (!signs) {
			page.ledger.error(list ? `${page.file}:${lineOf(list)}` : part.where, WITHOUT_SIGNS);
			return [];
		}
		const placeholders = placeholdersIn([...text.heading, ...signs.owner, ...signs.sign], text.body);
		return [page.ledger.mark({ ...text, ...signs, placeholders }, (): string => part.where)];
	});
}

type Signs = Pick<Move, 'owner' | 'outside' | 'sign'>;

/** Null unless the list has an owner and a sign, and nothing else. */
function readSigns(list: List, page: Page): Signs | null {
	const lines = list.children.map((item) =>
		item.children.flatMap((child) => (child.type === 'paragraph' ? toInline(child.children, page) : []))
	);
	const after = (word: string): readonly Inline[] => lines.flatMap((line) => said(line, word) ?? []);
	const inside = after(OWNER);
	const outside = after(OUTSIDE);
	const sign = after(SIGN);
	const owner = [...inside, ...outside];
	const complete = lines.length === 2 && owner.length > 0 && sign.length > 0;
	return complete ? { owner, outside: outside.length > 0, sign } : null;
}

/** What follows the word at the start of a line; null if the line begins otherwise. */
function said(line: readonly Inline[], word: string): readonly Inline[] | null {
	const [first, ...rest] = line;
	if (first?.kind !== 'text' || !first.text.startsWith(word)) return null;
	return trimmed([{ kind: 'text', text: first.text.slice(word.length) }, ...rest]);
}

const WITHOUT_SIGNS = wrong(
	'wrong-move',
	`after the text a list of two: "- ${OWNER} …" or "- ${OUTSIDE} …", and "- ${SIGN} …"`,
	'something else',
	'Add the two lines.'
);
