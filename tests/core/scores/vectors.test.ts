// The worked cases of the method for questions, indices, bands and areas.
import { describe, expect, test } from 'vitest';
import { keyAreas } from '#core/scores/areas.ts';
import { bandOf } from '#core/scores/bands.ts';
import { find } from '#core/findings/find.ts';
import { indexScores, tallied, tally } from '#core/scores/index-score.ts';
import { whole } from '#core/scores/arithmetic.ts';
import { panel } from '#core/scores/panel.ts';
import { planOf } from '#core/scores/plan.ts';
import { score } from '#core/scores/score.ts';
import type { Values } from '#core/instrument/value.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';
import { flagshipBands, instrument, option, scale, type SomeQuestion } from '../../support/instrument.ts';
import { vectorsOf } from '../../support/vectors.ts';

type Raw = number | string | null;
type Item = {
	readonly raw: Raw;
	readonly w?: number;
	readonly reverse?: boolean;
	readonly points?: number;
	readonly options?: Readonly<Record<string, number>>;
};

const questionFor = (item: Item, position: number): SomeQuestion => ({
	id: `q${position}`,
	type: item.options ? 'choice' : 'scale',
	options: item.options ? Object.entries(item.options).map(([id, tenths]) => option(id, tenths)) : scale(item.points),
	reverse: item.reverse ?? false,
	feeds: { index: item.w ?? 1 }
});

const valuesFor = (items: readonly Item[]): Values =>
	Object.fromEntries(items.flatMap(({ raw }, position) => (raw === null ? [] : [[`q${position}`, String(raw)]])));

describe('a question', () => {
	test.each(vectorsOf<{ items: readonly Item[] }, { scores: readonly (number | string)[] }>('item.score'))(
		'$id: answers on scales and choices',
		({ input: { items }, expected }) => {
			const tiny = instrument({ questions: items.map(questionFor), indices: [{ id: 'index' }] });
			const { questions } = scoresOf(tiny, valuesFor(items));
			expect(Object.values(questions).map((each) => (each.tenths === null ? each.because : each.tenths))).toEqual(
				expected.scores
			);
		}
	);

	type Anchored = { readonly v: number; readonly anchors: readonly [number, number][] };
	test.each(vectorsOf<{ cases: readonly Anchored[] }, { scores: readonly number[] }>('item.numeric'))(
		'$id: numbers between anchors',
		({ input: { cases }, expected }) => {
			const questions = cases.map(({ anchors }, position) => anchored(`q${position}`, anchors));
			const tiny = instrument({ questions, indices: [{ id: 'index' }] });
			const scores = scoresOf(tiny, Object.fromEntries(cases.map(({ v }, position) => [`q${position}`, v])));
			expect(Object.values(scores.questions).map(({ tenths }) => tenths)).toEqual(expected.scores);
		}
	);
});

const anchored = (id: string, anchors: readonly (readonly [number, number])[], feeds = { index: 1 }): SomeQuestion => ({
	id,
	type: 'number',
	feeds,
	number: { min: 0, max: 10_000, step: 1, decimals: 0, unit: null, anchors }
});

describe('an index over questions', () => {
	type Expected = { W: number; P: number; A: number; num: number; score: number | null; reason: string | null };
	test.each(vectorsOf<{ items: readonly Item[] }, Expected>('subindex'))('$id', ({ input: { items }, expected }) => {
		const tiny = instrument({ questions: items.map(questionFor), indices: [{ id: 'index' }] });
		const scores = scoresOf(tiny, valuesFor(items));
		const sums = tally(planOf(tiny).indices[0] ?? [], Object.values(scores.questions));
		expect(sums).toMatchObject({
			asked: expected.W,
			applicable: expected.P,
			answered: expected.A,
			total: expected.num
		});
		expect(scores.indices.index).toEqual({ ...tallied(sums), band: null, potential: null });
		expect(scores.indices.index).toMatchObject(
			expected.score === null ? { tenths: null, because: expected.reason } : { tenths: expected.score }
		);
	});
});

describe('the company index and its panel', () => {
	type Input = { subs: readonly (number | null)[]; weights: readonly number[] };
	type Expected = {
		index: number | null;
		display: number | null;
		panel: 'integer' | 'decimal' | null;
		shown: string[] | null;
		band: string | null;
	};
	test.each(vectorsOf<Input, Expected>('index'))('$id', ({ input: { subs, weights }, expected }) => {
		const ids = subs.map((_, position) => `part-${position}`);
		const of = Object.fromEntries(ids.map((id, position) => [id, weights[position] ?? 1]));
		const tiny = instrument({
			indices: [...ids.map((id) => ({ id })), { id: 'company', of, bands: 'company' }],
			bands: flagshipBands
		});
		const company = indexScores(tiny, (_, position) => {
			const tenths = subs[position] ?? null;
			return tenths === null ? { tenths, because: 'too-few-answers' } : { tenths };
		}).company;
		expect(company?.tenths).toBe(expected.index);
		if (expected.index === null) {
			expect(company).toMatchObject({ because: 'part-missing', band: null });
			return;
		}
		expect(labelOf('company', company?.band)).toBe(expected.band);
		expect(whole(expected.index)).toBe(expected.display);
		const shown = panel(expected.index, subs, weights);
		expect(shown).toEqual({ shown: expected.shown, decimals: expected.panel === 'decimal' ? 1 : 0 });
	});
});

const labelOf = (set: keyof typeof flagshipBands, id: string | null | undefined): string | undefined =>
	flagshipBands[set].find((band) => band.id === id)?.label;

describe('bands', () => {
	type Shown = readonly (readonly [number, string])[];
	type Input = { company: readonly number[]; personal: readonly number[] };
	test.each(vectorsOf<Input, { company: Shown; personal: Shown }>('band'))('$id', ({ input, expected }) => {
		for (const set of ['company', 'personal'] as const) {
			const read = input[set].map((tenths) => [whole(tenths), labelOf(set, bandOf(flagshipBands[set], tenths))]);
			expect(read).toEqual(expected[set]);
		}
	});
});

describe('the five key areas', () => {
	type SomeArea = {
		readonly id: string;
		readonly sub: string;
		readonly importance: number;
		readonly items: readonly { readonly s: number; readonly w: number }[];
		readonly peerMedian: number | null;
	};
	type Expected = {
		areas: readonly { id: string; sub: string; score: number; verdict: string; weight: number }[];
		selected: readonly (readonly [string, string])[];
	};
	test.each(vectorsOf<{ areas: readonly SomeArea[] }, Expected>('areas.five'))(
		'$id',
		({ input: { areas }, expected }) => {
			const questions = areas.flatMap(({ id, items }) =>
				items.map(({ s, w }, position): SomeQuestion => ({
					id: `${id}-${position}`,
					type: 'choice',
					area: id,
					feeds: { index: w },
					options: [option('this', s)]
				}))
			);
			const tiny = instrument({
				questions,
				areas: areas.map(({ id, sub, importance }) => ({ id, index: sub, importance })),
				indices: [{ id: 'index' }]
			});
			const medians = Object.fromEntries(
				areas.flatMap(({ id, peerMedian }) => (peerMedian === null ? [] : [[id, peerMedian]]))
			);
			const answers = answersTo(tiny, Object.fromEntries(questions.map(({ id }) => [id, 'this'])));
			const scores = score(tiny, answers, medians);
			const told = tiny.areas.map(({ id, index }) => ({
				id,
				sub: index,
				score: scores.areas[id]?.tenths,
				verdict: scores.areas[id]?.verdict?.toUpperCase(),
				weight: scores.areas[id]?.priority
			}));
			expect(told).toEqual(expected.areas);
			const found = find(tiny, answers, scores).flatMap((finding) =>
				finding.kind === 'key-area' ? [[finding.verdict.toUpperCase(), finding.area]] : []
			);
			expect(found).toEqual(expected.selected);
		}
	);

	test('do not depend on the order in which the areas stand', () => {
		const [vector] = vectorsOf<{ areas: readonly SomeArea[] }, Expected>('areas.five');
		const candidates = (vector?.expected.areas ?? []).map(({ id, sub, score, verdict, weight }) => ({
			id,
			index: sub,
			tenths: score,
			verdict: verdict.toLowerCase() as 'keep' | 'change' | 'stop',
			priority: weight
		}));
		expect(keyAreas(candidates.toReversed())).toEqual(keyAreas(candidates));
	});
});
