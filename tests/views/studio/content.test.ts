// Content in the studio as it is drawn: problems with their places, hits marked, wordings in the order tried, walks in words.
import { render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { PartPage } from '#core/report/content-pages/pages.ts';
import IndexFigures from '#lib/studio/content/IndexFigures.svelte';
import KeyAreaShares from '#lib/studio/content/KeyAreaShares.svelte';
import { partOf } from '#lib/studio/content/named.ts';
import Part from '#lib/studio/content/Part.svelte';
import PreviewForm from '#lib/studio/content/PreviewForm.svelte';
import Problems from '#lib/studio/content/Problems.svelte';
import Search from '#lib/studio/content/Search.svelte';
import Versions from '#lib/studio/content/Versions.svelte';
import Walk from '#lib/studio/content/Walk.svelte';

const locale = 'en' as const;
const words = (text: string) => [{ kind: 'text' as const, text }];

describe('problems', () => {
	it('are a row each, with level, place, message and code', () => {
		const problems = [
			{
				level: 'error' as const,
				file: 'small/a.md',
				line: 3,
				code: 'wrong-id',
				message: 'Expected an id, found none.'
			},
			{ level: 'warning' as const, file: 'site.md', line: null, code: 'missing-file', message: 'Add it.' }
		];
		render(Problems, { problems, caption: 'Problems', locale });
		const [, first, second] = screen.getAllByRole('row');
		expect(first).toHaveTextContent(/Error\s*small\/a\.md, line 3\s*Expected an id, found none\. wrong-id/);
		expect(second).toHaveTextContent(/Warning\s*site\.md\s*Add it\. missing-file/);
	});

	it('that are not there leave a sentence', () => {
		render(Problems, { problems: [], caption: 'Problems', locale });
		expect(screen.queryByRole('table')).toBeNull();
		expect(screen.getByText(/nothing to say/)).toBeVisible();
	});
});

it('the live version is marked in words, and each leads to its own method page', () => {
	const version = (hash: string, completed: number) => ({
		hash: hash.repeat(64),
		version: '1.0.0',
		since: '2026-11-22T10:00:00.000Z',
		completed,
		unfinished: 2
	});
	render(Versions, {
		instrument: 'small',
		live: 'b'.repeat(64),
		versions: [version('b', 1234), version('a', 5)],
		locale
	});
	const [, live, earlier] = screen.getAllByRole('row');
	expect(live).toHaveTextContent('live');
	expect(live).toHaveTextContent('22 November 2026');
	expect(live).toHaveTextContent('1,234');
	expect(earlier).not.toHaveTextContent('live');
	expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
		`/small/method?of=${'b'.repeat(64)}`,
		`/small/method?of=${'a'.repeat(64)}`
	]);
});

describe('a search', () => {
	it('marks the hits and leads to the parts', () => {
		const found = [
			{ kind: 'questions' as const, id: 'first', keyword: 'keep' as const, pieces: ['We ', 'plan', ' <b>all</b>.'] },
			{ kind: 'headlines' as const, id: '', keyword: null, pieces: ['A ', 'plan', '.'] }
		];
		const { container } = render(Search, { instrument: 'small', wanted: 'plan', count: 5, found, locale });
		expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['plan', 'plan']);
		expect(container.querySelector('li b')).toBeNull();
		expect(screen.getByRole('searchbox')).toHaveValue('plan');
		expect(screen.getByRole('status')).toHaveTextContent('“plan” stands in 5 texts. The first 2 are shown.');
		expect(screen.getByRole('link', { name: /Question/ })).toHaveAttribute(
			'href',
			'/studio/content/small/questions/first'
		);
		expect(screen.getByRole('link', { name: 'Headline' })).toHaveAttribute('href', '/studio/content/small/headlines');
	});

	it('is only a form before anything was looked for', () => {
		render(Search, { instrument: 'small', wanted: '', count: 0, found: [], locale });
		expect(screen.queryByRole('status')).toBeNull();
	});
});

describe('a part', () => {
	const wording = (text: string, condition: string | null = null) => ({
		condition,
		heading: [],
		body: [{ kind: 'paragraph' as const, inline: [...words(text), { kind: 'code' as const, text: '{{answer}}' }] }],
		words: 3,
		move: null
	});
	const part: PartPage = {
		kind: 'questions',
		id: 'first',
		title: words('We plan.'),
		about: null,
		condition: 'role is seller',
		lead: [],
		asked: null,
		options: [{ label: 'Agree', phrase: 'agreed', points: null }],
		notes: ['reverse'],
		facts: [
			{ key: 'feeds', items: [{ text: 'Value', ref: { kind: 'indices', id: 'value', text: 'Value' }, weight: 3 }] }
		],
		bands: [],
		groups: [
			{
				keyword: 'keep',
				verdict: 'keep',
				band: null,
				wordings: [wording('Well, sellers.', 'a is b'), wording('Well.')]
			},
			{ keyword: 'unsure', verdict: null, band: null, wordings: [wording('Ask.')] }
		],
		asks: [{ question: words('Who?'), listenFor: words('a name') }],
		previous: null,
		next: { kind: 'questions', id: 'second', text: 'We review.' }
	};
	const still = createRawSnippet(() => ({ render: () => '<p>still</p>' }));
	const drawn = () => render(Part, { instrument: { id: 'small', title: 'Small' }, part, still, locale });

	it('has one heading of the first level and says in words when it is asked and how it counts', () => {
		drawn();
		expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('We plan.');
		expect(screen.getByText('Asked if role is seller.')).toBeVisible();
		expect(screen.getByText(/agreeing lowers the score/)).toBeVisible();
		expect(screen.getByRole('link', { name: 'Value' })).toHaveAttribute('href', '/studio/content/small/indices/value');
		expect(screen.getByText(/× 3/)).toBeVisible();
		expect(screen.getByRole('row', { name: /Agree/ })).toHaveTextContent('not scored');
	});

	it('tells each wording with its condition, the last of them as what is left', () => {
		drawn();
		const conditions = screen.getAllByText(/^(Told if|Otherwise|Always)/).map((each) => each.textContent);
		expect(conditions).toEqual(['Told if a is b.', 'Otherwise.', 'Always.']);
		expect(screen.getAllByText('{{answer}}')).toHaveLength(3);
		expect(screen.getByText(/double braces/)).toBeVisible();
	});

	it('leads to the next and to no other neighbour', () => {
		drawn();
		const neighbours = within(screen.getByRole('navigation', { name: 'Neighbours' })).getAllByRole('link');
		expect(neighbours.map((link) => link.getAttribute('href'))).toEqual(['/studio/content/small/questions/second']);
	});
});

it('the form of a preview holds what is shown, under names that the address has', () => {
	const settable = [{ id: 'role', question: 'Your role?', options: [{ id: 'seller', label: 'Seller' }] }];
	const { container } = render(PreviewForm, {
		wish: { kind: 'weak', number: 7, set: { role: 'seller' } },
		settable,
		locale
	});
	expect(screen.getByLabelText('Kind of reader')).toHaveValue('weak');
	expect(screen.getByLabelText('Your role?')).toHaveValue('seller');
	expect(screen.getByLabelText('Number')).toHaveValue(7);
	expect(Object.fromEntries(new FormData(container.querySelector('form') ?? undefined))).toEqual({
		kind: 'weak',
		'as.role': 'seller',
		number: '7'
	});
});

it('a walk says of every question what was answered, or that it was passed over', () => {
	const questions = [
		{ id: 'a', text: 'One?', answer: 'Agree' },
		{ id: 'b', text: 'Two?', answer: null }
	];
	render(Walk, { instrument: 'small', sections: [{ id: 'work', title: 'Work', questions }], locale });
	expect(screen.getAllByRole('definition').map((each) => each.textContent)).toEqual(['Agree', 'passed over']);
});

describe('figures of a simulation', () => {
	it('stand in a table beside the drawing, and dashes where nobody has the index', () => {
		const known = { n: 20, mean: 50.25, spread: 10, least: 1, most: 99 };
		const rows = [
			{
				id: 'a',
				title: 'Alpha',
				...known,
				bins: [{ from: 0, to: 50, count: 20 }],
				quartiles: [400, 500, 600] as const
			},
			{ id: 'b', title: 'Beta', n: 0, mean: 0, spread: 0, least: 100, most: 0, bins: [], quartiles: null }
		];
		const { container } = render(IndexFigures, { rows, locale });
		const cells = (row: number) =>
			within(screen.getAllByRole('row')[row] ?? document.body)
				.getAllByRole('cell')
				.map((cell) => cell.textContent);
		expect(cells(1)).toEqual(['20', '50.3', '10.0', '50.0', '40.0 – 60.0', '1.0 – 99.0']);
		expect(cells(2)).toEqual(['0', '–', '–', '–', '–', '–']);
		expect(container.querySelectorAll('svg')).toHaveLength(1);
	});

	it('of key areas are shares of all, the most frequent first', () => {
		const rows = [
			{ id: 'a', title: 'Alpha', times: { keep: 1, change: 0, stop: 0 } },
			{ id: 'b', title: 'Beta', times: { keep: 2, change: 3, stop: 5 } }
		];
		render(KeyAreaShares, { rows, respondents: 20, locale });
		const [, first, second] = screen.getAllByRole('row');
		expect(first).toHaveTextContent(/Beta.*10\.0%.*15\.0%.*25\.0%.*50\.0%/s);
		expect(second).toHaveTextContent(/Alpha.*5\.0%.*0\.0%.*0\.0%.*5\.0%/s);
	});
});

it.each([
	['question walk-away, Keep where role is Seller', { kind: 'questions', id: 'walk-away' }],
	['pattern nobody-knows', { kind: 'patterns', id: 'nobody-knows' }],
	['index win-rate, potential: major', { kind: 'indices', id: 'win-rate' }],
	['headline value over number, low', null],
	['12', null]
])('the text "%s" belongs to %j', (name, part) => {
	expect(partOf(name)).toEqual(part);
});
