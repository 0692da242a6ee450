// The page draws the report: every text to the letter, in reading order, under headings that a screen reader can follow.
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import ReportView from '#lib/report/Report.svelte';
import { missingFrom, squeezed, textOf } from '../support/page-text.ts';
import { companyReport, sampleReport } from '../support/sample-report.ts';

const pageOf = (report: Report): string => render(ReportView, { props: { report } }).body;

const sample = pageOf(sampleReport);

describe('the page of a report', () => {
	test.each([
		['whole', sampleReport],
		['company', companyReport]
	])('holds every text of the %s report', (_, report) => {
		expect(missingFrom(textOf(pageOf(report)), textsOf(report))).toEqual([]);
	});

	test('tells them in the order of the report', () => {
		const text = textOf(sample).slice(textOf(sample).indexOf(squeezed(sampleReport.cover.byline)));
		const parts = sampleReport.parts.filter(({ id }) => id !== 'summary');
		const told = textsOf({ ...sampleReport, parts })
			.slice(3)
			.map(squeezed);
		let from = text.lastIndexOf(squeezed(parts[0]?.title ?? ''));
		const late = told.filter((each) => {
			const at = text.indexOf(each, from);
			if (at >= 0) from = at + each.length;
			return at < 0;
		});
		expect(late).toEqual([]);
	});

	test('has one h1, and no level of heading is left out', () => {
		const levels = [...sample.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		const first = levels.indexOf(1);
		levels.slice(first + 1).forEach((level, at) => expect(level - (levels[first + at] ?? 0)).toBeLessThanOrEqual(1));
	});

	test('every link of the contents has its place', () => {
		const links = [...sample.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
		expect(links.length).toBeGreaterThan(sampleReport.parts.length);
		for (const id of links) expect(sample).toContain(`id="${id}"`);
	});

	test('ids are given once', () => {
		const ids = [...sample.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		expect(ids).toEqual([...new Set(ids)]);
	});

	test('says the language of the report', () => {
		expect(sample).toContain('lang="en"');
	});

	test('shows what a participant typed as text', () => {
		const hostile = '<img src=x onerror=alert(1)>';
		const page = pageOf({ ...sampleReport, cover: { ...sampleReport.cover, subtitle: hostile } });
		expect(page).not.toContain('<img');
		expect(textOf(page)).toContain(squeezed(hostile));
	});
});
