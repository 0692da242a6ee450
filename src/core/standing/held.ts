// An edition as it is kept → the same in memory, where it is asked for standings: groups by name, scores as totals.
import { once } from '#core/instrument/once.ts';
import { nameOf, type Cell, type Edition, type Measure } from './edition.ts';
import { bytesIn, totalsOf, type Totals } from './totals.ts';

export type HeldMeasure = Omit<Measure, 'scores'> & { readonly scores?: Totals };

type HeldMeasures = Readonly<Record<string, HeldMeasure>>;

/** It is not one to be written down: no document is made of it, and no edition that follows. */
export type HeldEdition = Omit<Edition, 'cells'> & {
	readonly cells: readonly { readonly dimensions: Cell['dimensions']; readonly measures: HeldMeasures }[];
	/** The measures of each group, by its name. */
	readonly groups: ReadonlyMap<string, HeldMeasures>;
};

/** Nothing of what it is made of is held on to but texts and bins. */
export function held({ cells, ...about }: Edition): HeldEdition {
	const kept = cells.map(({ dimensions, measures }) => ({
		dimensions,
		measures: Object.fromEntries(Object.entries(measures).map(([index, each]) => [index, heldMeasure(each)]))
	}));
	return { ...about, cells: kept, groups: new Map(kept.map((each) => [nameOf(each.dimensions), each.measures])) };
}

export const heldMeasure = ({ scores, ...rest }: Measure): HeldMeasure =>
	scores === undefined ? rest : { ...rest, scores: totalsOf(scores) };

const heldOnce = once(held);

/** As it is held; an edition that came straight from its document is made ready once. */
export const ready = (edition: Edition | HeldEdition): HeldEdition =>
	'groups' in edition ? edition : heldOnce(edition);

/** What a measure takes in memory beside its totals. */
const MEASURE = 600;

/** About how many bytes it takes. */
export const sizeOf = ({ cells }: HeldEdition): number =>
	cells
		.flatMap(({ measures }) => Object.values(measures))
		.reduce((sum, { scores }) => sum + MEASURE + (scores === undefined ? 0 : bytesIn(scores)), 0);
