// The address of a benchmark page → the page, its charts as pictures and its figures as CSV, of the newest edition.
import { chartsOf, studyPage, toldOf, type Source } from '#core/report/study-page/page.ts';
import { dataOf } from '#core/report/study-page/data.ts';
import type { ChartBlock, Paper } from '#core/report/report.ts';
import { publishedOf } from '#core/standing/published.ts';
import { pictureOfChart, type ChartPicture } from '#lib/picture/of-chart.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import { theme } from './brand.ts';
import { content } from './content.ts';
import { majorOf } from './contribution-rows.ts';
import { BOM, csvLine } from './csv.ts';
import { newestEdition } from './edition-rows.ts';
import { studyById } from './study-rows.ts';

export type StudyPage = {
	readonly paper: Paper<ChartBlock>;
	readonly title: string;
	/** There are figures on it. */
	readonly isOpen: boolean;
	/** Its figures are invented. */
	readonly isDemonstration: boolean;
};

/** Null: there is no such instrument. `origin` is where people reach us. */
export async function studyPageOf(id: string, origin: string): Promise<StudyPage | null> {
	const source = await sourceOf(id, origin);
	if (source === null) return null;
	return {
		paper: studyPage(source),
		title: source.instrument.title,
		isOpen: toldOf(source) !== null,
		isDemonstration: source.edition?.demonstration ?? false
	};
}

/** Whether there is anything to read on the page. */
export async function isStudyOpen(id: string): Promise<boolean> {
	const source = await sourceOf(id, 'https://localhost');
	return source !== null && toldOf(source) !== null;
}

/** Null: there is no such chart. */
export async function studyPicture(id: string, figure: string, origin: string): Promise<ChartPicture | null> {
	const source = await sourceOf(id, origin);
	const chart = source && chartsOf(studyPage(source)).find((each) => each.id === figure);
	if (!source || !chart) return null;
	const { address, edition } = source;
	return pictureOfChart(chart, theme(), { address, isDemonstration: edition?.demonstration ?? false });
}

export type StudyCsv = { readonly name: string; readonly text: string; readonly isDemonstration: boolean };

const COLUMNS = [
	'kind',
	'measure',
	'title',
	'group',
	'statistic',
	'value',
	'n_at_least',
	'edition',
	'date',
	'demonstration'
];

/** Null while there is nothing to tell. */
export async function studyCsv(id: string, origin: string): Promise<StudyCsv | null> {
	const source = await sourceOf(id, origin);
	const told = source && toldOf(source);
	if (!told) return null;
	const { edition } = told;
	const lines = dataOf(told).map(({ kind, measure, title, group, statistic, value, n }) =>
		csvLine([
			kind,
			measure,
			title,
			group,
			statistic,
			value,
			n,
			edition.id,
			edition.date,
			edition.demonstration ? 'yes' : 'no'
		])
	);
	const name = `${edition.demonstration ? 'demonstration-' : ''}${edition.id}.csv`;
	const text = `${BOM}${csvLine(COLUMNS)}${lines.join('')}`;
	return { name, text, isDemonstration: edition.demonstration };
}

async function sourceOf(id: string, origin: string): Promise<Source | null> {
	const instrument = content().instruments.get(id);
	if (instrument === undefined) return null;
	const edition = await newestEdition({ instrument: id, major: majorOf(instrument.version) });
	return {
		instrument,
		edition: edition && publishedOf(edition),
		study: edition && (await studyById(edition.id)),
		words: wordsFor(baseLocale),
		locale: baseLocale,
		firm: theme().firm,
		address: `${origin}/${id}/benchmark`
	};
}
