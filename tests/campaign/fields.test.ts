// Field names → a tree and back, whatever is sent.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldValues, rowsIn, treeOf, valuesOf } from '#lib/campaign/fields.ts';
import { rearranged } from '#lib/campaign/rearranged.ts';

describe('fields', () => {
	test('make groups and rows', () => {
		const tree = treeOf({ a: '1', 'b.c': '2', 'd.0.e': '3', 'd.7.e': '4' });
		expect(tree).toEqual({ a: '1', b: { c: '2' }, d: [{ e: '3' }, { e: '4' }] });
	});

	test.each([
		[
			'one that is there twice',
			[
				['a', '1'],
				['a', '2']
			]
		],
		['a file', [['a', new Blob()]]],
		['a name that reaches a prototype', [['__proto__', '1']]],
		['a name in brackets', [['a[]', '1']]],
		['a name too deep', [['a.b.c.d', '1']]],
		['an empty name', [['', '1']]],
		['too many', Array.from({ length: 301 }, (_, at) => [`a.${at % 100}.b${'c'.repeat(at / 100)}`, '1'])]
	] as const)('are refused: %s', (_name, entries) => {
		expect(fieldValues(entries as never)).toBeNull();
	});

	test('that are a text and a group at once are refused', () => {
		expect(treeOf({ 'a.b': '1', a: '2' })).toBeNull();
		expect(treeOf({ a: '2', 'a.b': '1' })).toBeNull();
	});

	test('never fail and never touch a prototype', () => {
		const part = fc.constantFrom('a', 'constructor', 'toString', '0', '1', '39', '40', 'isB');
		const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((path) => path.join('.'));
		fc.assert(
			fc.property(fc.dictionary(name, fc.string()), (values) => {
				const tree = treeOf(values, () => true);
				if (tree !== null) expect(Object.values(valuesOf(tree)).toSorted()).toEqual(Object.values(values).toSorted());
				expect(({} as Record<string, unknown>)['a']).toBeUndefined();
			})
		);
	});

	test('come back from a tree of rows as they were', () => {
		const values = { 'rows.0.id': 'x', 'rows.0.isOn': 'on', 'rows.1.id': 'y', 'rows.1.label': 'on' };
		expect(valuesOf(treeOf(values, () => true) ?? {})).toEqual(values);
		expect(rowsIn(values, 'rows')).toBe(2);
		expect(rowsIn(values, 'row')).toBe(0);
	});
});

describe('buttons of rows', () => {
	const values = { name: 'n', 'own.0.label': 'a', 'own.1.label': 'b', 'own.2.label': '' };

	test.each([
		['up:own:1', ['b', 'a', '']],
		['down:own:0', ['b', 'a', '']],
		['remove:own:0', ['b', '']],
		['up:own:0', ['a', 'b', '']],
		['down:own:2', ['a', 'b', '']],
		['remove:own:9', ['a', 'b', '']]
	])('%s', (button, labels) => {
		const moved = rearranged(values, button) ?? {};
		expect(
			Object.keys(moved)
				.filter((name) => name.endsWith('.label'))
				.map((name) => moved[name])
		).toEqual(labels);
		expect(moved['name']).toBe('n');
	});

	test('add one at the end, also where there was none', () => {
		expect(rowsIn(rearranged(values, 'add:own') ?? {}, 'own')).toBe(4);
		expect(rowsIn(rearranged({ name: 'n' }, 'add:own') ?? {}, 'own')).toBe(1);
	});

	test.each(['', 'save', 'drop:own:1', 'up:__proto__:1', 'up:name:0'])('of another kind do nothing: %j', (button) => {
		expect(rearranged(values, button)).toBeNull();
	});
});
