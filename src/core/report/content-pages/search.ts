// Words to look for + texts → the passages that hold them, with every hit marked.
import { once } from '#core/instrument/once.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { textsIn, type PlainText } from './texts.ts';

export type Found = Omit<PlainText, 'text' | 'isTold'> & {
	/** The passage, cut at hits: every second piece is one. */
	readonly pieces: readonly string[];
};

export type Search = {
	/** How many texts hold the words. */
	readonly count: number;
	/** The first of them. */
	readonly found: readonly Found[];
};

const MOST = 100;
/** Characters of a passage before the first hit, and in all. */
const BEFORE = 70;
const LENGTH = 260;

const all = once(textsIn);

/** Capitals do not matter, nor which quotation marks were typed; of several words each may stand where it likes. */
export function searchIn(instrument: Instrument, wanted: string): Search {
	const words = wanted.split(/\s+/).filter((word) => word !== '');
	if (words.length === 0) return { count: 0, found: [] };
	const each = words.map((word) => new RegExp(patternOf(word), 'iu'));
	const any = new RegExp(`(${words.map(patternOf).join('|')})`, 'giu');
	const holding = all(instrument).filter(({ text }) => each.every((word) => word.test(text)));
	return {
		count: holding.length,
		found: holding.slice(0, MOST).map(({ kind, id, keyword, text }) => ({
			kind,
			id,
			keyword,
			pieces: passage(text, any).split(any)
		}))
	};
}

function passage(text: string, any: RegExp): string {
	const first = text.search(any);
	const start = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
	const end = start + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', start + LENGTH);
	return `${start > 0 ? '… ' : ''}${text.slice(start, Math.max(end, first))}${end < text.length ? ' …' : ''}`;
}

/** Every character stands for itself; a straight quotation mark also for the printed ones. */
const patternOf = (word: string): string =>
	word
		.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
		.replaceAll(/['’‘]/g, "['’‘]")
		.replaceAll(/["“”]/g, '["“”]');
