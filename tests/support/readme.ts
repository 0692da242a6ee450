// README.md → one chapter of it, as text or as its blocks of code, each with the heading that it stands under.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Block = { readonly heading: string; readonly text: string };

const whole = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** The text of a chapter. */
export function chapter(title: string): string {
	const text = whole.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
	if (text === undefined) throw new Error(`README.md has no chapter "${title}"`);
	return text;
}

/** Its blocks of one language. */
export const blocksOf = (title: string, language: string): readonly Block[] =>
	chapter(title)
		.split(/^### /m)
		.flatMap((part) => {
			const heading = part.slice(0, part.indexOf('\n'));
			const found = part.matchAll(/^```(\w+)\n(.*?)^```$/gms);
			return [...found].filter(([, name]) => name === language).map(([, , text = '']) => ({ heading, text }));
		});
