// The picture of the summary → vectors and text, and the same in words and as a table, in small print.
import type { Figure, PanelBlock } from '#core/report/report.ts';
import { bar } from '#lib/chart/bar.ts';
import { strip } from '#lib/chart/strip.ts';
import { vectors } from '#lib/chart/vectors.ts';
import { between, equation, termWidth } from './equation.ts';
import { drawing, one, type Piece } from './keep.ts';
import { colours, faces, palette } from './look.ts';
import type { Fragment, Node, Style } from './node.ts';
import { plain, rich } from './prose.ts';
import { tableOf } from './table.ts';

export function picture({ label, headline, total, figures, layout, peers }: PanelBlock, width: number): Piece {
	const marked = figures.some((figure) => figure.mark !== null);
	const each = layout === 'equation' ? termWidth(width, figures.length - 1) : width;
	const drawn = figures.map((figure, at) => {
		const lower = layout === 'equation' && at === figures.length - 1;
		return figureOf(figure, { width: each, muted: marked && figure.mark === null, aside: lower });
	});
	const place = { left: 0, width };
	const piece = one([
		plain(label, { ...faces.label, color: colours.accent }, { ...place, below: 4 }),
		...(headline.length > 0 ? [rich(headline, faces.headline, { ...place, below: 12 })] : []),
		drawing({ stack: totalOf(total, width) }, { width, below: 2 }),
		...(peers === '' ? [] : [plain(peers, tight, place)]),
		drawing({ stack: layout === 'equation' ? equation(drawn, width) : drawn.map(apart) }, { width, above: 8 })
	]);
	return { ...piece, below: 10, opening: undefined };
}

/** What the picture shows, for whoever cannot see it, and its numbers: side by side where there is room. */
export function words({ description, table }: PanelBlock, width: number): Piece {
	const small = { ...faces.note, fontSize: 7, lineHeight: 1.12 };
	const told = (to: number): Piece => plain(description, small, { left: 0, width: to, below: 4 });
	const numbers = (to: number): readonly Piece[] => tableOf(table, { left: 0, width: to, small: true });
	if (width < 240) return { ...one([told(width), ...numbers(width)]), above: 14 };
	const side = width * 0.27;
	const columns = [one([told(side)]), one(numbers(width - side - 12))];
	return {
		node: { columns: columns.map(({ node }, at) => ({ ...node, width: at === 0 ? side : '*' })), columnGap: 12 },
		height: Math.max(...columns.map(({ height }) => height)),
		above: 12
	};
}

function totalOf(total: Figure, width: number): Node[] {
	return [
		{ ...faces.label, text: total.label },
		...headOf(total, width),
		...barOf(total, width, false),
		...optional(total.because, faces.small),
		...optional(total.mark, faces.label),
		...optional(total.potential, faces.small),
		...optional(total.peers?.sentence ?? null, { ...faces.label, fontSize: 8 }),
		...optional(total.peers?.legend ?? null, tight)
	];
}

/** The band stands at the end of the line where there is room, else under the number. */
function headOf(total: Figure, width: number): Node[] {
	const face: Style = { ...faces.label, fontSize: 10.5 };
	const score = scoreOf(total, faces.total, 10, -9);
	if (total.band === null || width < 240) return [...score, ...optional(total.band, face)];
	const band: Node = { ...face, text: total.band, alignment: 'right', margin: [0, 23, 0, 0] };
	return [
		{
			columns: [
				{ stack: score, width: '*' },
				{ stack: [band], width: '*' }
			],
			columnGap: 0
		}
	];
}

/** What is to be made of the number stands under it, or `aside` where there is room for that. */
function figureOf(figure: Figure, { width, muted, aside }: { width: number; muted: boolean; aside: boolean }): Node[] {
	const number: Node[] = [
		{ ...faces.label, text: figure.label, margin: [0, 2, 0, 0] },
		...scoreOf(figure, faces.figure, 8, -2),
		...barOf(figure, width, muted)
	];
	const notes: Node[] = [
		...(figure.mark === null ? [] : [tag(figure.mark)]),
		...optional(figure.because, faces.small),
		...optional(figure.band, { ...faces.small, color: colours.ink }),
		...optional(figure.potential, faces.small)
	];
	if (!aside || figure.shown === null) return [...number, ...notes];
	return [
		{
			columns: [
				{ stack: number, width },
				{ stack: notes, width: '*', margin: [0, 13, 0, 0] }
			],
			columnGap: between
		}
	];
}

/** `lift` takes away some of the air that a face has above its digits. */
function scoreOf({ shown, of }: Figure, face: Style, small: number, lift: number): Node[] {
	if (shown === null) return [];
	const text: Fragment[] = [
		{ ...face, text: shown },
		{ font: 'Sans', fontSize: small, color: colours.quiet, text: ` ${of}` }
	];
	return [{ text, margin: [0, lift, 0, 0] }];
}

/** One below the other. */
const apart = (stack: Node[], at: number): Node => ({ stack, margin: [0, at === 0 ? 0 : 8, 0, 0] });

const optional = (text: string | null, face: Style): Node[] => (text === null ? [] : [{ ...face, text }]);

/** Light on dark, so that the weakest term is seen first, also in grey. */
const tag = (text: string): Node => ({
	...faces.label,
	text: `\u00a0${text.replaceAll(' ', '\u00a0')}\u00a0`,
	lineHeight: 1,
	color: colours.paper,
	background: colours.ink,
	margin: [0, 0, 0, 2]
});

/** Who the peers are and how the strip is read. */
const tight: Style = { ...faces.note, fontSize: 7.5, lineHeight: 1.14 };

/** With what is known of the peers: a strip for the index of all, a tick on each of the others. */
function barOf({ tenths, peers }: Figure, width: number, muted: boolean): Node[] {
	if (tenths === null) return [];
	if (peers !== null && peers.quartiles !== null)
		return [{ canvas: vectors(strip(peers, tenths), width, 35, palette), margin: [0, 0, 0, 1] }];
	const drawn = bar(tenths, muted ? 'muted' : 'value', peers?.median ?? null);
	return [{ canvas: vectors(drawn, width, 9, palette), margin: [0, 3, 0, 3] }];
}
