// A part's blocks → what stands where, and at which level of heading; and what the list of contents names.
import type { Block as Any, ChartBlock, HeadingBlock, Part as PartOf } from '#core/report/report.ts';

type Block = Any | ChartBlock;
type Part = PartOf<string, Block>;

/** The cover holds the page's h1 and a part's title is h2, so a block's own title is h3, h4 or h5. */
export type Level = 3 | 4 | 5;

export type Placed = { readonly block: Block; readonly level: Level };

/** Each block with the level of its title: one below the heading that it stands under, none left out. */
export function levelled(blocks: readonly Block[]): readonly Placed[] {
	let under: Level = 3;
	let upper = false;
	return blocks.map((block) => {
		// The equation is of the whole company: it belongs under no single index, whichever came last.
		if (block.kind === 'velocity') return { block, level: upper ? 4 : 3 };
		if (block.kind !== 'heading') return { block, level: under };
		upper ||= block.level === 2;
		const level = block.level === 3 && upper ? 4 : 3;
		under = level === 3 ? 4 : 5;
		return { block, level };
	});
}

/** A part that opens with the company's picture: what stands beside it, and what is said under both. */
export type Spread = {
	readonly company: readonly Block[];
	readonly person: readonly Block[];
	/** What is said before the first heading, and from there on. */
	readonly said: readonly [readonly Block[], readonly Block[]];
};

/** Null where there is no picture of the company. */
export function spread({ blocks }: Part): Spread | null {
	const isAbout = (about: string) => (block: Block) => block.kind === 'panel' && block.about === about;
	const company = blocks.filter(isAbout('company'));
	if (company.length === 0) return null;
	const words = blocks.filter(({ kind }) => kind !== 'panel');
	const heading = words.findIndex(({ kind }) => kind === 'heading');
	const opening = heading < 0 ? words.length : heading;
	return { company, person: blocks.filter(isAbout('personal')), said: [words.slice(0, opening), words.slice(opening)] };
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
