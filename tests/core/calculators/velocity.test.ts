import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	amount,
	change,
	changed,
	gains,
	perDay,
	perYear,
	type Amount,
	type Terms
} from '#core/calculators/velocity.ts';
import { vectorsOf } from '../../support/vectors.ts';

const whole = (units: number): Amount => ({ units, decimals: 0 });
const terms = (value: number, number: number, winRateTenths: number, days: number): Terms => ({
	value: whole(value),
	number: whole(number),
	winRate: { units: winRateTenths, decimals: 1 },
	cycle: whole(days)
});

type Four = [number, number, number, number];
type Expected = { basePerDay: number; changedPerDay: number; changeTenthsPct: number };
test.each(vectorsOf<{ base: Four; changed: Four }, Expected>('whatif.velocity'))('$id', ({ input, expected }) => {
	const [base, changed] = [terms(...input.base), terms(...input.changed)];
	expect(perDay(base)).toBe(expected.basePerDay);
	expect(perDay(changed)).toBe(expected.changedPerDay);
	expect(change(base, changed)?.tenthsPct).toBe(expected.changeTenthsPct);
});

describe('what 10% is worth', () => {
	test('on each term and on all four', () => {
		expect(gains(terms(50_000, 40, 250, 90))).toEqual({
			number: { perDay: 556, perYear: 144_444, tenthsPct: 100 },
			value: { perDay: 556, perYear: 144_444, tenthsPct: 100 },
			winRate: { perDay: 556, perYear: 144_444, tenthsPct: 100 },
			cycle: { perDay: 617, perYear: 160_494, tenthsPct: 111 },
			all: { perDay: 2660, perYear: 691_728, tenthsPct: 479 }
		});
	});

	test('is less for a win rate that cannot rise so far', () => {
		expect(gains(terms(50_000, 40, 960, 90))?.winRate.tenthsPct).toBe(42);
		expect(gains(terms(50_000, 40, 1000, 90))?.winRate).toEqual({ perDay: 0, perYear: 0, tenthsPct: 0 });
		expect(gains(terms(50_000, 40, 909, 90))?.winRate.tenthsPct).toBe(100);
	});

	test('is nothing that can be said without revenue or days', () => {
		expect(gains(terms(0, 40, 250, 90))).toBeNull();
		expect(gains(terms(50_000, 40, 250, 0))).toBeNull();
	});
});

describe('revenue per day', () => {
	test('is zero without deals and unknown without days', () => {
		expect(perDay(terms(50_000, 0, 250, 90))).toBe(0);
		expect(perDay(terms(50_000, 40, 250, 0))).toBeNull();
		expect(change(terms(50_000, 0, 250, 90), terms(50_000, 40, 250, 90))).toBeNull();
	});

	test('falls as exactly as it rises', () => {
		const [low, high] = [terms(50_000, 40, 250, 90), terms(55_000, 44, 275, 81)];
		expect(change(high, low)).toEqual({ perDay: -2660, perYear: -691_728, tenthsPct: -324 });
	});

	test('holds the last unit of figures that no double holds', () => {
		const large = terms(999_999_999, 99_999_999, 1000, 1);
		expect(perDay(large)).toBe(Number(999_999_999n * 99_999_999n));
		expect(perDay({ ...large, number: whole(3), value: { units: 1, decimals: 6 }, winRate: whole(50) })).toBe(0);
	});

	test('does not depend on how many decimals a number is written with', () => {
		const more = ({ units, decimals }: Amount): Amount => ({ units: units * 100, decimals: decimals + 2 });
		const positive = fc.integer({ min: 1, max: 1_000_000 });
		fc.assert(
			fc.property(positive, positive, fc.integer({ min: 1, max: 1000 }), positive, (value, number, winRate, days) => {
				const base = terms(value, number, winRate, days);
				const longer = {
					value: more(base.value),
					number: more(base.number),
					winRate: more(base.winRate),
					cycle: more(base.cycle)
				};
				expect(perDay(longer)).toBe(perDay(base));
				expect(gains(longer)).toEqual(gains(base));
				expect(change(base, longer)).toEqual({ perDay: 0, perYear: 0, tenthsPct: 0 });
			})
		);
	});
});

test.each([
	[25.3, 1, 253],
	[0.1, 1, 1],
	[50_000, 2, 5_000_000],
	[1.005, 3, 1005],
	[25.35, 1, null],
	[-1, 0, null],
	[NaN, 0, null],
	[Infinity, 0, null],
	[1e300, 2, null]
])('%d with %d decimals is %s units', (value, decimals, units) => {
	expect(amount(value, decimals)).toEqual(units === null ? null : { units, decimals });
});

describe('changed terms', () => {
	const given = terms(45_000, 120, 245, 95);
	const none = { number: 0, value: 0, winRate: 0, cycle: 0 };

	test('are the given ones while nothing is changed', () => {
		expect(changed(given, none)).toEqual(given);
	});

	test('make what a change of each in whole per cent makes', () => {
		const moved = changed(given, { ...none, winRate: 15, cycle: -10 });
		expect(moved.winRate).toEqual({ units: 28_175, decimals: 3 });
		expect(moved.cycle).toEqual({ units: 8550, decimals: 2 });
		expect([perDay(given), perDay(moved)]).toEqual([13_926, 17_795]);
		expect(change(given, moved)?.tenthsPct).toBe(278);
	});

	test('agree with the gains of ten per cent', () => {
		const ten = gains(given);
		for (const term of ['number', 'value', 'winRate'] as const)
			expect(change(given, changed(given, { ...none, [term]: 10 }))).toEqual(ten?.[term]);
		expect(change(given, changed(given, { ...none, cycle: -10 }))).toEqual(ten?.cycle);
		expect(change(given, changed(given, { number: 10, value: 10, winRate: 10, cycle: -10 }))).toEqual(ten?.all);
	});

	test('hold the win rate at a hundred per cent', () => {
		const sure = changed(terms(45_000, 120, 900, 95), { ...none, winRate: 20 });
		expect(sure.winRate.units / 10 ** sure.winRate.decimals).toBe(100);
		expect(changed(terms(45_000, 120, 1000, 95), { ...none, winRate: -20 }).winRate).toEqual({
			units: 80_000,
			decimals: 3
		});
	});

	test('are higher with every step, but for the cycle', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -20, max: 19 }),
				fc.constantFrom('number', 'value', 'winRate', 'cycle'),
				(by, term) => {
					const [less, more] = [by, by + 1].map((per) => perYear(changed(given, { ...none, [term]: per })) ?? 0);
					if (term === 'cycle') expect(more).toBeLessThan(less ?? 0);
					else expect(more).toBeGreaterThan(less ?? 0);
				}
			)
		);
	});
});

describe('revenue per year', () => {
	test('is 260 working days of the exact figure, not of the rounded one', () => {
		expect(perYear(terms(50_000, 40, 250, 90))).toBe(1_444_444);
		expect(260 * (perDay(terms(50_000, 40, 250, 90)) ?? 0)).toBe(1_444_560);
		expect(perYear(terms(50_000, 40, 250, 0))).toBeNull();
	});
});
