import { describe, expect, test } from 'vitest';
import { given, longDate, money, points, wholePoints } from '#core/report/format.ts';

describe('numbers and dates', () => {
	test.each([
		[0, '0.0', '0'],
		[694, '69.4', '69'],
		[695, '69.5', '70'],
		[700, '70.0', '70'],
		[1000, '100.0', '100']
	])('%i tenths are %s points, shown as %s', (tenths, exact, whole) => {
		expect(points(tenths, 'en')).toBe(exact);
		expect(wholePoints(tenths, 'en')).toBe(whole);
	});

	test('the locale decides how a number is written, and nothing else does', () => {
		expect(points(695, 'de')).toBe('69,5');
		expect(points(695, 'en')).toBe('69.5');
		expect(money(1234567, 'EUR', 'de')).toBe('EUR\u00a01.234.567');
		expect(money(1234567, 'EUR', 'en')).toBe('EUR\u00a01,234,567');
		expect(money(5, null, 'en')).toBe('5');
		expect(given(24.5, 'de')).toBe('24,5');
	});

	test('a day is that day wherever the machine stands', () => {
		expect(longDate('2026-11-22', 'en')).toBe('22 November 2026');
		expect(longDate('2026-01-01', 'de')).toBe('1. Januar 2026');
	});
});
