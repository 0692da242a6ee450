// The paper on two rounds: what it says of a change, of where it comes from, and of what is not told.
import { describe, expect, test } from 'vitest';
import { progressPaper, type ProgressInput } from '#core/brief/progress-paper.ts';
import type { Progressed } from '#core/group/progress.ts';
import { textsOf } from '#core/report/texts.ts';
import { wordsFor } from '#lib/words.ts';
import { home } from '../../support/briefs.ts';

const changed = (id: string, before: number, after: number, more: Partial<Progressed> = {}): Progressed => ({
	id,
	before,
	after,
	change: after - before,
	split: { answers: 30, people: after - before - 30 },
	isReal: true,
	...more
});

const both: ProgressInput = {
	words: wordsFor('en'),
	locale: 'en',
	instrument: home,
	client: 'Northwind',
	rounds: [
		{ name: 'Spring', date: '2026-04-01', n: 6, version: '1.0.0' },
		{ name: 'Autumn', date: '2026-10-01', n: 7, version: '1.0.0' }
	],
	progress: {
		people: { stayed: 4, left: 2, came: 3 },
		indices: [changed('front', 500, 550), changed('back', 600, 560), changed('company', 550, 555)],
		areas: [changed('reach', 400, 450), changed('trust', 700, 600), changed('price', 300, 300)]
	},
	isAnonymous: false,
	standing: { before: 40, between: 55, after: 50 },
	peers: { own: 15, peers: -5 }
};

const withLead = (more: Partial<Progressed>): ProgressInput => ({
	...both,
	progress: { ...both.progress, indices: [changed('company', 550, 600, more)] }
});

const said = (input: Partial<ProgressInput> = {}): string => textsOf(progressPaper({ ...both, ...input })).join('\n');

function blockOf<Kind extends 'dots' | 'table'>(part: string, kind: Kind, input: ProgressInput = both) {
	const blocks = progressPaper(input).parts.find(({ id }) => id === part)?.blocks ?? [];
	const found = blocks.find((block) => block.kind === kind);
	if (found?.kind !== kind) throw new Error(`no ${kind} in ${part}`);
	return found as Extract<(typeof blocks)[number], { kind: Kind }>;
}

describe('the change of all', () => {
	test.each([
		[{ after: 600, change: 50 }, /Whole has risen by 5\.0 points, from 55\.0 to 60\.0\./],
		[{ after: 500, change: -50 }, /Whole has fallen by 5\.0 points, from 55\.0 to 50\.0\./],
		[{ after: 550, change: 0 }, /Whole stands at 55\.0, as before\./]
	])('is told: %j', (more, expected) => {
		expect(said(withLead(more))).toMatch(expected);
	});

	test.each([
		[true, /the change is real/],
		[false, /within the error of measuring: it may be no change/],
		[null, /not known yet: the benchmark/]
	])('is real: %s', (isReal, expected) => {
		expect(said(withLead({ isReal }))).toMatch(expected);
	});

	test('of nothing is neither real nor unreal', () => {
		const [change] = progressPaper(withLead({ after: 550, change: 0, isReal: false })).parts;
		expect(textsOf({ ...progressPaper(both), parts: change === undefined ? [] : [change] }).join('\n')).not.toMatch(
			/error of measuring|change is real/
		);
	});

	test('comes apart into answers and people, with their signs', () => {
		expect(said(withLead({ split: { answers: 80, people: -30 } }))).toMatch(/\+8\.0 come from .* −3\.0 from people/);
	});

	test('is not split where nobody stayed, or where that is not told, and it says why', () => {
		const alone = withLead({ split: null });
		expect(said(alone)).toMatch(/is not told here/);
		const strangers = { ...alone, progress: { ...alone.progress, people: { stayed: 0, left: 6, came: 7 } } };
		expect(said(strangers)).toMatch(/Nobody is known to have answered both times/);
	});

	test('is missing where one round has no score', () => {
		expect(said({ progress: { ...both.progress, indices: [], areas: [] } })).toMatch(/no score from both rounds/);
	});
});

describe('who answered', () => {
	test('is counted', () => {
		expect(said()).toMatch(/6 people were heard before and 7 now: 4 both times, 2 only before, 3 only now\./);
	});

	test('is not counted where that points to somebody, and the paper says what anonymity hides', () => {
		const hidden = { isAnonymous: true, progress: { ...both.progress, people: null } };
		expect(said(hidden)).not.toMatch(/both times, \d/);
		expect(said(hidden)).toMatch(/Anonymity was promised in at least one/);
		expect(said()).not.toMatch(/Anonymity was promised in at least one/);
	});
});

describe('the indices', () => {
	test('stand as two dots each, the whole first', () => {
		const { rows } = blockOf('indices', 'dots');
		expect(rows.map(({ label }) => label)).toEqual(['Whole', 'Front', 'Back']);
		expect(rows[1]?.dots.map(({ tenths, shown }) => [tenths, shown])).toEqual([
			[500, '50.0'],
			[550, '55.0']
		]);
	});

	test('have every figure in the table beneath', () => {
		expect(blockOf('indices', 'dots').table.rows[1]).toEqual(['Front', '50.0', '55.0', '+5.0', '+3.0', '+2.0', 'Yes']);
		const unknown = {
			...both,
			progress: { ...both.progress, indices: [changed('front', 500, 500, { split: null, isReal: null })] }
		};
		expect(blockOf('indices', 'dots', unknown).table.rows[0]).toEqual([
			...['Front', '50.0', '50.0', '0.0', 'Not told', 'Not told'],
			'Not known yet'
		]);
	});
});

describe('the areas', () => {
	test('stand by what they have gained', () => {
		expect(blockOf('areas', 'table').rows.map(([title, , , change]) => [title, change])).toEqual([
			['Area reach', '+5.0'],
			['Area price', '0.0'],
			['Area trust', '−10.0']
		]);
	});

	test('that the instrument has no more are not told', () => {
		const old = { ...both, progress: { ...both.progress, areas: [changed('gone', 1, 2), changed('reach', 1, 2)] } };
		expect(blockOf('areas', 'table', old).rows).toHaveLength(1);
	});
});

describe('the peers', () => {
	test('are told apart from the company’s own score', () => {
		expect(said()).toMatch(/40% of the peer group scored the same or lower before; now it is 50%/);
		expect(said()).toMatch(/\+15 percentage points of that are your own.*at 55%\. The other −5/);
	});

	test('are not told without a percentage in both rounds', () => {
		expect(said({ standing: null, peers: null })).toMatch(/does not give one/);
	});
});

test('versions are named where they differ', () => {
	const [before, after] = both.rounds;
	expect(said({ rounds: [before, { ...after, version: '1.2.0' }] })).toMatch(
		/version 1\.0\.0, the second with version 1\.2\.0/
	);
	expect(said()).not.toMatch(/version 1\.0\.0/);
});

test('the same input gives the same paper', () => {
	expect(progressPaper(both)).toEqual(progressPaper(both));
});
