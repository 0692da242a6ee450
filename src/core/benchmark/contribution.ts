// The responses of one company → what it adds to a benchmark: itself once, and each of its people once.
import { companyIndices } from '#core/group/company.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { IndexScore } from '#core/scores/scores.ts';

/** One response as a benchmark sees it. */
export type Contribution = {
	/** Tells one person from another within the company. */
	readonly person: string;
	/** When it was completed, ISO 8601: of one person the latest counts. */
	readonly at: string;
	/** Options by question, for the questions that peer groups are made of. */
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

/** The questions that the peer groups of an instrument are made of. */
export const dimensionsOf = ({
	peers,
	personalPeers
}: Pick<Instrument, 'peers' | 'personalPeers'>): readonly string[] =>
	[...new Set([...peers, ...personalPeers].flat())].sort();

/** The index of all that companies, or people, are compared by; undefined where the instrument has none. */
export const leadOf = ({ indices }: Pick<Instrument, 'indices'>, side: 'company' | 'personal') =>
	side === 'company'
		? indices.find(({ about, of }) => about === 'company' && of !== null)
		: indices.find(({ about, facetOf }) => about === 'personal' && facetOf === null);

/**
 * The share of one company (method, sections 6 and 8): the mean of its people for each index, each by the latest
 * response, in the groups that the latest of all belongs to. The order of the responses does not matter.
 */
export function shareOf(instrument: Instrument, contributions: readonly Contribution[]): Share {
	const latest = new Map<string, Contribution>();
	for (const each of contributions) {
		const known = latest.get(each.person);
		if (known === undefined || isLater(each, known)) latest.set(each.person, each);
	}
	const people = [...latest.values()];
	const last = people.reduce<Contribution | null>((one, other) => (one && !isLater(other, one) ? one : other), null);
	const personal = leadOf(instrument, 'personal');
	return {
		company: last && companyOf(instrument, people, last.dimensions),
		people: personal === undefined ? [] : people.filter(({ tenths }) => tenths[personal.id] !== undefined)
	};
}

/** By time; of two at the same moment, which no clock of ours tells apart, by name. */
const isLater = (one: Contribution, other: Contribution): boolean =>
	one.at === other.at ? one.person > other.person : one.at > other.at;

function companyOf(
	instrument: Instrument,
	people: readonly Contribution[],
	dimensions: Member['dimensions']
): Member | null {
	const scores = companyIndices(
		instrument,
		people.map(({ tenths }) => ({ indices: scoresOf(tenths) }))
	);
	const held = Object.entries(scores).flatMap(([id, score]) =>
		score.tenths === null ? [] : [[id, score.tenths] as const]
	);
	return held.length === Object.keys(scores).length && held.length > 0
		? { dimensions, tenths: Object.fromEntries(held) }
		: null;
}

const scoresOf = (tenths: Contribution['tenths']): Readonly<Record<string, IndexScore>> =>
	Object.fromEntries(
		Object.entries(tenths).map(([id, each]): [string, IndexScore] => [
			id,
			{ tenths: each, band: null, potential: null }
		])
	);
