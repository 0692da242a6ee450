// The counted groups of a benchmark → those that may be told, so that no few companies show by what is left over.
import { FEWEST_COMPANIES } from '#core/standing/publish.ts';
import { tallyName, type Tallies, type Tally } from './tally.ts';

/** A group and the groups that it falls into by one more question, named as tallies are. */
export type Partition = { readonly parent: string; readonly children: readonly string[] };

/** Every way in which a larger group falls into smaller ones that are counted as well. */
export function partitionsOf(tallies: Tallies): readonly Partition[] {
	const partitions = new Map<string, { parent: string; children: string[] }>();
	const rungs = new Map([...tallies.values()].map((tally) => [`${tally.side} ${tally.rung.join('&')}`, tally]));
	for (const [name, { side, rung, dimensions }] of tallies) {
		for (const more of rung) {
			const less = rung.filter((question) => question !== more);
			if (!rungs.has(`${side} ${less.join('&')}`)) continue;
			const parent = tallyName(side, less, Object.fromEntries(Object.entries(dimensions).filter(([q]) => q !== more)));
			const key = `${parent} by ${more}`;
			const partition = partitions.get(key) ?? { parent, children: [] };
			partition.children.push(name);
			partitions.set(key, partition);
		}
	}
	return [...partitions.values()].map(({ parent, children }) => ({ parent, children: children.sort() }));
}

/**
 * The names of the groups that may be told (method, section 7). A group of under 5 companies is withheld; so is one with
 * a parent that is. Where a told group less its told parts would leave 1 to 4 companies, the smallest told part is
 * withheld too; a withheld part that follows from the others by subtraction counts as told there.
 */
export function toldOf(tallies: Tallies, partitions = partitionsOf(tallies)): ReadonlySet<string> {
	const told = new Set(
		[...tallies].flatMap(([name, tally]) => (tally.companies >= FEWEST_COMPANIES && isWhole(tally) ? [name] : []))
	);
	for (let settled = false; !settled;) {
		settled = true;
		for (const { parent, children } of partitions) {
			if (told.has(parent)) continue;
			for (const child of children) if (told.delete(child)) settled = false;
		}
		const leak = settled ? leakIn(tallies, partitions, told) : null;
		if (leak === null) continue;
		settled = false;
		told.delete(leak);
	}
	return told;
}

/** Every question of its rung was answered. */
const isWhole = ({ rung, dimensions }: Tally): boolean => rung.every((question) => dimensions[question] !== undefined);

/** The next group to withhold; null: nothing shows. */
function leakIn(tallies: Tallies, partitions: readonly Partition[], told: ReadonlySet<string>): string | null {
	const known = new Set(told);
	for (let grown = true; grown;) {
		grown = false;
		for (const { parent, children } of partitions) {
			if (!known.has(parent)) continue;
			const hidden = children.filter((name) => !known.has(name) && (tallies.get(name)?.n ?? 0) > 0);
			const isSubtracted = hidden.length > 0 && hidden.length < children.length;
			if (isSubtracted && least(tallies, hidden) < FEWEST_COMPANIES) {
				const leak =
					smallest(
						tallies,
						children.filter((name) => told.has(name))
					) ?? (told.has(parent) ? parent : null);
				if (leak !== null) return leak;
			}
			const [only, ...others] = hidden;
			if (only !== undefined && others.length === 0) {
				known.add(only);
				grown = true;
			}
		}
	}
	return null;
}

/** How many companies these groups hold together, at least: people of one company may be in several. */
function least(tallies: Tallies, names: readonly string[]): number {
	const groups = names.flatMap((name) => tallies.get(name) ?? []);
	const companies = groups.map((group) => group.companies);
	return groups[0]?.side === 'personal' ? Math.max(...companies) : companies.reduce((sum, each) => sum + each, 0);
}

function smallest(tallies: Tallies, names: readonly string[]): string | null {
	const size = (name: string): number => tallies.get(name)?.companies ?? 0;
	return names.reduce<string | null>((one, other) => (one === null || size(other) < size(one) ? other : one), null);
}
