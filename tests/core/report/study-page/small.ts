// The page of a small instrument whose titles are its ids: editions and studies of it that a test writes down in a line.
import type { Block, ChartBlock, Paper, Rows } from '#core/report/report.ts';
import { chartsOf, studyPage, type Source } from '#core/report/study-page/page.ts';
import type { PublishedCell, PublishedEdition, PublishedMeasure } from '#core/standing/published.ts';
import type { Study, StudyFinding } from '#core/study/study.ts';
import { wordsFor } from '#lib/words.ts';
import { studied } from '../../../support/studied.ts';

export const measured = (n: number, median = 500, more: Partial<PublishedMeasure> = {}): PublishedMeasure => ({
	n,
	companies: n,
	median,
	quartiles: [median - 100, median + 100],
	tails: null,
	bins: null,
	...more
});

type Measures = PublishedCell['measures'];

/** Everybody, and groups by name, such as `industry=a`. */
export const edition = (
	everybody: Measures,
	groups: Readonly<Record<string, Measures>> = {},
	more: Partial<PublishedEdition> = {}
): PublishedEdition => ({
	id: 'small-7',
	date: '2026-03-01',
	instrument: { id: studied.id, version: studied.version },
	demonstration: false,
	source: '',
	cells: [
		{ dimensions: {}, measures: everybody },
		...Object.entries(groups).map(([name, measures]) => ({
			dimensions: Object.fromEntries(name.split('&').map((each) => each.split('=') as [string, string])),
			measures
		}))
	],
	...more
});

export const study = (more: Partial<Study> = {}): Study => ({
	edition: 'small-6',
	date: '2026-02-01',
	instrument: { id: studied.id, version: studied.version },
	demonstration: false,
	companies: 61,
	responses: 99,
	composition: [],
	indices: [],
	questions: {},
	areas: {},
	findings: [],
	...more
});

export const withheld = (exposure: string, because: StudyFinding['withheld']): StudyFinding => ({
	exposure,
	outcome: 'reached',
	withheld: because,
	told: null
});

export const finding = (exposure: string, more: Partial<NonNullable<StudyFinding['told']>> = {}): StudyFinding => ({
	exposure,
	outcome: 'reached',
	withheld: null,
	told: {
		rr: 1.5,
		low: 1.2,
		high: 1.875,
		q: 0.02,
		morePercent: 50,
		exposed: { companies: 64, percent: 60 },
		others: { companies: 59, percent: 40 },
		...more
	}
});

export const source = (more: Partial<Source> = {}): Source => ({
	instrument: { ...studied, title: 'Small survey', minutes: 7 },
	edition: edition({ company: measured(61) }),
	study: study(),
	words: wordsFor('en'),
	locale: 'en',
	firm: 'A firm',
	address: 'https://firm.test/small/benchmark',
	...more
});

export const page = (more: Partial<Source> = {}): Paper<ChartBlock> => studyPage(source(more));

export function chartIn(of: Paper<ChartBlock>, id: string): ChartBlock {
	const found = chartsOf(of).find((each) => each.id === id);
	if (found === undefined) throw new Error(`no chart ${id}`);
	return found;
}

export function rowsOf({ drawn }: ChartBlock): Rows['rows'] {
	if (drawn.shape !== 'rows') throw new Error('not a chart of rows');
	return drawn.rows;
}

/** What a part says in prose and lists, a line each; nothing where there is no such part. */
export const linesOf = (of: Paper<ChartBlock>, part: string): readonly string[] =>
	(of.parts.find(({ id }) => id === part)?.blocks ?? []).flatMap((block) =>
		block.kind === 'chart' ? [] : lines(block)
	);

function lines(block: Block): readonly string[] {
	if (block.kind === 'heading') return [block.text];
	if (block.kind === 'prose') return block.prose.map(textIn);
	if (block.kind === 'list') return block.items.map(({ text, detail }) => `${textIn(text)} ${detail ?? ''}`.trim());
	return [];
}

/** The text of anything that holds some, in order. */
function textIn(node: unknown): string {
	if (Array.isArray(node)) return node.map(textIn).join('');
	if (typeof node !== 'object' || node === null) return '';
	return Object.entries(node)
		.map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : textIn(value)))
		.join('');
}
