// Results as they are drawn: counts always, shares from twenty on, and words where there is nothing.
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import Leaving from '#lib/studio/results/Leaving.svelte';
import Sources from '#lib/studio/results/Sources.svelte';
import Steps from '#lib/studio/results/Steps.svelte';
import Times from '#lib/studio/results/Times.svelte';

const locale = 'en';
const steps = (started: number, reached: number, completed: number, lead: number) =>
	[
		{ kind: 'seen', title: null, count: 5000 },
		{ kind: 'started', title: null, count: started },
		{ kind: 'section', title: 'You', count: reached },
		{ kind: 'completed', title: null, count: completed },
		{ kind: 'lead', title: null, count: lead }
	] as const;
const cells = (name: string | RegExp) =>
	within(screen.getByRole('row', { name }))
		.getAllByRole('cell')
		.map((cell) => cell.textContent?.trim())
		.slice(1);

describe('steps', () => {
	test('have counts, and shares of those who started and of the step before', () => {
		render(Steps, { steps: steps(1600, 800, 200, 100), locale });
		expect(cells(/^Seen/)).toEqual(['5,000', '', '']);
		expect(cells(/^Started/)).toEqual(['1,600', '', '']);
		expect(cells(/^You/)).toEqual(['800', '50%', '50%']);
		expect(cells(/^Finished/)).toEqual(['200', '13%', '25%']);
		expect(cells(/^Left an address/)).toEqual(['100', '6%', '']);
	});

	test.each([
		[19, ''],
		[20, '50%']
	])('of %i who started the share of half is "%s"', (started, share) => {
		render(Steps, { steps: steps(started, started / 2, 0, 0), locale });
		expect(cells(/^You/)[1]).toBe(share);
	});

	test('that nobody took are said to be none, and each is explained', () => {
		render(Steps, { steps: steps(0, 0, 0, 0), locale });
		expect(screen.getByText('Nobody has started in these days.')).toBeVisible();
		expect(screen.getByText(/at least one question of it or of a later one/)).toBeInTheDocument();
	});

	test('have a bar for each, hidden from whoever hears the numbers', () => {
		const { container } = render(Steps, { steps: steps(40, 20, 10, 5), locale });
		expect([...container.querySelectorAll('svg')].map((svg) => svg.getAttribute('aria-hidden'))).toEqual(
			Array.from({ length: 4 }, () => 'true')
		);
	});
});

test('where people left, with the section, and those who are at it still', () => {
	const leaving = [{ section: 'Work', question: 'We plan.', count: 3 }];
	render(Leaving, { results: { leaving, leftAtOnce: 1, atIt: 2 }, locale });
	expect(screen.getByRole('row', { name: /We plan\.\s+Work\s+3/ })).toBeInTheDocument();
	expect(screen.getByText('1 left before answering anything.')).toBeVisible();
	expect(screen.getByText(/^2 answered within the last hour/)).toBeVisible();
});

test('nobody left, nobody’s time is known, nobody came: each is said or left out', () => {
	render(Leaving, { results: { leaving: [], leftAtOnce: 0, atIt: 0 }, locale });
	render(Times, { times: [], locale });
	render(Sources, { results: { sources: [], otherSources: null }, locale });
	expect(screen.getByText('Nobody has left in the middle.')).toBeVisible();
	expect(screen.getByText('Nobody whose time is known has finished yet.')).toBeVisible();
	expect(screen.queryByRole('table')).toBeNull();
});

test('times are minutes and seconds', () => {
	const times = [
		{ section: null, seconds: 270, of: 12 },
		{ section: 'You', seconds: 45, of: 11 }
	];
	render(Times, { times, locale });
	expect(cells(/^The whole survey/)).toEqual(['4 min 30 s', '12']);
	expect(cells(/^You/)).toEqual(['45 s', '11']);
});

test('sources have what came of each; those beyond the list are one', () => {
	const counts = { seen: 9, started: 4, completed: 2, leads: 1 };
	render(Sources, { results: { sources: [{ source: '', ...counts }], otherSources: { of: 3, ...counts } }, locale });
	expect(cells(/^Not known/)).toEqual(['9', '4', '2', '1']);
	expect(cells(/^3 others/)).toEqual(['9', '4', '2', '1']);
});
