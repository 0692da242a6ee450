// The closed list of placeholders: finding them in text, and which may stand where.
import type { Source } from './markdown.ts';
import type { Inline } from './prose.ts';
import { wrong } from './wrong.ts';

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/;

/** Plain text with `{{name}}` in it → text and placeholder nodes. A soft line break becomes a space. */
export function splitPlaceholders(text: string, firstLine: number, { file, ledger }: Source): Inline[] {
	let line = firstLine;
	return text.split(PLACEHOLDER).flatMap((part, position): Inline[] => {
		if (position % 2 === 1) {
			const where = `${file}:${line}`;
			return [ledger.mark({ kind: 'placeholder', name: part.trim() }, () => where)];
		}
		const brace = part.search(/[{}]/);
		if (brace >= 0) {
			ledger.error(
				`${file}:${line + linesIn(part.slice(0, brace))}`,
				wrong(
					'unmatched-braces',
					'placeholders such as {{answer}}',
					`"${part.slice(brace, brace + 20).replaceAll('\n', ' ')}"`,
					'Put two braces on either side, or take the brace out.'
				)
			);
		}
		line += linesIn(part);
		return part === '' ? [] : [{ kind: 'text', text: part.replace(/[ \t]*\n[ \t]*/g, ' ') }];
	});
}

const linesIn = (text: string): number => text.split('\n').length - 1;
