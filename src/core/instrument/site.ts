// site.md → who runs this installation, with imprint and privacy notice.
import type { z } from 'zod';
import type { Problem } from '#core/problem.ts';
import { checkLines } from './check/placeholders.ts';
import { Ledger } from './ledger.ts';
import { toProse } from './markdown.ts';
import { readPage, type SourceFile } from './page.ts';
import type { Prose } from './prose.ts';
import { days, keys, readShape, words } from './shape.ts';
import { readParts, refuseBody } from './text-parts.ts';
import { linesOf } from './words.ts';
import { wrong } from './wrong.ts';

/** How long responses are kept, in days. */
export type Kept = {
	/** After the last change of one that was never completed. */
	readonly unfinished: number;
	/** After completion; null: until it is erased. */
	readonly completed: number | null;
};

/** Where the operator says nothing. */
export const KEPT: Kept = { unfinished: 180, completed: null };

const siteShape = keys({
	name: words,
	contact: words,
	'keep-unfinished-days': days.default(KEPT.unfinished),
	'keep-completed-days': days.optional()
});

export type Site = {
	/** The operator. */
	readonly name: string;
	/** An address that answers. */
	readonly contact: string;
	readonly kept: Kept;
	readonly imprint: Prose;
	readonly privacy: Prose;
};

/** Parses site.md; the site is null when there is an error among the problems. */
export function parseSite(file: SourceFile): { readonly site: Site | null; readonly problems: readonly Problem[] } {
	const ledger = new Ledger();
	const page = readPage(file, ledger);
	const front = page && readShape(siteShape, page);
	if (!page) return { site: null, problems: ledger.problems };
	refuseBody(page);
	const parts = readParts(page, ['Imprint', 'Privacy']);
	const [imprint, privacy] = ['Imprint', 'Privacy'].map((keyword) => {
		const nodes = (parts.get(keyword) ?? []).flatMap(({ part }) => part.nodes);
		if (nodes.length === 0)
			ledger.error(`${file.path}:1`, wrong('missing-text', `a text "## ${keyword}"`, 'none', 'Write it.'));
		const prose = toProse(nodes, page);
		checkLines(linesOf(prose), [], ledger);
		return prose;
	});
	const site = front && imprint && privacy ? { ...toSite(front), imprint, privacy } : null;
	return { site: ledger.failed ? null : site, problems: ledger.problems };
}

const toSite = ({ name, contact, ...front }: z.infer<typeof siteShape>): Pick<Site, 'name' | 'contact' | 'kept'> => ({
	name,
	contact,
	kept: { unfinished: front['keep-unfinished-days'], completed: front['keep-completed-days'] ?? null }
});
