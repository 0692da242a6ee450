// Counted groups, what was said of them before, and what changed since → which are told, and which of those anew.
import type { Measure } from '#core/standing/edition.ts';
import { givesAway, isRenewed } from '#core/standing/publish.ts';
import type { Changes } from './changes.ts';
import type { Tallies, Tally } from './tally.ts';
import { partitionsOf, toldOf, type Partition } from './withhold.ts';

export type Telling = { readonly told: ReadonlySet<string>; readonly renewed: ReadonlySet<string> };

/** What was said of a group before, by index; empty where nothing was. */
type Before = (tally: Tally) => Readonly<Record<string, Measure>>;

/**
 * A group is told anew once enough of its companies changed (method, section 7). Then whoever keeps all editions is
 * played: a group less its told parts, now, and now less before, must be nobody or five companies at least. Where it is
 * not, the group stays as it was, else the parts that would be told anew do, else those that are new are withheld.
 */
export function tellingOf(
	tallies: Tallies,
	before: Before,
	changed: ReadonlyMap<string, Changes>,
	refused: ReadonlySet<string> = new Set()
): Telling {
	const partitions = partitionsOf(tallies);
	const told = new Set(toldOf(tallies, partitions));
	const said = new Map([...tallies].map(([name, tally]) => [name, Object.entries(before(tally))[0]] as const));
	for (const name of refused) if (said.get(name) === undefined) told.delete(name);
	const renewed = new Set(
		[...told].filter((name) => {
			const then = said.get(name)?.[1];
			if (refused.has(name)) return false;
			return then === undefined || isRenewed(then.orgs, changed.get(name)?.size ?? 0);
		})
	);
	for (let settled = false; !settled;) {
		settled = true;
		for (const partition of partitions) {
			if (!told.has(partition.parent)) {
				for (const child of partition.children) if (told.delete(child)) settled = false;
				continue;
			}
			if (!shows(partition)) continue;
			if (yields(partition)) settled = false;
		}
		for (const name of renewed) if (!told.has(name)) renewed.delete(name);
	}
	return { told, renewed };

	function shows({ parent, children }: Partition): boolean {
		const [now, change] = [new Int32Array(1001), new Int32Array(1001)];
		let parts = 0;
		for (const name of [parent, ...children]) {
			const sign = name === parent ? 1 : -1;
			const then = said.get(name)?.[1]?.scores;
			const is = told.has(name) ? (renewed.has(name) ? scoresIn(name) : then) : undefined;
			if (is === undefined) continue;
			if (name !== parent) parts += 1;
			add(now, is, sign);
			// What was told in one of the two alone is no difference of them.
			if (then !== undefined) {
				add(change, is, sign);
				add(change, then, -sign);
			}
		}
		return parts > 0 && (givesAway(members(now)) || givesAway(members(change)));
	}

	/** Takes one thing back; false: nothing of it is new. */
	function yields({ parent, children }: Partition): boolean {
		const isNew = (name: string): boolean => said.get(name) === undefined;
		if (renewed.has(parent) && !isNew(parent)) return renewed.delete(parent);
		const again = children.filter((name) => renewed.has(name) && !isNew(name));
		if (again.length > 0) return again.map((name) => renewed.delete(name)).length > 0;
		const first = children.find((name) => told.has(name) && isNew(name));
		return first !== undefined && told.delete(first);
	}

	function scoresIn(name: string): readonly (readonly [number, number])[] {
		const tally = tallies.get(name);
		const index = said.get(name)?.[0] ?? leadIn(tally);
		const counts = tally?.scores.get(index ?? '') ?? new Uint32Array();
		return [...counts.entries()].filter(([, each]) => each > 0);
	}
}

const leadIn = (tally: Tally | undefined): string | undefined => [...(tally?.scores.keys() ?? [])].sort()[0];

function add(into: Int32Array, scores: readonly (readonly [number, number])[], sign: number): void {
	for (const [tenths, held] of scores) into[tenths] = (into[tenths] ?? 0) + sign * held;
}

const members = (change: Int32Array): number => change.reduce((sum, each) => sum + Math.abs(each), 0);
