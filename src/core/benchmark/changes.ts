// A company before and after a count → which peer groups have changed since they were told, and by how many companies.
import type { Instrument } from '#core/instrument/instrument.ts';
import { hashOf } from '#core/instrument/canonical.ts';
import { groupsIn, textOf } from './tally.ts';
import type { Share } from './contribution.ts';

export type Change = {
	/** The count in which it last changed, ISO 8601. */
	readonly since: string;
	/** A fingerprint of what the company had in the group when the group was told; empty: nothing. */
	readonly was: string;
};

/** By a fingerprint of the company: those that are not as they were when the group was told. */
export type Changes = Map<string, Change>;

/**
 * Notes in `changed`, by the name of the tally, that a company is not what it was. One that is again as it was when the
 * group was told has not changed: who comes and goes in between hides nobody.
 */
export function noteChange(
	changed: Map<string, Changes>,
	ladders: Pick<Instrument, 'peers' | 'personalPeers'>,
	company: string,
	{ then, now, stamp }: { readonly then: Share; readonly now: Share; readonly stamp: string }
): void {
	const [before, after] = [groupsIn(ladders, then), groupsIn(ladders, now)];
	const name = fingerprint(company);
	const print = remembered(fingerprint);
	for (const group of new Set([...before.keys(), ...after.keys()])) {
		const [was, is] = [before.get(group), after.get(group)].map((placed) =>
			placed === undefined ? '' : print(placed.members.map(textOf).sort().join('\n'))
		);
		const changes = changed.get(group) ?? new Map<string, Change>();
		const told = changes.get(name)?.was ?? was ?? '';
		if (told === is) changes.delete(name);
		else changes.set(name, { since: stamp, was: told });
		changed.set(group, changes);
	}
}

/** Enough to tell some thousands apart, and nothing that could be read. */
export const fingerprint = (text: string): string => hashOf(text).slice(0, 20);

/** Asked for the same again and again, it reckons once. */
export function remembered(reckon: (text: string) => string): (text: string) => string {
	const known = new Map<string, string>();
	return (text) => {
		const found = known.get(text) ?? reckon(text);
		known.set(text, found);
		return found;
	};
}
