// Late answers where anonymity was promised → how many of them may count, so that no two tellings differ by few.
import { FEWEST_VOICES } from './agreement.ts';
import { leastOf, shownGroups } from './circle.ts';
import type { Respondent } from './respondent.ts';

type Sizes = Record<string, number>;

/**
 * How many of `late`, in their order, may count beside `prompt`. They come in by as many at a time as leave, of everything
 * that was told before, each part as it was or larger by a group that may be told by itself: whoever subtracts one telling
 * from the next learns of no fewer. More late answers never change which batches there were before.
 */
export function countedLate(prompt: readonly Respondent[], late: readonly Respondent[]): number {
	const now = new Map<string, Sizes>();
	for (const each of prompt) add(now, each);
	let told = copyOf(now);
	let counted = 0;
	for (const [at, each] of late.entries()) {
		add(now, each);
		if (![...now].every(([thing, sizes]) => mayFollow(told.get(thing) ?? {}, sizes))) continue;
		told = copyOf(now);
		counted = at + 1;
	}
	return counted;
}

/** `''` is everything together; all else is what this respondent is a part of. */
function add(sizes: Map<string, Sizes>, { group, answers, scores }: Respondent): void {
	const scored = (kind: 'questions' | 'indices' | 'areas'): readonly string[] =>
		Object.entries(scores[kind]).flatMap(([id, { tenths }]) => (tenths === null ? [] : [`${kind} ${id}`]));
	const asked = answers.path.map((id) => `asked ${id}`);
	for (const thing of ['', ...asked, ...scored('questions'), ...scored('indices'), ...scored('areas')]) {
		const held = sizes.get(thing) ?? {};
		held[group ?? ''] = (held[group ?? ''] ?? 0) + 1;
		sizes.set(thing, held);
	}
}

const copyOf = (sizes: ReadonlyMap<string, Sizes>): ReadonlyMap<string, Sizes> =>
	new Map([...sizes].map(([thing, held]) => [thing, { ...held }]));

function mayFollow(before: Readonly<Sizes>, after: Readonly<Sizes>): boolean {
	const total = (sizes: Readonly<Sizes>): number => Object.values(sizes).reduce((all, each) => all + each, 0);
	if (total(before) < FEWEST_VOICES) return true;
	const least = leastOf(true);
	const shown = shownGroups(before, least);
	if (shown.length > 0 && String(shown) !== String(shownGroups(after, least))) return false;
	const grown = shown.map((group) => (after[group] ?? 0) - (before[group] ?? 0));
	const rest = total(after) - total(before) - grown.reduce((all, each) => all + each, 0);
	return [...grown, rest].every((each) => each === 0 || each >= least);
}
