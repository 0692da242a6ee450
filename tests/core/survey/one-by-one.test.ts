import { describe, expect, it } from 'vitest';
import { placeIn, queryOf } from '#core/survey/address.ts';
import { progressOf } from '#core/survey/progress.ts';
import { at, placeAfter, placeBefore, review, stepAt, walkOf, type Place } from '#core/survey/walk.ts';
import { person } from './person.ts';
import { branching } from './questionnaires.ts';

const role = (value: string) => ({ answers: { role: { value, at: 1 } } });
const oneByOne = (rest: Parameters<typeof person>[1] = {}) => person(branching, { steps: 'question', ...rest });
const where = (place: Place) => (place.kind === 'review' ? 'review' : `${place.section}/${place.question}`);

describe('a survey of one question at a time', () => {
	it('begins at the first question', () => {
		const somebody = oneByOne();
		expect(somebody.stands).toBe('you (introduction)');
		expect(somebody.place).toEqual(at('you', 'role'));
	});

	it.each([
		['seller', ['you/role', 'deals/qualify', 'deals/walk-away', 'selling/prepare', 'review', 'firm/size']],
		['leader', ['you/role', 'you/carries', 'deals/qualify', 'deals/walk-away', 'review', 'firm/size']]
	])('asks a %s what concerns them, and leads back the same way', (value, stops) => {
		const somebody = oneByOne().answers('role', value);
		const seen = stops.map((_, at) => {
			if (at > 0) somebody.does('continue');
			return where(somebody.place);
		});
		expect(seen).toEqual(stops);
		const back = stops.map((_, at) => {
			if (at > 0) somebody.does('back');
			return where(somebody.place);
		});
		expect(back).toEqual(stops.toReversed());
	});

	it('is stopped by the question in front alone', () => {
		const somebody = oneByOne().does('continue');
		expect(somebody.missing).toEqual(['role']);
		expect(somebody.answers('role', 'leader').does('continue', 'continue').missing).toEqual([]);
		expect(somebody.place).toEqual(at('deals', 'qualify'));
	});

	it('goes on from a question that has left the path under a person', () => {
		const somebody = oneByOne({ draft: role('leader'), place: at('you', 'carries') });
		somebody.hearsOf({ answers: { role: { value: 'seller', at: 9 } } });
		expect(somebody.does('continue').place).toEqual(at('deals', 'qualify'));
	});

	it.each<[string, Place, Place]>([
		['a section is a wish for what is open there', at('deals'), at('deals', 'walk-away')],
		['a question is found', at('deals', 'qualify'), at('deals', 'qualify')],
		['a section with nothing open is entered at its first question', at('you'), at('you', 'role')],
		['a question that is not asked leads on', at('you', 'carries'), at('deals', 'walk-away')],
		['one that does not exist leads on', at('deals', 'stranger'), at('deals', 'walk-away')]
	])('%s', (_, place, stands) => {
		const answers = { ...role('seller').answers, qualify: { value: 'agree', at: 2 } };
		expect(oneByOne({ draft: { answers }, place }).place).toEqual(stands);
	});

	it('returns to the review from one question, but past what else is open in its section', () => {
		const somebody = oneByOne({ draft: role('seller'), place: review }).goesTo('deals');
		expect(somebody.answers('qualify', 'agree').does('continue').place).toEqual(at('deals', 'walk-away'));
		expect(somebody.answers('walk-away', 'agree').does('continue').place).toEqual(review);
		expect(somebody.goesTo('deals').does('continue').place).toEqual(review);
	});

	it('counts sections, and grows with every question', () => {
		const values = { role: 'seller' };
		const walk = walkOf(branching, values, 'question');
		const places = [
			at('you', 'role'),
			at('deals', 'qualify'),
			at('deals', 'walk-away'),
			at('selling', 'prepare'),
			review
		];
		const progress = places.map((place) => progressOf(branching, walk, place, values));
		expect(progress.map(({ section }) => section)).toEqual([1, 2, 2, 3, 3]);
		expect(progress.map(({ of }) => of)).toEqual([4, 4, 4, 4, 4]);
		expect(progress.map(({ share }) => share)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
	});

	it('every step lies between its neighbours', () => {
		const walk = walkOf(branching, { role: 'leader' }, 'question');
		for (
			let place: Place = at('you', 'role'), next = placeAfter(walk, place);
			next;
			place = next, next = placeAfter(walk, place)
		) {
			expect(placeBefore(walk, next)).toEqual(place);
			expect(stepAt(walk, place)?.questions ?? []).toHaveLength(place.kind === 'review' ? 0 : 1);
		}
	});
});

describe('an address', () => {
	it.each<[Place | null, string, string]>([
		[at('deals'), '', '?section=deals'],
		[at('deals', 'qualify'), '', '?section=deals&question=qualify'],
		[review, '', '?review'],
		[null, '', ''],
		[null, 'utm_source=x', '?utm_source=x'],
		[at('deals'), 'utm_source=x&preview=', '?section=deals&utm_source=x&preview=']
	])('of %j with "%s" is "%s", and leads back', (place, carried, query) => {
		expect(queryOf(place, carried)).toBe(query);
		expect(placeIn(new URLSearchParams(query))).toEqual(place);
	});
});
