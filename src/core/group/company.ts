// The scores of several respondents → the indices of their company.
import type { Instrument } from '#core/instrument/instrument.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { indexScores } from '#core/scores/index-score.ts';
import type { IndexScore, Scores } from '#core/scores/scores.ts';

/**
 * The indices about the company, in tenths: each index over questions is the mean over the respondents who have it, and
 * the company index is made from those (method, section 8). `respondents` are those that the quality flags let in. An
 * index that none of them has keeps the reason of the first; one that fewer than `least` have has none.
 */
export function companyIndices(
	instrument: Instrument,
	respondents: readonly Pick<Scores, 'indices'>[],
	least = 1
): Readonly<Record<string, IndexScore>> {
	const indices = instrument.indices.filter(({ about }) => about === 'company');
	return indexScores({ indices, bands: instrument.bands }, ({ id }) => {
		const scores = respondents.flatMap((respondent) => respondent.indices[id] ?? []);
		const held = scores.flatMap(({ tenths }) => tenths ?? []);
		if (held.length === 0) return scores[0] ?? { tenths: null, because: 'not-asked' };
		if (held.length < least) return { tenths: null, because: 'too-few-answers' };
		return {
			tenths: rdiv(
				held.reduce((total, tenths) => total + tenths, 0),
				held.length
			)
		};
	});
}
