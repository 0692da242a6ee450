// Scores of several times → how they and what lies between them are written, the same for all of them.
import type { Index } from '#core/instrument/instrument.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { panel } from '#core/scores/panel.ts';
import type { Scores } from '#core/scores/scores.ts';
import type { Composition } from './composition.ts';
import { points, wholePoints } from './format.ts';
import { byTerm } from './velocity.ts';

export type Writing = {
	/** "63", or "63.3" where parts would otherwise not agree with their total; or that there is no score. */
	show(tenths: number | null): string;
	/** In tenths, of the figures that are shown: a reader with a calculator agrees. */
	between(then: number, now: number): number;
	/** "4 points more", "4 points less", "4 points" to go. Never of nothing. */
	say(how: 'more' | 'less' | 'to_go', tenths: number): string;
};

/** The parts of the company's index, in the order of the equation where there is one. */
export const partsOf = (c: Composition): readonly Index[] => {
	const parts = Object.keys(c.company?.of ?? {}).map((id) => c.index(id));
	return c.instrument.velocity === null ? parts : (byTerm(parts) ?? parts);
};

export const facetsOf = (c: Composition): readonly Index[] =>
	c.instrument.indices.filter(({ facetOf }) => facetOf !== null && facetOf === c.personal?.id);

/** By the panel rule (method, section 3) for every one of the times; what a person has adds up to nothing. */
export function writingOf(c: Composition, about: Index['about'], times: readonly Scores[]): Writing {
	const isExact = about === 'company' && times.some((scores) => needsDecimals(c, scores));
	const write = isExact ? points : wholePoints;
	const shown = (tenths: number): number => (isExact ? tenths : 10 * rdiv(tenths, 10));
	return {
		show: (tenths) => (tenths === null ? c.words('report_no_score') : write(tenths, c.locale)),
		between: (then, now) => shown(now) - shown(then),
		say: (how, tenths) =>
			isExact
				? c.words(`report_since_${how}_exact`, { points: points(tenths, c.locale) })
				: c.words(`report_since_${how}`, { count: tenths / 10 })
	};
}

function needsDecimals(c: Composition, { indices }: Scores): boolean {
	const parts = partsOf(c).map(({ id }) => id);
	const tenths = (id: string): number | null => indices[id]?.tenths ?? null;
	const weights = parts.map((id) => c.company?.of?.[id] ?? 1);
	return c.company !== null && panel(tenths(c.company.id), parts.map(tenths), weights).decimals === 1;
}
