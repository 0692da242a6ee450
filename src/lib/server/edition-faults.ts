// An edition from outside and our instrument → what the shape alone does not show: other names, figures that contradict.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Problem } from '#core/problem.ts';
import { nameOf, type Cell } from '#core/standing/edition.ts';
import { wrong } from './input.ts';

type Told<Figures> = {
	readonly instrument: { readonly id: string; readonly version: string };
	readonly cells: readonly (Pick<Cell, 'dimensions'> & { readonly measures: Readonly<Record<string, Figures>> })[];
};

/** `where` is the place in all problems. */
export function faultsOf<Figures>(
	{ instrument: of, cells }: Told<Figures>,
	instrument: Instrument,
	agree: (figures: Figures) => boolean,
	where: string
): readonly Problem[] {
	const [major] = instrument.version.split('.');
	if (of.id !== instrument.id || of.version.split('.')[0] !== major) {
		const expected = `an edition of ${instrument.id} ${major}`;
		return [wrong('wrong-edition', where, expected, `one of ${of.id} ${of.version}`, 'Make one for this version.')];
	}
	const names = new Set<string>();
	return cells.flatMap(({ dimensions, measures }) => {
		const name = nameOf(dimensions);
		const cell = name === '' ? 'the cell of all' : `the cell ${name}`;
		const isAgain = names.has(name);
		names.add(name);
		return [
			...(isAgain ? [wrong('cell-twice', where, 'each cell once', `${cell} again`, 'Take one out.')] : []),
			...Object.entries(dimensions)
				.filter(([question, option]) => !hasOption(instrument, question, option))
				.map(() => unknown('unknown-dimension', where, `options of questions of ${instrument.id}`, cell)),
			...Object.keys(measures)
				.filter((index) => !instrument.indices.some(({ id }) => id === index))
				.map((index) => unknown('unknown-index', where, `indices of ${instrument.id}`, `"${index}" in ${cell}`)),
			...Object.entries(measures)
				.filter(([, figures]) => !agree(figures))
				.map(([index]) => unknown('wrong-figures', where, 'figures that agree', `others for ${index} in ${cell}`))
		];
	});
}

const hasOption = ({ questions }: Instrument, question: string, option: string): boolean =>
	questions.find(({ id }) => id === question)?.options.some(({ id }) => id === option) ?? false;

const unknown = (code: string, where: string, expected: string, found: string): Problem =>
	wrong(code, where, expected, found, 'Make the edition anew.');
