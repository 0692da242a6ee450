// Leads as they are drawn: rows and their empty places, filters that keep what was chosen, one person's page, erasing.
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import Deeds from '#lib/studio/leads/Deeds.svelte';
import Erase from '#lib/studio/leads/Erase.svelte';
import Exports from '#lib/studio/leads/Exports.svelte';
import Filters from '#lib/studio/leads/Filters.svelte';
import List from '#lib/studio/leads/List.svelte';
import Pager from '#lib/studio/leads/Pager.svelte';
import Record from '#lib/studio/leads/Record.svelte';
import type { LeadRecord } from '#lib/studio/leads/record.ts';

const locale = 'en';
const row = {
	response: 'r1',
	name: 'Ada Lovelace',
	company: 'Engines',
	finding: 'Much is known.',
	weakest: 'Win rate',
	wants: 'We follow up.',
	intent: 40,
	source: 'letter',
	campaign: 'Spring fair',
	createdAt: '2026-11-20T08:05:00.000Z',
	isCompleted: true
};

describe('the list', () => {
	test('says who, what was found, what they want, how much speaks for a talk, whence and when', () => {
		render(List, { rows: [row], locale });
		const lead = screen.getByRole('row', { name: /Ada Lovelace/ });
		expect(within(lead).getByRole('link', { name: 'Ada Lovelace' })).toHaveAttribute('href', '/studio/leads/r1');
		for (const text of [
			'Engines',
			'Weakest: Win rate',
			'We follow up.',
			'40',
			'letter',
			'Spring fair',
			'20 November 2026'
		])
			expect(lead).toHaveTextContent(text);
	});

	test('says of somebody who is under way that there is no finding yet', () => {
		render(List, { rows: [{ ...row, isCompleted: false, finding: null, weakest: null, source: '' }], locale });
		const lead = screen.getByRole('row', { name: /Ada Lovelace/ });
		expect(lead).toHaveTextContent('Not finished yet');
		expect(lead).toHaveTextContent('Not known');
		expect(lead).not.toHaveTextContent('Weakest');
	});

	test('leads on only where there is more', () => {
		const { unmount } = render(Pager, { first: null, before: null, after: '?after=x', locale });
		expect(screen.getByRole('link', { name: 'Next' })).toHaveAttribute('href', '?after=x');
		expect(screen.queryByRole('link', { name: 'Previous' })).toBeNull();
		unmount();
		render(Pager, { first: null, before: null, after: null, locale });
		expect(screen.queryByRole('navigation')).toBeNull();
	});
});

test('filters show what the list is narrowed to', () => {
	const filter = {
		q: 'ada',
		campaign: 'spring',
		weakest: null,
		band: null,
		state: 'partial',
		since: '2026-11-01',
		sort: 'intent'
	};
	const choices = { campaigns: [{ id: 'spring', label: 'Spring fair' }], weakest: [], bands: [] };
	render(Filters, { filter, choices, isNarrowed: true, locale });
	expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('ada');
	expect(screen.getByRole('combobox', { name: 'Campaign' })).toHaveDisplayValue('Spring fair');
	expect(screen.getByRole('combobox', { name: 'Weakest term' })).toHaveDisplayValue('Any');
	expect(screen.getByRole('combobox', { name: 'Survey' })).toHaveDisplayValue('Not finished yet');
	expect(screen.getByRole('combobox', { name: 'Order' })).toHaveDisplayValue('Most likely to talk first');
	expect(screen.getByLabelText('Since')).toHaveValue('2026-11-01');
	expect(screen.getByRole('link', { name: 'Show all' })).toHaveAttribute('href', '/studio/leads');
});

test('a file is asked for with what narrows the list', () => {
	const { container } = render(Exports, {
		query: [
			['q', 'ada'],
			['sort', 'intent']
		],
		campaign: 'spring',
		most: 200,
		locale
	});
	expect(container.querySelector('form')).toHaveFormValues({ q: 'ada', sort: 'intent' });
	expect(screen.getByRole('button', { name: 'Reports as PDF, at most 200' })).toHaveValue('pdf');
	expect(screen.getByRole('link', { name: 'What the columns hold' })).toHaveAttribute(
		'href',
		'/studio/leads/codebook.csv?campaign=spring'
	);
});

const record: LeadRecord = {
	lead: {
		response: 'r1',
		is_test: 0,
		name: 'Ada Lovelace',
		address: 'ada@example.org',
		company: 'Engines',
		role: '',
		intent: 40,
		finding: 'Much is known.',
		wants: 'We follow up.',
		consents: [{ id: 'news', text: 'Write to me.', at: '2026-11-20T08:05:00.000Z' }],
		created_at: '2026-11-20T08:05:00.000Z',
		completed_at: '2026-11-20T08:01:00.000Z'
	},
	campaign: 'Spring fair',
	survey: 'Sales velocity',
	indices: [{ title: 'Company', tenths: 384, band: 'At risk' }],
	weakest: 'Win rate',
	fields: [{ label: 'How many are you?', text: '12' }],
	source: [{ name: 'utm_source', text: 'letter' }],
	activities: [
		{ kind: 'pdf', detail: {}, at: '2026-11-20T08:06:00.000Z' },
		{ kind: 'view', detail: { answer: 'no', because: '<b>We sell otherwise</b>' }, at: '2026-11-20T08:07:00.000Z' },
		{ kind: 'danced', detail: {}, at: '2026-11-20T08:08:00.000Z' }
	],
	answered: 60,
	startedAt: '2026-11-20T07:50:00.000Z'
};

describe('one lead', () => {
	test('has the finding, scores, consent with its wording, and the ways to the report', () => {
		const { container } = render(Record, { record, locale });
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ada Lovelace');
		for (const text of [
			'Much is known.',
			'Weakest: Win rate',
			'38.4',
			'At risk',
			'Write to me.',
			'12',
			'letter',
			'20 November 2026, 08:05'
		])
			expect(container).toHaveTextContent(text);
		expect(screen.getByRole('link', { name: 'Open the report' })).toHaveAttribute('href', '/studio/leads/r1/report');
		expect(screen.getByRole('link', { name: 'Report as PDF' })).toHaveAttribute('href', '/studio/leads/r1/report.pdf');
		expect(screen.queryByText(/Test answers/)).toBeNull();
	});

	test('of somebody who is under way says how far, and offers no report', () => {
		const lead = { ...record.lead, completed_at: null, finding: null, consents: [], is_test: 1 as const };
		render(Record, { record: { ...record, lead, indices: [], source: [], activities: [], answered: 1 }, locale });
		expect(screen.getByText('1 question answered so far')).toBeVisible();
		expect(screen.queryByRole('link', { name: 'Open the report' })).toBeNull();
		expect(screen.queryByRole('table')).toBeNull();
		expect(screen.getByText('No box was ticked.')).toBeVisible();
		expect(screen.getByText('The link said nothing.')).toBeVisible();
		expect(screen.getByText(/^Test answers/)).toBeVisible();
	});

	test('did things in the order of time, told in words; their own words stay text', () => {
		render(Deeds, { record, locale });
		const did = screen.getAllByRole('listitem').map((item) => item.querySelector('span')?.textContent);
		expect(did).toEqual([
			'Started the survey',
			'Finished the survey',
			'Left the address',
			'Took the PDF',
			'Said: not how I see it<b>We sell otherwise</b>',
			'Did: danced'
		]);
	});

	test('is erased by whoever says that they are sure', () => {
		const { container, unmount } = render(Erase, { isUnsure: false, locale });
		expect(container.querySelector('details')).not.toHaveAttribute('open');
		unmount();
		render(Erase, { isUnsure: true, locale });
		expect(screen.getByRole('checkbox')).toBeRequired();
		expect(screen.getByRole('checkbox')).toHaveAccessibleDescription(/Nothing was erased/);
		expect(screen.getByRole('alert')).toHaveFocus();
	});
});
