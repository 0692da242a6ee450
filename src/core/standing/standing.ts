// Answers, scores and an edition → where this company and this person stand among their peers.
import type { Answers } from '#core/answers/answers.ts';
import type { Index, Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { rankInBins, shownBins, type Bin } from './bins.ts';
import { nameOf, type Edition, type Measure } from './edition.ts';
import { chooseRung, type Rung } from './ladder.ts';
import { withoutOwn, type Own } from './own.ts';
import { rank, type Rank } from './rank.ts';

export type Quarter = 'top' | 'second' | 'third' | 'bottom';

/** Where one score stands: exactly in an edition counted here, about in one of bins. `n` is rounded down to a multiple of 5. */
export type Place =
	| {
			readonly mode: 'percent';
			readonly n: number;
			/** R, the share that scored the same or worse, and 100 − R, in per cent; the 95% range of R. */
			readonly relative: number;
			readonly better: number;
			readonly low: number;
			readonly high: number;
			/** In tenths. */
			readonly median: number;
			readonly quartiles: readonly [lower: number, upper: number];
			/** Null below 30 members. */
			readonly bins: readonly Bin[] | null;
	  }
	| { readonly mode: 'quarter'; readonly n: number; readonly quarter: Quarter };

/** The peer group that was chosen; everybody where no question narrows it. */
export type Group = {
	/** The questions whose answers its members share. */
	readonly by: readonly string[];
	readonly n: number;
	/** The closest group that could have been; null if it is this one. */
	readonly closest: readonly string[] | null;
};

/** What stands against an edition: one group for the company's indices, one for the person's, so that they compare. */
export type Standing = {
	readonly edition: Omit<Edition, 'cells' | 'instrument'>;
	readonly company: Group | null;
	readonly personal: Group | null;
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
	const sameMajor = major(edition.instrument.version) === major(instrument.version);
	if (edition.instrument.id !== instrument.id || !sameMajor) return null;
	const { cells, instrument: _, ...about } = edition;
	const groups = new Map(cells.map(({ dimensions, measures }) => [nameOf(dimensions), measures]));
	const measure = (rung: readonly string[], { id, about }: Pick<Index, 'id' | 'about'>): Measure | null => {
		const shared = sharedOf(rung, answers);
		const found = (shared && groups.get(nameOf(shared))?.[id]) ?? null;
		return found && shared && withoutOwn(found, id, about, shared, own);
	};

	const choose = (ladder: readonly (readonly string[])[], lead: Index | undefined): Group | null => {
		const open = ladder.filter((rung) => sharedOf(rung, answers) !== null);
		const rungs = open.flatMap((rung, at): readonly Rung[] => {
			const found = lead === undefined ? null : measure(rung, lead);
			return found === null ? [] : [{ key: String(at), n: found.n, orgs: found.orgs, maxOrg: found.maxOrg }];
		});
		const chosen = chooseRung(rungs);
		if (chosen === null) return null;
		const closest = chosen.rung === '0' ? null : (open[0] ?? null);
		return { by: open[Number(chosen.rung)] ?? [], n: chosen.n, closest };
	};
	const { indices } = instrument;
	const company = choose(
		instrument.peers,
		indices.find(({ about, of }) => about === 'company' && of !== null)
	);
	const personal = choose(
		instrument.personalPeers,
		indices.find(({ about, facetOf }) => about === 'personal' && facetOf === null)
	);
	const places = indices.map(({ id, about }): readonly [string, Place | null] => {
		const group = about === 'company' ? company : personal;
		const tenths = scores.indices[id]?.tenths ?? null;
		const found = group === null ? null : measure(group.by, { id, about });
		return [id, tenths === null || found === null ? null : placed(tenths, found)];
	});
	return { edition: about, company, personal, indices: Object.fromEntries(places) };
}

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

/** From so many members on, the distribution may be shown. */
const DISTRIBUTION = 30;

function placed(tenths: number, { n, orgs, maxOrg, bins, scores, median, quartiles }: Measure): Place | null {
	const fit = chooseRung([{ key: '', n, orgs, maxOrg }]);
	const place = scores === undefined ? rankInBins(tenths, bins) : rank(tenths, Object.fromEntries(scores));
	if (fit === null || place === null) return null;
	if (fit.mode === 'quarter') return { mode: 'quarter', n: fit.n, quarter: quarterOf(place) };
	const { relative, better, lowPercent: low, highPercent: high } = place;
	const shown = n < DISTRIBUTION ? null : shownBins(bins);
	return { mode: 'percent', n: fit.n, relative, better, low, high, median, quartiles, bins: shown };
}

/** By the share that scored better: under a quarter of the group is the top one, and so on. */
function quarterOf({ above, n }: Rank): Quarter {
	if (4 * above < n) return 'top';
	if (2 * above < n) return 'second';
	return 4 * above < 3 * n ? 'third' : 'bottom';
}
