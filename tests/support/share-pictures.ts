// The eight journeys as share pictures, the instrument's own, and some that say more than any real one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTheme } from '#core/instrument/theme.ts';
import { pictureOfInstrument } from '#lib/picture/of-instrument.ts';
import { pictureOfReport } from '#lib/picture/of-report.ts';
import type { Picture } from '#lib/picture/picture.ts';
import { flagship, reportOf } from './flagship.ts';

const folder = join(import.meta.dirname, '../journeys');

export const journeys: readonly string[] = readdirSync(folder)
	.filter((name) => name.endsWith('.json') && !name.endsWith('.golden.json'))
	.map((name) => name.slice(0, -'.json'.length));

export const reportIn = (journey: string) => reportOf(readFileSync(join(folder, `${journey}.json`), 'utf8'));

export const pictureIn = (journey: string): Picture =>
	pictureOfReport(reportIn(journey), plainTheme, 'survey.example.com');

const full = pictureIn('notorious-discounter');
const words = (count: number): string => Array.from({ length: count }, () => 'opportunities').join(' ');

/** More of everything than the content may hold. */
export const crowded: Picture = {
	...full,
	brand: { ...full.brand, firm: words(6) },
	kicker: `Demonstration peers: ${words(5)}`,
	headline: `${words(14)}.`,
	beside:
		full.beside.kind === 'text'
			? full.beside
			: {
					...full.beside,
					shown: '100.0',
					band: words(3),
					peers: 'About 70%: 30% of 12,310 demonstration peers scored better.',
					median: 1000
				},
	legend: 'Tick: the median',
	terms: full.terms.map((term) => ({ ...term, label: words(2), shown: '100.0', tenths: 1000, median: 0 })),
	notes: [
		{ kind: 'text', title: 'What it is worth', text: words(16) },
		{ kind: 'list', title: words(8), items: [words(7), words(7), words(7)] }
	],
	foot: [words(6), `https://${'long.'.repeat(20)}example.com/sales-velocity/method`]
};

const inBars = (count: number): Picture => ({
	...full,
	layout: 'bars',
	terms: Array.from({ length: count }, (_, nth) => ({
		label: `Part ${nth + 1} of the whole`,
		shown: String(10 * nth),
		tenths: 100 * nth,
		mark: nth === 0 ? 'Weakest part' : null,
		because: null,
		median: null
	}))
});

const unscored: Picture = {
	...full,
	beside: { kind: 'text', text: 'One of its parts has no score, so the whole has none.' },
	terms: full.terms.map((term) => ({
		...term,
		shown: null,
		tenths: null,
		because: 'Less than two thirds of its weight was answered.'
	}))
};

export const pictures: readonly (readonly [string, Picture])[] = [
	...journeys.map((name) => [name, pictureIn(name)] as const),
	['the instrument’s own', pictureOfInstrument(flagship, plainTheme, 'survey.example.com')],
	['far too much', crowded],
	['without scores of the terms', unscored],
	['next to nothing', { ...full, headline: 'So.', terms: [], notes: [], foot: ['', ''], kicker: '' }],
	...[1, 2, 3, 4, 5, 6, 9].map((count) => [`${count} bars`, inBars(count)] as const)
];
