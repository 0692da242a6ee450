// A reader's own company is no peer of theirs: what it put into an edition is taken out before they are compared.
import { describe, expect, test } from 'vitest';
import { nextEdition } from '#core/benchmark/edition.ts';
import { heldMeasure } from '#core/standing/held.ts';
import { withoutOwn, type Own } from '#core/standing/own.ts';
import { standing } from '#core/standing/standing.ts';
import type { Scores } from '#core/scores/scores.ts';
import type { Measure } from '#core/standing/edition.ts';
import { benchmarked, contribution, tallied } from '../../support/companies.ts';

const measure: Measure = {
	n: 12,
	orgs: 10,
	maxOrg: 2,
	bins: [],
	median: 500,
	quartiles: [400, 600],
	scores: [
		[400, 5],
		[500, 1],
		[600, 6]
	],
	told: '2026-03-01'
};
const own = (more: Partial<Own> = {}): Own => ({
	about: 'company',
	dimensions: { industry: 'a', size: 's' },
	tenths: { company: 500 },
	since: '2026-02-01',
	...more
});

describe('taken out', () => {
	test('is a member with its score, and its company', () => {
		expect(withoutOwn(heldMeasure(measure), 'company', 'company', { industry: 'a' }, [own()])).toMatchObject({
			n: 11,
			orgs: 9,
			taken: [500]
		});
	});

	test('are several people of one company, which is one company', () => {
		const people = [own({ about: 'personal', tenths: { me: 400 } }), own({ about: 'personal', tenths: { me: 600 } })];
		expect(withoutOwn(heldMeasure(measure), 'me', 'personal', {}, people)).toMatchObject({
			n: 10,
			orgs: 9,
			taken: [400, 600]
		});
	});

	test.each<[string, Partial<Own>, Partial<Measure>]>([
		['who was counted after the group was told', { since: '2026-03-02' }, {}],
		['who belongs to another group', { dimensions: { industry: 'b' } }, {}],
		['who did not say', { dimensions: {} }, {}],
		['a person among companies', { about: 'personal' }, {}],
		['who has no such score', { tenths: { number: 500 } }, {}],
		['whose score nobody holds', { tenths: { company: 501 } }, {}],
		['anybody from an edition of bins', {}, { scores: undefined, told: undefined }]
	])('is not %s', (_, mine, more) => {
		const whole = heldMeasure({ ...measure, ...more });
		expect(withoutOwn(whole, 'company', 'company', { industry: 'a' }, [own(mine)])).toEqual(whole);
	});
});

test('one who is counted is ranked among the others, exactly', () => {
	const companies = Array.from({ length: 21 }, (_, at) => ({
		name: `c${at}`,
		responses: [contribution(`c${at}`, [10 * at, 10 * at, null], { industry: 'a' })]
	}));
	const { edition } = nextEdition(tallied(companies), {
		about: {
			id: 'x',
			date: '2026-01-01',
			instrument: { id: benchmarked.id, version: benchmarked.version },
			demonstration: false,
			source: ''
		},
		previous: null,
		changed: new Map(),
		stamp: '2026-01-01'
	});
	const scores = {
		questions: {},
		areas: {},
		indices: { company: { tenths: 200, band: null, potential: null } }
	} as Scores;
	const stand = (mine: readonly Own[]) => standing(benchmarked, { path: [], given: {} }, scores, edition, mine);
	const counted = own({ dimensions: {}, tenths: { company: 200 }, since: '2026-01-01' });
	expect(stand([counted])?.indices['company']).toMatchObject({ mode: 'percent', n: 20, relative: 100, better: 0 });
	expect(stand([counted])?.company?.n).toBe(20);
	const middle = { ...scores, indices: { company: { tenths: 100, band: null, potential: null } } } as Scores;
	const found = standing(benchmarked, { path: [], given: {} }, middle, edition, [
		own({ dimensions: {}, tenths: { company: 100 }, since: '2026-01-01' })
	]);
	// Ten scored less, ten more, and nobody the same once the reader is gone.
	expect(found?.indices['company']).toMatchObject({ relative: 50, better: 50 });
});
