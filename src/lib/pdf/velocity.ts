// The reader's own four numbers → the equation they make, its result, and what a tenth on each term is worth.
import type { VelocityBlock } from '#core/report/report.ts';
import { equation } from './equation.ts';
import { drawing, one, type Piece } from './keep.ts';
import { faces, type Column } from './look.ts';
import type { Node } from './node.ts';
import { plain, rule } from './prose.ts';
import { tableOf } from './table.ts';

export function velocityOf(block: VelocityBlock, column: Column): readonly Piece[] {
	const { width } = column;
	const terms = block.terms.map(({ label, shown, gain }): Node[] => [
		{ ...faces.label, text: label },
		{ ...faces.figure, fontSize: 16, lineHeight: 1, text: shown },
		{ ...faces.small, text: gain }
	]);
	const line = (): Node => ({ canvas: [rule(width)] });
	const result: Node = {
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
	};
	const picture = one([
		{ node: line(), height: 1, above: 14, below: 10 },
		plain(block.title, faces.subheading, { left: 0, width, below: 8 }),
		drawing({ stack: equation(terms, width) }, { width, below: 10 }),
		{ node: line(), height: 1, below: 8 },
		drawing(result, { width }),
		...block.notes.map((note) => plain(note, faces.note, { left: 0, width, above: 2 }))
	]);
	return [{ ...picture, below: 12, bond: 'if-short', opening: undefined }, ...tableOf(block.table, column)];
}
