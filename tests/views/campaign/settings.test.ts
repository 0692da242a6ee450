// Forms of a campaign's settings: complaints beside their fields, rows, and a look that follows what is typed.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { faultCodes, type Fault } from '#lib/campaign/faults.ts';
import { valuesOf } from '#lib/campaign/fields.ts';
import { parts, typedOf, type Part } from '#lib/campaign/parts.ts';
import List from '#lib/studio/campaign/List.svelte';
import Overview from '#lib/studio/campaign/Overview.svelte';
import Parts from '#lib/studio/campaign/Parts.svelte';
import { sentenceOf, summaryOf } from '#lib/studio/campaign/words.ts';
import { choices, fullCampaign } from '../../support/full-campaign.ts';

const look = {
	site: { firm: 'Bellwether', accent: '#1d4e55', footer: 'Foot' },
	logo: null,
	suggested: '#c81e3c',
	mostUploaded: 1000,
	sample: { question: 'We plan.', options: ['No', 'Yes'], title: 'Small', headline: 'You plan well.' }
};
const data = { zones: ['UTC', 'Europe/Berlin'], choices, kept: { unfinished: 30, completed: null }, look };

function show(part: Part, faults: readonly Fault[] = [], changes: Readonly<Record<string, string>> = {}) {
	const shown = { values: { ...valuesOf(typedOf(part, fullCampaign)), ...changes }, faults };
	return render(Parts, { part, shown, data, locale: 'en' });
}

/** What a browser would send. */
const sent = (container: HTMLElement): Record<string, string> =>
	Object.fromEntries(
		[...container.querySelectorAll<HTMLInputElement>('[name]:not(button, [type=file])')]
			.filter(({ type, checked }) => (type !== 'radio' && type !== 'checkbox') || checked)
			.map(({ name, value }) => [name, value])
	);

test.each(parts)('a page shows all that is kept, and sends it again as it is: %s', (part) => {
	const { container } = show(part);
	expect(sent(container)).toEqual(valuesOf(typedOf(part, fullCampaign)));
});

test('a complaint stands beside its field and is read with it; what was typed is still there', () => {
	show('offers', [{ field: 'offers.0.link', code: 'link' }], { 'offers.0.link': 'javascript:alert(1)' });
	const [link] = screen.getAllByRole('textbox', { name: 'Where the button leads' });
	expect(link).toHaveValue('javascript:alert(1)');
	expect(link).toBeInvalid();
	expect(link).toHaveAccessibleDescription(/neither a web page .* nor a mail address/);
});

test('the summary says which field of which row is meant', () => {
	const { where, words } = summaryOf({ field: 'offers.1.text', code: 'missing' }, 'en');
	expect(where).toBe('offers.1.text');
	expect(words).toMatch(/^Offer 2, What it says: /);
	expect(summaryOf({ field: 'week.subject', code: 'long', most: 120 }, 'en').words).toMatch(
		/^After a week, Subject: .*120/
	);
});

test.each(faultCodes)('there is a sentence for %s', (code) => {
	expect(sentenceOf({ field: 'x', code, most: 7, text: 'this' }, 'en')).toMatch(/[.”]$/);
});

test('a text of a participant or a marketer is never markup', () => {
	const { container } = show('look', [{ field: 'firm', code: 'long', most: 80 }], {
		firm: '<img src=x onerror=alert(1)>'
	});
	expect(container.querySelector('img[src=x]')).toBeNull();
	expect(screen.getAllByText('<img src=x onerror=alert(1)>').length).toBeGreaterThan(0);
});

describe('rows', () => {
	test('have a button for every move that is possible', () => {
		show('offers');
		const row = within(screen.getByRole('group', { name: 'Offer 1' }));
		expect(row.queryByRole('button', { name: /Move up/ })).toBeNull();
		expect(row.getByRole('button', { name: 'Move down: Offer 1' })).toHaveValue('down:offers:0');
		expect(row.getByRole('button', { name: 'Remove: Offer 1' })).toHaveValue('remove:offers:0');
		expect(screen.getByRole('button', { name: 'Add an offer' })).toHaveValue('add:offers');
	});

	test('that are as many as there may be offer no more', () => {
		const rows = Object.fromEntries(
			[2, 3, 4].flatMap((at) => [
				[`own.${at}.id`, `f${at}`],
				[`own.${at}.label`, 'L']
			])
		);
		show('form', [], rows);
		expect(screen.getAllByRole('group', { name: /^Field/ })).toHaveLength(5);
		expect(screen.queryByRole('button', { name: 'Add a field' })).toBeNull();
	});

	test('keep a choice that the survey no longer has until another is made', () => {
		show('offers', [{ field: 'offers.0.role', code: 'option' }], { 'offers.0.role': 'was-removed' });
		expect(screen.getAllByRole('combobox', { name: 'Role' })[0]).toHaveValue('was-removed');
	});
});

describe('the look', () => {
	test('follows what is typed, and says which colour is used where words could not be read', async () => {
		const { container } = show('look', [], { accent: '', firm: '' });
		const screens = () => [...container.querySelectorAll<HTMLElement>('[inert]')];
		expect(screens()).toHaveLength(2);
		expect(screens()[0]?.getAttribute('style')).toContain('#1d4e55');
		expect(screens()[0]).toHaveTextContent('Bellwether');

		await fireEvent.input(screen.getByRole('textbox', { name: 'Name of the firm' }), { target: { value: 'Acme' } });
		await fireEvent.input(screen.getByRole('textbox', { name: 'Colour' }), { target: { value: 'F2B705' } });
		expect(screens()[0]).toHaveTextContent('Acme');
		const mended = screen.getByText(/cannot be read well on our paper/);
		const used = /buttons will be (#\w{6})/.exec(mended.textContent ?? '')?.[1] ?? '';
		expect(mended).toHaveTextContent('Words in #f2b705');
		expect(used).not.toBe('#f2b705');
		expect(screens()[0]?.getAttribute('style')).toContain(used);
	});

	test('takes the colour of the logo', async () => {
		show('look', [], { accent: '#1d4e55' });
		await fireEvent.click(screen.getByRole('button', { name: /Use #c81e3c/ }));
		expect(screen.getByRole('textbox', { name: 'Colour' })).toHaveValue('#c81e3c');
	});

	test('does not take a file that is too large', async () => {
		show('look');
		const input = screen.getByLabelText<HTMLInputElement>('Logo');
		const large = new File([new Uint8Array(1001)], 'logo.png', { type: 'image/png' });
		await fireEvent.change(input, { target: { files: [large] } });
		expect(input).toHaveAccessibleDescription(/larger than 450 KB/);
	});
});

const campaign = {
	id: 'fair',
	name: 'Fair',
	instrument: 'small',
	opening: 'unpublished',
	isPublished: false,
	opens: null,
	closes: null,
	hasSites: false
} as const;

test('whoever may only read sees link and codes, but nothing to press', () => {
	const shown = {
		campaign,
		title: 'Small',
		origin: 'https://survey.test',
		link: 'https://survey.test/c/fair',
		locale: 'en' as const
	};
	const { unmount } = render(Overview, { ...shown, counts: null, mayChange: false });
	expect(screen.getByText('https://survey.test/c/fair')).toBeInTheDocument();
	expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
	expect(screen.queryByRole('link', { name: /Delete/ })).toBeNull();
	unmount();
	render(Overview, { ...shown, counts: { started: 3, completed: 2, leads: 1 }, mayChange: true });
	expect(screen.getByRole('button', { name: 'Publish' })).toHaveAttribute('formaction', '?/publish');
	expect(screen.getByRole('link', { name: 'Try it' })).toHaveAttribute('href', 'https://survey.test/c/fair?preview');
});

test('the list counts only for those who may see results', () => {
	const row = { ...campaign, counts: { started: 1200, completed: 7, leads: 0 } };
	const { unmount } = render(List, { rows: [row], locale: 'en' });
	expect(screen.getByRole('cell', { name: '1,200' })).toBeInTheDocument();
	unmount();
	render(List, { rows: [{ ...row, counts: null }], locale: 'en' });
	expect(screen.queryByRole('columnheader', { name: 'Leads' })).toBeNull();
});
