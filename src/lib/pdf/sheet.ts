// A paper of a few pages → nodes that begin at once: its title, then the parts one after the other, each named at the side.
import type { Theme } from '#core/instrument/theme.ts';
import type { Block, Paper, Part } from '#core/report/report.ts';
import { heightOf, heightOfNode } from './height.ts';
import { flow, one, sumOf, tied, type Piece } from './keep.ts';
import { colours, faces, page, type Column } from './look.ts';
import type { Node } from './node.ts';
import { blocksOf } from './part.ts';
import { plain, rule } from './prose.ts';

const margin = 84;
const airAbove = 11;
const body = { ...faces.compact, fontSize: 9, lineHeight: 1.02 };
const between = 14;
const beside: Column = {
	left: margin + between,
	width: page.width - margin - between,
	body,
	isClosed: true
};
const whole: Column = { left: 0, width: page.width, body };

export const sheetOf = (paper: Paper, theme: Theme): Node[] =>
	flow([headOf(paper, theme), ...paper.parts.flatMap(piecesOf)]);

/** What it is, whose, and of which day, where a report has its cover. */
function headOf({ cover }: Paper, { firm }: Theme): Piece {
	const place = { left: 0, width: page.width };
	const top: Node = {
		columns: [
			{ ...faces.label, text: cover.title, color: colours.accent, width: '*' },
			{ ...faces.note, text: firm, alignment: 'right', width: 180 }
		],
		columnGap: 20
	};
	return {
		...one([
			{ node: top, height: heightOfNode(top, page.width), below: 3 },
			plain(cover.subtitle, { ...faces.part, fontSize: 20 }, { ...place, below: 3 }),
			plain(cover.byline, faces.note, { ...place, below: 10 })
		]),
		opening: undefined
	};
}

/** A picture and a wide table take the whole width, so that the name of their part stands above them. */
function piecesOf(part: Part<string>): readonly Piece[] {
	if (part.blocks.some(isWide))
		return [above(part), ...blocksOf(part, whole).map((each, at) => (at === 0 ? { ...each, above: 0 } : each))];
	const [first, ...rest] = freed(blocksOf(part, beside));
	const name: Node = { ...faces.question, lineHeight: 1.15, text: part.title };
	const height = heightOf(part.title, faces.question, margin);
	const aside: Node = {
		stack: [{ stack: [name], margin: [0, 0, page.width - margin, 0] }],
		relativePosition: { x: 0, y: 0 }
	};
	if (first === undefined) return [above(part)];
	// What takes no room must stand in something that does, or the air above it is lost.
	const opening: Piece = { node: { stack: [aside] }, height: 0, bond: 'always' };
	const shown = [{ ...first, above: 0, opening: undefined }, ...rest];
	const short = Math.max(0, height - sumOf(shown));
	// A name of two lines beside a single one keeps clear of the next.
	const last = shown.length - 1;
	return [
		ruleAbove(),
		opening,
		...shown.map((each, at) => (short > 0 && at === last ? { ...each, below: short + airAbove } : each))
	];
}

const isWide = (block: Block): boolean => block.kind === 'panel' || (block.kind === 'table' && block.head.length > 3);

/** There is much to say on few pages: only what must is kept together, and lines to write on. */
const freed = (pieces: readonly Piece[]): readonly Piece[] =>
	pieces.some(isLine)
		? tied(pieces, 'always')
		: pieces.map(({ bond, ...piece }) => (bond === 'always' ? { ...piece, bond } : piece));

/** Of those to write on. */
const isLine = ({ node }: Piece): boolean => 'canvas' in node;

const ruleAbove = (): Piece => ({
	node: { canvas: [rule(page.width, 1, colours.ink)] },
	height: 1,
	above: airAbove,
	below: 5,
	bond: 'always'
});

function above({ title }: Part<string>): Piece {
	const piece = one([ruleAbove(), plain(title, faces.question, { left: 0, width: page.width, below: 2 })]);
	return { ...piece, above: airAbove, bond: 'always', opening: undefined };
}
