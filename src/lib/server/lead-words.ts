// Name, company and address, or what is typed to find them → their words as they are kept and compared.

const MOST = 40;

/** Letters with a stroke or of two that Unicode does not take apart, as people without them on the keyboard type them. */
const typed: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** In lower case, without accents, each once. An address gives the words between its signs. */
export function wordsOf(...texts: readonly string[]): readonly string[] {
	const folded = texts
		.join(' ')
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[łøđßæœı]/g, (letter) => typed[letter] ?? letter);
	const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
	return [...new Set(words.map((word) => [...word].slice(0, MOST).join('')))].slice(0, MOST);
}
