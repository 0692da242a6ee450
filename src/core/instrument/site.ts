// site.md → who runs this installation, with imprint and privacy notice.
import type { Problem } from '#core/problem.ts';
import { checkLines } from './check/placeholders.ts';
import { Ledger } from './ledger.ts';
import { toProse } from './markdown.ts';
import { readPage, type SourceFile } from './page.ts';
import type { Prose } from './prose.ts';
import { keys, readShape, words } from './shape.ts';
import { readParts, refuseBody } from './text-parts.ts';
import { linesOf } from './words.ts';
import { wrong } from './wrong.ts';

export type Site = {
	/** The operator. */
	readonly name: string;
	/** An address that answers. */
	readonly contact: string;
	readonly imprint: Prose;
	readonly privacy: Prose;
};

/** Parses site.md; the site is null when there is an error among the problems. */
export function parseSite(file: SourceFile): { readonly site: Site | null; readonly problems: readonly Problem[] } {
	const ledger = new Ledger();
	const page = readPage(file, ledger);
	const front = page && readShape(keys({ name: words, contact: words }), page);
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
	const site = front && imprint && privacy ? { ...front, imprint, privacy } : null;
	return { site: ledger.failed ? null : site, problems: ledger.problems };
}
