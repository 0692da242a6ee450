// This response and the one before it → what of the two may be compared, on one footing.
import { score } from '#core/scores/score.ts';
import type { Scores } from '#core/scores/scores.ts';
import { shared } from '#core/scores/shared.ts';
import type { Composition } from './composition.ts';
import type { Before } from './input.ts';

/** The least per cent of a weight that both versions must share. */
export const LEAST = 80;

export type Trend = {
	readonly former: Scores;
	readonly present: Scores;
	/** Where the target of last time would have led; null where there was none. */
	readonly target: Scores | null;
	/** Another major version: all three are scored by the shared questions of the present one. */
	readonly rescored: boolean;
	/** The whole per cent of an index's weight that both versions share. */
	percent(index: string): number;
	/** Whether an area can be compared. */
	hasArea(area: string): boolean;
};

/**
 * Within a major version scores compare as they are; across majors both sets of answers are scored once more by the
 * questions that both versions share (method, section 10).
 */
export function trendOf(c: Composition, before: Before): Trend {
	const { instrument, target } = before;
	if (majorOf(instrument.version) === majorOf(c.instrument.version)) {
		const has = (list: readonly { readonly id: string }[], id: string) => list.some((each) => each.id === id);
		return {
			former: before.scores,
			present: c.scores,
			target: target?.scores ?? null,
			rescored: false,
			percent: (index) => (has(instrument.indices, index) ? 100 : 0),
			hasArea: (area) => has(instrument.areas, area)
		};
	}
	const both = shared(instrument, c.instrument);
	return {
		former: score(both.instrument, before.answers),
		present: score(both.instrument, c.answers),
		target: target === null ? null : score(both.instrument, target.answers),
		rescored: true,
		percent: (index) => both.indices[index] ?? 0,
		hasArea: (area) => (both.areas[area] ?? 0) >= LEAST
	};
}

const majorOf = (version: string): string | undefined => version.split('.')[0];
