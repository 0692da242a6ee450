// What a reader can do with the drawn report, and what tells its parts apart.
import { render, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import ReportView from '#lib/report/Report.svelte';
import { companyPanel, missing, sampleReport } from '../../support/sample-report.ts';

const draw = (report = sampleReport) => render(ReportView, { report });

describe('the report', () => {
	beforeEach(() => void draw());

	test('lists its parts as contents', () => {
		const contents = screen.getByRole('navigation', { name: 'Contents' });
		for (const { id, title } of sampleReport.parts) {
			expect(within(contents).getByRole('link', { name: title })).toHaveAttribute('href', `#${id}`);
		}
	});

	test('has each part as a region of that name', () => {
		for (const { title } of sampleReport.parts) expect(screen.getByRole('region', { name: title })).toBeVisible();
	});

	test('gives each verdict its word and a shape', () => {
		for (const word of ['Keep', 'Change', 'Stop', 'Not known']) {
			const [verdict] = screen.getAllByText(word, { selector: '.verdict' });
			expect(verdict?.querySelector('svg')).not.toBeNull();
		}
	});

	test('folds away what a claim rests on', () => {
		const [because] = screen.getAllByText('What this rests on');
		expect(because?.tagName).toBe('SUMMARY');
		expect(because?.closest('details')).not.toHaveAttribute('open');
	});

	test('has the numbers of each drawing as a table with its caption', () => {
		const table = screen.getByRole('table', { name: companyPanel.table.caption, hidden: true });
		expect(within(table).getAllByRole('row', { hidden: true })).toHaveLength(companyPanel.table.rows.length + 1);
		expect(within(table).getByRole('rowheader', { name: 'Deal value', hidden: true })).toBeInTheDocument();
	});

	test('says the headline as the heading of the picture', () => {
		const headline = screen.getByRole('heading', { name: /^You win well/, level: 3 });
		expect(headline).toBeVisible();
	});
});

describe('a figure without a score', () => {
	const figure = missing('sales-cycle', 'Sales cycle');
	const panel = { ...companyPanel, figures: [...companyPanel.figures.slice(0, 3), figure] };

	test('shows the sentence that says why, and no bar', () => {
		draw({ ...sampleReport, parts: [{ id: 'summary', title: 'Summary', blocks: [panel] }] });
		const shown = screen.getByText(figure.because ?? '').closest('.figure');
		expect(shown?.querySelector('svg')).toBeNull();
		expect(shown).not.toHaveTextContent('of 100');
	});
});
