// What was promised and what is too small to show → what the consultant should not raise.
import { leastOf, shownGroups } from '#core/group/circle.ts';
import { listed } from '#core/report/format.ts';
import type { Part } from '#core/report/report.ts';
import type { Basis } from './basis.ts';
import { list, part, text } from './blocks.ts';
import { gapsOf, pairOf } from './disagree.ts';

export function discreetPart(b: Basis): Part<string> {
	const { say, several, waiting, excluded } = b;
	const groups = tooSmall(b);
	const said = [
		say('brief_discreet_personal'),
		...(groups.length === 0 ? [] : [say('brief_discreet_small', { groups: listed(groups, b.locale) })]),
		...(several.isAnonymous ? [say('brief_discreet_anonymous')] : several.n > 1 ? [say('brief_discreet_named')] : []),
		...(several.withheld.length > 0 ? [say('brief_discreet_withheld')] : []),
		...(several.n === 1 ? [say('brief_discreet_one')] : []),
		...(waiting > 0 ? [say('brief_discreet_late', { count: waiting })] : []),
		...(excluded > 0 ? [say('brief_discreet_excluded', { count: excluded })] : [])
	];
	return part('discreet', say('brief_part_discreet'), list(said.map((each) => ({ text: [text(each)], detail: null }))));
}

/** Groups that somebody belongs to and that may not be shown. */
function tooSmall({ several, ...b }: Basis): readonly string[] {
	const inGroups = Object.values(several.sizes).reduce((sum, each) => sum + each, 0);
	const shown = shownGroups({ ...several.sizes, '': several.n - inGroups }, leastOf(several.isAnonymous));
	return several.n === 1
		? []
		: Object.keys(several.sizes)
				.filter((name) => (several.sizes[name] ?? 0) > 0 && !shown.includes(name))
				.map((name) => b.group(name));
}

/** The one thing not to say. */
export function notToSay(b: Basis): string {
	const { say, several } = b;
	const { n: count } = several;
	if (several.isAnonymous) return say('brief_not_anonymous');
	if (several.voices === 'one') return say('brief_not_one');
	const [widest] = gapsOf(b);
	const names = pairOf(b);
	if (widest?.gap.label === 'large' && names !== null)
		return say('brief_not_gap', { lower: b.group(names[widest.gap.gap > 0 ? 1 : 0]) });
	return several.voices === 'few' ? say('brief_not_few', { count }) : say('brief_not_usual', { count });
}
