// A part's blocks → rows to draw, each with the level of the headings inside it; and what the list of contents names.
import type { Block, HeadingBlock, Part } from '#core/report/report.ts';

/** The cover holds the page's h1 and a part's title is h2, so a block's own title is h3, h4 or h5. */
export type Level = 3 | 4 | 5;

export type Row = { readonly level: Level; readonly blocks: readonly Block[] };

/** Panels that follow each other share a row; every other block has one of its own. */
export function rowsOf(blocks: readonly Block[]): readonly Row[] {
	const rows: { level: Level; blocks: Block[] }[] = [];
	let level: Level = 3;
	for (const block of blocks) {
		const last = rows.at(-1);
		if (block.kind === 'heading') level = block.level === 2 ? 3 : 4;
		if (block.kind === 'panel' && last?.blocks[0]?.kind === 'panel') last.blocks.push(block);
		else rows.push({ level, blocks: [block] });
		if (block.kind === 'heading') level = block.level === 2 ? 4 : 5;
	}
	return rows;
}

export type Entry = { readonly id: string; readonly title: string; readonly under: readonly HeadingBlock[] };

/** The parts with their headings of the upper level. */
export function contentsOf(parts: readonly Part[]): readonly Entry[] {
	return parts.map(({ id, title, blocks }) => ({
		id,
		title,
		under: blocks.filter((block): block is HeadingBlock => block.kind === 'heading' && block.level === 2)
	}));
}
