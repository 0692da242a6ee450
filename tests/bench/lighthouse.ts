// What Lighthouse makes of the pages that people wait for, on its own slow telephone → the median of each category.
import lighthouse from 'lighthouse';
import { launchChromium } from '../support/chromium.ts';
import { freePort, startServer } from '../support/server.ts';
import type { Figure } from './figure.ts';
import { sample, type Sample } from './rounds.ts';
import { servedReport } from './served-report.ts';

const ROUNDS = 5;

type Category = keyof typeof categories;

/** Least scores of 100, and what they are called. */
const categories = {
	performance: { name: 'performance', least: 97 },
	accessibility: { name: 'accessibility', least: 100 },
	'best-practices': { name: 'best practices', least: 100 },
	seo: { name: 'search engines', least: 100 }
};

const everywhere: readonly Category[] = ['performance', 'accessibility', 'best-practices'];

export async function measurePages(): Promise<readonly Figure[]> {
	const app = await startServer();
	try {
		// Survey and report ask search engines to stay away, which would be counted against them.
		const pages: readonly (readonly [string, string, readonly Category[]])[] = [
			['landing', `${app.url}/sales-velocity`, [...everywhere, 'seo']],
			['survey', `${app.url}/sales-velocity/survey`, everywhere],
			['report', await servedReport(app.url), everywhere]
		];
		const figures: Figure[] = [];
		for (const [name, url, judged] of pages) {
			const scores = await scoresOf(url, judged);
			figures.push(...judged.map((category) => scored(name, category, scores[category] ?? sample([]))));
		}
		return figures;
	} finally {
		await app.stop();
	}
}

/** Of 100, each round with a browser of its own: nothing is cached, and nobody has been here before. */
async function scoresOf(url: string, judged: readonly Category[]): Promise<Partial<Record<Category, Sample>>> {
	const values = new Map<Category, number[]>(judged.map((category) => [category, []]));
	for (let round = 0; round < ROUNDS; round += 1) {
		const port = await freePort();
		const browser = await launchChromium([`--remote-debugging-port=${port}`]);
		try {
			const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...judged] });
			for (const [category, list] of values) {
				const score = result?.lhr.categories[category]?.score;
				if (score == null) throw new Error(`Lighthouse could not judge ${url}: ${result?.lhr.runtimeError?.message}`);
				list.push(Math.round(score * 100));
			}
		} finally {
			await browser.close();
		}
	}
	return Object.fromEntries([...values].map(([category, list]) => [category, sample(list)]));
}

function scored(page: string, category: Category, { median, min, max }: Sample): Figure {
	const { name, least } = categories[category];
	return {
		name: `Lighthouse, ${page}: ${name}`,
		ours: min === max ? String(median) : `${median} (${min}–${max})`,
		peer: '',
		ratio: '',
		limit: `≥ ${least}`,
		verdict: median >= least ? 'ok' : 'MISSED'
	};
}
