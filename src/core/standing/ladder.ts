// The peer groups that the content lists, from narrow to wide → the first that is large enough to be told.

/** A peer group, after every contribution of the participant's own company has been taken out. */
export type Rung = {
	readonly key: string;
	/** Members: companies, or people where people are ranked. */
	readonly n: number;
	/** Companies among them. */
	readonly orgs: number;
	/** Members from the company that holds most of them. */
	readonly maxOrg: number;
};

/** `percent`: a number may be said. `quarter`: only which quarter. `n` is rounded down to a multiple of 5. */
export type Chosen = { readonly rung: string; readonly mode: 'percent' | 'quarter'; readonly n: number };

/**
 * The first rung with 20 members gives a percentage, else the last with 10 gives a quarter; both only with 5 other
 * companies, none of which holds over a quarter (method, section 6). Null: the benchmark is not open yet.
 */
export function chooseRung(ladder: readonly Rung[]): Chosen | null {
	const fit = ladder.filter(({ n, orgs, maxOrg }) => orgs >= 5 && 4 * maxOrg <= n);
	const percent = fit.find(({ n }) => n >= 20);
	if (percent !== undefined) return chosen(percent, 'percent');
	const quarter = fit.findLast(({ n }) => n >= 10);
	return quarter === undefined ? null : chosen(quarter, 'quarter');
}

const chosen = ({ key, n }: Rung, mode: Chosen['mode']): Chosen => ({ rung: key, mode, n: n - (n % 5) });
