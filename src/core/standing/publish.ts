// The groups of a benchmark and how many companies each holds → which of them are told, and whether one is told anew.

/** Companies that a told group holds at least: the method's K. */
export const FEWEST_COMPANIES = 5;

/**
 * Whether a group is counted anew: once so many of its companies changed, a twentieth of them but never under 5, so
 * that the difference of two editions is never that of one company (method, section 7).
 */
export const isRenewed = (before: number, changed: number): boolean =>
	changed >= Math.max(FEWEST_COMPANIES, Math.ceil(before / 20));

/**
 * The names of the groups that may be told, of those that divide one larger group between them, from small to large
 * names. Those under 5 companies are withheld; while they hold 1 to 4 together, so is the smallest that is told: else
 * the larger group less the told ones would give them away.
 */
export function published(children: Readonly<Record<string, number>>): readonly string[] {
	const all = Object.entries(children).sort(([one], [other]) => (one < other ? -1 : 1));
	const told = all.filter(([, companies]) => companies >= FEWEST_COMPANIES);
	const few = all.filter(([, companies]) => companies < FEWEST_COMPANIES);
	const withheld = few.reduce((total, [, companies]) => total + companies, 0);
	if (withheld === 0 || withheld >= FEWEST_COMPANIES) return told.map(([name]) => name);
	const smallest = told.reduce<readonly [string, number] | null>(
		(least, each) => (least === null || each[1] < least[1] ? each : least),
		null
	);
	return told.flatMap(([name]) => (name === smallest?.[0] ? [] : [name]));
}

/** A larger group is not told anew while what changed in withheld parts of it is 1 to 4: it would show the change. */
export const givesAway = (changedWithheld: number): boolean =>
	changedWithheld > 0 && changedWithheld < FEWEST_COMPANIES;
