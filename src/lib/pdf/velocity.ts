// The reader's own four numbers → the equation they make, its result, and what a tenth on each term is worth.
import type { VelocityBlock } from '#core/report/report.ts';
import { equation } from './equation.ts';
import { together, type Piece } from './keep.ts';
import { faces, type Column } from './look.ts';
import type { Node } from './node.ts';
import { rule } from './prose.ts';
import { tableOf } from './table.ts';

export function velocityOf(block: VelocityBlock, column: Column): readonly Piece[] {
	const { width } = column;
	const terms = block.terms.map(({ label, shown, gain }): Node[] => [
		{ ...faces.label, text: label },
		{ ...faces.figure, fontSize: 16, lineHeight: 1, text: shown },
		{ ...faces.small, text: gain }
	]);
	const picture: Node = {
		stack: [
			{ canvas: [rule(width)], margin: [0, 6, 0, 10] },
			{ ...faces.subheading, text: block.title, margin: [0, 0, 0, 8] },
			...equation(terms, width),
			{ canvas: [rule(width)], margin: [0, 10, 0, 8] },
			{
				columns: [
					{ ...faces.label, text: block.resultLabel, width: '*', margin: [0, 7, 0, 0] },
					{
						...faces.figure,
						fontSize: 18,
						lineHeight: 1,
						bold: true,
						text: block.result,
						width: 'auto',
						alignment: 'right'
					}
				]
			},
			...block.notes.map((note): Node => ({ ...faces.note, text: note, margin: [0, 2, 0, 0] })),
			{ text: '', fontSize: 4 }
		],
		unbreakable: true
	};
	return [{ node: picture, height: 230, withNext: true }, ...together(tableOf(block.table, column))];
}
