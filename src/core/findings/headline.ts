// Index scores → the one sentence that the report opens with: strongest term, weakest term, tone.
import type { Instrument, Tone } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import type { HeadlineFinding } from './findings.ts';

/**
 * In tenths. Parts whose scores lie closer together than this are told as even: one answer moved by one step can move
 * a sub-index by about as much, and a sentence should not turn on that.
 */
export const EVEN_WITHIN = 30;

const tones: readonly Tone[] = ['low', 'middle', 'high'];

/** The headline of the first index of indices about the company; null without its score, or without a tone for its band. */
export function headlineFound({ indices, tones: bands }: Instrument, scores: Scores): HeadlineFinding | null {
	const company = indices.find(({ about, of }) => about === 'company' && of !== null);
	const band = company && scores.indices[company.id]?.band;
	const tone = tones.find((name) => band && bands[name].includes(band));
	if (tone === undefined) return null;

	const parts = indices.flatMap(({ id }) => {
		const tenths = company?.of?.[id] ? (scores.indices[id]?.tenths ?? null) : null;
		return tenths === null ? [] : [{ id, tenths }];
	});
	// Sorting is stable: of equal parts the one that stands first in the content comes first, at either end.
	const strongest = parts.toSorted((a, b) => b.tenths - a.tenths)[0];
	const weakest = parts.toSorted((a, b) => a.tenths - b.tenths)[0];
	if (strongest === undefined || weakest === undefined || strongest.tenths - weakest.tenths < EVEN_WITHIN) {
		return { kind: 'headline', strongest: null, weakest: null, tone };
	}
	return { kind: 'headline', strongest: strongest.id, weakest: weakest.id, tone };
}
