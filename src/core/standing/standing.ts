// Answers, scores and an edition → where this company and this person stand among their peers.
import type { Answers } from '#core/answers/answers.ts';
import type { Index, Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { nameOf, type Edition } from './edition.ts';
import { ready, type HeldEdition } from './held.ts';
import { chooseRung, type Rung } from './ladder.ts';
import { withoutOwn, type Others, type Own } from './own.ts';
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
	edition: Edition | HeldEdition,
	own: readonly Own[] = []
): Standing | null {
	if (!isOfMajor(edition.instrument, instrument)) return null;
	const { groups, id, date, demonstration, source } = ready(edition);
	const open = (ladder: Ladder): readonly Open[] =>
		ladder.flatMap((by) => {
			const dimensions = sharedOf(by, answers);
			return dimensions === null ? [] : [{ by, dimensions, measures: groups.get(nameOf(dimensions)) ?? {} }];
		});
	const measure = ({ dimensions, measures }: Open, index: Index): Others | null => {
		const found = measures[index.id];
		return found === undefined ? null : withoutOwn(found, index.id, index.about, dimensions, own);
	};
	const place = (index: Index, rung: Open): Place | null => {
		const tenths = scores.indices[index.id]?.tenths ?? null;
		const found = tenths === null ? null : measure(rung, index);
		return tenths === null || found === null ? null : placed(tenths, found);
	};

	const choose = (ladder: readonly Open[], lead: Index | undefined): { group: Group; rung: Open } | null => {
		const rungs = ladder.flatMap((each, at): readonly Rung[] => {
			const found = lead === undefined ? null : measure(each, lead);
			return found === null ? [] : [{ key: String(at), n: found.n, orgs: found.orgs, maxOrg: found.maxOrg }];
		});
		const chosen = chooseRung(rungs);
		const rung = chosen === null ? undefined : ladder[Number(chosen.rung)];
		if (chosen === null || rung === undefined) return null;
		const closest = chosen.rung === '0' ? null : (ladder[0]?.by ?? null);
		return { group: { by: rung.by, n: chosen.n, closest }, rung };
	};
	const { indices } = instrument;
	const side = (rungs: Ladder, lead: Index | undefined): Side => {
		const ladder = open(rungs);
		const chosen = choose(ladder, lead);
		const rest = lead === undefined || chosen === null ? [] : ladder.filter((each) => each !== chosen.rung);
		const others = rest.flatMap((each) => {
			const found = lead === undefined ? null : place(lead, each);
			return found === null ? [] : [{ by: each.by, place: found }];
		});
		return { group: chosen?.group ?? null, rung: chosen?.rung ?? null, others };
	};
	const company = side(
		instrument.peers,
		indices.find(({ about, of }) => about === 'company' && of !== null)
	);
	const personal = side(
		instrument.personalPeers,
		indices.find(({ about, facetOf }) => about === 'personal' && facetOf === null)
	);
	const places = indices.map((index): readonly [string, Place | null] => {
		const { rung } = index.about === 'company' ? company : personal;
		return [index.id, rung && place(index, rung)];
	});
	return {
		edition: { id, date, demonstration, source },
		company: company.group,
		personal: personal.group,
		others: { company: company.others, personal: personal.others },
		indices: Object.fromEntries(places)
	};
}

/** A rung that the respondent has answered the questions of, and what the edition says of that group. */
type Open = {
	readonly by: readonly string[];
	readonly dimensions: Readonly<Record<string, string>>;
	readonly measures: HeldEdition['cells'][number]['measures'];
};

/** What was chosen for company or person, and the other groups of the ladder. */
type Side = { readonly group: Group | null; readonly rung: Open | null; readonly others: Rungs };

type Ladder = readonly (readonly string[])[];

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
