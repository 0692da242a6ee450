// An owner's links and forms, which work without a script; a reader of a share has none of them.
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import Actions from '#lib/report/Actions.svelte';

const shares = [{ id: '3', scope: 'company', link: 'https://example.com/r/abc' }] as const;
const owner = {
	path: '/r/key',
	isOwner: true,
	canReopen: true,
	canTakeAgain: true,
	shares,
	reminder: { date: null, canSet: true, refused: null },
	picture: 'Your deals end on time. 63 of 100.',
	locale: 'en'
} as const;

const formOf = (button: string): HTMLFormElement => {
	const form = screen.getByRole('button', { name: button, hidden: true }).closest('form');
	if (form === null) throw new Error(`"${button}" is in no form`);
	return form;
};

describe('an owner', () => {
	test('takes the PDF', () => {
		render(Actions, owner);
		expect(screen.getByRole('link', { name: 'Download PDF' })).toHaveAttribute('href', '/r/key/report.pdf');
	});

	test.each([
		['Make a link', '/r/key/shares'],
		['Take back link 1', '/r/key/shares/3'],
		['Open the answers again', '/r/key/reopen'],
		['Start again', '/r/key/again'],
		['Remind me', '/r/key/reminder'],
		['Download what is kept', '/r/key/export'],
		['Erase', '/r/key/erase']
	])('"%s" posts to %s', (button, action) => {
		render(Actions, owner);
		const form = formOf(button);
		expect(form).toHaveAttribute('action', action);
		expect(form).toHaveAttribute('method', 'post');
	});

	test('shares the company part unless told otherwise', () => {
		render(Actions, owner);
		expect(Object.fromEntries(new FormData(formOf('Make a link')))).toEqual({ scope: 'company' });
	});

	test('erases only after saying yes', () => {
		render(Actions, owner);
		const form = formOf('Erase');
		expect(within(form).getByRole('checkbox', { hidden: true })).toBeRequired();
		expect(form.checkValidity()).toBe(false);
		within(form).getByRole('checkbox', { hidden: true }).click();
		expect(Object.fromEntries(new FormData(form))).toEqual({ confirm: 'yes' });
	});

	test('sees the links that work now, ready to be copied', () => {
		render(Actions, owner);
		expect(screen.getByLabelText('Link to the company part')).toHaveValue('https://example.com/r/abc');
		expect(screen.getByLabelText('Link to the company part')).toHaveAttribute('readonly');
	});

	test('sees the picture to post, is told what it shows, and saves it', () => {
		render(Actions, owner);
		const picture = screen.getByRole('img', { name: owner.picture, hidden: true });
		expect(picture).toHaveAttribute('src', '/r/key/picture.png');
		expect(screen.getByText(/shows the company part only/)).toBeInTheDocument();
		const save = screen.getByRole('link', { name: /Download the picture/, hidden: true });
		expect(save).toHaveAttribute('href', '/r/key/picture.png');
		expect(save).toHaveAttribute('download');
	});

	test('cannot reopen once the time is over', () => {
		render(Actions, { ...owner, canReopen: false });
		expect(screen.queryByText('Change answers')).toBeNull();
	});
});

test('where the survey is not offered any more, it cannot be taken again', () => {
	render(Actions, { ...owner, canTakeAgain: false });
	expect(screen.queryByText('Take it again')).toBeNull();
});

test('a reader of a share has the PDF and nothing that changes anything', () => {
	const { container } = render(Actions, { ...owner, isOwner: false, canReopen: false, shares: [] });
	expect(screen.getByRole('link', { name: 'Download PDF' })).toBeVisible();
	expect(container.querySelector('form, details')).toBeNull();
});

describe('a reminder', () => {
	const shown = (reminder: { date: string | null; canSet: boolean; refused: 'unfit' | 'later' | null } | null) =>
		render(Actions, { ...owner, reminder });

	test('goes in three months unless told otherwise', () => {
		shown({ date: null, canSet: true, refused: null });
		const form = formOf('Remind me');
		expect(Object.fromEntries(new FormData(form))).toEqual({ email: '', months: '3' });
		expect(screen.queryByText('Cancel the reminder')).toBeNull();
	});

	test('that is set shows its day, and can be cancelled even where none can be set any more', () => {
		shown({ date: '22 February 2027', canSet: false, refused: null });
		expect(screen.getByText(/A reminder is set for 22 February 2027/)).toBeInTheDocument();
		const button = within(formOf('Cancel the reminder')).getByRole('button', { hidden: true });
		expect([button.getAttribute('name'), button.getAttribute('value')]).toEqual(['cancel', 'yes']);
		expect(screen.queryByLabelText('Your mail address')).toBeNull();
	});

	test.each([
		['unfit', /That is not a mail address/],
		['later', /Too many messages/]
	] as const)('that was not set says why: %s', (refused, words) => {
		shown({ date: null, canSet: true, refused });
		expect(screen.getByRole('alert')).toHaveTextContent(words);
		expect(screen.getByRole('alert')).toBeVisible();
	});

	test('is not offered where no mail can be sent', () => {
		shown(null);
		expect(screen.queryByText('Remind me')).toBeNull();
	});
});
