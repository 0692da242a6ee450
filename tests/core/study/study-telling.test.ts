// What the study tells of what was counted, what it keeps to itself, and when it says it anew.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reliability } from '#core/study/reliability.ts';
import { studyTold } from '#core/study/study-news.ts';
import type { StudyTally } from '#core/study/study-tally.ts';
import { studyOf } from '#core/study/study-telling.ts';
import {
	alike,
	answered,
	counted,
	noStudy,
	someCompanies,
	studied,
	text,
	type Company
} from '../../support/studied.ts';

const about = { edition: 'studied-1-20260201', date: '2026-02-01', demonstration: false };
const told = (tally: StudyTally) => studyOf(studied, tally, about);
const study = (companies: readonly Company[]) => told(counted(companies));
const levels = [0, 250, 500, 750, 1000];

type Made = {
	readonly dimensions?: Readonly<Record<string, string>>;
	readonly items?: Readonly<Record<string, number>>;
	readonly role?: 'seller' | 'manager';
};

/** A company of one, whose score goes up with its number. */
const single = (number: number, { dimensions = {}, items = {}, role = 'manager' }: Made = {}): Company => [
	answered(`person ${number}`, {
		items: { ...alike(levels[number % 5] ?? 0, role), ...items },
		dimensions: { role, ...dimensions }
	})
];
const singles = (count: number, made: (number: number) => Made = () => ({}), from = 0): readonly Company[] =>
	Array.from({ length: count }, (_, at) => single(from + at, made(from + at)));

describe('the study', () => {
	test('of nobody says nothing', () => {
		const { companies, composition, indices, questions, areas, findings } = told(noStudy());
		expect([companies, composition, questions, areas]).toEqual([0, [], {}, {}]);
		expect(indices.map(({ reliability: found, answered: n, intraclass }) => [found, n, intraclass])).toEqual(
			indices.map(() => [null, 0, null])
		);
		expect(findings.map((each) => [each.withheld, each.told])).toEqual(findings.map(() => ['few-responses', null]));
	});

	test('says of which edition and instrument it is, and of how many', () => {
		expect(study(singles(30))).toMatchObject({
			...about,
			instrument: { id: 'studied', version: '1.0.0' },
			companies: 30,
			responses: 30
		});
	});

	test('is the same to the byte in any order', () => {
		fc.assert(
			fc.property(someCompanies(40), (companies) => {
				expect(JSON.stringify(study(companies.toReversed()))).toBe(JSON.stringify(study(companies)));
			}),
			{ numRuns: 50 }
		);
	});

	test('is plain JSON: nothing in it is lost on the way', () => {
		fc.assert(
			fc.property(someCompanies(40), (companies) => {
				const said = study(companies);
				expect(JSON.parse(JSON.stringify(said))).toEqual(said);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('scores of a question', () => {
	test.each([
		[19, undefined],
		[20, { n: 20, median: 500, quartiles: [250, 750] }]
	])('of %i companies', (count, expected) => {
		expect(study(singles(count)).questions['v1']).toEqual(expected);
		expect(study(singles(count)).areas['worth']).toEqual(expected);
	});

	test('about the person need five companies, none of which holds over a quarter', () => {
		const company = (number: number, people: number): Company =>
			Array.from({ length: people }, (_, at) => answered(`${number}.${at}`, { items: alike(levels[at % 5] ?? 0) }));
		const of = (...sizes: readonly number[]) => study(sizes.map((size, at) => company(at, size))).questions['p1'];
		expect(of(5, 5, 5, 5)).toBeUndefined();
		expect(of(4, 4, 4, 4, 4)).toMatchObject({ n: 20 });
		expect(of(8, 4, 4, 4, 4)).toBeUndefined();
		expect(of(8, 6, 6, 6, 6)).toMatchObject({ n: 32 });
	});

	test('that was not scored is none', () =>
		expect(Object.keys(study(singles(30)).questions)).not.toContain('unweighed'));
});

describe('composition', () => {
	const composed = (...counts: readonly number[]) => {
		const industries = counts.flatMap((count, at) => new Array<string>(count).fill(['a', 'b', 'c', ''][at] ?? ''));
		const made = (number: number): Made => {
			const industry = industries[number] ?? '';
			return industry === '' ? {} : { dimensions: { industry } };
		};
		const [found] = study(singles(industries.length, made)).composition;
		return found?.options.map(({ companies }) => companies);
	};

	test.each([
		['under 20 companies nothing', [10, 9, 0], undefined],
		['rounded down to five', [12, 9, 5], [10, 5, 5]],
		['options of one to four are withheld, and the smallest of the others with them', [20, 6, 3], [20, null, null]],
		['several small ones that are five together hide each other', [20, 3, 2], [20, null, null]],
		['nobody is nobody', [15, 10, 0], [15, 10, 0]],
		['those who passed over it hide small ones', [20, 6, 3, 4], [20, 5, null]],
		['and are hidden themselves', [20, 6, 5, 3], [20, 5, null]]
	])('%s', (_, counts, expected) => expect(composed(...counts)).toEqual(expected));
});

describe('reliability', () => {
	const noisy = (number: number): Made => ({
		items: { v2: levels[(number * 3) % 5] ?? 0, v3: levels[(number >> 2) % 5] ?? 0 }
	});
	const value = (count: number) => study(singles(count, noisy)).indices.find(({ index }) => index === 'value');

	test('is told from a hundred complete responses', () => {
		expect(value(99)).toMatchObject({ reliability: null, answered: 95 });
		expect(value(100)).toMatchObject({ reliability: { items: ['v1', 'v2', 'v3'] }, answered: 100 });
	});

	test('is that of the rows, rounded, and its error is in tenths of the index', () => {
		const companies = singles(120, noisy);
		const rows = companies.flatMap((people) =>
			people.map(({ items }) => ['v1', 'v2', 'v3'].map((id) => items[id] ?? NaN))
		);
		const scores = companies.flatMap((people) => people.map(({ tenths }) => tenths['value'] ?? NaN));
		const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
		const sd = Math.sqrt(scores.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (scores.length - 1));
		const expected = reliability(rows);
		const found = value(120)?.reliability;
		expect(found?.alpha).toBeCloseTo(expected?.alpha ?? NaN, 3);
		expect(found?.sem).toBeCloseTo(sd * Math.sqrt(1 - (expected?.alpha ?? NaN)), 1);
		expect(found?.itemRest['v2']).toBeCloseTo(expected?.itemRest[1] ?? NaN, 3);
	});

	test('is not told where one company holds over a quarter, nor where nothing varies', () => {
		const crowd = Array.from({ length: 60 }, (_, at) => answered(`one.${at}`, { items: alike(levels[at % 5] ?? 0) }));
		const with_crowd = study([...singles(100, noisy), crowd]).indices.find(({ index }) => index === 'value');
		expect(with_crowd).toMatchObject({ reliability: null, answered: 160 });
		const same = study(singles(120, () => ({ items: alike(500, 'manager') })));
		expect(same.indices.map(({ reliability: found }) => found)).toEqual(same.indices.map(() => null));
	});

	test('how far companies differ is told from thirty with two respondents', () => {
		const pairs = (count: number) =>
			Array.from({ length: count }, (_, at): Company => {
				const [low, high] = [levels[at % 5] ?? 0, levels[(at + (at % 7 === 0 ? 1 : 0)) % 5] ?? 0];
				return [answered(`${at}.0`, { items: alike(low) }), answered(`${at}.1`, { items: alike(high) })];
			});
		const [few, many] = [pairs(29), pairs(30)].map((all) => study([...all, ...singles(20)]).indices[0]?.intraclass);
		expect(few).toBeNull();
		expect(many).toMatchObject({ companies: 30 });
		expect(many?.icc1).toBeGreaterThan(0.5);
		expect(many?.icc2).toBeGreaterThan(many?.icc1 ?? 1);
	});
});

describe('findings', () => {
	/** The worked case: 79 of 125 with the practice reached it, 50 of 125 without. */
	const companies = (yes: number, no: number, yesWithout: number, noWithout: number): readonly Company[] =>
		[
			[yes, 1000, 'yes'] as const,
			[no, 1000, 'no'] as const,
			[yesWithout, 0, 'yes'] as const,
			[noWithout, 0, 'no'] as const
		].flatMap(([count, score, reached], from) =>
			singles(count, () => ({ role: 'seller', items: alike(score), dimensions: { reached } }), 1000 * from)
		);
	const finding = (all: readonly Company[]) => study(all).findings[0];

	test('tells how much likelier, with both base rates', () => {
		expect(finding(companies(79, 46, 50, 75))).toMatchObject({
			exposure: 'v1',
			outcome: 'reached',
			withheld: null,
			told: {
				rr: 1.58,
				morePercent: 58,
				exposed: { companies: 125, percent: 63 },
				others: { companies: 125, percent: 40 }
			}
		});
	});

	test.each([
		['few-responses', [30, 10, 20, 20]],
		['few-companies', [80, 20, 10, 19]],
		['few-events', [80, 40, 9, 60]],
		['not-significant', [60, 60, 58, 62]]
	] as const)('%s', (because, [a, b, c, d]) => {
		expect(finding(companies(a, b, c, d))).toMatchObject({ withheld: because, told: null });
	});

	test('are none of an outcome that the instrument does not ask for', () => {
		const other = { ...studied, hypotheses: [{ exposure: 'v1', outcome: 'elsewhere' }] };
		const { findings } = studyOf(other, counted(companies(79, 46, 50, 75), other), about);
		expect(findings).toEqual([{ exposure: 'v1', outcome: 'elsewhere', withheld: 'few-companies', told: null }]);
	});

	test('are judged together: what is likely by itself may be chance among many', () => {
		const alone = { ...studied, hypotheses: [{ exposure: 'v1', outcome: 'reached' }] };
		const many = {
			...studied,
			hypotheses: [
				...alone.hypotheses,
				...['n1', 'n2', 'n3', 'p1', 'p2'].map((exposure) => ({ exposure, outcome: 'reached' }))
			]
		};
		// Only v1 is told apart: the others are all in the middle.
		const some = companies(76, 49, 60, 65).map((people) =>
			people.map((each) => ({ ...each, items: { ...alike(600), v1: each.items['v1'] ?? 0 } }))
		);
		expect(studyOf(alone, counted(some, alone), about).findings[0]?.withheld).toBeNull();
		expect(studyOf(many, counted(some, many), about).findings[0]?.withheld).toBe('not-significant');
	});
});

describe('told anew', () => {
	const before = singles(40, (number) => ({ dimensions: { industry: number % 2 === 0 ? 'a' : 'b' } }));
	const more = (count: number) =>
		singles(
			count,
			(number) => ({ items: alike(900, 'manager'), dimensions: { industry: number % 2 === 0 ? 'a' : 'b' } }),
			100
		);
	const then = counted(before);
	const again = (companies: readonly Company[]) => told(studyTold(counted(companies), then));

	test('is all of it where nothing was told', () => {
		const now = counted(before);
		expect(text(studyTold(now, null))).toBe(text(now));
	});

	test('a part stays as it was while eight moves, of four companies at most, would explain the difference', () => {
		const [was, still, anew] = [told(then), again([...before, ...more(8)]), again([...before, ...more(9)])];
		expect(still.questions).toEqual(was.questions);
		expect(still.areas).toEqual(was.areas);
		expect(still.composition).toEqual(was.composition);
		expect(still.companies).toBe(48);
		expect(anew.questions['v1']?.n).toBe(49);
		expect(anew.areas['many']?.n).toBe(49);
	});

	test('a part that was not told is told of now', () => {
		const small = counted(singles(19));
		expect(told(studyTold(counted(singles(20)), small)).questions['v1']?.n).toBe(20);
	});

	test('one part may stay while another is told anew', () => {
		const { v1: _, ...items } = alike(1000, 'manager');
		const newcomers = Array.from({ length: 9 }, (_each, at): Company => [answered(`new ${at}`, { items })]);
		const { questions } = again([...before, ...newcomers]);
		expect([questions['v1']?.n, questions['v2']?.n]).toEqual([40, 49]);
	});

	test('of people, a company counts with all that it may have changed', () => {
		const pairs = (count: number, from = 0) =>
			Array.from({ length: count }, (_, at): Company =>
				['x', 'y'].map((name) => answered(`${from + at}.${name}`, { items: alike(levels[at % 5] ?? 0) }))
			);
		const first = counted(pairs(20));
		const people = (more: number) =>
			told(studyTold(counted([...pairs(20), ...pairs(more, 100)]), first)).questions['p1']?.n;
		expect([people(8), people(9)]).toEqual([40, 58]);
	});

	test('whatever comes and goes, no two studies differ by the scores of one to four companies', () => {
		fc.assert(
			fc.property(someCompanies(30), someCompanies(6), (all, others) => {
				const base = counted([...before, ...all]);
				const next = studyTold(counted([...before, ...all.slice(2), ...others]), base);
				for (const [at, held] of next.questions.entries()) {
					const was = base.questions[at];
					if (was === undefined || was === held || was.sizes !== null) continue;
					const moved = held.counts.reduce((sum, each, score) => sum + Math.abs(each - (was.counts[score] ?? 0)), 0);
					expect(moved).toBeGreaterThan(8);
				}
			}),
			{ numRuns: 50 }
		);
	});
});
