// A company before and after a count → whom each peer group holds, by fingerprints, where that is few enough to matter.
import type { Instrument } from '#core/instrument/instrument.ts';
import { fingerprint, remembered } from './changes.ts';
import type { Share } from './contribution.ts';
import { unitOf } from './singling.ts';
import { groupsIn, textOf } from './tally.ts';

/** By the name of a tally. Null: it has been too large to be followed. */
export type Members = Map<string, Set<string> | null>;

/** Beyond so many members nobody is singled out by differences: a twentieth of them has to change for one. */
const MOST_FOLLOWED = 1000;

/** Notes whom the groups hold after a company is not what it was. */
export function noteMembers(
	members: Members,
	ladders: Pick<Instrument, 'peers' | 'personalPeers'>,
	company: string,
	{ then, now }: { readonly then: Share; readonly now: Share }
): void {
	const print = remembered(fingerprint);
	for (const [share, isHere] of [
		[then, false],
		[now, true]
	] as const) {
		for (const [group, { members: some }] of groupsIn(ladders, share)) {
			const held = members.get(group);
			if (held === null) continue;
			const known = held ?? new Set<string>();
			for (const unit of unitsOf(company, some, print)) {
				if (isHere) known.add(unit);
				else known.delete(unit);
			}
			members.set(group, known.size > MOST_FOLLOWED ? null : known);
		}
	}
}

/** One for each, the same in every group; of two of a company that are alike, the second is told from the first. */
function unitsOf(company: string, members: Share['people'], print: (text: string) => string): readonly string[] {
	const seen = new Map<string, number>();
	const name = print(company);
	return members.map((member) => {
		const text = textOf(member);
		const before = seen.get(text) ?? 0;
		seen.set(text, before + 1);
		return unitOf(name, print(`${text}${before}`));
	});
}
