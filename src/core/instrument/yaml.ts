// YAML text → plain data with the line of every key. Only what JSON could say: no tags, anchors, aliases or merge keys.
import {
	isAlias,
	isCollection,
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	type Document,
	type Node,
	type Pair
} from 'yaml';
import { type Keys, type Ledger } from './ledger.ts';
import { wrong, type Wrong } from './wrong.ts';

export type Front = {
	readonly data: Readonly<Record<string, unknown>>;
	/** The line of the value that `keys` lead to, or of the nearest thing around it that exists. */
	readonly line: (keys?: Keys) => number;
	/** The line of a mapping's key itself. */
	readonly lineOfKey: (keys: Keys) => number;
};

const DEPTH = 32;

/** Reads front matter that starts on `firstLine` of `file`; null after telling the ledger what is wrong with it. */
export function readYaml(text: string, file: string, firstLine: number, ledger: Ledger): Front | null {
	const counter = new LineCounter();
	const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
	const document = parseDocument(text, { lineCounter: counter, schema: 'core', version: '1.2', prettyErrors: false });
	const [broken] = document.errors;
	if (broken) {
		const known = broken.code === 'DUPLICATE_KEY' ? DUPLICATE : syntax(broken.message);
		ledger.error(`${file}:${lineAt(Math.min(broken.pos[0], text.length))}`, known);
		return null;
	}
	const refused = document.contents && firstRefused(document.contents, 1);
	if (refused) {
		ledger.error(`${file}:${lineAt(refused.offset)}`, refused.wrong);
		return null;
	}
	if (document.contents !== null && !isMap(document.contents)) {
		ledger.error(`${file}:${firstLine}`, NOT_A_MAPPING);
		return null;
	}
	const lines = linesOf(document, lineAt, firstLine);
	return { data: (document.toJS() as Record<string, unknown> | null) ?? {}, ...lines };
}

/** Front matter with nothing in it, for a file that has none. */
export const NO_FRONT: Front = { data: {}, line: () => 1, lineOfKey: () => 1 };

function linesOf(document: Document, lineAt: (offset: number) => number, firstLine: number): Omit<Front, 'data'> {
	const offsetOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
	const find = (keys: Keys, wantKey: boolean): number => {
		let node: unknown = document.contents;
		let offset: number | undefined;
		for (const [position, key] of keys.entries()) {
			if (!isCollection(node)) break;
			const pair = isMap(node) ? node.items.find((item) => keyOf(item) === String(key)) : undefined;
			node = pair ? pair.value : node.get(key, true);
			if (!pair && node === undefined) break;
			const last = position === keys.length - 1;
			offset = pair && (wantKey || !last || !isScalar(node)) ? offsetOf(pair.key) : (offsetOf(node) ?? offset);
		}
		return offset === undefined ? firstLine : lineAt(offset);
	};
	return { line: (keys = []) => find(keys, false), lineOfKey: (keys) => find(keys, true) };
}

type Refused = { readonly offset: number; readonly wrong: Wrong };

/** The first node that plain data cannot hold. */
function firstRefused(node: unknown, depth: number): Refused | null {
	if (node === null || typeof node !== 'object' || !('range' in node)) return null;
	const { range, anchor, tag } = node as Node & { anchor?: string; tag?: string };
	const offset = range?.[0] ?? 0;
	const refuse = (found: string): Refused => ({ offset, wrong: notPlain(found) });
	if (isAlias(node)) return refuse('an alias');
	if (anchor !== undefined) return refuse('an anchor');
	if (tag !== undefined) return refuse('a tag');
	if (!isCollection(node)) return null;
	if (depth > DEPTH) return { offset, wrong: TOO_DEEP };
	if (!isMap(node)) return firstOf(node.items, (item) => firstRefused(item, depth + 1));
	return firstOf(node.items, (pair) => {
		if (!isScalar(pair.key)) return refuse('a key that is not a word');
		const at = pair.key.range?.[0] ?? offset;
		if (pair.key.value === '<<') return { offset: at, wrong: notPlain('a merge key') };
		if (keyOf(pair) === '__proto__') return { offset: at, wrong: notPlain('the key "__proto__"') };
		return firstRefused(pair.key, depth + 1) ?? firstRefused(pair.value, depth + 1);
	});
}

function firstOf<T>(items: readonly T[], look: (item: T) => Refused | null): Refused | null {
	for (const item of items) {
		const found = look(item);
		if (found) return found;
	}
	return null;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : '');

const DUPLICATE = wrong(
	'duplicate-key',
	'each key once in a mapping',
	'a key for the second time',
	'Keep one of the two.'
);

const NOT_A_MAPPING = wrong(
	'yaml-not-a-mapping',
	'settings of the form "key: value"',
	'something else',
	'Write one "key: value" a line.'
);

const TOO_DEEP = wrong('yaml-too-deep', `at most ${DEPTH} levels of nesting`, 'more', 'Write it flatter.');

const notPlain = (found: string): Wrong => ({
	code: 'yaml-not-plain',
	expected: 'plain values',
	found,
	remedy: 'Write the value out.'
});

const syntax = (message: string): Wrong =>
	wrong(
		'yaml-syntax',
		'valid YAML',
		message.includes('call stack') ? 'nesting without end' : `an error: ${message.split('\n')[0]}`,
		'Mend the line; words with ": " or " #" in them need quotes.'
	);
