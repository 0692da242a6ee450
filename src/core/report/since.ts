// The time before and this one → what has changed: the scores, the verdicts, the moves of then, and how far the target is.
import { changedFigures, opening } from './change.ts';
import { composition, paragraph, type Composition } from './composition.ts';
import { movesByArea } from './moves.ts';
import type { Block, HeadingBlock, Part, ProseBlockOf } from './report.ts';
import { howFar } from './target.ts';
import { trendOf, type Trend } from './trend.ts';
import { verdictWord } from './verdicts.ts';

/** Null where this is the first time. It tells differences, not progress: what a difference means takes more answers. */
export function since(c: Composition): Part | null {
	const { before } = c;
	if (before == null) return null;
	const trend = trendOf(c, before);
	const former = composition({ ...c, ...before, before: null, target: null });
	return {
		id: 'since-last-time',
		title: c.words('report_part_since'),
		blocks: [
			...opening(c, before, trend),
			...changedFigures(c, trend),
			...areas(c, trend),
			...formerMoves(c, former, trend),
			...howFar(c, before, former, trend),
			prose(c.words('report_since_sure'), 'note')
		]
	};
}

const prose = (text: string, style: ProseBlockOf['style'] = 'plain'): ProseBlockOf => ({
	kind: 'prose',
	style,
	prose: paragraph(text)
});

const heading = (id: string, text: string): HeadingBlock => ({ kind: 'heading', id, level: 2, text });

/** The areas whose verdict has changed, and how many of the others have kept theirs. */
function areas(c: Composition, trend: Trend): readonly Block[] {
	const pairs = c.instrument.areas.flatMap(({ id, title }) => {
		const then = trend.former.areas[id]?.verdict ?? null;
		const now = trend.present.areas[id]?.verdict ?? null;
		return then !== null && now !== null && trend.hasArea(id) ? [{ title, then, now }] : [];
	});
	if (pairs.length === 0) return [];
	const changed = pairs.filter(({ then, now }) => then !== now);
	const kept = pairs.length - changed.length;
	const table: Block = {
		kind: 'table',
		caption: c.words('report_since_areas_table'),
		head: (['report_since_area', 'report_since_then', 'report_since_now'] as const).map((key) => c.words(key)),
		rows: changed.map(({ title, then, now }) => [title, c.words(verdictWord[then]), c.words(verdictWord[now])]),
		numeric: []
	};
	return [
		heading('since-areas', c.words('report_since_areas_title')),
		...(changed.length === 0 ? [prose(c.words('report_since_areas_none'))] : [table]),
		...(changed.length > 0 && kept > 0 ? [prose(c.words('report_since_areas_kept', { count: kept }))] : [])
	];
}

function formerMoves(c: Composition, former: Composition, trend: Trend): readonly Block[] {
	const items = movesByArea(former).map(({ area, item }) => {
		const then = former.scores.areas[area.id]?.verdict ?? null;
		const now = trend.present.areas[area.id]?.verdict ?? null;
		const inputs = { area: area.title, former: then ? c.words(verdictWord[then]) : '' };
		const detail =
			now === null || !trend.hasArea(area.id)
				? c.words('report_since_move_open', { area: area.title })
				: now === then
					? c.words('report_since_move_same', inputs)
					: c.words('report_since_move_changed', { ...inputs, verdict: c.words(verdictWord[now]) });
		return { text: item.heading, detail };
	});
	if (items.length === 0) return [];
	return [
		heading('since-moves', c.words('report_since_moves_title')),
		prose(c.words('report_since_moves_lead')),
		{ kind: 'list', items }
	];
}
