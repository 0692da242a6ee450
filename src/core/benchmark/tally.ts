// What companies add → how many of each peer group hold each score. Adding and taking away leave the same, in any order.
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import type { Member, Share } from './contribution.ts';

export type Side = 'company' | 'personal';

/** One peer group, counted. */
export type Tally = {
	readonly side: Side;
	/** The questions that it is made of. */
	readonly rung: readonly string[];
	/** Options by question; a question of the rung that is missing here was not answered: such a group is never told. */
	readonly dimensions: Readonly<Record<string, string>>;
	/** Members. */
	n: number;
	/** Companies among them, and how many companies have how many members. */
	companies: number;
	readonly sizes: Map<number, number>;
	/** By index: how many hold each score in tenths, 0 to 1000. */
	readonly scores: Map<string, Uint32Array>;
};

export type Tallies = Map<string, Tally>;

export function tallyName(side: Side, rung: readonly string[], dimensions: Tally['dimensions']): string {
	const { joined, ordered, names } = namesIn(rung);
	let known = names;
	for (const question of ordered) {
		const option = dimensions[question] ?? null;
		let next = known.by.get(option);
		if (next === undefined) {
			const said = option === null ? '' : `${known.name === '' ? '' : '&'}${question}=${option}`;
			next = { name: known.name + said, by: new Map() };
			known.by.set(option, next);
		}
		known = next;
	}
	return `${side} ${joined} ${known.name}`;
}

/** What the options up to here are called, and with each option of the next question; null: not answered. */
type Names = { readonly name: string; readonly by: Map<string | null, Names> };

/** A rung in words, its questions in the order of their names, and what its groups are called. */
const namesIn = once((rung: readonly string[]): { joined: string; ordered: readonly string[]; names: Names } => ({
	joined: rung.join('&'),
	ordered: [...rung].sort((one, other) => (`${one}=` < `${other}=` ? -1 : 1)),
	names: { name: '', by: new Map() }
}));

type Ladders = Pick<Instrument, 'peers' | 'personalPeers'>;

/** Adds what a company shares to every group that it belongs to, or takes it away again. */
export function count(tallies: Tallies, ladders: Ladders, share: Share, sign: 1 | -1): void {
	for (const [name, placed] of groupsIn(ladders, share)) {
		const group = groupOf(tallies, name, placed);
		const { members } = placed;
		group.n += sign * members.length;
		group.companies += sign;
		add(group.sizes, members.length, sign);
		for (const { tenths } of members) {
			for (const index in tenths) bump(histogram(group, index), tenths[index] ?? 0, sign);
		}
	}
}

/** Those of a company who belong to one group. */
type Placed = Pick<Tally, 'side' | 'rung'> & { readonly members: readonly Member[] };

/** The groups that a company has members in, by name; worked out once for each share. */
export const groupsIn = (ladders: Ladders, share: Share): ReadonlyMap<string, Placed> => placing(ladders)(share);

const placing = once(({ peers, personalPeers }: Ladders) =>
	once(({ company, people }: Share) => {
		const groups = new Map<string, Placed & { readonly members: Member[] }>();
		const put = (side: Side, rung: readonly string[], member: Member): void => {
			const name = tallyName(side, rung, member.dimensions);
			const known = groups.get(name);
			if (known === undefined) groups.set(name, { side, rung, members: [member] });
			else known.members.push(member);
		};
		if (company !== null) for (const rung of peers) put('company', rung, company);
		for (const person of people) for (const rung of personalPeers) put('personal', rung, person);
		return groups;
	})
);

/** The same for members who are alike, in every group. */
export const textOf = once((member: Member): string => canonicalJson(member));

/** Those of a member's answers that are asked for. */
function within(rung: readonly string[], { dimensions: all }: Member): Tally['dimensions'] {
	const dimensions: Record<string, string> = {};
	for (const question of rung) if (all[question] !== undefined) dimensions[question] = all[question];
	return dimensions;
}

function groupOf(tallies: Tallies, name: string, { side, rung, members: [first] }: Placed): Tally {
	let group = tallies.get(name);
	if (group === undefined) {
		const dimensions = first === undefined ? {} : within(rung, first);
		group = { side, rung, dimensions, n: 0, companies: 0, sizes: new Map(), scores: new Map() };
		tallies.set(name, group);
	}
	return group;
}

function histogram({ scores }: Tally, index: string): Uint32Array {
	let found = scores.get(index);
	if (found === undefined) {
		found = new Uint32Array(1001);
		scores.set(index, found);
	}
	return found;
}

function bump(counts: Uint32Array, score: number, sign: 1 | -1): void {
	counts[score] = (counts[score] ?? 0) + sign;
}

function add(sizes: Map<number, number>, size: number, sign: 1 | -1): void {
	const next = (sizes.get(size) ?? 0) + sign;
	if (next === 0) sizes.delete(size);
	else sizes.set(size, next);
}
