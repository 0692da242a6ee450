// The people of an engagement as they are drawn: the table, one of them opened, a list with faults, the end of a round.
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import AddPeople from '#lib/studio/engagement/AddPeople.svelte';
import Closing from '#lib/studio/engagement/Closing.svelte';
import PeopleTable from '#lib/studio/engagement/PeopleTable.svelte';
import Person from '#lib/studio/engagement/Person.svelte';
import Progress from '#lib/studio/engagement/Progress.svelte';
import SettingsFields from '#lib/studio/engagement/SettingsFields.svelte';

const locale = 'en' as const;
const roles = [{ id: 'seller', label: 'Seller' }];
const ann = {
	id: 'a',
	name: 'Ann Lee',
	address: 'ann@c.example',
	number: 0,
	role: 'seller',
	state: 'invited' as const,
	invited: '1 May 2030 at 10:00 UTC',
	reminded: null,
	hasDeclined: true
};
const somebody = { ...ann, id: 'b', name: '', address: '', number: 2, role: null, hasDeclined: false };

describe('the table', () => {
	it('says who was asked and how far they are, and calls those of the open link by number', () => {
		render(PeopleTable, { people: [ann, { ...somebody, state: 'finished' as const }], roles, open: null, locale });
		const [, first, second] = screen.getAllByRole('row');
		expect(first).toHaveTextContent(/Ann Lee\s*ann@c\.example\s*Seller\s*Invited\s*wants no reminders\s*Invited 1 May/);
		expect(second).toHaveTextContent(/By the open link, 2\s*–\s*Finished/);
		expect(within(first!).getByRole('link', { name: 'Change: Ann Lee' })).toHaveAttribute('href', '?person=a#person');
	});
});

describe('somebody opened', () => {
	const shown = { roles, isClosed: false, isTaking: true, faults: [], typed: {}, link: null, locale };

	it('is written to, replaced and removed', () => {
		render(Person, { ...shown, person: ann, promise: 'named' });
		for (const name of ['Save name and role', 'Send the invitation again', 'Show the personal link', 'Remove Ann Lee'])
			expect(screen.getByRole('button', { name, hidden: true })).toBeInTheDocument();
	});

	it('has only a name to change once they have finished under a promise of anonymity', () => {
		render(Person, { ...shown, person: { ...ann, state: 'finished' as const }, promise: 'anonymous' });
		expect(screen.getAllByRole('button', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
			'Save name and role'
		]);
		expect(screen.queryByLabelText('Role')).toBeNull();
		expect(screen.getByText(/would show by the difference/)).toBeVisible();
	});

	it('keeps what was typed, with the fault beside its field', () => {
		const faults = [{ where: 'newAddress', code: 'known' }];
		render(Person, { ...shown, person: ann, promise: 'named', faults, typed: { newAddress: 'ben@c.example' } });
		const field = screen.getByLabelText('Mail address');
		expect(field).toHaveValue('ben@c.example');
		expect(field).toBeInvalid();
		expect(field).toHaveAccessibleDescription('Somebody with this address is asked already.');
	});
});

describe('a list', () => {
	it('with faults comes back whole: each named by its line, and those who would be added', () => {
		const list = {
			text: 'ann@c.example\nnobody',
			code: 'lines' as const,
			faults: [{ line: 2, code: 'no-address', text: 'nobody' }],
			sound: [{ name: '', address: 'ann@c.example', role: null }],
			added: 0
		};
		render(AddPeople, { roles, list, locale });
		const field = screen.getByLabelText('One person a line');
		expect(field).toHaveValue(list.text);
		expect(field).toHaveAccessibleDescription(/Line 2: “nobody” has no address\./);
		expect(screen.getByRole('alert')).toHaveTextContent('Nobody was added yet');
		expect(screen.getByText('ann@c.example', { selector: 'li' })).toBeVisible();
		expect(screen.getByRole('button', { name: /^Add this person and leave/ })).toHaveAttribute('value', 'sound');
	});

	it('of many faults names the first and says how many more there are', () => {
		const faults = Array.from({ length: 25 }, (_, at) => ({ line: at + 1, code: 'no-address', text: `x${at}` }));
		render(AddPeople, { roles, list: { text: '', code: 'lines', faults, sound: [], added: 0 }, locale });
		expect(screen.getByText('and 5 more')).toBeVisible();
	});
});

describe('the end of a round', () => {
	it('says what closing means under each promise', () => {
		const { unmount } = render(Closing, {
			id: 'e',
			promise: 'anonymous',
			isClosed: false,
			takesLate: true,
			fault: null,
			locale
		});
		expect(screen.getByText(/cannot be opened again/)).toBeVisible();
		unmount();
		render(Closing, { id: 'e', promise: 'named', isClosed: false, takesLate: false, fault: 'Tick the box.', locale });
		expect(screen.getByText(/You can open it again.*Links stop/)).toBeVisible();
		expect(screen.getByLabelText('Yes, close it')).toHaveAccessibleDescription('Tick the box.');
	});

	it('of an anonymous one is no button to open it again', () => {
		render(Closing, { id: 'e', promise: 'anonymous', isClosed: true, takesLate: true, fault: null, locale });
		expect(screen.queryByRole('button')).toBeNull();
		expect(screen.getByRole('link')).toHaveAttribute('href', '/studio/engagements/new?previous=e');
	});
});

it('progress is told by role, with the deadline by the clock that it was told by', () => {
	const all = { label: '', asked: 3, finished: 2 };
	render(Progress, {
		counts: {
			all,
			byRole: [
				{ label: 'Seller', asked: 2, finished: 1 },
				{ ...all, label: null, asked: 1 }
			]
		},
		promise: 'anonymous',
		closed: null,
		takesLate: true,
		deadline: { day: '2030-05-31', zone: 'Europe/Berlin', isOver: false },
		reminders: [7, 2],
		locale
	});
	expect(screen.getByText('2 of 3')).toBeVisible();
	expect(screen.getByText('1 of 2')).toBeVisible();
	expect(screen.getByText(/end of 31 May 2030 \(Berlin time\).*7 and 2 days before/)).toBeVisible();
});

it('the promise is no choice any more once somebody has answered', () => {
	const shown = { values: { promise: 'anonymous' }, faults: [], zones: ['UTC'], brands: [], told: 2, locale };
	const { unmount } = render(SettingsFields, shown);
	expect(screen.getByRole('radio', { name: /^Anonymous/ })).toBeChecked();
	expect(screen.getByText(/2 people were invited with this promise/)).toBeVisible();
	unmount();
	render(SettingsFields, { ...shown, isFrozen: true });
	expect(screen.queryByRole('radio')).toBeNull();
	expect(screen.getByText(/so it stays as it is/)).toBeVisible();
});
