// The lead form and what stands beside an open report, as people and screen readers meet them.
import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { LeadForm as FormData } from '#lib/campaign/lead-form.ts';
import AfterFindings from '#lib/lead/AfterFindings.svelte';
import AtEnd from '#lib/lead/AtEnd.svelte';
import type { Beside } from '#lib/lead/beside.ts';
import LeadForm from '#lib/lead/LeadForm.svelte';
import View from '#lib/lead/View.svelte';

const field = { kind: 'address', label: null, isRequired: true, most: 254, value: '', problem: null } as const;
const form: FormData = {
	fields: [
		{ ...field, name: 'address' },
		{ ...field, name: 'fields.team', kind: 'own', label: '<b>Team</b>', isRequired: false }
	],
	consents: [
		{ name: 'consents.news', text: 'Write to me <i>often</i>.', hash: 'f'.repeat(64), isTicked: false, problem: null }
	],
	problem: null
};
const props = {
	form,
	action: '/r/key/lead',
	occasion: 'rest',
	firm: 'Acme',
	privacy: '/c/spring/privacy',
	isMailed: true,
	locale: 'en'
} as const;
const lead: Beside = {
	gate: 'none',
	form,
	isLeft: false,
	firm: 'Acme',
	offer: { text: 'Talk to us.\n\nSoon.', button: 'Choose a time', person: 'Grace Hopper' },
	view: { said: null, most: 1000 },
	colleagues: { link: 'https://survey.test/c/spring', mail: 'mailto:?subject=a&body=b' },
	thanks: [],
	isMailed: true,
	privacy: '/c/spring/privacy'
};

describe('the form', () => {
	test('asks for what is set, with no box ticked, in the words of the marketer as text', () => {
		render(LeadForm, props);
		expect(screen.getByRole('textbox', { name: 'Mail address' })).toBeRequired();
		expect(screen.getByRole('textbox', { name: /<b>Team<\/b>/ })).not.toBeRequired();
		const box = screen.getByRole('checkbox', { name: 'Write to me <i>often</i>.' });
		expect(box).not.toBeChecked();
		expect(box).toHaveAttribute('value', 'f'.repeat(64));
		expect(screen.getByRole('button', { name: 'Open the full report' }).closest('form')).toHaveAttribute(
			'action',
			'/r/key/lead'
		);
		expect(screen.getByText(/seen by Acme/)).toBeInTheDocument();
		expect(screen.queryByRole('alert')).not.toBeInTheDocument();
	});

	test('says what is wrong beside the field and at the top, and keeps what was typed', () => {
		const bad = {
			...form,
			fields: [{ ...field, name: 'address', value: 'nobody', problem: 'wrong-address' as const }]
		};
		render(LeadForm, { ...props, form: bad });
		const input = screen.getByRole('textbox', { name: 'Mail address' });
		expect(input).toHaveValue('nobody');
		expect(input).toBeInvalid();
		expect(input).toHaveAccessibleDescription(/not a mail address/);
		expect(screen.getByRole('alert')).toHaveTextContent('What you typed is still there.');
	});

	test('does not promise a mail that nobody sends', () => {
		render(LeadForm, { ...props, isMailed: false });
		expect(screen.queryByText(/by mail, too/)).not.toBeInTheDocument();
	});

	test('has a trap that nobody is led into', () => {
		const { container } = render(LeadForm, props);
		const trap = container.querySelector('input[name="more"]');
		expect(trap).toHaveAttribute('tabindex', '-1');
		expect(trap?.closest('[aria-hidden="true"]')).not.toBeNull();
	});
});

describe('beside a report', () => {
	test('that is closed there is the form and nothing else', () => {
		render(AfterFindings, { lead: { ...lead, gate: 'rest' }, path: '/r/key', locale: 'en' });
		expect(screen.getByRole('button', { name: 'Open the full report' })).toBeInTheDocument();
		expect(screen.queryByText('Talk to us.')).not.toBeInTheDocument();
		expect(screen.queryByRole('radio')).not.toBeInTheDocument();
	});

	test('that is open a person makes the offer, and its button is a form', () => {
		render(AfterFindings, { lead, path: '/r/key', locale: 'en' });
		expect(screen.getByText('Grace Hopper, Acme')).toBeInTheDocument();
		const offer = screen.getByRole('button', { name: /Choose a time/ }).closest('form');
		expect(offer).toHaveAttribute('action', '/r/key/offer');
		expect(offer).toHaveAttribute('method', 'post');
	});

	test('colleagues are asked by the reader, not by us', () => {
		render(AtEnd, { lead, path: '/r/key', locale: 'en' });
		expect(screen.getByRole('textbox', { name: 'Link for colleagues' })).toHaveValue('https://survey.test/c/spring');
		expect(screen.getByRole('link', { name: 'Write a mail with it' })).toHaveAttribute(
			'href',
			'mailto:?subject=a&body=b'
		);
		expect(screen.getByRole('button', { name: 'Send me the link' })).toBeInTheDocument();
	});

	test('the view has three answers, none chosen, and says what was said as text', async () => {
		const view = { said: null, action: '/r/key/view', firm: 'Acme', most: 1000, locale: 'en' } as const;
		const { rerender } = render(View, view);
		expect(screen.getAllByRole('radio').map((each) => (each as HTMLInputElement).checked)).toEqual([
			false,
			false,
			false
		]);
		await rerender({ ...view, said: { answer: 'no', because: '<b>We win</b>' } });
		expect(screen.getByRole('status')).toHaveTextContent('You said: no.');
		expect(screen.getAllByText('<b>We win</b>').length).toBeGreaterThan(0);
	});
});
