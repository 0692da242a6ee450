// A section's section.md → the Section, before it knows its questions.
import { z } from 'zod';
import { plain } from './fill.ts';
import type { Section } from './instrument.ts';
import type { Page } from './page.ts';
import { keys, readShape } from './shape.ts';
import { readBody, readParts, readTitle, textsUnder } from './text-parts.ts';
import { readWhen } from './when.ts';

const sectionShape = keys({
	about: z.enum(['company', 'personal', 'context'], 'about'),
	when: z.unknown().optional(),
	layout: z.enum(['list', 'grid'], 'layout').default('list')
});

/** Reads a section; null after telling the ledger why its front matter is none. */
export function readSection(page: Page, id: string, questions: readonly string[]): Section | null {
	const said = readParts(page, ['Skipped']);
	const title = plain(readTitle(page));
	const body = readBody(page);
	const skipped = textsUnder('Skipped', said, page);
	const front = readShape(sectionShape, page);
	if (!front) return null;
	const when = front.when === undefined ? null : readWhen(front.when, ['when'], page);
	const { about, layout } = front;
	return page.ledger.mark<Section>({ id, title, about, when, layout, body, skipped, questions }, page.place);
}
