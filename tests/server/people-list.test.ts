// Lists of people as consultants paste them: whom to invite, and what is said of each line that is none.
import { describe, expect, test } from 'vitest';
import { readPeople } from '#lib/server/engagement/people-list.ts';
import { option, question } from '../support/instrument.ts';

const role = question({
	id: 'role',
	type: 'choice',
	options: [option('seller', null, { label: 'Seller' }), option('sales-leader', null, { label: 'Head of sales' })]
});

const ann = { name: '', address: 'ann@example.org', role: null };

describe('people are read', () => {
	test.each<[string, string, readonly object[]]>([
		['an address', 'ann@example.org', [ann]],
		['one a line', 'ann@example.org\r\nben@example.org\n', [ann, { ...ann, address: 'ben@example.org' }]],
		['side by side', 'ann@example.org, ben@example.org', [ann, { ...ann, address: 'ben@example.org' }]],
		[
			'as mail programs write them',
			'Ann Lee <ann@example.org>; "Ox, Ben" <ben@example.org>',
			[
				{ ...ann, name: 'Ann Lee' },
				{ ...ann, name: 'Ox Ben', address: 'ben@example.org' }
			]
		],
		[
			'cells of a sheet',
			'Name\tE-mail\tRole\nAnn Lee\tann@example.org\tHead of sales',
			[{ ...ann, name: 'Ann Lee', role: 'sales-leader' }]
		],
		[
			'a CSV in another order',
			'email,role,name\nann@example.org,seller,"Lee, Ann"',
			[{ ...ann, name: 'Lee, Ann', role: 'seller' }]
		],
		['a byte order mark', '\uFEFFemail;name\nann@example.org;Ann', [{ ...ann, name: 'Ann' }]],
		['a name and an address', 'Ann,ann@example.org', [{ ...ann, name: 'Ann' }]]
	])('%s', (_, text, people) => {
		expect(readPeople(text, role)).toEqual({ people, faults: [] });
	});
});

describe('what is wrong is named with its line, and the rest is taken', () => {
	test.each<[string, string, string]>([
		['bad-address', 'ann@@example', 'ann@@example'],
		['no-address', 'Ann Lee', 'Ann Lee'],
		['twice', 'Good@example.org', 'Good@example.org'],
		['invited-already', 'KNOWN@example.org', 'KNOWN@example.org'],
		['unknown-role', 'Ann,ann@example.org,Astronaut', 'Ann,ann@example.org,Astronaut'],
		['long-name', `${'a'.repeat(121)},ann@example.org`, `${'a'.repeat(121)},ann@example.org`]
	])('%s', (code, text, kept) => {
		const read = readPeople(`good@example.org\n${text}\nlast@example.org`, role, ['known@example.org']);
		expect(read.faults).toEqual([{ line: 2, code, text: kept }]);
		expect(read.people.map(({ address }) => address)).toEqual(['good@example.org', 'last@example.org']);
	});

	test('a list that cannot be read as one comes back whole', () => {
		const text = 'a,b\n"open,c@example.org';
		expect(readPeople(text, role)).toEqual({ people: [], faults: [{ line: 1, code: 'unreadable', text }] });
	});
});
