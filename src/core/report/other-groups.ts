// The groups of the ladder that were not chosen and may be told as well → a table that opens for whoever wants to know.
import type { Composition, Side } from './composition.ts';
import { given, wholePoints } from './format.ts';
import { inShort, members, noun, sourced } from './peer-group.ts';
import type { TableBlock } from './report.ts';

/** Where the index of all stands in each of them, from narrow to wide; nothing where there is no other. */
export function otherGroups(c: Composition, side: Side): readonly TableBlock[] {
	const standing = c.standing[side];
	const rungs = standing?.others[side] ?? [];
	if (standing === null || rungs.length === 0) return [];
	const isPercent = rungs.some(({ place }) => place.mode === 'percent');
	const caption = c.words(side === 'company' ? 'report_groups_company' : 'report_groups_personal', {
		peers: noun(c, standing)
	});
	return [
		{
			kind: 'table',
			caption: sourced(c, standing, caption),
			head: [
				c.words('report_groups_group'),
				c.words('report_groups_members'),
				c.words('report_groups_standing'),
				...(isPercent ? [c.words('report_groups_median')] : [])
			],
			rows: rungs.map(({ by, place }) => [
				members(c, side, by),
				given(place.n, c.locale),
				inShort(c, standing, place),
				...(isPercent ? [place.mode === 'percent' ? wholePoints(place.median, c.locale) : ''] : [])
			]),
			numeric: isPercent ? [1, 2, 3] : [1],
			folded: true
		}
	];
}
