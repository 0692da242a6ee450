// A report → every string that a reader must find in it, in reading order. Page, PDF and JSON are held against this list.
import { plain } from '#core/instrument/fill.ts';
import type { Prose, ProseBlock } from '#core/instrument/prose.ts';
import type { Because, Block, Figure, Paper, TableBlock } from './report.ts';

/**
 * Every text of the report in reading order, rich text flattened to one string a paragraph; empty ones left out.
 * Metadata (ids, hashes, locale) are no texts of their own: where a reader should see them, a block says so.
 */
export function textsOf(report: Paper): readonly string[] {
	const { cover, parts } = report;
	const texts = [
		cover.title,
		cover.subtitle,
		cover.byline,
		...(cover.notice === null ? [] : [cover.notice.label, cover.notice.text]),
		...parts.flatMap((part) => [part.title, ...part.blocks.flatMap(ofBlock)])
	];
	return texts.filter((text) => text !== '');
}

function ofBlock(block: Block): readonly string[] {
	switch (block.kind) {
		case 'heading':
			return [block.text];
		case 'prose':
			return ofProse(block.prose);
		case 'panel':
			return [
				block.label,
				plain(block.headline),
				...ofFigure(block.total),
				block.peers,
				...block.figures.flatMap(ofFigure),
				block.description,
				...ofTable(block.table)
			];
		case 'velocity':
			return [
				block.title,
				...block.terms.flatMap((term) => [term.label, term.shown, term.gain]),
				block.resultLabel,
				block.result,
				...block.notes,
				...ofTable(block.table)
			];
		case 'card':
			return [block.label, block.title, plain(block.heading), ...ofProse(block.prose), ...ofBecause(block.because)];
		case 'answer':
			return [
				block.label ?? '',
				plain(block.asked),
				block.given,
				block.peers?.sentence ?? '',
				plain(block.heading),
				...ofProse(block.prose)
			];
		case 'pattern':
			return [block.label, plain(block.title), ...ofProse(block.prose), ...ofBecause(block.because)];
		case 'moves':
			return block.items.flatMap(({ heading, area, prose, ...move }) => [
				plain(heading),
				area,
				...ofProse(prose),
				...(move.owner.length > 0 ? [move.ownerLabel, plain(move.owner), move.signLabel, plain(move.sign)] : [])
			]);
		case 'list':
			return block.items.flatMap((item) => [plain(item.text), item.detail ?? '']);
		case 'dots':
			return [
				block.title,
				...block.rows.flatMap(({ label, dots, note, said }) => [
					label,
					...dots.flatMap((dot) => [dot.label, dot.shown]),
					note,
					...said.flatMap((each) => [each.label, each.text])
				])
				// Description and table say the same again, to whoever cannot see the dots.
			];
		case 'table':
			return ofTable(block);
	}
}

/** Without a score the sentence stands alone: there is nothing for "of 100" to follow. */
function ofFigure(figure: Figure): readonly string[] {
	const score = figure.shown === null ? [] : [figure.shown, figure.of];
	return [
		figure.label,
		...score,
		...[figure.mark, figure.because, figure.band, figure.potential].map((text) => text ?? ''),
		...(figure.peers === null ? [] : [figure.peers.sentence ?? '', figure.peers.legend ?? ''])
	];
}

const ofBecause = (because: Because): readonly string[] =>
	because.lines.length === 0 ? [] : [because.label, ...because.lines];

const ofTable = (table: TableBlock): readonly string[] => [table.caption, ...table.head, ...table.rows.flat()];

const ofProse = (prose: Prose): readonly string[] => prose.flatMap(ofProseBlock);

function ofProseBlock(block: ProseBlock): readonly string[] {
	switch (block.kind) {
		case 'paragraph':
		case 'heading':
			return [plain(block.inline)];
		case 'list':
			return block.items.flatMap(ofProse);
		case 'quote':
			return ofProse(block.blocks);
		case 'code-block':
			return [block.text];
		case 'rule':
			return [];
		case 'table':
			return [block.head, ...block.rows].flatMap((row) => row.map(plain));
	}
}
