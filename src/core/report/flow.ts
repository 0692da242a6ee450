// A paper → headings, paragraphs, lists, tables and pictures, one after the other: what any word processor knows.
import { plain } from '#core/instrument/fill.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import type { AnswerBlock, Because, Block, CardBlock, DotsBlock, Figure, MovesBlock, PanelBlock } from './report.ts';
import type { Paper, PatternBlock, TableBlock, VelocityBlock } from './report.ts';

export type Level = 1 | 2 | 3 | 4;

export type Step =
	| { readonly kind: 'title'; readonly level: Level; readonly inline: readonly Inline[] }
	/** `isQuiet`: small print. */
	| { readonly kind: 'prose'; readonly prose: Prose; readonly isQuiet: boolean }
	| { readonly kind: 'table'; readonly table: TableBlock }
	/** Its words follow; whoever can draw puts the picture here. */
	| { readonly kind: 'picture'; readonly block: PanelBlock | DotsBlock };

/** Every text of the paper in reading order, but for the ruled lines to write on and what a table says twice. */
export const flowOf = ({ cover, parts }: Paper): readonly Step[] => [
	title(1, [text(cover.title)]),
	...lines([[strong(cover.subtitle)], [text(cover.byline)]]),
	...(cover.notice === null ? [] : lines([[strong(cover.notice.label), text(`. ${cover.notice.text}`)]])),
	...parts.flatMap((part) => [title(2, [text(part.title)]), ...part.blocks.flatMap(ofBlock)])
];

const text = (said: string): Inline => ({ kind: 'text', text: said });
const strong = (said: string): Inline => ({ kind: 'strong', inline: [text(said)] });
const title = (level: Level, inline: readonly Inline[]): Step => ({ kind: 'title', level, inline });
const prose = (of: Prose, isQuiet = false): Step => ({ kind: 'prose', prose: of, isQuiet });

/** A paragraph each; those without a word are left out. */
function lines(all: readonly (readonly Inline[])[], isQuiet = false): readonly Step[] {
	const said = all.filter((inline) => plain(inline) !== '');
	return said.length === 0
		? []
		: [
				prose(
					said.map((inline) => ({ kind: 'paragraph', inline })),
					isQuiet
				)
			];
}

const bullets = (items: readonly (readonly (readonly Inline[])[])[], ordered = false): Step =>
	prose([
		{
			kind: 'list',
			ordered,
			items: items.map((item) =>
				item.filter((inline) => plain(inline) !== '').map((inline) => ({ kind: 'paragraph', inline }))
			)
		}
	]);

function ofBlock(block: Block): readonly Step[] {
	switch (block.kind) {
		case 'heading':
			return [title(block.level === 2 ? 3 : 4, [text(block.text)])];
		case 'prose': {
			const said = block.prose.filter(({ kind }) => kind !== 'rule');
			return said.length === 0 ? [] : [prose(said, block.style === 'note')];
		}
		case 'panel':
			return ofPanel(block);
		case 'velocity':
			return ofVelocity(block);
		case 'card':
			return ofCard(block);
		case 'answer':
			return ofAnswer(block);
		case 'pattern':
			return ofPattern(block);
		case 'moves':
			return [bullets(block.items.map(ofMove), true)];
		case 'list':
			return [bullets(block.items.map((item) => [item.text, [text(item.detail ?? '')]]))];
		case 'dots':
			return ofDots(block);
		case 'table':
			return [{ kind: 'table', table: block }];
	}
}

function ofPanel(block: PanelBlock): readonly Step[] {
	const { total } = block;
	return [
		{ kind: 'picture', block },
		title(3, block.headline.length > 0 ? block.headline : [text(block.label)]),
		...lines([[strong(total.label), text(`: ${scoreOf(total)}`)], [text(total.peers?.sentence ?? '')]]),
		...(block.figures.length === 0
			? []
			: [bullets(block.figures.map((figure) => [[strong(figure.label), text(`: ${scoreOf(figure)}`)]]))]),
		...lines([[text(block.peers)]], true)
	];
}

/** "77 of 100, High Performer, Weakest term", or why there is none. */
const scoreOf = ({ shown, of, band, potential, mark, because }: Figure): string =>
	[shown === null ? because : `${shown} ${of}`, band, mark, potential]
		.flatMap((each) => (each === null || each === '' ? [] : [each]))
		.join(', ');

const ofVelocity = ({ title: name, terms, result, resultLabel, notes }: VelocityBlock): readonly Step[] => [
	title(4, [text(name)]),
	bullets(terms.map(({ label, shown, gain }) => [[strong(label), text(`: ${shown}. ${gain}`)]])),
	...lines([[strong(resultLabel), text(` ${result}`)]]),
	...lines(
		notes.map((note) => [text(note)]),
		true
	)
];

const ofCard = ({ label, title: name, heading, prose: said, because }: CardBlock): readonly Step[] => [
	title(3, [text(`${label}: ${name}`)]),
	...lines([[{ kind: 'strong', inline: heading }]]),
	prose(said),
	...ofBecause(because)
];

const ofAnswer = ({ asked, given, peers, label, heading, prose: said }: AnswerBlock): readonly Step[] => [
	title(4, asked),
	...lines([
		[text(given)],
		[text(peers?.sentence ?? '')],
		[strong(label ?? '')],
		[{ kind: 'strong', inline: heading }]
	]),
	...(said.length === 0 ? [] : [prose(said)])
];

const ofPattern = ({ label, title: name, prose: said, because }: PatternBlock): readonly Step[] => [
	title(4, [text(`${label}: `), ...name]),
	prose(said),
	...ofBecause(because)
];

const ofBecause = ({ label, lines: all }: Because): readonly Step[] =>
	all.length === 0 ? [] : [...lines([[text(label)]], true), bullets(all.map((each) => [[text(each)]]))];

function ofMove({ heading, area, prose: said, ...move }: MovesBlock['items'][number]): readonly (readonly Inline[])[] {
	const told = said.flatMap((each) => (each.kind === 'paragraph' ? [each.inline] : []));
	const labelled = (label: string, inline: readonly Inline[]): readonly Inline[] =>
		inline.length === 0 ? [] : [strong(label), text(' '), ...inline];
	return [
		[{ kind: 'strong', inline: heading }, text(` (${area})`)],
		...told,
		labelled(move.ownerLabel, move.owner),
		labelled(move.signLabel, move.sign)
	];
}

const ofDots = (block: DotsBlock): readonly Step[] => [
	...lines([[text(block.title)]], true),
	{ kind: 'picture', block },
	...block.rows.flatMap(({ label, dots, note, said }) => [
		title(4, [text(label)]),
		...lines([[strong(dots.map((dot) => `${dot.label} ${dot.shown}`).join(', ')), text(`. ${note}`)]]),
		...(said.length === 0 ? [] : [bullets(said.map((each) => [[strong(each.label), text(` ${each.text}`)]]))])
	])
];
