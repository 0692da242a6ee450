// The braces of a `##` heading → a Condition: `question=option|option, other=option`, comma for and.
import type { Condition } from './condition.ts';
import { type Ledger } from './ledger.ts';
import { readWhen } from './when.ts';
import { wrong } from './wrong.ts';

const TERM = /^([a-z][a-z0-9.-]*)\s*(=|<|>=)\s*(.+)$/;

export type Heading = { readonly keyword: string; readonly braces: string | null };

/** `Keep {a=b}` → its keyword and what stands in the braces; null after telling the ledger of a brace too many or few. */
export function readHeading(heading: string, where: string, ledger: Ledger): Heading | null {
	const [, keyword = '', braces] = /^([^{}]*)(?:\{([^{}]*)\})?$/.exec(heading.trim()) ?? [];
	if (keyword !== '' || braces !== undefined) return { keyword: keyword.trim(), braces: braces?.trim() ?? null };
	const found = `"## ${heading.trim()}"`;
	ledger.error(
		where,
		wrong(
			'unmatched-braces',
			'a heading such as "## Keep {question=option}"',
			found,
			'Close the braces, or take them out.'
		)
	);
	return null;
}

/**
 * Reads the terms between braces. Besides answers, `index.win-rate<55`, `area.access>=70` and
 * `verdict.walk-away=stop|change` may be tested.
 */
export function readBraces(braces: string, where: string, ledger: Ledger): Condition | null {
	const told = { ledger, place: () => where };
	const parts = braces.split(',').map((term) => {
		const [, name = '', sign = '', value = ''] = TERM.exec(term.trim()) ?? [];
		if (name === '') {
			const expected = 'terms such as question=option|option with commas between them';
			ledger.error(where, wrong('wrong-condition', expected, `"${term.trim()}"`, 'Correct the condition.'));
			return null;
		}
		return readWhen(asWhen(name, sign, value), [], told);
	});
	const read = parts.filter((part) => part !== null);
	if (read.length < parts.length) return null;
	const [only] = read;
	return read.length === 1 && only ? only : ledger.mark<Condition>({ kind: 'all', of: read }, () => where);
}

/** The same term as front matter would say it. */
function asWhen(name: string, sign: string, value: string): Record<string, unknown> {
	const test =
		sign === '=' ? value.split('|').map((word) => word.trim()) : { [sign === '<' ? 'below' : 'from']: numberIn(value) };
	const dot = name.indexOf('.');
	return dot < 0 ? { [name]: test } : { [name.slice(0, dot)]: { [name.slice(dot + 1)]: test } };
}

const numberIn = (text: string): unknown => (/^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text);
