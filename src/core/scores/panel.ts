// A total and its parts in tenths → the digits shown, such that a reader with a calculator agrees.
import { rdiv, whole } from './arithmetic.ts';

export type Panel = {
	/** The parts in their order, then the total; null where there is no score. The point is a full stop. */
	readonly shown: readonly (string | null)[];
	/** Digits after the point, the same for every number of the panel. */
	readonly decimals: 0 | 1;
};

/** Tenths as points with one decimal: 695 is "69.5". */
export const oneDecimal = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;

/**
 * The panel rule (method, section 3): whole numbers if the shown parts give the shown total, otherwise one decimal on
 * every number. Without a total there is nothing to agree with, and the parts are shown whole. Weights are the parts'
 * weights in the total, 1 each unless given.
 */
export function panel(total: number | null, parts: readonly (number | null)[], weights?: readonly number[]): Panel {
	const weight = (position: number): number => weights?.[position] ?? 1;
	const all = parts.reduce((sum: number, _, position) => sum + weight(position), 0);
	const shownParts = parts.reduce((sum: number, part, position) => sum + weight(position) * whole(part ?? 0), 0);
	const agrees = total === null || all === 0 || rdiv(shownParts, all) === whole(total);
	const show = (tenths: number): string => (agrees ? String(whole(tenths)) : oneDecimal(tenths));
	return {
		shown: [...parts, total].map((tenths) => (tenths === null ? null : show(tenths))),
		decimals: agrees ? 0 : 1
	};
}
