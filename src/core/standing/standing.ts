// Answers, scores and an edition → where this company and this person stand among their peers.
import type { Answers } from '#core/answers/answers.ts';
import type { Index, Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { nameOf, type Edition, type Measure } from './edition.ts';
import { chooseRung, type Rung } from './ladder.ts';
import { withoutOwn, type Own } from './own.ts';
import { placed, type Place } from './place.ts';

/** The peer group that was chosen; everybody where no question narrows it. */
export type Group = {
	/** The questions whose answers its members share. */
	readonly by: readonly string[];
	readonly n: number;
	/** The closest group that could have been; null if it is this one. */
	readonly closest: readonly string[] | null;
};

/** Another group of the ladder that may be told by itself, and where the index of all stands in it. */
type Rungs = readonly { readonly by: readonly string[]; readonly place: Place }[];

/** What stands against an edition: one group for the company's indices, one for the person's, so that they compare. */
export type Standing = {
	readonly edition: Omit<Edition, 'cells' | 'instrument'>;
	readonly company: Group | null;
	readonly personal: Group | null;
	/** The other groups that may be told, from narrow to wide; empty where none was chosen or there is no score. */
	readonly others: { readonly company: Rungs; readonly personal: Rungs };
	/** By index id; null where there is no score or the group is too small for it. */
	readonly indices: Readonly<Record<string, Place | null>>;
};

/**
 * Climbs the ladders of the instrument (method, section 6). The group is chosen for the index of all, and the other
 * indices of company or person are compared with the same group. `own` is what the reader's company put into the edition:
 * it is taken out first. Null if the edition is of another instrument or major.
 */
export function standing(
	instrument: Instrument,
	answers: Answers,
	scores: Scores,
	edition: Edition,
	own: readonly Own[] = []
): Standing | null {
	if (!isOfMajor(edition.instrument, instrument)) return null;
	const { cells, instrument: _, ...about } = edition;
	const groups = new Map(cells.map(({ dimensions, measures }) => [nameOf(dimensions), measures]));
	const measure = (rung: readonly string[], { id, about }: Pick<Index, 'id' | 'about'>): Measure | null => {
		const shared = sharedOf(rung, answers);
		const found = (shared && groups.get(nameOf(shared))?.[id]) ?? null;
		return found && shared && withoutOwn(found, id, about, shared, own);
	};

	const choose = (ladder: Ladder, lead: Index | undefined): Group | null => {
		const open = openOf(ladder, answers);
		const rungs = open.flatMap((rung, at): readonly Rung[] => {
			const found = lead === undefined ? null : measure(rung, lead);
			return found === null ? [] : [{ key: String(at), n: found.n, orgs: found.orgs, maxOrg: found.maxOrg }];
		});
		const chosen = chooseRung(rungs);
		if (chosen === null) return null;
		const closest = chosen.rung === '0' ? null : (open[0] ?? null);
		return { by: open[Number(chosen.rung)] ?? [], n: chosen.n, closest };
	};
	const place = (index: Index, by: readonly string[]): Place | null => {
		const tenths = scores.indices[index.id]?.tenths ?? null;
		const found = tenths === null ? null : measure(by, index);
		return tenths === null || found === null ? null : placed(tenths, found);
	};
	const others = (ladder: Ladder, lead: Index | undefined, chosen: Group | null): Rungs =>
		openOf(ladder, answers).flatMap((by) => {
			if (lead === undefined || chosen === null || by.join() === chosen.by.join()) return [];
			const found = place(lead, by);
			return found === null ? [] : [{ by, place: found }];
		});
	const { indices } = instrument;
	const leads = {
		company: indices.find(({ about, of }) => about === 'company' && of !== null),
		personal: indices.find(({ about, facetOf }) => about === 'personal' && facetOf === null)
	};
	const company = choose(instrument.peers, leads.company);
	const personal = choose(instrument.personalPeers, leads.personal);
	const places = indices.map((index): readonly [string, Place | null] => {
		const group = index.about === 'company' ? company : personal;
		return [index.id, group && place(index, group.by)];
	});
	return {
		edition: about,
		company,
		personal,
		others: {
			company: others(instrument.peers, leads.company, company),
			personal: others(instrument.personalPeers, leads.personal, personal)
		},
		indices: Object.fromEntries(places)
	};
}

type Ladder = readonly (readonly string[])[];

/** The rungs whose questions the respondent has answered with a single option. */
const openOf = (ladder: Ladder, answers: Answers): Ladder => ladder.filter((rung) => sharedOf(rung, answers) !== null);

type Versioned = Pick<Instrument, 'id' | 'version'>;

/** Whether both are the same instrument in the same major: others are never compared. */
export const isOfMajor = (one: Versioned, other: Versioned): boolean =>
	one.id === other.id && major(one.version) === major(other.version);

const major = (version: string): string => version.split('.')[0] ?? '';

/** What the respondent shares with a group by these questions; null if one of them has no single option as its answer. */
function sharedOf(rung: readonly string[], { given }: Answers): Readonly<Record<string, string>> | null {
	const shared: Record<string, string> = {};
	for (const question of rung) {
		const option = optionOf(given[question]);
		if (option === null) return null;
		shared[question] = option;
	}
	return shared;
}

function optionOf(answer: Answers['given'][string] | undefined): string | null {
	if (answer?.state !== 'answered') return null;
	const { value } = answer;
	if (typeof value === 'string') return value;
	return typeof value === 'object' && 'option' in value && typeof value.option === 'string' ? value.option : null;
}
