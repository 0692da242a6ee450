// The next moves → pieces of the printed page: a number, the act, who owns it and the sign that it works.
import type { Inline } from '#core/instrument/prose.ts';
import type { MovesBlock } from '#core/report/report.ts';
import { one, tied, type Piece } from './keep.ts';
import { colours, faces, type Column } from './look.ts';
import { plain, proseOf, rich, rule } from './prose.ts';

const indent = 22;

export const movesOf = ({ items }: MovesBlock, column: Column): readonly Piece[] =>
	items.map((item, at) => moveOf(item, at + 1, column));

function moveOf(item: MovesBlock['items'][number], number: number, column: Column): Piece {
	const inner: Column = { ...column, left: column.left + indent, width: column.width - indent };
	const place = { left: inner.left, width: inner.width };
	const marker = { ...faces.told, text: String(number), color: colours.accent };
	const signs = item.owner.length > 0 ? [signed(item.ownerLabel, item.owner), signed(item.signLabel, item.sign)] : [];
	const pieces: readonly Piece[] = [
		{
			node: { canvas: [rule(column.width)], margin: [column.left, 0, 0, 0] },
			height: 1,
			above: number === 1 ? 4 : 9,
			below: 7
		},
		{ node: { stack: [marker], relativePosition: { x: column.left, y: 0 } }, height: 0 },
		rich(item.heading, faces.told, { ...place, below: 1 }),
		plain(item.area, faces.given, { ...place, below: 5 }),
		...proseOf(item.prose, column.body, inner),
		...signs.map((line) => rich(line, faces.given, { ...place, above: 3 }))
	];
	return one(tied(pieces, 'always'));
}

const signed = (label: string, line: readonly Inline[]): readonly Inline[] => [
	{ kind: 'strong', inline: [{ kind: 'text', text: `${label}: ` }] },
	...line
];
