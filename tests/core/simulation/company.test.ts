// Simulated companies: the same seed gives the same people, who resemble each other more than they resemble others.
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '#core/answers/check.ts';
import { quality } from '#core/answers/quality.ts';
import { chanceFrom } from '#core/simulation/chance.ts';
import { colleague, companyFrom } from '#core/simulation/company.ts';
import { moments } from '#core/simulation/moments.ts';
import { paced } from '#core/simulation/pace.ts';
import { score } from '#core/scores/score.ts';
import { flagship } from '../../support/flagship.ts';

const SIZE = 4;

const companies = Array.from({ length: 120 }, (_, at) => {
	const company = companyFrom(flagship, chanceFrom(1000 + at));
	return Array.from({ length: SIZE }, (_, person) => colleague(flagship, company, chanceFrom(at * SIZE + person)));
});

const answers = companies.map((people) =>
	people.map((values) => {
		const checked = checkAnswers(flagship, values);
		if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
		return checked.value;
	})
);

const tenths = (index: string) =>
	answers.map((people) => people.flatMap((each) => score(flagship, each).indices[index]?.tenths ?? []));

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

describe('the people of a simulated company', () => {
	test('answer what the instrument asks, and again the same', () => {
		const again = colleague(flagship, companyFrom(flagship, chanceFrom(1000)), chanceFrom(0));
		expect(again).toEqual(companies[0]?.[0]);
		expect(companies[1]?.[0]).not.toEqual(again);
	});

	test('agree on the facts of their company, and not on who they are', () => {
		for (const question of ['industry', 'company-size', 'region'])
			for (const people of companies)
				expect(new Set(people.flatMap((values) => values[question] ?? [])).size).toBeLessThan(2);
		expect(new Set(companies.flat().map((values) => values['industry'])).size).toBeGreaterThan(5);
		expect(companies.some((people) => new Set(people.map(({ role }) => role)).size > 1)).toBe(true);
	});

	test('resemble each other more than people of other companies, by as much as people do in surveys', () => {
		const groups = tenths('company').filter((group) => group.length === SIZE);
		expect(groups.length).toBeGreaterThan(80);
		const within = sum(groups.map((group) => moments(group).spread ** 2)) / groups.length;
		const between = SIZE * moments(groups.map((group) => moments(group).mean)).spread ** 2;
		const icc1 = (between - within) / (between + (SIZE - 1) * within);
		expect(icc1).toBeGreaterThan(0.3);
		expect(icc1).toBeLessThan(0.7);
	});

	test('spread over the scale without crowding at its ends', () => {
		const all = tenths('company').flat();
		const { mean, spread } = moments(all);
		expect(mean).toBeGreaterThan(450);
		expect(mean).toBeLessThan(700);
		expect(spread).toBeGreaterThan(80);
		expect(all.filter((each) => each < 20 || each > 980)).toEqual([]);
	});

	test('reach the outcome more often where the company does well', () => {
		const sellers = companies.map((people, at) => ({
			level: companyFrom(flagship, chanceFrom(1000 + at)).level,
			yes: people.filter((values) => values['made-quota'] === 'yes').length
		}));
		const sorted = sellers.toSorted((one, other) => one.level - other.level);
		const yes = (half: typeof sorted) => sum(half.map((each) => each.yes));
		expect(yes(sorted.slice(60))).toBeGreaterThan(yes(sorted.slice(0, 60)));
	});

	test('write only what they are given to write', () => {
		const company = companyFrom(flagship, chanceFrom(1));
		const texts = { 'company-name': 'Amber Mill' };
		const values = colleague(flagship, company, chanceFrom(2), { texts });
		const typed = flagship.questions.filter(({ type }) => type === 'text').map(({ id }) => values[id]);
		expect(typed.filter((each) => each !== undefined)).toEqual(['Amber Mill']);
	});

	test('are careful, but for those who tick one box all the way down', () => {
		const flags = (values: Readonly<Record<string, unknown>>) => {
			const checked = checkAnswers(flagship, values);
			return checked.ok ? quality(flagship, checked.value).status : 'unsound';
		};
		const excluded = companies.flat().filter((values) => flags(values) === 'excluded');
		expect(excluded.length).toBeLessThan(companies.flat().length / 10);
		const straight = colleague(flagship, companyFrom(flagship, chanceFrom(1)), chanceFrom(2), { care: 'straight' });
		expect(flags(straight)).toBe('excluded');
	});
});

describe('their pace', () => {
	const values = companies[0]?.[0] ?? {};

	test('gives each section its seconds and each answer its moment, in the order asked', () => {
		const { timing, answers: marks, lasts } = paced(flagship, values, { began: 5000, speed: 1 }, chanceFrom(3));
		const times = flagship.questions.flatMap(({ id }) => marks[id]?.at ?? []);
		expect(times).toEqual(times.toSorted((one, other) => one - other));
		expect(Math.min(...times)).toBeGreaterThan(5000);
		expect(Math.max(...times)).toBe(5000 + lasts);
		expect(Math.abs(1000 * sum(Object.values(timing)) - lasts)).toBeLessThan(100 * Object.keys(timing).length);
	});

	test('shows who does not read', () => {
		const checked = checkAnswers(flagship, values);
		if (!checked.ok) throw new Error('unsound');
		const flags = (speed: number) => {
			const { timing } = paced(flagship, values, { began: 0, speed }, chanceFrom(3));
			return quality(flagship, checked.value, timing).flags;
		};
		expect(flags(1)).not.toContain('SPEED_PAGE');
		expect(flags(8)).toContain('SPEED_PAGE');
	});
});
