// A chart of a benchmark as a reader meets it: the sentence, the figures as text and as a table, and its picture.
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { ChartBlock } from '#core/report/report.ts';
import { chartsOf, studyPage } from '#core/report/study-page/page.ts';
import Chart from '#lib/study/Chart.svelte';
import { toldSource } from '../../support/told-study.ts';

const charts = chartsOf(studyPage(toldSource()));
const path = '/sales-velocity/benchmark';
const show = (block: ChartBlock): HTMLElement => {
	render(Chart, { block, path, locale: 'en' });
	return screen.getByRole('figure');
};

describe.each(charts.map((block) => [block.id, block] as const))('%s', (_id, block) => {
	test('says everything that it draws, in words', () => {
		const figure = show(block);
		for (const text of [block.title, block.says, block.legend, block.source]) expect(figure).toHaveTextContent(text);
		const table = within(figure).getByRole('table', { hidden: true });
		for (const cell of block.table.rows.flat()) expect(table).toHaveTextContent(cell);
		if (block.drawn.shape !== 'rows') return;
		const rows = within(figure).getAllByRole('term');
		expect(rows.map(({ textContent }) => textContent)).toEqual(block.drawn.rows.map(({ label }) => label));
	});

	test('links to its picture by name, and hides the drawing from readers who cannot see it', () => {
		const figure = show(block);
		expect(within(figure).getByRole('link')).toHaveAttribute('href', `${path}/${block.id}.png`);
		const drawings = [...figure.querySelectorAll('svg')];
		expect(drawings.length).toBeGreaterThan(0);
		for (const each of drawings) expect(each).toHaveAttribute('aria-hidden', 'true');
	});
});
