// Several respondents of one company, and the whole way from answers to the company's standing.
import { expect, test } from 'vitest';
import { companyIndices } from '#core/group/company.ts';
import { rank, type Histogram } from '#core/standing/rank.ts';
import { whole } from '#core/scores/arithmetic.ts';
import type { Values } from '#core/instrument/value.ts';
import type { IndexScore } from '#core/scores/scores.ts';
import { scoresOf } from '../../support/answers.ts';
import { flagshipBands, instrument, option, scale, type SomeQuestion } from '../../support/instrument.ts';
import { vectorsOf } from '../../support/vectors.ts';

const subs = ['value', 'number', 'win-rate', 'cycle'];
const company = { id: 'company', of: Object.fromEntries(subs.map((id) => [id, 1])), bands: 'company' };
const indices = [...subs.map((id) => ({ id })), company, { id: 'me', about: 'personal' as const, bands: 'personal' }];
const tenthsOf = (scores: Readonly<Record<string, IndexScore>>) => subs.map((id) => scores[id]?.tenths ?? null);

type Rows = { respondents: readonly (readonly (number | null)[])[] };
test.each(vectorsOf<Rows, { subs: number[]; index: number }>('company.aggregate'))(
	'$id: means',
	({ input, expected }) => {
		const respondents = input.respondents.map((row) => ({
			indices: Object.fromEntries(
				row.map((tenths, position): [string, IndexScore] => [
					subs[position] ?? '',
					tenths === null
						? { tenths, because: 'too-few-answers', band: null, potential: null }
						: { tenths, band: null, potential: null }
				])
			)
		}));
		const scores = companyIndices(instrument({ indices, bands: flagshipBands }), respondents);
		expect(tenthsOf(scores)).toEqual(expected.subs);
		expect(scores.company?.tenths).toBe(expected.index);
	}
);

type Item = {
	readonly sub: string;
	readonly w: number;
	readonly reverse?: boolean;
	readonly kind?: 'choice' | 'numeric';
	readonly options?: Readonly<Record<string, number>>;
	readonly anchors?: readonly [number, number][];
};
type Whole = {
	readonly instrument: Readonly<Record<string, Item>>;
	readonly respondents: readonly { readonly id: string; readonly answers: Readonly<Record<string, number | string>> }[];
	readonly companyHistogram: Histogram;
	readonly own: Histogram;
};
type Person = { subs: (number | null)[]; index: number | null; personal: number; personalBand: string };
type Expected = {
	respondents: readonly Person[];
	company: { subs: number[]; index: number };
	display: number;
	band: string;
	relative: Record<
		'L' | 'E' | 'G' | 'N' | 'relative' | 'better' | 'ciLow' | 'ciHigh' | 'ciLowPct' | 'ciHighPct',
		number
	>;
};

const indexIds: Readonly<Record<string, string>> = { winRate: 'win-rate' };

function questionFor([id, item]: [string, Item]): SomeQuestion {
	const common = { id, feeds: { [indexIds[item.sub] ?? item.sub]: item.w }, reverse: item.reverse ?? false };
	if (item.kind === 'numeric') {
		return {
			...common,
			type: 'number',
			number: { min: 0, max: 1000, step: 1, decimals: 0, unit: null, anchors: item.anchors ?? [] }
		};
	}
	if (item.kind !== 'choice') return { ...common, options: scale() };
	return {
		...common,
		type: 'choice',
		options: Object.entries(item.options ?? {}).map(([each, tenths]) => option(each, tenths))
	};
}

test.each(vectorsOf<Whole, Expected>('end.to.end'))('$id: from answers to standing', ({ input, expected }) => {
	const questions = Object.entries(input.instrument).map(questionFor);
	const tiny = instrument({ questions, indices, bands: flagshipBands });
	const numeric = new Set(questions.filter(({ type }) => type === 'number').map(({ id }) => id));
	const label = (set: keyof typeof flagshipBands, id: string | null | undefined) =>
		flagshipBands[set].find((band) => band.id === id)?.label;

	const people = input.respondents.map(({ answers }) => {
		const values: Values = Object.fromEntries(
			Object.entries(answers).map(([id, raw]) => [id, numeric.has(id) ? raw : String(raw)])
		);
		return scoresOf(tiny, values);
	});
	expect(
		people.map((scores) => ({
			subs: tenthsOf(scores.indices),
			index: scores.indices.company?.tenths,
			personal: scores.indices.me?.tenths,
			personalBand: label('personal', scores.indices.me?.band)
		}))
	).toEqual(
		expected.respondents.map(({ subs, index, personal, personalBand }) => ({ subs, index, personal, personalBand }))
	);

	const scores = companyIndices(tiny, people);
	const index = scores.company?.tenths ?? 0;
	expect({ subs: tenthsOf(scores), index }).toEqual(expected.company);
	expect(whole(index)).toBe(expected.display);
	expect(label('company', scores.company?.band)).toBe(expected.band);

	const standing = rank(index, input.companyHistogram, input.own);
	const { L, E, G, N, relative, better, ciLow, ciHigh, ciLowPct, ciHighPct } = expected.relative;
	expect(standing).toMatchObject({
		below: L,
		equal: E,
		above: G,
		n: N,
		relative,
		better,
		lowPercent: ciLowPct,
		highPercent: ciHighPct
	});
	expect(standing?.low).toBeCloseTo(ciLow, 6);
	expect(standing?.high).toBeCloseTo(ciHigh, 6);
});

test('an index that nobody has keeps its reason, and the company index is missing a part', () => {
	const tiny = instrument({ questions: [{ id: 'a', feeds: { value: 1 } }], indices });
	const scores = companyIndices(tiny, [scoresOf(tiny, {}), scoresOf(tiny, {})]);
	expect(scores.value).toMatchObject({ tenths: null, because: 'too-few-answers' });
	expect(scores.company).toMatchObject({ tenths: null, because: 'part-missing' });
	expect(scores).not.toHaveProperty('me');
	expect(companyIndices(tiny, []).value).toMatchObject({ tenths: null, because: 'not-asked' });
});
