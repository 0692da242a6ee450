// A broken promise, and how answers are compared: a second opinion that shares no code with what it judges.
import type { Mark, Marks } from '#core/survey/draft.ts';
import type { Entry } from './history.ts';

export type Violation = { readonly rule: string; readonly said: string; readonly entries: readonly Entry[] };

/** Done, or nobody knows: not a refusal. */
export const mayBeDone = ({ status }: Entry): boolean => status < 400 || status >= 500;

/** Every answer of `sent` stands, or one that supersedes it. */
export const covers = (stands: Marks, sent: Marks): boolean =>
	Object.entries(sent).every(([question, mark]) => isAtLeast(stands[question], mark));

export const isHeld = (found: Mark | undefined, mark: Mark): boolean =>
	found !== undefined && found.at === mark.at && found.value === mark.value;

function isAtLeast(found: Mark | undefined, mark: Mark): boolean {
	if (found === undefined) return false;
	if (found.at !== mark.at) return found.at > mark.at;
	return JSON.stringify(found.value) >= JSON.stringify(mark.value);
}

/** For the eye: what is missing. */
export const notCovered = (stands: Marks, sent: Marks): string =>
	Object.entries(sent)
		.filter(([question, mark]) => !isAtLeast(stands[question], mark))
		.map(([question, mark]) => `${question}: ${JSON.stringify(mark)}, found ${JSON.stringify(stands[question])}`)
		.join('; ');

/** What has the same name, in the order of the list. */
export function byName<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const name = nameOf(item);
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [item]);
		else group.push(item);
	}
	return groups;
}
