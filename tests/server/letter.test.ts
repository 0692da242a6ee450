// What a mail says: the same words as text and as HTML, in which nothing of them is markup.
import { describe, expect, test } from 'vitest';
import { htmlOf, textOf } from '#lib/server/letter.ts';
import { monthsBetween, monthsLater } from '#lib/server/months.ts';

const letter = {
	subject: '<b>"Sales" & more</b>',
	paragraphs: ["Ask <script>alert(1)</script> & 'co'", new URL('https://survey.test/x?a=1&b="2"'), 'One\nTwo'],
	refusal: null
};

test('as text', () => {
	expect(textOf(letter)).toBe(
		"Ask <script>alert(1)</script> & 'co'\n\nhttps://survey.test/x?a=1&b=%222%22\n\nOne\nTwo\n"
	);
});

test('as HTML, with everything escaped', () => {
	const html = htmlOf(letter, 'en');
	expect(html).toContain('<title>&lt;b&gt;&quot;Sales&quot; &amp; more&lt;/b&gt;</title>');
	expect(html).toContain('<p>Ask &lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;co&#39;</p>');
	const address = 'https://survey.test/x?a=1&amp;b=%222%22';
	expect(html).toContain(`<a href="${address}">${address}</a>`);
	expect(html).toContain('<p>One<br>Two</p>');
});

describe('months of the calendar', () => {
	test.each([
		['2026-11-22T10:00:00.000Z', 3, '2027-02-22T10:00:00.000Z'],
		['2026-11-30T10:00:00.000Z', 3, '2027-02-28T10:00:00.000Z'],
		['2027-11-30T10:00:00.000Z', 3, '2028-02-29T10:00:00.000Z'],
		['2026-08-31T23:59:59.999Z', 6, '2027-02-28T23:59:59.999Z'],
		['2028-02-29T00:00:00.000Z', 12, '2029-02-28T00:00:00.000Z']
	])('%s and %d more is %s', (date, months, later) => {
		expect(monthsLater(new Date(date), months).toISOString()).toBe(later);
		expect(monthsBetween(new Date(date), new Date(later))).toBe(months);
		expect(monthsBetween(new Date(date), new Date(Date.parse(later) - 1))).toBe(months - 1);
	});
});
