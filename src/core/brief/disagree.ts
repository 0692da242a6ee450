// Where they see it differently: the means of the groups as dots, widest gap first; where no groups may be shown, what scatters.
import { labelOf } from '#core/group/agreement.ts';
import { asked } from '#core/report/composition.ts';
import type { Block, Part } from '#core/report/report.ts';
import { agreementWords, type Basis } from './basis.ts';
import { line, list, part, text } from './blocks.ts';
import { dotsOf, type Apart } from './dots.ts';
import { neutralAsk, readings } from './readings.ts';

const MOST = 5;
const MOST_SCATTERED = 3;

export function disagreements(b: Basis): Part<string> {
	return part('disagree', b.say('brief_part_disagree'), blocksOf(b));
}

function blocksOf(b: Basis): readonly Block[] {
	const { say, several } = b;
	if (several.n === 1) return [line(say('brief_disagree_one', { client: b.client }))];
	const names = pairOf(b);
	const gaps = gapsOf(b);
	if (names !== null && gaps.length > 0) return [dotsOf(b, gaps.slice(0, MOST), readings(b, names))];
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
export function pairOf({ instrument }: Pick<Basis, 'instrument'>): readonly [string, string] | null {
	const [one, other] = Object.keys(instrument.groups);
	return one === undefined || other === undefined ? null : [one, other];
}

/** Notable and large gaps, the widest first; small ones are what two groups of a few people differ by anyway. */
export const gapsOf = ({ told }: Pick<Basis, 'told'>): readonly Apart[] =>
	told
		.flatMap(({ question, spread }) =>
			spread.gap === null || spread.gap.label === 'small' ? [] : [{ question, spread, gap: spread.gap }]
		)
		.toSorted((one, other) => Math.abs(other.gap.gap) - Math.abs(one.gap.gap));

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
