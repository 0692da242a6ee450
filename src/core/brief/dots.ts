// Where two groups see it differently → their means as dots on one line a question, with how far they lie apart.
import type { Gap } from '#core/group/gap.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { asked } from '#core/report/composition.ts';
import type { DotsBlock, DotsRow } from '#core/report/report.ts';
import type { Basis, Told } from './basis.ts';

export type Apart = Told & { readonly gap: Gap };

type Ground = Pick<Basis, 'instrument' | 'say' | 'score' | 'Group'>;

/** A row for each gap, in the order given, with what `read` makes of it. */
export function dotsOf(
	b: Ground,
	gaps: readonly Apart[],
	read: (gap: Gap, question: Question) => DotsRow['said']
): DotsBlock {
	const { say } = b;
	const rows = gaps.map(({ question, spread, gap }): DotsRow => ({
		label: asked(question),
		dots: Object.keys(b.instrument.groups).flatMap((name) => {
			const tenths = spread.groups[name]?.tenths;
			return tenths === undefined ? [] : [{ label: b.Group(name), tenths, shown: b.score(tenths) }];
		}),
		note: noteOf(b, gap),
		said: read(gap, question)
	}));
	const labels = [...new Set(rows.flatMap((row) => row.dots.map(({ label }) => label)))];
	return {
		kind: 'dots',
		title: say('brief_disagree_dots'),
		rows,
		description: say('brief_disagree_described'),
		table: {
			kind: 'table',
			caption: say('brief_disagree_table'),
			head: [say('brief_disagree_question'), ...labels, say('brief_disagree_apart')],
			rows: rows.map(({ label, dots }, at) => [
				label,
				...labels.map((name) => dots.find((dot) => dot.label === name)?.shown ?? ''),
				b.score(Math.abs(gaps[at]?.gap.gap ?? 0))
			]),
			numeric: [...labels.map((_, at) => at + 1), labels.length + 1]
		}
	};
}

/** The range in the direction of the gap; nobody is further apart than the scale is long. */
function noteOf({ say, score }: Ground, { gap, range, label }: Gap): string {
	const size = say(label === 'large' ? 'brief_gap_large' : 'brief_gap_notable');
	const told = { points: score(Math.abs(gap)), size };
	if (range === null) return say('brief_gap', told);
	const [low, high] = gap > 0 ? range : [-range[1], -range[0]];
	const shown = { ...told, low: score(Math.max(0, Math.round(low))), high: score(Math.min(1000, Math.round(high))) };
	return say(low > 0 ? 'brief_gap_range' : 'brief_gap_open', shown);
}
