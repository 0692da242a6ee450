// Sums that somebody knows, and whom each holds → the few whom adding and taking away those sums would single out.

/** A prime whose square is a small whole number, so that products are quick and exact. */
const P = 46_337;

/** Who is in exactly the same sums, and so cannot be told apart. */
type Alike = { readonly members: readonly string[]; readonly companies: ReadonlySet<string> };

/** `company:person`, as it stands in a sum. */
export const unitOf = (company: string, person: string): string => `${company}:${person}`;

const companyOf = (unit: string): string => unit.slice(0, unit.indexOf(':'));

/**
 * Sets of units of under `fewest` companies of whom a weighted sum follows from those of `groups`, whatever is added and
 * taken away how often: those that are alike, by themselves, and any two of these. The sum of a set follows from the
 * groups exactly if its rows, in a basis of what the groups leave open, depend on each other. It is reckoned modulo a
 * prime, by which nobody is overlooked.
 */
export function singledOut(groups: readonly ReadonlySet<string>[], fewest: number): readonly (readonly string[])[] {
	const classes = alike(groups);
	const open = leftOpen(
		groups.map((group) => Int32Array.from(classes, ({ members: [first = ''] }) => (group.has(first) ? 1 : 0))),
		classes.length
	);
	const found: (readonly string[])[] = [];
	const parallel = new Map<string, Alike[]>();
	for (const [at, one] of classes.entries()) {
		if (one.companies.size >= fewest) continue;
		const direction = directionOf(open[at] ?? new Int32Array());
		if (direction === null) {
			found.push(one.members);
			continue;
		}
		const others = parallel.get(direction) ?? [];
		for (const other of others)
			if (new Set([...other.companies, ...one.companies]).size < fewest) found.push([...other.members, ...one.members]);
		parallel.set(direction, [...others, one]);
	}
	return found;
}

/** The same for rows that are multiples of each other; null: nothing but 0. */
function directionOf(row: Int32Array): string | null {
	const lead = row.find((value) => value !== 0);
	if (lead === undefined) return null;
	const factor = inverse(lead);
	return row.map((value) => (value * factor) % P).join();
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
		const factor = inverse(pivot[column] ?? 1);
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

/** The number that gives 1 when multiplied (Fermat). */
function inverse(value: number): number {
	let [result, base] = [1, value];
	for (let power = P - 2; power > 0; power = Math.floor(power / 2)) {
		if (power % 2 === 1) result = (result * base) % P;
		base = (base * base) % P;
	}
	return result;
}
