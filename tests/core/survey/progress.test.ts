import { describe, expect, it } from 'vitest';
import { progressOf } from '#core/survey/progress.ts';
import { at, review, walkOf, type Place } from '#core/survey/walk.ts';
import { branching } from './questionnaires.ts';

const leader = { role: 'leader', carries: 'no' };
const progress = (values: Record<string, string>, place: Place) =>
	progressOf(branching, walkOf(branching, values), place, values);

describe('progress', () => {
	it.each<[string, Record<string, string>, Place, number, number]>([
		['at the start', {}, at('you'), 1, 3],
		['of a seller, who is asked more', { role: 'seller' }, at('deals'), 2, 4],
		['at the review', leader, review, 2, 3],
		['at the end', leader, at('firm'), 3, 3]
	])('counts sections %s', (_, values, place, section, of) => {
		expect(progress(values, place)).toMatchObject({ section, of });
	});

	it('counts as minutes left what is open from here on', () => {
		expect(progress(leader, at('deals')).minutesLeft).toBe(5);
		expect(progress({ ...leader, qualify: 'agree', 'walk-away': 'ns' }, at('deals')).minutesLeft).toBe(2);
		expect(progress({ ...leader, size: 'small' }, at('firm')).minutesLeft).toBe(0);
	});

	it('grows with every section', () => {
		const shares = [at('you'), at('deals'), review, at('firm')].map((place) => progress(leader, place).share);
		expect(shares).toEqual([0, 1 / 3, 2 / 3, 2 / 3]);
	});
});
