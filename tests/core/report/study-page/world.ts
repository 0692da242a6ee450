// Invented companies of the small instrument → the edition and the study that they make, and the page of both.
import { shareOf } from '#core/benchmark/contribution.ts';
import { nextEdition } from '#core/benchmark/edition.ts';
import { count, type Tallies } from '#core/benchmark/tally.ts';
import type { Source } from '#core/report/study-page/page.ts';
import { publishedOf } from '#core/standing/published.ts';
import { studyOf } from '#core/study/study-telling.ts';
import { chances, pick } from '../../../support/history.ts';
import { answered, counted, studied, type Company } from '../../../support/studied.ts';
import { source } from './small.ts';

const levels = [0, 250, 500, 750, 1000];
const items = ['v1', 'v2', 'v3', 'n1', 'n2', 'n3', 'n4', 'p1', 'p2', 'p3'];

/** Of one to four people, who answer more or less alike; some pass over a question, an industry or the outcome. */
function companyOf(number: number, chance: () => number): Company {
	const [level, industry] = [Math.floor(chance() * 5), pick(chance, ['a', 'a', 'a', 'a', 'b', 'b', 'c', ''])];
	return Array.from({ length: 1 + Math.floor(chance() * 4) }, (_, person) => {
		const role = pick(chance, ['seller', 'seller', 'manager']);
		const asked = items.filter((id) => (role === 'seller' || !id.startsWith('p')) && chance() < 0.97);
		const score = (): number => levels[Math.min(4, Math.max(0, level + Math.floor(chance() * 3) - 1))] ?? 0;
		return answered(`${number}.${person}`, {
			items: Object.fromEntries(asked.map((id) => [id, score()])),
			dimensions: {
				role,
				reached: chance() < 0.15 + level / 6 ? 'yes' : pick(chance, ['no', 'no', 'none']),
				...(industry === '' ? {} : { industry })
			}
		});
	});
}

export type World = { readonly companies: readonly Company[]; readonly source: Source };

export function worldOf(seed: number, size: number): World {
	const chance = chances(seed);
	const companies = Array.from({ length: size }, (_, number) => companyOf(number, chance));
	const tallies: Tallies = new Map();
	for (const people of companies) count(tallies, studied, shareOf(studied, people), 1);
	const about = { id: 'world', date: '2026-03-01', instrument: studied, demonstration: false, source: '' };
	const { edition } = nextEdition(tallies, { about, previous: null, changed: new Map(), stamp: about.date });
	const study = studyOf(studied, counted(companies), { edition: about.id, date: about.date, demonstration: false });
	return { companies, source: source({ edition: publishedOf(edition), study }) };
}
