// patterns/x.md → the Pattern: a finding over several answers.
import { z } from 'zod';
import type { Pattern } from './instrument.ts';
import type { Page } from './page.ts';
import { flag, id as idShape, keys, missingKey, readShape } from './shape.ts';
import { readBody, readParts, readTitle } from './text-parts.ts';
import { readWhen } from './when.ts';
import { placeholdersIn } from './words.ts';
import { wrong } from './wrong.ts';

const patternShape = keys({
	when: z.unknown().optional(),
	about: z.enum(['company', 'personal'], 'part'),
	section: idShape.optional(),
	strength: flag.default(false),
	weight: z.int('rank').min(1, 'rank').max(10, 'rank')
});

/** Reads a pattern; null after telling the ledger why it is none. */
export function readPattern(page: Page, id: string): Pattern | null {
	readParts(page, []);
	const title = readTitle(page);
	const body = readBody(page);
	if (page.body.length === 0 && page.parts.length === 0)
		page.ledger.error(`${page.file}:1`, wrong('empty-text', 'a text under the title', 'nothing', 'Write the text.'));
	const front = readShape(patternShape, page);
	if (!front) return null;
	if (front.when === undefined) {
		page.ledger.error(page.place(), missingKey('condition', 'when'));
		return null;
	}
	const when = readWhen(front.when, ['when'], page);
	if (!when) return null;
	const { about, section = null, strength, weight } = front;
	const placeholders = placeholdersIn(title, body);
	return page.ledger.mark({ id, title, when, about, section, strength, weight, body, placeholders }, page.place);
}
