// headlines.md → one sentence for each pair of strongest and weakest index and each tone, and for the even cases.
import { readHeading } from './braces.ts';
import { plain } from './fill.ts';
import type { Headline, Tone } from './instrument.ts';
import { toInline } from './markdown.ts';
import type { Page, Part } from './page.ts';
import { keys, readShape } from './shape.ts';
import { refuseBody } from './text-parts.ts';
import { wrong } from './wrong.ts';

export const TONES: readonly Tone[] = ['low', 'middle', 'high'];

/** Reads the headlines; what is none is told to the ledger and left out. */
export function readHeadlines(page: Page): readonly Headline[] {
	readShape(keys({}), page);
	refuseBody(page);
	return page.parts.flatMap((part) => readHeadline(part, page) ?? []);
}

function readHeadline(part: Part, page: Page): Headline | null {
	const heading = readHeading(part.heading, part.where, page.ledger);
	if (!heading) return null;
	const terms = heading.keyword === '' ? termsIn(heading.braces ?? '') : null;
	const tone = TONES.find((name) => name === terms?.get('tone'));
	const strongest = terms?.get('strongest') ?? null;
	const weakest = terms?.get('weakest') ?? null;
	const even = terms?.size === 2 && terms.has('even');
	if (!tone || !(even || (terms?.size === 3 && strongest && weakest))) {
		const expected = '"## {strongest=index, weakest=index, tone=low|middle|high}" or "## {even, tone=…}" with one tone';
		page.ledger.error(part.where, wrong('wrong-headline', expected, `"## ${part.heading}"`, 'Correct the heading.'));
		return null;
	}
	const [only, ...more] = part.nodes;
	const text = only?.type === 'paragraph' ? toInline(only.children, page) : [];
	if (plain(text).trim() !== '' && more.length === 0)
		return page.ledger.mark({ strongest, weakest, tone, text }, () => part.where);
	page.ledger.error(
		part.where,
		wrong('wrong-headline', 'one paragraph of one sentence', only ? 'something else' : 'nothing', 'Write one sentence.')
	);
	return null;
}

/** `strongest=a, tone=low` as a map; `even` stands alone. */
const termsIn = (braces: string): ReadonlyMap<string, string> =>
	new Map(
		braces.split(',').map((term): [string, string] => {
			const [name = '', value = ''] = term.split('=');
			return [name.trim(), value.trim()];
		})
	);
