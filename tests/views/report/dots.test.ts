// Groups that see it differently, on the page: a drawing, its numbers beside it and as a table, and what to make of it.
import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import ReportView from '#lib/report/Report.svelte';
import { textsOf } from '#core/report/texts.ts';
import { dotsBlock, dotsPaper } from '../../support/dots-block.ts';
import { missingFrom, textOf } from '../../support/page-text.ts';

describe('dots on a line', () => {
	beforeEach(() => void render(ReportView, { report: dotsPaper }));

	test('have a heading for each question, and the number of each group beside its mark', () => {
		for (const { label, dots } of dotsBlock.rows) {
			const row = screen.getByRole('heading', { name: label, level: 3 }).parentElement;
			if (row === null) throw new Error('no row');
			const keys = within(row).getAllByRole('listitem');
			expect(keys.map((key) => key.textContent?.replace(/\s+/g, ' ').trim())).toEqual(
				dots.map((dot) => `${dot.label} ${dot.shown}`)
			);
			for (const key of keys) expect(key.querySelector('svg')).not.toBeNull();
		}
	});

	test('keep the mark of a group in every row', () => {
		const markOf = (label: string): readonly (string | undefined)[] =>
			screen
				.getAllByText(label, { selector: '.key span' })
				.map((found) => found.closest('li')?.querySelector('svg')?.innerHTML);
		const [first, second] = markOf('Sellers');
		expect(first).toBe(second);
		expect(first).not.toBe(markOf('Managers')[0]);
	});

	test('have their numbers as a table', () => {
		const table = screen.getByRole('table', { name: dotsBlock.table.caption, hidden: true });
		expect(within(table).getAllByRole('row', { hidden: true })).toHaveLength(dotsBlock.rows.length + 1);
	});

	test('name each reading', () => {
		for (const term of ['Likely', 'Or simply', 'Ask']) expect(screen.getByText(term).tagName).toBe('DT');
	});

	test('leave nothing out', () => {
		expect(missingFrom(textOf(document.body.innerHTML), textsOf(dotsPaper))).toEqual([]);
	});
});
