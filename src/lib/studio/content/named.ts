// A text as a simulation names it ("question walk-away, Keep where …") → the part that it belongs to.
import type { PartKind } from '#core/report/content-pages/pages.ts';

const kinds: Readonly<Record<string, PartKind>> = {
	section: 'sections',
	question: 'questions',
	area: 'areas',
	index: 'indices',
	pattern: 'patterns'
};

/** Null for a headline, which has no page of its own. */
export function partOf(name: string): { readonly kind: PartKind; readonly id: string } | null {
	const [, word = '', id = ''] = /^([a-z]+) ([a-z][a-z0-9-]*)/.exec(name) ?? [];
	const kind = kinds[word];
	return kind === undefined ? null : { kind, id };
}
