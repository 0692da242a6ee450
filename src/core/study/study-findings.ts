// Companies with and without a practice, and who of each reached the outcome → what goes with what, or why it is not told.
import { rdiv } from '#core/scores/arithmetic.ts';
import { falseDiscovery, relativeLikelihood, withheld } from './likelihood.ts';
import { rounded } from './rounded.ts';
import { FROM } from './study-limits.ts';
import type { StudyPlan } from './study-plan.ts';
import type { StudyTally } from './study-tally.ts';
import type { StudyFinding } from './study.ts';

/** All hypotheses that the content lists, in its order: each is judged with all others in mind. */
export function findingsOf({ hypotheses }: StudyPlan, { tables, responses }: StudyTally): readonly StudyFinding[] {
	const found = tables.map(relativeLikelihood);
	const qs = falseDiscovery(found.map(({ p }) => p));
	return hypotheses.flatMap(({ exposure, outcome }, at): readonly StudyFinding[] => {
		const [table, likelihood, q = 1] = [tables[at], found[at], qs[at]];
		if (table === undefined || likelihood === undefined) return [];
		const because = responses < FROM.reliability ? 'few-responses' : withheld(table, likelihood, q);
		if (because !== null) return [{ exposure, outcome, withheld: because, told: null }];
		const [a, b, c, d] = table;
		const { rr, low, high, morePercent } = likelihood;
		const told = {
			rr: rounded(rr, 3),
			low: rounded(low, 3),
			high: rounded(high, 3),
			q: rounded(q, 4),
			morePercent,
			exposed: { companies: a + b, percent: rdiv(100 * a, a + b) },
			others: { companies: c + d, percent: rdiv(100 * c, c + d) }
		};
		return [{ exposure, outcome, withheld: null, told }];
	});
}
