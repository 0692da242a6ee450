// Several voices of one company: how far they agree, how far roles are apart, and what is not told of few.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement, intraclass } from '#core/group/agreement.ts';
import { gapOf } from '#core/group/gap.ts';
import { vectorsOf } from '../../support/vectors.ts';

const near = (found: number | null | undefined, wanted: number | undefined): void =>
	expect(Math.abs((found ?? NaN) - (wanted ?? NaN))).toBeLessThanOrEqual(1e-6 * Math.abs(wanted ?? NaN));

describe('agreement', () => {
	type Input = { answers: number[][]; points: number };
	type Expected = { itemVar: number[]; rwgItem: number[]; rwgJ: number; rwgStar: number; adm: number; label: string };
	test.each(vectorsOf<Input, Expected>('agreement.rwg'))('$id', ({ input, expected }) => {
		const found = agreement(input.answers, input.points);
		expected.itemVar.forEach((each, at) => near(found?.variances[at], each));
		expected.rwgItem.forEach((each, at) => near(found?.byQuestion[at], each));
		near(found?.together, expected.rwgJ);
		near(found?.star, expected.rwgStar);
		near(found?.deviation, expected.adm);
		expect(found?.label).toBe(expected.label);
	});

	test('is told from three respondents on', () => {
		expect(agreement([[4], [4]], 5)).toBeNull();
		expect(agreement([[], [], []], 5)).toBeNull();
		expect(agreement([[4], [4], [4]], 5)).toMatchObject({ star: 1, together: 1, deviation: 0, label: 'very-strong' });
	});

	test.each<[string, number[][], string, boolean]>([
		['everybody at the ends', [[1], [5], [1], [5]], 'none', true],
		['a point of difference', [[3], [4], [3], [4], [4], [3]], 'strong', false],
		['two points', [[2], [4], [2], [4], [3], [3]], 'moderate', false],
		['two camps', [[2], [4], [2], [4]], 'weak', true]
	])('%s', (_, answers, label, isWide) => expect(agreement(answers, 5)).toMatchObject({ label, isWide }));

	test('lies between 0 and 1 and does not depend on who is asked first', () => {
		const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(fc.array(row, { minLength: 3, maxLength: 12 }), (answers) => {
				const [found, back] = [agreement(answers, 5), agreement(answers.toReversed(), 5)];
				for (const share of [found?.star, found?.together, ...(found?.byQuestion ?? [])]) {
					expect(share).toBeGreaterThanOrEqual(0);
					expect(share).toBeLessThanOrEqual(1);
				}
				expect(back?.star).toBeCloseTo(found?.star ?? NaN, 12);
			})
		);
	});
});

describe('how far companies differ', () => {
	type Expected = { MSB: number; MSW: number; k: number; icc1: number; icc2: number };
	test.each(vectorsOf<{ groups: number[][] }, Expected>('agreement.icc'))('$id', ({ input, expected }) => {
		const found = intraclass(input.groups);
		near(found?.between, expected.MSB);
		near(found?.within, expected.MSW);
		near(found?.size, expected.k);
		near(found?.icc1, expected.icc1);
		near(found?.icc2, expected.icc2);
	});

	test('companies of one respondent are left out, and without two others nothing is told', () => {
		const groups = [
			[700, 720],
			[500, 510]
		];
		expect(intraclass([...groups, [900]])).toEqual(intraclass(groups));
		expect(intraclass([[700, 720], [900]])).toBeNull();
		expect(
			intraclass([
				[500, 500],
				[500, 500]
			])
		).toBeNull();
	});
});

describe('a gap between roles', () => {
	type Input = { managers: number[]; reps: number[] };
	type Expected = {
		suppressed: boolean;
		gap?: number;
		hedgesG?: number;
		welchDf?: number;
		ciLow?: number;
		ciHigh?: number;
		label?: string;
	};
	test.each(vectorsOf<Input, Expected>('perception.gap'))('$id', ({ input, expected }) => {
		const found = gapOf(input.managers, input.reps);
		expect(found === null).toBe(expected.suppressed);
		if (expected.suppressed) return;
		expect(found).toMatchObject({ gap: expected.gap, label: expected.label });
		near(found?.hedges, expected.hedgesG);
		near(found?.freedom, expected.welchDf);
		near(found?.range?.[0], expected.ciLow);
		near(found?.range?.[1], expected.ciHigh);
	});

	test.each([
		[2, 9, false, false],
		[9, 2, false, false],
		[3, 3, false, true],
		[4, 9, true, false],
		[5, 5, true, true]
	])('%i and %i, anonymity promised: %s, told: %s', (n, m, isAnonymous, isTold) => {
		const some = (count: number, from: number) => Array.from({ length: count }, (_, at) => from + 10 * at);
		expect(gapOf(some(n, 700), some(m, 500), isAnonymous) !== null).toBe(isTold);
	});

	test.each([
		[[500, 500, 500], [401, 401, 401], 99, 'small'],
		[[500, 500, 500], [400, 400, 400], 100, 'notable'],
		[[400, 400, 400], [600, 600, 600], -200, 'large'],
		[[401, 400, 400], [300, 300, 300], 100, 'notable']
	])('%j and %j', (one, other, gap, label) => {
		const found = gapOf(one, other);
		expect(found).toMatchObject({ gap, label });
		if (new Set(one).size + new Set(other).size === 2) expect(found).toMatchObject({ hedges: null, range: null });
	});
});
