import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { AskedQuestion } from '#core/instrument/questionnaire.ts';
import type { Value } from '#core/instrument/value.ts';
import Question from '#lib/survey/Question.svelte';
import { options, question } from '../../core/survey/questionnaires.ts';

const five = options('never', 'seldom', 'sometimes', 'often', 'always');
const plain = { unsure: null, notApplicable: null };
const number = { min: 1, max: 100, step: 0.5, decimals: 1, unit: 'days' };

function ask(asked: Partial<AskedQuestion>, value?: Value, more: Record<string, unknown> = {}) {
	const answer = vi.fn<(value: Value | null) => void>();
	const one = question('how', asked);
	const given = typeof one.options === 'string' ? five : one.options;
	const props = {
		question: one,
		options: given,
		value,
		answer,
		number: 1,
		complaint: null,
		condition: null,
		started: true,
		locale: 'en' as const
	};
	const { rerender } = render(Question, { ...props, ...more });
	return { answer, hold: (value: Value | undefined) => rerender({ value }) };
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

describe('a question on a scale', () => {
	it('is a group named by what is asked, with a radio for each step and those set apart', () => {
		ask({ help: [{ kind: 'paragraph', inline: [{ kind: 'text', text: 'In most weeks.' }] }] });
		const group = screen.getByRole('radiogroup', { name: /how\?/ });
		expect(group).toHaveAccessibleDescription('In most weeks.');
		expect(
			within(group)
				.getAllByRole('radio')
				.map((one) => one.getAttribute('value'))
		).toEqual([...five.map(({ id }) => id), 'ns', 'na']);
	});

	it.each(['often', "Don't know"])('gives %s as the answer', async (name) => {
		const { answer } = ask({});
		await fireEvent.click(radio(name));
		expect(answer).toHaveBeenCalledExactlyOnceWith(name === 'often' ? 'often' : 'ns');
	});

	it('shows the answer that it holds, and lets it be taken back', async () => {
		const { answer } = ask({}, 'often');
		expect(radio('often')).toBeChecked();
		await fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
		expect(answer).toHaveBeenCalledExactlyOnceWith(null);
	});

	it('offers nothing to take back before there is an answer, or where one is needed', () => {
		ask({ required: true }, 'often');
		expect(screen.queryByRole('button')).toBeNull();
	});

	it('answers by digit while the focus is inside, and by no other key', async () => {
		const { answer } = ask({});
		for (const key of ['4', '9', 'x', '0']) await fireEvent.keyDown(radio('never'), { key });
		await fireEvent.keyDown(radio('never'), { key: '2', ctrlKey: true });
		expect(answer.mock.calls).toEqual([['often']]);
		expect(radio('often')).toHaveFocus();
	});

	it('ties a complaint to the group', () => {
		ask({}, undefined, { complaint: 'Please answer.' });
		const group = screen.getByRole('radiogroup');
		expect(group).toHaveAccessibleDescription('Please answer.');
		expect(group).toBeInvalid();
	});
});

describe('a choice', () => {
	const other = {
		type: 'choice',
		options: [...options('a'), { id: 'other', label: 'Other', input: true as const }],
		...plain
	} as const;

	it('takes what is typed beside the option that asks for it', async () => {
		const { answer } = ask(other, 'other');
		await fireEvent.input(screen.getByRole('textbox', { name: /Other/ }), { target: { value: 'ours' } });
		expect(answer).toHaveBeenCalledExactlyOnceWith({ option: 'other', text: 'ours' });
	});

	it('keeps digits that are typed as text', async () => {
		const { answer } = ask(other, { option: 'other', text: 'our' });
		await fireEvent.keyDown(screen.getByRole('textbox'), { key: '1' });
		expect(answer).not.toHaveBeenCalled();
		expect(radio('Other')).toBeChecked();
	});
});

describe('several choices', () => {
	const several = {
		type: 'choices',
		options: [...options('a', 'b'), { id: 'none', label: 'None', exclusive: true as const }],
		...plain
	} as const;
	const box = (name: string) => screen.getByRole('checkbox', { name });

	it.each<[Value | undefined, string, Value | null]>([
		[undefined, 'b', ['b']],
		[['b'], 'a', ['a', 'b']],
		[['a', 'b'], 'a', ['b']],
		[['a'], 'a', null],
		[['a', 'b'], 'None', ['none']],
		[['none'], 'a', ['a']]
	])('%j and a click on %s give %j', async (value, name, next) => {
		const { answer } = ask(several, value);
		await fireEvent.click(box(name));
		expect(answer).toHaveBeenCalledExactlyOnceWith(next);
	});
});

describe('a number', () => {
	const typed = { type: 'number', options: [], number, ...plain } as const;
	const field = () => screen.getByRole('spinbutton', { name: /how\?.* days/ });
	const type = async (value: string) => fireEvent.input(field(), { target: { value } });

	it('is an answer while it is in range', async () => {
		const { answer } = ask(typed);
		for (const text of ['1', '12', '12.5', '']) await type(text);
		expect(answer.mock.calls).toEqual([[1], [12], [12.5], [null]]);
	});

	it('is no answer out of range, which is said once the field is left', async () => {
		const { answer } = ask(typed);
		await type('500');
		expect(answer).toHaveBeenLastCalledWith(null);
		expect(screen.queryByText(/from 1 to 100/)).toBeNull();
		await fireEvent.blur(field());
		expect(field()).toBeInvalid();
		expect(field()).toHaveAccessibleDescription(/from 1 to 100/);
		await type('50');
		expect(field()).toBeValid();
	});

	it('keeps what is being typed as it is typed', async () => {
		const { hold } = ask(typed);
		await type('12.50');
		await hold(12.5);
		expect(field()).toHaveDisplayValue('12.50');
		await fireEvent.blur(field());
		expect(field()).toHaveDisplayValue('12.5');
	});

	it('can be answered with "don\'t know" where that is offered', async () => {
		const { answer } = ask({ ...typed, unsure: "Don't know" }, 12);
		await fireEvent.click(screen.getByRole('checkbox', { name: "Don't know" }));
		expect(answer).toHaveBeenCalledExactlyOnceWith('ns');
	});
});

describe('a text', () => {
	it('is an answer unless it is blank', async () => {
		const { answer } = ask({ type: 'text', options: [], max: 100, ...plain });
		for (const value of ['Acme', '  ']) await fireEvent.input(screen.getByRole('textbox'), { target: { value } });
		expect(answer.mock.calls).toEqual([['Acme'], [null]]);
	});

	it('gives room for a long one and counts what is left near the end', () => {
		ask({ type: 'text', options: [], max: 1000, ...plain }, 'x'.repeat(950));
		expect(screen.getByRole('textbox').tagName).toBe('TEXTAREA');
		expect(screen.getByText('50 characters left')).toBeInTheDocument();
	});
});

describe('a date', () => {
	it('is a day, or nothing', async () => {
		const { answer } = ask({ type: 'date', options: [], ...plain });
		const field = screen.getByLabelText(/how\?/, { selector: 'input' });
		await fireEvent.change(field, { target: { value: '2026-11-22' } });
		expect(answer).toHaveBeenCalledExactlyOnceWith('2026-11-22');
	});
});

describe('a split', () => {
	it('is an answer once all ten points are given', async () => {
		const { answer } = ask({ type: 'split', options: options('old', 'new'), ...plain });
		await fireEvent.input(screen.getByRole('spinbutton', { name: 'old' }), { target: { value: '7' } });
		expect(answer).toHaveBeenLastCalledWith(null);
		expect(screen.getByRole('status')).toHaveTextContent('3 of 10 points left');
		await fireEvent.input(screen.getByRole('spinbutton', { name: 'new' }), { target: { value: '3' } });
		expect(answer).toHaveBeenLastCalledWith({ old: 7, new: 3 });
	});
});
