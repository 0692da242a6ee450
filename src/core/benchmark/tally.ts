// What companies add → how many of each peer group hold each score. Adding and taking away leave the same, in any order.
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
	const { joined, ordered } = namesIn(rung);
	let name = '';
	for (const question of ordered) {
		const option = dimensions[question];
		if (option !== undefined) name += `${name === '' ? '' : '&'}${question}=${option}`;
	}
	return `${side} ${joined} ${name}`;
}

/** A rung in words, and its questions in the order of `nameOf`: this is asked of every company there is. */
const namesIn = once((rung: readonly string[]) => ({
	joined: rung.join('&'),
	ordered: [...rung].sort((one, other) => (`${one}=` < `${other}=` ? -1 : 1))
}));

/** Adds what a company shares to every group that it belongs to, or takes it away again. */
export function count(
	tallies: Tallies,
	instrument: Pick<Instrument, 'peers' | 'personalPeers'>,
	share: Share,
	sign: 1 | -1
): void {
	for (const { group, members } of groupsOf(tallies, instrument, share)) {
		group.n += sign * members.length;
		group.companies += sign;
		add(group.sizes, members.length, sign);
		for (const { tenths } of members) {
			for (const [index, score] of Object.entries(tenths)) bump(histogram(group, index), score, sign);
		}
	}
}

/** The groups that a company has members in, by name. */
export function groupsIn(
	{ peers, personalPeers }: Pick<Instrument, 'peers' | 'personalPeers'>,
	{ company, people }: Share
): ReadonlyMap<string, readonly Member[]> {
	const groups = new Map<string, Member[]>();
	const put = (side: Side, rung: readonly string[], member: Member): void => {
		const name = tallyName(side, rung, within(rung, member));
		groups.set(name, [...(groups.get(name) ?? []), member]);
	};
	for (const rung of company === null ? [] : peers) if (company !== null) put('company', rung, company);
	for (const person of people) for (const rung of personalPeers) put('personal', rung, person);
	return groups;
}

/** The groups that a company has members in, with them. */
function* groupsOf(
	tallies: Tallies,
	{ peers, personalPeers }: Pick<Instrument, 'peers' | 'personalPeers'>,
	{ company, people }: Share
): Generator<{ readonly group: Tally; readonly members: readonly Member[] }> {
	for (const rung of company === null ? [] : peers) {
		if (company !== null) yield { group: groupOf(tallies, 'company', rung, company), members: [company] };
	}
	for (const rung of personalPeers) {
		const groups = new Map<Tally, Member[]>();
		for (const person of people) {
			const group = groupOf(tallies, 'personal', rung, person);
			groups.set(group, [...(groups.get(group) ?? []), person]);
		}
		for (const [group, members] of groups) yield { group, members };
	}
}

/** Those of a member's answers that are asked for. */
function within(rung: readonly string[], { dimensions: all }: Member): Tally['dimensions'] {
	const dimensions: Record<string, string> = {};
	for (const question of rung) if (all[question] !== undefined) dimensions[question] = all[question];
	return dimensions;
}

function groupOf(tallies: Tallies, side: Side, rung: readonly string[], member: Member): Tally {
	const dimensions = within(rung, member);
	const name = tallyName(side, rung, dimensions);
	let group = tallies.get(name);
	if (group === undefined) {
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
