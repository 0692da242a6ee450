// Two tellings of the same people → whether what lies between them would tell of few.
import { FEWEST_VOICES } from './agreement.ts';

/** Somebody who was heard; null: erased since, so that nobody knows who it was. */
export type Voice = { readonly response: string | null; readonly group: string | null };

/**
 * Whether somebody who subtracts one telling from the other learns of fewer than three people: of all together, or of a
 * group. Whoever changed the group is another one in both.
 */
export function tellsOfFew(before: readonly Voice[], now: readonly Voice[]): boolean {
	const nameOf = ({ response, group }: Voice): string => `${response ?? ''} ${group ?? ''}`;
	const [old, fresh] = [new Set(before.map(nameOf)), new Set(now.map(nameOf))];
	const changed = [
		...before.filter((voice) => voice.response === null || !fresh.has(nameOf(voice))),
		...now.filter((voice) => !old.has(nameOf(voice)))
	];
	const groups = new Set(changed.map(({ group }) => group ?? ''));
	const isFew = (some: number): boolean => some > 0 && some < FEWEST_VOICES;
	const inGroup = (group: string): number => changed.filter((voice) => (voice.group ?? '') === group).length;
	return isFew(changed.length) || [...groups].some((group) => isFew(inGroup(group)));
}
