// A report → what its share picture says: the company's half only, and no number without the sentence that explains it.
import { plain } from '#core/instrument/fill.ts';
import type { Block, Figure, MovesBlock, PanelBlock, Report } from '#core/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import type { Theme } from '#core/instrument/theme.ts';
import { brandOf, type Note, type Picture, type Score, type Term } from './picture.ts';

const MOST_ITEMS = 3;

/** `host` is where people reach us, without protocol; null where no address is known. */
export function pictureOfReport(report: Report, theme: Theme, host: string | null): Picture {
	const locale = toLocale(report.locale) ?? baseLocale;
	const panel = blocksOf(report, 'summary').find(
		(block): block is PanelBlock => block.kind === 'panel' && block.about === 'company'
	);
	const sentence = panel === undefined ? '' : plain(panel.headline);
	const { title, notice } = report.cover;
	const common = {
		locale,
		brand: brandOf(theme),
		sample: null,
		foot: [
			report.cover.byline,
			host === null ? '' : m.picture_method({ address: `${host}/${report.instrument.id}/method` }, { locale })
		]
	} as const;
	if (panel === undefined || sentence === '')
		return {
			...common,
			kicker: notice?.label ?? '',
			headline: title,
			beside: { kind: 'text', text: panel?.total.because ?? '' },
			layout: 'bars',
			terms: [],
			legend: null,
			notes: acts(report)
		};
	return {
		...common,
		kicker: notice ? `${notice.label}: ${title}` : title,
		headline: sentence,
		beside: scoreOf(panel.total, locale) ?? { kind: 'text', text: panel.total.because ?? '' },
		layout: panel.layout,
		terms: panel.figures.map(termOf),
		legend: [panel.total, ...panel.figures].some(({ peers }) => peers?.median != null)
			? m.picture_tick({}, { locale })
			: null,
		notes: [...money(report, locale), ...acts(report)]
	};
}

function scoreOf({ shown, of, tenths, band, peers }: Figure, locale: typeof baseLocale): Score | null {
	if (shown === null || tenths === null) return null;
	return {
		kind: 'score',
		shown,
		of,
		tenths,
		band,
		peers: peers?.sentence ?? m.picture_peers_open({}, { locale }),
		median: peers?.median ?? null
	};
}

const termOf = ({ label, shown, tenths, mark, because, peers }: Figure): Term => ({
	label,
	shown,
	tenths,
	mark,
	because,
	median: peers?.median ?? null
});

const blocksOf = (report: Report, id: Report['parts'][number]['id']): readonly Block[] =>
	report.parts.find((part) => part.id === id)?.blocks ?? [];

/** The line that follows the company's panel in the summary. */
function money(report: Report, locale: typeof baseLocale): readonly Note[] {
	const line = blocksOf(report, 'summary').find((block) => block.kind === 'prose');
	const [first] = line?.prose ?? [];
	if (first?.kind !== 'paragraph') return [];
	return [{ kind: 'text', title: m.report_worth_title({}, { locale }), text: plain(first.inline) }];
}

/** The moves; where nothing has to change, what to keep. */
function acts(report: Report): readonly Note[] {
	const blocks = blocksOf(report, 'executive-summary');
	const moves = blocks.find((block): block is MovesBlock => block.kind === 'moves');
	if (moves !== undefined) return list(blocks, moves, moves.items.map(moveIn));
	const keep = blocks.findIndex((block) => block.kind === 'heading' && block.id === 'keep-first');
	const kept = blocks.slice(keep).find((block) => block.kind === 'list');
	return keep < 0 || kept === undefined
		? []
		: list(
				blocks,
				kept,
				kept.items.map(({ text }) => plain(text))
			);
}

/** A move that the content does not name is told by its area: the heading that stands in for it may quote an answer. */
const moveIn = ({ heading, area, owner }: MovesBlock['items'][number]): string =>
	owner.length > 0 ? plain(heading) : area;

/** Under the heading that it has in the report. */
function list(blocks: readonly Block[], block: Block, items: readonly string[]): readonly Note[] {
	const heading = blocks.slice(0, blocks.indexOf(block)).findLast((each) => each.kind === 'heading');
	if (items.length === 0) return [];
	return [{ kind: 'list', title: heading?.text ?? '', items: items.slice(0, MOST_ITEMS) }];
}
