// What the page of a study is made of: an edition as it may be told, what it says as a whole, and for whom it is written.
import type { Index, Instrument } from '#core/instrument/instrument.ts';
import type { PublishedCell, PublishedEdition, PublishedMeasure } from '#core/standing/published.ts';
import type { Study } from '#core/study/study.ts';
import { given, longDate, wholePoints } from '../format.ts';
import type { ChartBlock } from '../report.ts';
import type { Words } from '../words.ts';

export type Source = {
	readonly instrument: Instrument;
	/** Null: nothing was told yet. */
	readonly edition: PublishedEdition | null;
	/** Null: the edition was told, and nothing was counted of it as a whole. */
	readonly study: Study | null;
	readonly words: Words;
	readonly locale: string;
	/** Who publishes it. */
	readonly firm: string;
	/** The page's own, with protocol and host. */
	readonly address: string;
};

/** A source in which there is an edition. */
export type Told = Source & { readonly edition: PublishedEdition };

export type Side = Index['about'];

/** Every count is told rounded down to this. */
const STEP = 5;

export const roundedDown = (count: number): number => count - (count % STEP);

/** "1,240": a count, rounded down. */
export const counted = ({ locale }: Pick<Source, 'locale'>, count: number): string => given(roundedDown(count), locale);

/** "62": tenths as the whole points that are shown. */
export const shown = ({ locale }: Pick<Source, 'locale'>, tenths: number): string => wholePoints(tenths, locale);

/** The index of all that the others of its side are parts or facets of; undefined: there is none. */
export const leadOf = ({ instrument: { indices } }: Source, side: Side): Index | undefined =>
	side === 'company'
		? indices.find(({ about, of }) => about === 'company' && of !== null)
		: indices.find(({ about, facetOf }) => about === 'personal' && facetOf === null);

/** The lead, then its parts or facets, as the instrument lists them. */
export function indicesOf(source: Source, side: Side): readonly Index[] {
	const lead = leadOf(source, side);
	const others = source.instrument.indices.filter((index) => index.about === side && index !== lead);
	return lead === undefined ? others : [lead, ...others];
}

/** The group of all. */
const everybody = ({ edition }: Told): PublishedCell | undefined =>
	edition.cells.find(({ dimensions }) => Object.keys(dimensions).length === 0);

/** Of an index among all; undefined: too few for it. */
export const measureOf = (source: Told, index: Index): PublishedMeasure | undefined =>
	everybody(source)?.measures[index.id];

type Group = { readonly option: string; readonly label: string; readonly measure: PublishedMeasure };

/** The groups that share one answer, in the order of the options, those that may be told. */
export function groupsBy({ edition, instrument }: Told, question: string, index: Index): readonly Group[] {
	const options = instrument.questions.find(({ id }) => id === question)?.options ?? [];
	return options.flatMap(({ id, label }): readonly Group[] => {
		const cell = edition.cells.find(
			({ dimensions }) => Object.keys(dimensions).length === 1 && dimensions[question] === id
		);
		const measure = cell?.measures[index.id];
		return measure === undefined ? [] : [{ option: id, label, measure }];
	});
}

/** The questions by which there are groups of one answer. */
export const questionsOf = ({ instrument: { peers, personalPeers } }: Source, side: Side): readonly string[] =>
	(side === 'company' ? peers : personalPeers).flatMap((rung) => (rung.length === 1 ? rung : []));

/** "at least 320 companies", "at least 450 people" */
export const members = (source: Source, side: Side, n: number): string =>
	source.words(side === 'company' ? 'study_companies' : 'study_people', { n: counted(source, n) });

/** The line under a chart by which it can be quoted. `who`: whom it is about, and how many; `date`: as of when. */
export function sourceLine(source: Told, who: string, date = source.edition.date): string {
	const { edition, instrument, firm, locale, words } = source;
	return words(edition.demonstration ? 'study_source_demonstration' : 'study_source', {
		firm,
		title: instrument.title,
		edition: edition.id,
		date: longDate(date, locale),
		who
	});
}

/** The whole scale of points. */
export const POINTS: ChartBlock['ticks'] = [0, 250, 500, 750, 1000].map((at) => ({ at, label: String(at / 10) }));
