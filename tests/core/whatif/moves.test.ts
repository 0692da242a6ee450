// Before and after, side by side: which indices are shown, how far they moved, and which key areas come and go.
import { describe, expect, test } from 'vitest';
import type { Values } from '#core/instrument/value.ts';
import { bandLabel, indexMoves, keyAreaMoves } from '#core/whatif/moves.ts';
import { tried, type Tried } from '#core/whatif/tried.ts';
import { flagshipBands, instrument } from '../../support/instrument.ts';

const areas = ['one', 'two', 'three', 'four', 'five', 'six'];
const small = instrument({
	bands: { company: flagshipBands.company },
	sections: [
		{ id: 'us', questions: areas.map((area) => ({ id: `q-${area}`, area, feeds: { value: 1 } })) },
		{
			id: 'you',
			about: 'personal',
			when: { kind: 'is', question: 'q-one', options: ['1', '2'] },
			questions: [{ id: 'mine', feeds: { personal: 1, approach: 1 } }]
		}
	],
	indices: [
		{ id: 'approach', about: 'personal', facetOf: 'personal' },
		{ id: 'personal', about: 'personal' },
		{ id: 'value', bands: 'company' },
		{ id: 'company', of: { value: 1 }, bands: 'company' }
	],
	areas: areas.map((id) => ({ id, title: `The ${id}`, index: `home-${id}` }))
});

function of(values: Values): Tried {
	const result = tried(small, values);
	if (result === null) throw new Error('these answers are none');
	return result;
}
/** One answer an area, 1 to 5, in the order of the areas. */
const answered = (digits: string, more: Values = {}): Tried =>
	of({ ...Object.fromEntries(areas.map((area, at) => [`q-${area}`, digits.charAt(at)])), ...more });

describe('indices', () => {
	test('stand in the order of a report: the company with its parts, the person with the facets', () => {
		const before = answered('133333', { mine: '3' });
		const moves = indexMoves(small, before, answered('233333', { mine: '4' }));
		expect(moves.map(({ index, isTotal, by }) => [index.id, isTotal, by])).toEqual([
			['company', true, 41],
			['value', false, 41],
			['personal', true, 250],
			['approach', false, 250]
		]);
	});

	test('that are asked neither before nor after are left out, those asked on one side are not', () => {
		const [without, withIt] = [answered('333333'), answered('133333', { mine: '3' })];
		expect(indexMoves(small, without, without).map(({ index }) => index.id)).toEqual(['company', 'value']);
		const personal = indexMoves(small, withIt, without).find(({ index }) => index.id === 'personal');
		expect(personal).toMatchObject({
			before: { tenths: 500 },
			after: { tenths: null, because: 'not-asked' },
			by: null
		});
	});

	test('of an instrument without a company index stand as they are', () => {
		const plain = instrument({ questions: [{ id: 'q', feeds: { b: 1, a: 1 } }], indices: [{ id: 'b' }, { id: 'a' }] });
		const result = tried(plain, { q: '5' });
		expect(result && indexMoves(plain, result, result).map(({ index, by }) => [index.id, by])).toEqual([
			['b', 0],
			['a', 0]
		]);
	});

	test('have the label of their band, read on the whole number', () => {
		const label = (digits: string) => {
			const [company] = indexMoves(small, answered(digits), answered(digits));
			return company && bandLabel(small, company.index, company.after);
		};
		expect(label('333333')).toBe('Developing');
		expect(label('555555')).toBe('World class');
		expect(bandLabel(small, small.indices[0] ?? fail(), { tenths: 500, band: null, potential: null })).toBeNull();
	});
});

describe('key areas', () => {
	const shown = (here: Tried, there: Tried) =>
		keyAreaMoves(small, here, there).map(({ title, verdict, other, stays }) => [title, verdict, other, stays]);

	test('say what they are on the other side', () => {
		const [before, after] = [answered('123355'), answered('523355')];
		expect(shown(before, after)).toEqual([
			['The one', 'stop', 'keep', true],
			['The two', 'stop', null, true],
			['The four', 'change', null, true],
			['The five', 'keep', null, true],
			['The six', 'keep', null, false]
		]);
		expect(shown(after, before)).toEqual([
			['The two', 'stop', null, true],
			['The four', 'change', null, true],
			['The three', 'change', null, false],
			['The five', 'keep', null, true],
			['The one', 'keep', 'stop', true]
		]);
	});

	test('are none where nothing was answered', () => {
		expect(shown(of({}), answered('333333'))).toEqual([]);
	});
});

function fail(): never {
	throw new Error('no index');
}
