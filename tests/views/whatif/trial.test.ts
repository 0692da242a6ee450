// A trial in the page: change answers, see and hear what moves, go back, keep it as a target.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Values } from '#core/instrument/value.ts';
import { trialOf } from '#core/whatif/trial.ts';
import Trial from '#lib/whatif/Trial.svelte';
import { answersTo } from '../../support/answers.ts';
import { flagshipBands, instrument, option, type SomeQuestion } from '../../support/instrument.ts';

const scored = (id: string, more: Partial<SomeQuestion> = {}): SomeQuestion => ({
	id,
	text: [{ kind: 'text', text: `About ${id}` }],
	feeds: { value: 1 },
	area: id,
	...more
});
const small = instrument({
	bands: { company: flagshipBands.company },
	sections: [
		{
			id: 'us',
			title: 'Our work',
			questions: [
				scored('a'),
				scored('b'),
				scored('gate', { type: 'choice', options: [option('yes', 1000), option('no', 0)] }),
				scored('more', { when: { kind: 'is', question: 'gate', options: ['yes'] } })
			]
		},
		{
			id: 'rest',
			title: 'The rest',
			questions: [
				scored('several', {
					type: 'choices',
					options: [option('x'), option('y'), option('z')],
					counts: { 1: 0, 2: 500, 3: 1000 },
					unsure: null,
					notApplicable: null
				}),
				{ id: 'remark', type: 'text', text: [{ kind: 'text', text: 'A remark' }] }
			]
		}
	],
	indices: [
		{ id: 'value', title: 'Value Index', bands: 'company' },
		{ id: 'company', title: 'Company Index', of: { value: 1 }, bands: 'company' }
	],
	areas: ['a', 'b', 'gate', 'more', 'several'].map((id) => ({ id, title: `Area ${id}` }))
});
const given: Values = { a: '1', b: '3', gate: 'no', several: ['x', 'y'], remark: 'none' };

function draw(isOwner = true) {
	const trial = trialOf(small, answersTo(small, given), 'whole');
	return render(Trial, { trial, path: '/r/key', isOwner });
}

const answer = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const choose = (name: string, value: string) => fireEvent.change(answer(name), { target: { value } });
const row = (name: RegExp) =>
	within(screen.getByRole('row', { name }))
		.getAllByRole('cell')
		.map(({ textContent }) => textContent);
const said = () => screen.getAllByRole('status')[0]?.textContent;
const unfold = (title: string) => fireEvent.click(screen.getByText(title));

describe('a trial', () => {
	beforeEach(() => void draw());

	test('starts from what was answered', () => {
		expect(answer('About a')).toHaveValue('1');
		expect(within(answer('About a')).getAllByRole('option')).toHaveLength(7);
		expect(row(/^Company Index/)).toEqual(['25.0', '25.0', '']);
		expect(said()).toBe('Nothing is changed yet.');
		expect(screen.getByRole('button', { name: 'Back to my answers' })).toHaveAttribute('aria-disabled', 'true');
		expect(screen.queryByText('A remark')).toBeNull();
	});

	test('moves index, band and key areas, and says so', async () => {
		await choose('About a', '5');
		expect(row(/^Company Index/)).toEqual(['25.0', '50.0', '+25.0']);
		expect(screen.getByRole('row', { name: /^Company Index/ })).toHaveTextContent('Developing, was At risk');
		expect(said()).toBe(
			'With one answer changed: Company Index 50.0 instead of 25.0. Band: Developing instead of At risk.'
		);
		const trial = screen.getByRole('region', { name: 'Key areas: In this trial' });
		expect(within(trial).getByText('Area a').closest('li')).toHaveTextContent('Keep Area a was Stop');
	});

	test('says what was answered where it is changed, in the question and in its section', async () => {
		await choose('About a', 'ns');
		expect(answer('About a')).toHaveAccessibleDescription('You answered: 1');
		expect(screen.getByText('1 changed')).toBeVisible();
		await choose('About a', '1');
		expect(answer('About a')).not.toHaveAccessibleDescription();
		expect(said()).toBe('Nothing is changed yet.');
	});

	test('asks what another answer leads to, as not answered', async () => {
		expect(screen.queryByRole('combobox', { name: 'About more' })).toBeNull();
		await choose('About gate', 'yes');
		expect(answer('About more')).toHaveDisplayValue('Not answered');
		await choose('About more', '5');
		expect(said()).toContain('With 2 answers changed');
		expect(said()).toContain('New among the key areas: “Area more”.');
	});

	test('counts several choices, and nothing ticked as nothing answered', async () => {
		await unfold('The rest');
		const group = within(screen.getByRole('group', { name: 'About several' }));
		await fireEvent.click(group.getByRole('checkbox', { name: 'z' }));
		expect(row(/^Company Index/)[1]).toBe('37.5');
		for (const name of ['x', 'y', 'z']) await fireEvent.click(group.getByRole('checkbox', { name }));
		expect(group.queryAllByRole('checkbox', { checked: true })).toEqual([]);
		expect(row(/^Company Index/)[1]).toBe('16.7');
	});

	test('goes back to the answers as they are', async () => {
		await choose('About a', '5');
		await choose('About b', '5');
		await fireEvent.click(screen.getByRole('button', { name: 'Back to my answers' }));
		expect(answer('About a')).toHaveValue('1');
		expect(row(/^Company Index/)).toEqual(['25.0', '25.0', '']);
	});
});

describe('a target', () => {
	const sent = vi.fn<typeof fetch>();
	beforeEach(() => vi.stubGlobal('fetch', sent));
	afterEach(() => {
		vi.unstubAllGlobals();
		sent.mockReset();
	});
	const save = () => screen.findByRole('button', { name: 'Save as my target' });

	test('is only for the owner', () => {
		draw(false);
		expect(screen.queryByRole('button', { name: 'Save as my target' })).toBeNull();
	});

	test('is sent with the changed answers alone, and the page says that it is kept', async () => {
		sent.mockResolvedValue(new Response('{}'));
		draw();
		expect(await save()).toHaveAttribute('aria-disabled', 'true');
		await choose('About a', '4');
		await fireEvent.click(await save());
		expect(await screen.findByText(/^Your target is saved/)).toBeVisible();
		const [address, request] = sent.mock.calls[0] ?? [];
		expect([address, request?.method, request?.body]).toEqual(['/r/key/target', 'POST', '{"answers":{"a":"4"}}']);
	});

	test.each([
		['refused', () => Promise.resolve(new Response('{}', { status: 404 }))],
		['broken', () => Promise.resolve(new Response('', { status: 500 }))],
		['offline', () => Promise.reject(new TypeError('no net'))]
	])('that is %s loses nothing, and the page says so', async (_, reply) => {
		sent.mockImplementation(reply);
		draw();
		await choose('About a', '4');
		await fireEvent.click(await save());
		expect(await screen.findByText(/could not be saved just now/)).toBeVisible();
		expect(answer('About a')).toHaveValue('4');
		expect(await save()).toBeEnabled();
	});
});
