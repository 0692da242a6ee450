// Sums that somebody knows, and whom each holds → the few whom adding and taking away those sums would single out.

/** A prime whose square is a small whole number, so that products are quick and exact. */
const P = 46_337;

/** Who is in exactly the same sums, and so cannot be told apart. */
type Alike = { readonly members: readonly string[]; readonly companies: ReadonlySet<string> };

/** `company:person`, as it stands in a sum. */
export const unitOf = (company: string, person: string): string => `${company}:${person}`;

const companyOf = (unit: string): string => unit.slice(0, unit.indexOf(':'));

/** The most classes of a set that is looked for. */
const MOST = 4;

/** Up to so many small classes sets of three are looked for, and of four: beyond, that would take minutes. */
const FEW_FOR = { three: 40, four: 24 } as const;

/** Numbers that stand for a row: as many as keep sets of `MOST` apart that are apart. */
const SHORT = 8;

/** A class of few companies, with what stands for its row, less what others that were chosen have of it. */
type Few = Alike & { readonly row: Int32Array };

/**
 * Sets of units of under `fewest` companies of whom a weighted sum follows from those of `groups`, whatever is added and
 * taken away how often: those that are alike, by themselves, any two of these and, where there are not many, any three or
 * four, that hold no smaller such set. The sum of a set follows from the groups exactly if its rows, in a basis of what the groups leave open, depend on
 * each other. It is reckoned modulo a prime, in rows that were shortened at random, by which nobody is overlooked.
 */
export function singledOut(groups: readonly ReadonlySet<string>[], fewest: number): readonly (readonly string[])[] {
	const found = [...searched(fewIn(groups, fewest), [], fewest)];
	const sets = found.map((each) => new Set(each.flatMap(({ members }) => members)));
	const isLeast = (set: ReadonlySet<string>): boolean =>
		sets.every((other) => other.size >= set.size || [...other].some((unit) => !set.has(unit)));
	return sets.filter(isLeast).map((set) => [...set]);
}

/** Whether there is any such set. */
export const singlesOut = (groups: readonly ReadonlySet<string>[], fewest: number): boolean =>
	searched(fewIn(groups, fewest), [], fewest).next().done !== true;

/** Whether any two groups differ by few: by companies that only one of them holds. */
export function differByFew(groups: readonly ReadonlySet<string>[], fewest: number): boolean {
	return groups.some((one, at) =>
		groups.slice(at + 1).some((other) => {
			const apart = new Set<string>();
			for (const [here, there] of [
				[one, other],
				[other, one]
			] as const) {
				for (const unit of here) {
					if (there.has(unit)) continue;
					apart.add(companyOf(unit));
					if (apart.size >= fewest) return false;
				}
			}
			return apart.size > 0;
		})
	);
}

function fewIn(groups: readonly ReadonlySet<string>[], fewest: number): readonly Few[] {
	const classes = alike(groups);
	const open = leftOpen(
		groups.map((group) => Int32Array.from(classes, ({ members: [first = ''] }) => (group.has(first) ? 1 : 0))),
		classes.length
	);
	return classes.flatMap((each, at) =>
		each.companies.size < fewest ? [{ ...each, row: shortened(open[at] ?? new Int32Array()) }] : []
	);
}

/** Whichever of these depend on each other once those that were chosen are left out: by themselves, or two together. */
function* searched(few: readonly Few[], chosen: readonly Alike[], fewest: number): Generator<readonly Alike[]> {
	const parallel = new Map<number, Few[]>();
	const open: Few[] = [];
	for (const one of few) {
		const direction = directionOf(one.row);
		if (direction === null) {
			if (chosen.length === 0) yield [one];
			continue;
		}
		const others = parallel.get(direction);
		for (const other of others ?? []) if (isFew([...chosen, other, one], fewest)) yield [...chosen, other, one];
		if (others === undefined) parallel.set(direction, [one]);
		else others.push(one);
		open.push(one);
	}
	const most = few.length <= FEW_FOR.four ? MOST : few.length <= FEW_FOR.three ? MOST - 1 : 2;
	if (chosen.length + 2 >= most) return;
	for (const [at, next] of open.entries()) {
		if (!isFew([...chosen, next], fewest)) continue;
		const lead = next.row.findIndex((value) => value !== 0);
		const factor = inverses[next.row[lead] ?? 1] ?? 1;
		const rest = open.slice(at + 1).map((each) => ({ ...each, row: without(each.row, next.row, lead, factor) }));
		yield* searched(rest, [...chosen, next], fewest);
	}
}

const isFew = (classes: readonly Alike[], fewest: number): boolean =>
	new Set(classes.flatMap(({ companies }) => [...companies])).size < fewest;

/** What is left of a row once the other is taken from it so often that nothing stands at `lead`. */
function without(row: Int32Array, other: Int32Array, lead: number, factor: number): Int32Array {
	const times = (P - (((row[lead] ?? 0) * factor) % P)) % P;
	return times === 0 ? row : row.map((value, at) => (value + times * (other[at] ?? 0)) % P);
}

/** The same for rows that are multiples of each other, and hardly ever for others; null: nothing but 0. */
function directionOf(row: Int32Array): number | null {
	const lead = row.findIndex((value) => value !== 0);
	if (lead < 0) return null;
	const factor = inverses[row[lead] ?? 1] ?? 1;
	let direction = lead;
	for (let at = lead + 1; at < Math.min(row.length, lead + 4); at += 1)
		direction = direction * P + (((row[at] ?? 0) * factor) % P);
	return direction;
}

/** A row as a few sums of it with weights that look random and are always the same; what depends still depends. */
function shortened(row: Int32Array): Int32Array {
	const short = new Int32Array(SHORT);
	for (const [at, value] of row.entries()) {
		if (value === 0) continue;
		for (let to = 0; to < SHORT; to += 1) short[to] = ((short[to] ?? 0) + value * mixed(at * SHORT + to)) % P;
	}
	return short;
}

/** The end of MurmurHash3 (Austin Appleby, public domain), which leaves nothing of the order of its inputs. */
function mixed(number: number): number {
	let mix = number + 0x9e37_79b9;
	mix = Math.imul(mix ^ (mix >>> 16), 0x85eb_ca6b);
	mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2_ae35);
	return ((mix ^ (mix >>> 16)) >>> 0) % P;
}

function alike(groups: readonly ReadonlySet<string>[]): readonly Alike[] {
	const held = new Map<string, number[]>();
	for (const [at, group] of groups.entries()) {
		for (const unit of group) {
			const known = held.get(unit);
			if (known === undefined) held.set(unit, [at]);
			else known.push(at);
		}
	}
	const classes = new Map<string, string[]>();
	for (const [unit, pattern] of held) {
		const key = pattern.join();
		const known = classes.get(key);
		if (known === undefined) classes.set(key, [unit]);
		else known.push(unit);
	}
	return [...classes.values()].map((members) => ({ members, companies: new Set(members.map(companyOf)) }));
}

/** By column: how far it takes part in each of the changes that no row would notice. Found by elimination. */
function leftOpen(matrix: Int32Array[], width: number): readonly Int32Array[] {
	const pivots: number[] = [];
	for (let column = 0; column < width && pivots.length < matrix.length; column += 1) {
		const rank = pivots.length;
		const at = matrix.findIndex((row, index) => index >= rank && row[column] !== 0);
		const [pivot, first] = [matrix[at], matrix[rank]];
		if (pivot === undefined || first === undefined) continue;
		[matrix[at], matrix[rank]] = [first, pivot];
		const factor = inverses[pivot[column] ?? 1] ?? 1;
		for (let index = column; index < width; index += 1) pivot[index] = ((pivot[index] ?? 0) * factor) % P;
		for (const row of matrix) {
			const times = row === pivot ? 0 : P - (row[column] ?? 0);
			if (times % P === 0) continue;
			for (let index = column; index < width; index += 1)
				row[index] = ((row[index] ?? 0) + (pivot[index] ?? 0) * times) % P;
		}
		pivots.push(column);
	}
	const rankOf = new Map(pivots.map((column, rank) => [column, rank]));
	const free = Array.from({ length: width }, (_, column) => column).filter((column) => !rankOf.has(column));
	return Array.from({ length: width }, (_, column) => {
		const row = matrix[rankOf.get(column) ?? -1];
		return Int32Array.from(free, (open) => (row === undefined ? Number(open === column) : (P - (row[open] ?? 0)) % P));
	});
}

/** By number: the one that gives 1 when multiplied with it. */
const inverses = (() => {
	const found = new Int32Array(P);
	found[1] = 1;
	for (let value = 2; value < P; value += 1) {
		const whole = Math.floor(P / value);
		found[value] = P - ((whole * (found[P % value] ?? 0)) % P);
	}
	return found;
})();
