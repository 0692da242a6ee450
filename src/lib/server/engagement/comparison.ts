// Engagements with one instrument → their indices side by side under letters: nothing in it says whose they are.
import { whole } from '#core/scores/arithmetic.ts';
import { oneDecimal, panel } from '#core/scores/panel.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { isOfMajor, standing } from '#core/standing/standing.ts';
import type { Several } from '#core/group/several.ts';
import { engagementFor } from './engagements.ts';
import { resultsOf, type Results } from './results.ts';
import type { Person } from '../person.ts';
import { tokenHash } from '../tokens.ts';

/** More letters than that are no picture any more. */
export const MOST_COMPARED = 12;

export type Comparison = {
	/** The instrument's title. */
	readonly title: string;
	readonly indices: readonly {
		readonly label: string;
		/** The median of all companies of the newest edition, in tenths; null: not told. */
		readonly median: number | null;
		/** In the order of the letters; null: no score. */
		readonly scores: readonly ({
			readonly tenths: number;
			readonly shown: string;
			readonly band: string | null;
		} | null)[];
	}[];
	readonly letters: readonly string[];
};

/** `unlike`: of several instruments, or of versions that are never compared. `few`, `many`: not so many. */
export type NotCompared = 'few' | 'many' | 'unlike' | 'untold';

type ToldResults = Results & { readonly several: Several };

export async function comparisonOf(person: Person, chosen: readonly string[]): Promise<Comparison | NotCompared> {
	const ids = [...new Set(chosen)].sort();
	if (ids.length < 2) return 'few';
	if (ids.length > MOST_COMPARED) return 'many';
	// Sorted by a name that each has in this choice alone: it says nothing, and is the same whenever this is asked for.
	const all = ids.map((id) => ({ id, place: tokenHash(`${ids.join(' ')} ${id}`) }));
	const told: ToldResults[] = [];
	for (const { id } of all.toSorted((one, other) => (one.place < other.place ? -1 : 1))) {
		const engagement = await engagementFor(person, id);
		const results = engagement && (await resultsOf(engagement));
		if (!results || results.several === null) return 'untold';
		told.push({ ...results, several: results.several });
	}
	const newest = told.map(({ instrument }) => instrument).reduce(newer);
	if (!told.every(({ instrument }) => isOfMajor(instrument, newest))) return 'unlike';
	const indices = newest.indices.filter(({ about }) => about === 'company');
	const show = told.some((each) => needsDecimals(newest, each))
		? oneDecimal
		: (tenths: number) => String(whole(tenths));
	return {
		title: newest.title,
		letters: told.map((_, at) => String.fromCodePoint(65 + at)),
		indices: [...indices.filter(({ of }) => of !== null), ...indices.filter(({ of }) => of === null)].map((index) => {
			const bands = index.bands === null ? [] : (newest.bands[index.bands] ?? []);
			return {
				label: index.title,
				median: told.reduce<number | null>((known, each) => known ?? medianOf(each, index.id), null),
				scores: told.map(({ several }) => {
					const score = several.scores.indices[index.id];
					if (score === undefined || score.tenths === null) return null;
					const band = bands.find(({ id }) => id === score.band)?.label ?? null;
					return { tenths: score.tenths, shown: show(score.tenths), band };
				})
			};
		})
	};
}

/** The same digits for everybody: one company whose whole numbers would not add up gives all of them a decimal. */
function needsDecimals({ indices }: Instrument, { several }: ToldResults): boolean {
	const tenths = (id: string): number | null => several.scores.indices[id]?.tenths ?? null;
	return indices.some(({ id, about, of }) => {
		if (about !== 'company' || of === null) return false;
		const parts = Object.keys(of);
		return panel(tenths(id), parts.map(tenths), Object.values(of)).decimals === 1;
	});
}

const newer = (one: Results['instrument'], other: Results['instrument']): Results['instrument'] =>
	one.version.localeCompare(other.version, 'en', { numeric: true }) >= 0 ? one : other;

/** Of everybody, nobody's own taken out: one tick for all companies. */
function medianOf({ instrument, several, compared }: ToldResults, index: string): number | null {
	if (compared.edition === null) return null;
	const everybody = { ...instrument, peers: [[]] };
	const place = standing(everybody, several.answers, several.scores, compared.edition)?.indices[index] ?? null;
	return place?.mode === 'percent' ? place.median : null;
}
