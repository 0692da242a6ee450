// HTML → the words that a reader finds in it, without white space: where a line breaks is the browser's affair.

const entities: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&nbsp;': ' '
};

export function textOf(html: string): string {
	const words = html.replaceAll(/<!--.*?-->/gs, '').replaceAll(/<(?:"[^"]*"|[^>"])*>/g, '');
	return squeezed(words.replaceAll(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity));
}

export const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

/** The texts that are missing, or there less often than they should be. */
export function missingFrom(page: string, texts: readonly string[]): readonly string[] {
	const wanted = new Map<string, number>();
	for (const text of texts) wanted.set(squeezed(text), (wanted.get(squeezed(text)) ?? 0) + 1);
	return [...wanted].filter(([text, times]) => page.split(text).length - 1 < times).map(([text]) => text);
}
