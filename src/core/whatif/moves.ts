// What was answered and what was tried, both scored → which indices and key areas moved, and how far.
import type { Index, Instrument, Verdict } from '#core/instrument/instrument.ts';
import type { IndexScore } from '#core/scores/scores.ts';
import type { Tried } from './tried.ts';

export type IndexMove = {
	readonly index: Index;
	/** A total is shown before its parts or facets. */
	readonly isTotal: boolean;
	readonly before: IndexScore;
	readonly after: IndexScore;
	/** Tenths; null where either has no score. */
	readonly by: number | null;
};

/** A key area as it stands before or after: its verdict there, and what it was on the other side. */
export type KeyAreaMove = {
	readonly area: string;
	readonly title: string;
	readonly verdict: Verdict;
	/** The verdict on the other side, where it is another one; null: the same, or not among the key areas there. */
	readonly other: Verdict | null;
	/** Whether it is a key area on the other side too. */
	readonly stays: boolean;
};

/** The company's index with its parts, then the person's with its facets; none that was asked neither before nor after. */
export function indexMoves(instrument: Instrument, before: Tried, after: Tried): readonly IndexMove[] {
	const { indices } = instrument;
	const company = indices.find(({ about, of }) => about === 'company' && of !== null);
	const personal = indices.find(({ about, facetOf }) => about === 'personal' && facetOf === null);
	const ordered = [
		...(company ? [company, ...indices.filter(({ id }) => Object.hasOwn(company.of ?? {}, id))] : []),
		...(personal ? [personal, ...indices.filter(({ facetOf }) => facetOf === personal.id)] : [])
	];
	return (ordered.length > 0 ? ordered : indices).flatMap((index) => {
		const [from, to] = [before.scores.indices[index.id], after.scores.indices[index.id]];
		if (from === undefined || to === undefined || (isNotAsked(from) && isNotAsked(to))) return [];
		const by = from.tenths === null || to.tenths === null ? null : to.tenths - from.tenths;
		return [{ index, isTotal: index === company || index === personal, before: from, after: to, by }];
	});
}

const isNotAsked = (score: IndexScore): boolean => score.tenths === null && score.because === 'not-asked';

/** The label of a band; null where the index has none. */
export const bandLabel = ({ bands }: Instrument, { bands: set }: Index, { band }: IndexScore): string | null =>
	(set === null ? undefined : bands[set]?.find(({ id }) => id === band))?.label ?? null;

/** The key areas of `here`, in their order, each beside what it is in `there`. */
export function keyAreaMoves({ areas }: Instrument, here: Tried, there: Tried): readonly KeyAreaMove[] {
	return here.keyAreas.map(({ area, verdict }) => {
		const other = there.keyAreas.find((finding) => finding.area === area);
		return {
			area,
			title: areas.find(({ id }) => id === area)?.title ?? area,
			verdict,
			other: other === undefined || other.verdict === verdict ? null : other.verdict,
			stays: other !== undefined
		};
	});
}
