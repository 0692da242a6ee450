// What an edition says of a group, and what the reader's own company put into it → the group without that company.
import type { Measure } from './edition.ts';

/** What the reader's own company, or one of its people, adds to every group that its answers belong to. */
export type Own = {
	readonly about: 'company' | 'personal';
	readonly dimensions: Readonly<Record<string, string>>;
	/** By index. */
	readonly tenths: Readonly<Record<string, number>>;
	/** Since which count, ISO 8601. */
	readonly since: string;
};

/**
 * The measure of one index in the group with these dimensions as it is for the reader: whom their own company put in is
 * taken out (method, section 6). A group that was told before they were counted holds nothing of them.
 */
export function withoutOwn(
	measure: Measure,
	index: string,
	about: Own['about'],
	dimensions: Readonly<Record<string, string>>,
	own: readonly Own[]
): Measure {
	const { scores, told } = measure;
	if (scores === undefined || told === undefined) return measure;
	const less = new Map<number, number>();
	let gone = 0;
	for (const each of own) {
		const tenths = each.tenths[index];
		const isIn = Object.entries(dimensions).every(([question, option]) => each.dimensions[question] === option);
		if (each.about !== about || tenths === undefined || !isIn || each.since > told) continue;
		const [, members = 0] = scores.find(([score]) => score === tenths) ?? [];
		const taken = less.get(tenths) ?? 0;
		if (members === taken) continue;
		less.set(tenths, taken + 1);
		gone += 1;
	}
	if (gone === 0) return measure;
	return {
		...measure,
		n: measure.n - gone,
		orgs: measure.orgs - 1,
		scores: scores
			.map((each): typeof each => (less.has(each[0]) ? [each[0], each[1] - (less.get(each[0]) ?? 0)] : each))
			.filter(([, members]) => members > 0)
	};
}
