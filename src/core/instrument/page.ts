// One content file → its front matter, its title, its body and its parts under `##` headings, each with its line.
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Keys, type Ledger, type Place } from './ledger.ts';
import { lineOf, type Source } from './markdown.ts';
import { once } from './once.ts';
import { wrong, type Wrong } from './wrong.ts';
import { NO_FRONT, readYaml, type Front } from './yaml.ts';

export type SourceFile = { readonly path: string; readonly text: string };

export type Part = { readonly heading: string; readonly where: string; readonly nodes: readonly RootContent[] };

export type Page = Source & {
	readonly front: Front;
	/** Where the values of the front matter stand. */
	readonly place: Place;
	/** `file:line` of a key of the front matter. */
	readonly keyPlace: (keys: Keys) => string;
	readonly title: { readonly nodes: readonly PhrasingContent[]; readonly where: string } | null;
	/** Between the title and the first part. */
	readonly body: readonly RootContent[];
	readonly parts: readonly Part[];
};

const MOST_CHARACTERS = 1_000_000;

/** What a file sets, and where. */
export type Settings = Source & Pick<Page, 'front' | 'place' | 'keyPlace'>;

/** Reads a file that is nothing but settings; null after telling the ledger why it cannot be read. */
export function readSettings({ path: file, text }: SourceFile, ledger: Ledger): Settings | null {
	if (!isReadable(text, { file, ledger })) return null;
	const front = readYaml(text.replace(/^\uFEFF/, ''), file, 1, ledger);
	return front && settingsOf(front, { file, ledger });
}

const settingsOf = (front: Front, { file, ledger }: Source): Settings => ({
	file,
	ledger,
	front,
	place: (keys) => `${file}:${front.line(keys)}`,
	keyPlace: (keys) => `${file}:${front.lineOfKey(keys)}`
});

/** Reads a file as far as all files are alike; null after telling the ledger why it cannot be read. */
export function readPage(source: SourceFile, ledger: Ledger): Page | null {
	const { path: file, text } = source;
	if (!isReadable(text, { file, ledger })) return null;
	const halves = halvesOf(source);
	if (!halves) {
		ledger.error(`${file}:1`, NOT_CLOSED);
		return null;
	}
	if (halves.front === null && /^\s*[a-z][a-z-]*:(\s|$)/.test(text)) {
		ledger.error(`${file}:1`, WITHOUT_LINES);
		return null;
	}
	const front = halves.front === null ? NO_FRONT : readYaml(halves.front, file, 2, ledger);
	if (!front) return null;
	return { ...settingsOf(front, { file, ledger }), ...outline(halves.markdown, { file, ledger }) };
}

/**
 * The front matter (null: none) and the Markdown, which keeps its lines because those above it are blanked; null if the
 * front matter does not end. Markdown is most of the work of a parse, so a file that is parsed again costs nothing.
 */
const halvesOf = once(({ text }: SourceFile): { readonly front: string | null; readonly markdown: Root } | null => {
	const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
	const has = lines[0]?.trimEnd() === '---';
	const end = has ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') : -1;
	if (has && end < 0) return null;
	const markdown = lines.map((line, at) => (at <= end ? '' : line)).join('\n');
	return {
		front: has ? lines.slice(1, end).join('\n') : null,
		markdown: fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
	};
});

function outline(root: Root, { file, ledger }: Source): Pick<Page, 'title' | 'body' | 'parts'> {
	let title: Page['title'] = null;
	const body: RootContent[] = [];
	const parts: { heading: string; where: string; nodes: RootContent[] }[] = [];
	for (const node of root.children) {
		const where = `${file}:${lineOf(node)}`;
		const part = parts.at(-1);
		if (node.type === 'heading' && node.depth === 2) parts.push({ heading: rawText(node.children), where, nodes: [] });
		else if (node.type === 'heading' && node.depth === 1) {
			if (title || part) ledger.error(where, SECOND_TITLE);
			else if (body.length > 0) ledger.error(where, TEXT_BEFORE_TITLE);
			title ??= { nodes: node.children, where };
		} else (part?.nodes ?? body).push(node);
	}
	return { title, body, parts };
}

const rawText = (nodes: readonly PhrasingContent[]): string =>
	nodes.map((node) => ('value' in node ? node.value : 'children' in node ? rawText(node.children) : '')).join('');

/** Tells the ledger where a text cannot be taken. */
function isReadable(text: string, { file, ledger }: Source): boolean {
	const unreadable = whyUnreadable(text);
	if (unreadable) ledger.error(`${file}:${unreadable.line}`, unreadable.wrong);
	return unreadable === null;
}

/** The first thing in a text that no content file may hold, with its line. */
function whyUnreadable(text: string): { readonly line: number; readonly wrong: Wrong } | null {
	if (text.length > MOST_CHARACTERS) return { line: 1, wrong: tooLarge(text.length) };
	// eslint-disable-next-line no-control-regex -- these are the characters to find
	const at = text.search(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]|\p{Surrogate}/u);
	if (at < 0) return null;
	const code = text.codePointAt(at) ?? 0;
	return { line: text.slice(0, at).split(/\r\n|\r|\n/).length, wrong: badCharacter(code) };
}

const tooLarge = (characters: number): Wrong =>
	wrong('file-too-large', `at most ${MOST_CHARACTERS} characters`, String(characters), 'Split the file.');

const badCharacter = (code: number): Wrong =>
	wrong(
		code === 0xfffd ? 'not-utf-8' : 'forbidden-character',
		'text in UTF-8 without control characters',
		code === 0xfffd
			? 'bytes that are not UTF-8'
			: `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
		'Save the file as UTF-8 and take the character out.'
	);

const NOT_CLOSED: Wrong = wrong(
	'front-matter-not-closed',
	'a second line --- after the front matter',
	'the end of the file',
	'Add the line ---.'
);

const WITHOUT_LINES: Wrong = wrong(
	'front-matter-without-lines',
	'the settings between two lines of ---',
	'settings without them',
	'Add a line --- above the settings and one below them.'
);

const SECOND_TITLE: Wrong = wrong(
	'second-title',
	'one # title, at the top',
	'another',
	'Use ## for a part, or ### within one.'
);

const TEXT_BEFORE_TITLE: Wrong = wrong(
	'text-before-title',
	'the # title first',
	'text before it',
	'Move the text below the title.'
);
