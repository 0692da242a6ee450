// A study of the flagship in which everything can be told, invented for tests, and the source of its page.
import type { Source } from '#core/report/study-page/page.ts';
import { publishedOf, type PublishedEdition } from '#core/standing/published.ts';
import type { Study } from '#core/study/study.ts';
import { wordsFor } from '#lib/words.ts';
import { cellOf, editionOf, measureOf } from './edition.ts';
import { flagship } from './flagship.ts';

export const toldStudy: Study = {
	edition: 'spring-2026',
	date: '2026-03-01',
	instrument: { id: flagship.id, version: flagship.version },
	demonstration: false,
	companies: 323,
	responses: 458,
	composition: [
		{
			question: 'company-size',
			options: [
				{ option: '1-10', companies: 120 },
				{ option: '11-50', companies: 80 },
				{ option: '51-200', companies: null }
			]
		}
	],
	indices: [
		{
			index: 'value',
			reliability: {
				items: ['walk-away', 'coaching-happens'],
				alpha: 0.84,
				omega: 0.86,
				sem: 61,
				itemRest: { 'walk-away': 0.21, 'coaching-happens': 0.55 }
			},
			answered: 250,
			intraclass: { icc1: 0.23, icc2: 0.55, companies: 43 }
		},
		{ index: 'number', reliability: null, answered: 60, intraclass: null }
	],
	questions: {},
	areas: {
		coaching: { n: 301, median: 450, quartiles: [300, 600] },
		access: { n: 302, median: 700, quartiles: [500, 800] }
	},
	findings: [
		{
			exposure: 'qualification',
			outcome: 'made-quota',
			withheld: null,
			told: {
				rr: 1.58,
				low: 1.21,
				high: 2.06,
				q: 0.0121,
				morePercent: 58,
				exposed: { companies: 121, percent: 63 },
				others: { companies: 97, percent: 40 }
			}
		},
		{ exposure: 'walk-away', outcome: 'made-quota', withheld: 'not-significant', told: null }
	]
};

const groups: readonly { readonly by: Readonly<Record<string, string>>; readonly n: number }[] = [
	{ by: {}, n: 323 },
	{ by: { industry: 'manufacturing' }, n: 47 },
	{ by: { industry: 'software-it' }, n: 19 }
];

/** Of companies and people alike: all, one industry that may be told, and one that has too few. */
export const toldEdition = (more: Partial<PublishedEdition> = {}): PublishedEdition => ({
	...publishedOf(
		editionOf(
			flagship,
			groups.map(({ by, n }) => cellOf(flagship, by, measureOf(n, { tails: [100, 900] })))
		)
	),
	...more
});

export const toldSource = (more: Partial<Source> = {}): Source => ({
	instrument: flagship,
	edition: toldEdition(),
	study: toldStudy,
	words: wordsFor('en'),
	locale: 'en',
	firm: 'Test operator',
	address: 'https://survey.test/sales-velocity/benchmark',
	...more
});
