// The first part: the picture of the company, the person beside it, and the three moves.
import type { Inline } from '#core/instrument/prose.ts';
import { cards, headline, ofKind } from './chosen.ts';
import { paragraph, type Composition } from './composition.ts';
import { panelBlock } from './panel.ts';
import type { Block, Part } from './report.ts';
import { byTerm, worthInShort } from './velocity.ts';

export function summary(c: Composition): Part {
	const blocks: Block[] = [];
	if (c.company !== null) blocks.push(companyPanel(c));
	const line = worthInShort(c);
	if (line !== null) blocks.push({ kind: 'prose', style: 'plain', prose: paragraph(line) });
	const moves = moveList(c).map(({ text }) => ({ text, detail: null }));
	if (moves.length > 0) {
		blocks.push({ kind: 'heading', id: 'three-moves', level: 3, text: c.words('report_moves_title') });
		blocks.push({ kind: 'list', items: moves });
	}
	if (c.scope === 'whole') blocks.push(...personalPanel(c));
	return { id: 'summary', title: c.words('report_part_summary'), blocks };
}

function companyPanel(c: Composition): Block {
	const total = c.company;
	if (total === null) throw new Error('no company index');
	const parts = Object.keys(total.of ?? {}).map((id) => c.index(id));
	const equation = c.instrument.velocity === null ? null : byTerm(parts);
	return panelBlock(c, {
		total,
		parts: equation ?? parts,
		headline: headline(c),
		layout: equation === null ? 'bars' : 'equation',
		addsUp: true,
		weakest: ofKind(c.findings, 'headline')[0]?.weakest ?? null
	});
}

/** Only where the personal part was asked. */
export function personalPanel(c: Composition): readonly Block[] {
	const total = c.personal;
	const score = total === null ? undefined : c.scores.indices[total.id];
	if (total === null || score === undefined || (score.tenths === null && score.because === 'not-asked')) return [];
	const parts = c.instrument.indices.filter((index) => index.facetOf === total.id);
	return [panelBlock(c, { total, parts, headline: [], layout: 'bars', addsUp: false, weakest: null })];
}

/** What to stop and change first, three at most: the headings of the cards, or their areas where none is written. */
export function moveList(
	c: Composition
): readonly { readonly text: readonly Inline[]; readonly area: string | null }[] {
	return cards(c)
		.filter((each) => each.verdict !== 'keep')
		.slice(0, 3)
		.map(({ heading, label, title }) => {
			const area = c.words('report_move', { verdict: label, area: title });
			return heading.length > 0 ? { text: heading, area } : { text: [{ kind: 'text', text: area }], area: null };
		});
}
