// A part's blocks → what stands where, and at which level of heading; and what the list of contents names.
import type { Block, HeadingBlock, Part } from '#core/report/report.ts';

/** The cover holds the page's h1 and a part's title is h2, so a block's own title is h3, h4 or h5. */
export type Level = 3 | 4 | 5;

export type Placed = { readonly block: Block; readonly level: Level };

/** Each block with the level of its title: one below the heading that it stands under, none left out. */
export function levelled(blocks: readonly Block[]): readonly Placed[] {
	let under: Level = 3;
	let upper = false;
	return blocks.map((block) => {
		if (block.kind !== 'heading') return { block, level: under };
		upper ||= block.level === 2;
		const level = block.level === 3 && upper ? 4 : 3;
		under = level === 3 ? 4 : 5;
		return { block, level };
	});
}

/** Where the company's picture is, the person's stands beside all that goes with it. */
export function spread({ blocks }: Part<string>): {
	readonly main: readonly Block[];
	readonly beside: readonly Block[];
} {
	const isPerson = (block: Block) => block.kind === 'panel' && block.about === 'personal';
	if (!blocks.some((block) => block.kind === 'panel' && block.about === 'company')) return { main: blocks, beside: [] };
	return { main: blocks.filter((block) => !isPerson(block)), beside: blocks.filter(isPerson) };
}

export type Entry = { readonly id: string; readonly title: string; readonly under: readonly HeadingBlock[] };

/** The parts with their headings of the upper level. */
export function contentsOf(parts: readonly Part<string>[]): readonly Entry[] {
	return parts.map(({ id, title, blocks }) => ({
		id,
		title,
		under: blocks.filter((block): block is HeadingBlock => block.kind === 'heading' && block.level === 2)
	}));
}
