// Where they see it differently: the means of the groups as dots, widest gap first; where no groups may be shown, what scatters.
import { labelOf } from '#core/group/agreement.ts';
import type { Gap } from '#core/group/gap.ts';
import { asked } from '#core/report/composition.ts';
import type { Block, DotsBlock, DotsRow, Part } from '#core/report/report.ts';
import { agreementWords, type Basis, type Told } from './basis.ts';
import { line, list, part, text } from './blocks.ts';
import { neutralAsk, readings } from './readings.ts';

const MOST = 5;
const MOST_SCATTERED = 3;

export type Apart = Told & { readonly gap: Gap };

export function disagreements(b: Basis): Part<string> {
	return part('disagree', b.say('brief_part_disagree'), blocksOf(b));
}

function blocksOf(b: Basis): readonly Block[] {
	const { say, several } = b;
	if (several.n === 1) return [line(say('brief_disagree_one', { client: b.client }))];
	const names = pairOf(b);
	const gaps = gapsOf(b);
	if (names !== null && gaps.length > 0) return [dotsOf(b, names, gaps.slice(0, MOST))];
	const scattered = scatter(b);
	if (scattered.length === 0) return [line(say('brief_disagree_nothing'))];
	const [one, other] = names ?? ['', ''];
	const isTold = b.told.some(({ spread }) => spread.gap !== null);
	const lead = isTold
		? say('brief_disagree_alike', { one: b.Group(one), other: b.group(other) })
		: say('brief_disagree_hidden');
	return [line(lead), ...list(scattered)];
}

/** The first two groups of the instrument, which a gap is between. */
export function pairOf({ instrument }: Basis): readonly [string, string] | null {
	const [one, other] = Object.keys(instrument.groups);
	return one === undefined || other === undefined ? null : [one, other];
}

/** Notable and large gaps, the widest first; small ones are what two groups of a few people differ by anyway. */
export const gapsOf = ({ told }: Basis): readonly Apart[] =>
	told
		.flatMap(({ question, spread }) =>
			spread.gap === null || spread.gap.label === 'small' ? [] : [{ question, spread, gap: spread.gap }]
		)
		.toSorted((one, other) => Math.abs(other.gap.gap) - Math.abs(one.gap.gap));

function dotsOf(b: Basis, names: readonly [string, string], gaps: readonly Apart[]): DotsBlock {
	const { say } = b;
	const read = readings(b, names);
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
function noteOf({ say, score }: Basis, { gap, range, label }: Gap): string {
	const size = say(label === 'large' ? 'brief_gap_large' : 'brief_gap_notable');
	const told = { points: score(Math.abs(gap)), size };
	if (range === null) return say('brief_gap', told);
	const [low, high] = gap > 0 ? range : [-range[1], -range[0]];
	const shown = { ...told, low: score(Math.max(0, Math.round(low))), high: score(Math.min(1000, Math.round(high))) };
	return say(low > 0 ? 'brief_gap_range' : 'brief_gap_open', shown);
}

function scatter(b: Basis) {
	return b.told
		.flatMap((each) =>
			each.spread.agreement !== null && each.spread.agreement <= 0.5 ? [{ ...each, agreed: each.spread.agreement }] : []
		)
		.toSorted((one, other) => one.agreed - other.agreed || (other.spread.sd ?? 0) - (one.spread.sd ?? 0))
		.slice(0, MOST_SCATTERED)
		.map(({ question, spread, agreed }, at) => ({
			text: [text(asked(question))],
			detail: b.say('brief_scatter', {
				score: b.score(spread.all.tenths),
				label: agreementWords(b, labelOf(agreed)),
				ask: neutralAsk(b, question, at)
			})
		}));
}
