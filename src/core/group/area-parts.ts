// The told questions of an area → who sees the area how: nothing that does not follow from what its questions say.
import { rdiv } from '#core/scores/arithmetic.ts';
import type { Member } from '#core/scores/index-score.ts';
import { labelOfGap } from './gap.ts';
import { sum } from './moments.ts';
import type { Part, Parts, Spread } from './spread.ts';

/** For rounds in which anonymity was promised: the mean of people's own areas would tell more. Null where no question is told. */
export function areaParts(
	members: readonly Member[],
	questions: Readonly<Record<string, Spread>>,
	groups: readonly string[]
): Parts | null {
	const told = members.flatMap(({ id, weight }) => {
		const spread = questions[id];
		return spread === undefined ? [] : [{ spread, weight }];
	});
	if (told.length === 0) return null;
	const mean = (partOf: (spread: Spread) => Part | undefined): Part | null => {
		const parts = told.flatMap(({ spread, weight }) => {
			const part = partOf(spread);
			return part === undefined ? [] : [{ ...part, weight }];
		});
		if (parts.length < told.length) return null;
		const tenths = rdiv(sum(parts.map((each) => each.weight * each.tenths)), sum(parts.map(({ weight }) => weight)));
		return { n: Math.min(...parts.map(({ n }) => n)), tenths };
	};
	const shown = groups.flatMap((name) => {
		const part = mean(({ groups: of }) => of[name]);
		return part === null ? [] : [[name, part] as const];
	});
	const all = mean(({ all: each }) => each);
	if (all === null) return null;
	const byGroup = Object.fromEntries(shown);
	const [one, other] = groups.slice(0, 2).map((name) => byGroup[name]);
	const gap = one === undefined || other === undefined ? null : one.tenths - other.tenths;
	return {
		all,
		groups: byGroup,
		gap: gap === null ? null : { gap, hedges: null, freedom: null, range: null, label: labelOfGap(gap) }
	};
}
