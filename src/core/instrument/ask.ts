// The list under `## Ask` → questions for a consultant's conversation, each with what to listen for.
import type { List, ListItem } from 'mdast';
import type { Ask } from './instrument.ts';
import { lineOf, toInline } from './markdown.ts';
import type { Page } from './page.ts';
import type { Said } from './text-parts.ts';
import { trimmed } from './trimmed.ts';
import { wrong } from './wrong.ts';

const LISTEN = 'Listen for:';

/** Every item of the lists under `## Ask`; what is no such item is told to the ledger. */
export function asksUnder(said: Said, page: Page): readonly Ask[] {
	return (said.get('Ask') ?? []).flatMap(({ part, when }) => {
		if (when)
			page.ledger.error(part.where, wrong('wrong-ask', '"## Ask" without braces', 'braces', 'Take the braces out.'));
		const lists = part.nodes.filter((node): node is List => node.type === 'list');
		if (lists.length === 0 || lists.length < part.nodes.length) {
			const found = lists.length === 0 ? 'no list' : 'other text beside it';
			page.ledger.error(
				part.where,
				wrong('wrong-ask', 'a list and nothing else', found, 'Begin each question with "- ".')
			);
		}
		return lists.flatMap((list) => list.children.flatMap((item) => readAsk(item, page) ?? []));
	});
}

function readAsk(item: ListItem, page: Page): Ask | null {
	const lines = item.children.flatMap((child) => (child.type === 'paragraph' ? toInline(child.children, page) : []));
	const at = lines.findIndex((node) => node.kind === 'text' && node.text.includes(LISTEN));
	const cut = lines[at];
	const [before = '', after = ''] = cut?.kind === 'text' ? cut.text.split(LISTEN, 2) : [];
	const question = trimmed([...lines.slice(0, at), { kind: 'text', text: before }]);
	const listenFor = trimmed([{ kind: 'text', text: after }, ...lines.slice(at + 1)]);
	if (cut && question.length > 0 && listenFor.length > 0)
		return page.ledger.mark({ question, listenFor }, () => `${page.file}:${lineOf(item)}`);
	const expected = `a question, and on its own line in the same item "${LISTEN} …"`;
	page.ledger.error(
		`${page.file}:${lineOf(item)}`,
		wrong('wrong-ask', expected, 'something else', `Add the line "${LISTEN} …".`)
	);
	return null;
}
