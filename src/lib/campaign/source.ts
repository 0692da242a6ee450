// What a link or an embed code says of where somebody comes from → those of its fields that a campaign keeps.
import { utm } from './settings.ts';

const MOST = 200;

/** Names that our own addresses need: no hidden field can have one. */
export const reserved: readonly string[] = ['section', 'question', 'review', 'hash', 'preview', 'referrer', 'origin'];

/**
 * The five fields of UTM, the host that somebody came from as `referrer`, and the hidden fields that a campaign names.
 * Everything else is left out, and what is too long is cut: no answer is ever refused for it.
 */
export function sourceFrom(
	said: (name: string) => string | null | undefined,
	hidden: readonly string[]
): Readonly<Record<string, string>> {
	const names = [...utm, ...hidden.filter((name) => !reserved.includes(name)), 'referrer'];
	return Object.fromEntries(
		names.flatMap((name) => {
			const text = storable(said(name) ?? '');
			return text === '' ? [] : [[name, text]];
		})
	);
}

/** By what a visit is counted: `utm_source`, else the host that it came from, else nothing. */
export const countedAs = (source: Readonly<Record<string, string>>): string =>
	source['utm_source'] ?? source['referrer'] ?? '';

const storable = (text: string): string =>
	text
		.replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
		.trim()
		.slice(0, MOST)
		// A character that the cut has split.
		.replace(/\p{Cs}$/u, '');
