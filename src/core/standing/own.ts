// What an edition says of a group, and what the reader's own company put into it → the group without that company.
import type { HeldMeasure } from './held.ts';
import { countsIn } from './totals.ts';

/** What the reader's own company, or one of its people, adds to every group that its answers belong to. */
export type Own = {
	readonly about: 'company' | 'personal';
	readonly dimensions: Readonly<Record<string, string>>;
	/** By index. */
	readonly tenths: Readonly<Record<string, number>>;
	/** Since which count, ISO 8601. */
	readonly since: string;
};

/** A measure, and the scores of those of its members who are no peers of the reader, in tenths. */
export type Others = HeldMeasure & { readonly taken?: readonly number[] };

/**
 * The measure of one index in the group with these dimensions as it is for the reader: whom their own company put in is
 * taken out (method, section 6). A group that was told before they were counted holds nothing of them.
 */
export function withoutOwn(
	measure: HeldMeasure,
	index: string,
	about: Own['about'],
	dimensions: Readonly<Record<string, string>>,
	own: readonly Own[]
): Others {
	const { scores, told } = measure;
	if (scores === undefined || told === undefined) return measure;
	const shared = Object.entries(dimensions);
	const taken: number[] = [];
	for (const each of own) {
		const tenths = each.tenths[index];
		if (each.about !== about || tenths === undefined || each.since > told) continue;
		if (!shared.every(([question, option]) => each.dimensions[question] === option)) continue;
		const members = countsIn(scores, tenths).equal;
		if (taken.filter((other) => other === tenths).length < members) taken.push(tenths);
	}
	if (taken.length === 0) return measure;
	return { ...measure, n: measure.n - taken.length, orgs: measure.orgs - 1, taken };
}
