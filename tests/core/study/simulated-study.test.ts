// The study of simulated companies of the flagship, from their answers on: figures that a reader would believe.
import { expect, test } from 'vitest';
import { dimensionsOf } from '#core/benchmark/contribution.ts';
import type { Index } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { score } from '#core/scores/score.ts';
import { chanceFrom } from '#core/simulation/chance.ts';
import { colleague, companyFrom } from '#core/simulation/company.ts';
import { studyOf } from '#core/study/study-telling.ts';
import type { Answered } from '#core/study/study-voice.ts';
import { answersTo } from '../../support/answers.ts';
import { flagship } from '../../support/flagship.ts';
import { counted } from '../../support/studied.ts';

const COMPANIES = 300;

/** What a response adds to the benchmark. */
function contributed(company: number, person: number, values: Readonly<Record<string, Value>>): Answered {
	const scores = score(flagship, answersTo(flagship, values));
	const held = (all: Readonly<Record<string, { readonly tenths: number | null }>>): Readonly<Record<string, number>> =>
		Object.fromEntries(Object.entries(all).flatMap(([id, { tenths }]) => (tenths === null ? [] : [[id, tenths]])));
	const dimensions = Object.fromEntries(
		dimensionsOf(flagship).flatMap((question) => {
			const value = values[question];
			const option = typeof value === 'object' && 'option' in value ? value.option : value;
			return typeof option === 'string' ? [[question, option]] : [];
		})
	);
	return {
		person: `${company}.${person}`,
		at: '2026-01-01T00:00:00.000Z',
		dimensions,
		tenths: held(scores.indices),
		items: held(scores.questions)
	};
}

const companies = Array.from({ length: COMPANIES }, (_, company): readonly Answered[] => {
	const like = companyFrom(flagship, chanceFrom(5000 + company));
	return Array.from({ length: 1 + (company % 4) }, (_each, person) =>
		contributed(company, person, colleague(flagship, like, chanceFrom(90_000 + 10 * company + person)))
	);
});
const tally = counted(companies, flagship);
const study = studyOf(flagship, tally, { edition: 'simulated', date: '2026-01-01', demonstration: true });

test('holds everybody who has the index of all', () => {
	const whole = companies.filter((people) =>
		flagship.indices
			.filter(({ about, of }: Index) => about === 'company' && of === null)
			.every(({ id }) => people.some(({ tenths }) => tenths[id] !== undefined))
	);
	expect(study.companies).toBe(whole.length);
	expect(study.companies).toBeGreaterThan(0.8 * COMPANIES);
});

test('finds that people who answer alike on what an index asks answer it reliably', () => {
	const reliable = study.indices.flatMap(({ index, reliability }) => (reliability ? [{ index, ...reliability }] : []));
	expect(reliable.length).toBeGreaterThanOrEqual(4);
	for (const { alpha, omega, sem, items, itemRest } of reliable) {
		expect(alpha).toBeGreaterThan(0.6);
		expect(alpha).toBeLessThan(1);
		if (omega !== null) expect(Math.abs(omega - alpha)).toBeLessThan(0.1);
		// An error of points, and not of tens of points.
		expect(sem).toBeGreaterThan(10);
		expect(sem).toBeLessThan(120);
		// An item that everybody answers alike has none.
		expect(items).toEqual(expect.arrayContaining(Object.keys(itemRest)));
		expect(Object.keys(itemRest).length).toBeGreaterThanOrEqual(items.length - 1);
		for (const each of Object.values(itemRest)) expect(each).toBeGreaterThan(0);
	}
});

test('finds that people of one company resemble each other', () => {
	for (const { index, intraclass } of study.indices) {
		if (flagship.indices.find(({ id }) => id === index)?.about !== 'company') continue;
		expect(intraclass?.companies).toBeGreaterThan(150);
		expect(intraclass?.icc1).toBeGreaterThan(0.2);
		expect(intraclass?.icc2).toBeGreaterThan(intraclass?.icc1 ?? 1);
	}
});

test('tells every scored question and area within the range, of no more than there are', () => {
	expect(Object.keys(study.areas)).toHaveLength(flagship.areas.length);
	expect(Object.keys(study.questions).length).toBeGreaterThan(50);
	for (const { n, median, quartiles } of [...Object.values(study.questions), ...Object.values(study.areas)]) {
		const [lower, upper] = quartiles;
		expect(n).toBeLessThanOrEqual(study.responses);
		expect([0, lower, median, upper, 1000]).toEqual([0, lower, median, upper, 1000].toSorted((a, b) => a - b));
	}
});

test('tells who took part in fives, and never more than took part', () => {
	expect(study.composition.map(({ question }) => question)).toEqual(['industry', 'company-size', 'region']);
	for (const { options } of study.composition) {
		const shown = options.map(({ companies: each }) => each ?? 0);
		expect(shown.every((each) => each % 5 === 0)).toBe(true);
		expect(shown.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(study.companies);
	}
});

test('judges each hypothesis of the content once, and says why it keeps one to itself', () => {
	expect(study.findings.map(({ exposure }) => exposure)).toEqual(flagship.hypotheses.map(({ exposure }) => exposure));
	for (const { withheld, told } of study.findings) expect(withheld === null).toBe(told !== null);
});
