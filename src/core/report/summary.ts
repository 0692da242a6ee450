// The first part: the picture of the company, the person beside it, and the three moves.
import { headline, ofKind } from './chosen.ts';
import { paragraph, type Composition } from './composition.ts';
import { moves } from './moves.ts';
import { panelBlock } from './panel.ts';
import type { Block, Part } from './report.ts';
import { byTerm, worthInShort } from './velocity.ts';

export function summary(c: Composition): Part {
	const blocks: Block[] = [];
	if (c.company !== null) blocks.push(companyPanel(c));
	const line = worthInShort(c);
	if (line !== null) blocks.push({ kind: 'prose', style: 'plain', prose: paragraph(line) });
	const first = moves(c).map(({ heading }) => ({ text: heading, detail: null }));
	if (first.length > 0) {
		blocks.push({ kind: 'heading', id: 'three-moves', level: 3, text: c.words('report_moves_title') });
		blocks.push({ kind: 'list', items: first });
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
