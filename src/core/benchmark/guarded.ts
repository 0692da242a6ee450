// Counted groups, whom they hold, and whom every group held that was ever told → the next edition, which singles out nobody.
import { FEWEST_COMPANIES } from '#core/standing/publish.ts';
import { nextEdition, type Built, type Next } from './edition.ts';
import type { Members } from './members.ts';
import { differByFew, singlesOut } from './singling.ts';
import type { Tallies } from './tally.ts';

/** Whom a group held when it was told, and whether companies or people were counted. */
export type Telling = { readonly name: string; readonly members: ReadonlySet<string> };

export type Guarded = Built & {
	/** What is told anew now, of those that are followed. */
	readonly tellings: readonly Telling[];
};

/** Fewer members than this leave the server in no form (method, section 6). */
const TOLD_FROM = 10;

/**
 * The next edition as somebody would have it who knows whom every group held whenever it was told, and keeps it all: a
 * group is not told anew while adding and taking away would leave 1 to 4 companies. The larger group goes first.
 */
export function guardedEdition(
	tallies: Tallies,
	next: Omit<Next, 'refused'>,
	members: Members,
	past: readonly Telling[]
): Guarded {
	const refused = new Set<string>();
	for (;;) {
		const built = nextEdition(tallies, { ...next, refused });
		const tellings = built.renewed.flatMap((name): readonly Telling[] => {
			const held = members.get(name);
			return held && held.size >= TOLD_FROM ? [{ name, members: new Set(held) }] : [];
		});
		const exposing = firstExposing(tellings, past);
		if (exposing === null) return { ...built, tellings };
		refused.add(exposing);
	}
}

/** The first, from the largest to the smallest, that shows somebody together with those before it. */
function firstExposing(tellings: readonly Telling[], past: readonly Telling[]): string | null {
	if (!shows([...past, ...tellings])) return null;
	const ordered = [...tellings].sort(
		(one, other) => other.members.size - one.members.size || (one.name < other.name ? -1 : 1)
	);
	const accepted: Telling[] = [];
	for (const telling of ordered) {
		if (shows([...past, ...accepted, telling])) return telling.name;
		accepted.push(telling);
	}
	return null;
}

/** Companies' scores and people's are different numbers, and nothing is gained by mixing them. */
const shows = (tellings: readonly Telling[]): boolean =>
	['company ', 'personal '].some((side) => {
		const groups = tellings.flatMap(({ name, members }) => (name.startsWith(side) ? [members] : []));
		return differByFew(groups, FEWEST_COMPANIES) || (groups.length > 0 && singlesOut(groups, FEWEST_COMPANIES));
	});
