// The responses of one company → what it adds to a benchmark: itself once, and each of its people once.
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import { rdiv } from '#core/scores/arithmetic.ts';

/** One response as a benchmark sees it. */
export type Contribution = {
	/** Tells one person from another within the company. */
	readonly person: string;
	/** When it was completed, ISO 8601: of one person the latest counts. */
	readonly at: string;
	/** Options by question, for the questions that peer groups are made of and those that the study tells companies apart by. */
	readonly dimensions: Readonly<Record<string, string>>;
	/** Scores in tenths by index, those that there are. */
	readonly tenths: Readonly<Record<string, number>>;
};

export type Member = Pick<Contribution, 'dimensions' | 'tenths'>;

/** What one company adds. */
export type Share = {
	/** Null where one of its indices is missing. */
	readonly company: Member | null;
	/** Those who have the personal index. */
	readonly people: readonly Member[];
};

/**
 * The questions whose options a contribution carries: those that the peer groups of an instrument are made of, the
 * outcome of its hypotheses, and by what its sellers are known.
 */
export const dimensionsOf = ({
	peers,
	personalPeers,
	outcome,
	groups
}: Pick<Instrument, 'peers' | 'personalPeers' | 'outcome' | 'groups'>): readonly string[] => {
	const studied = outcome === null ? [] : [outcome.question, ...Object.keys(groups['sellers'] ?? {})];
	return [...new Set([...[...peers, ...personalPeers].flat(), ...studied])].sort();
};

/** The index of all that companies, or people, are compared by; undefined where the instrument has none. */
export const leadOf = ({ indices }: Pick<Instrument, 'indices'>, side: 'company' | 'personal') =>
	side === 'company'
		? indices.find(({ about, of }) => about === 'company' && of !== null)
		: indices.find(({ about, facetOf }) => about === 'personal' && facetOf === null);

/** Of each person the latest response. */
export function latestOf<Each extends Contribution>(contributions: readonly Each[]): readonly Each[] {
	if (contributions.length < 2) return contributions;
	const latest = new Map<string, Each>();
	for (const each of contributions) {
		const known = latest.get(each.person);
		if (known === undefined || isLater(each, known)) latest.set(each.person, each);
	}
	return [...latest.values()];
}

/**
 * The share of one company (method, sections 6 and 8): the mean of its people for each index, each by the latest
 * response, in the groups that the latest of all belongs to. The order of the responses does not matter.
 */
export function shareOf(instrument: Instrument, contributions: readonly Contribution[]): Share {
	const people = latestOf(contributions);
	const last = people.reduce<Contribution | null>((one, other) => (one && !isLater(other, one) ? one : other), null);
	const personal = leadOf(instrument, 'personal');
	const { ofCompany } = companyPlan(instrument);
	return {
		company: last && companyOf(instrument, people, last.dimensions),
		people: personal === undefined ? [] : people.filter(({ tenths }) => tenths[personal.id] !== undefined).map(ofPerson)
	};

	/** What is said of the company counts with the company: its people would tell it once each. */
	function ofPerson({ dimensions, tenths: all }: Contribution): Member {
		const tenths: Record<string, number> = {};
		for (const id in all) if (!ofCompany.has(id)) tenths[id] = all[id] ?? 0;
		return { dimensions, tenths };
	}
}

/** By time; of two at the same moment, which no clock of ours tells apart, by name, and by what they say. */
function isLater(one: Contribution, other: Contribution): boolean {
	if (one.at !== other.at) return one.at > other.at;
	return one.person === other.person ? words(one) > words(other) : one.person > other.person;
}

const words = (each: Contribution): string => canonicalJson([each.dimensions, each.tenths, each]);

/** The indices about the company, those over questions first, and by what parts the others are made of them. */
const companyPlan = once(({ indices }: Instrument) => {
	const about = indices.filter((index) => index.about === 'company');
	return {
		ofCompany: new Set(about.map(({ id }) => id)),
		plain: about.flatMap(({ id, of }) => (of === null ? [id] : [])),
		made: about.flatMap(({ id, of }) =>
			of === null ? [] : [{ id, parts: Object.entries(of).filter(([, weight]) => weight > 0) }]
		)
	};
});

/** What `companyIndices` gives, without bands and reasons: this is asked of every company there is. */
function companyOf(
	instrument: Instrument,
	people: readonly Contribution[],
	dimensions: Member['dimensions']
): Member | null {
	const { plain, made } = companyPlan(instrument);
	const tenths: Record<string, number> = {};
	for (const id of plain) {
		let [total, held] = [0, 0];
		for (const person of people) {
			const score = person.tenths[id];
			if (score === undefined) continue;
			total += score;
			held += 1;
		}
		if (held === 0) return null;
		tenths[id] = rdiv(total, held);
	}
	for (const { id, parts } of made) {
		let [total, weights] = [0, 0];
		for (const [part, weight] of parts) {
			const score = tenths[part];
			if (score === undefined) return null;
			total += weight * score;
			weights += weight;
		}
		if (weights === 0) return null;
		tenths[id] = rdiv(total, weights);
	}
	return plain.length + made.length === 0 ? null : { dimensions, tenths };
}
