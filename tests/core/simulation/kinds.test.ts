// Kinds of respondents: each is what its name says, whatever its number, and always what the instrument takes.
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '#core/answers/check.ts';
import type { Values } from '#core/instrument/value.ts';
import { answersLike, kinds, SIMULATED, type Kind } from '#core/simulation/kinds.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { scoresOf } from '../../support/answers.ts';
import { flagship } from '../../support/flagship.ts';
import { compiled } from '../instrument/tiny.ts';

const numbers = Array.from({ length: 40 }, (_, at) => at + 1);

const company = (values: Values): number | null => scoresOf(flagship, values).indices['company']?.tenths ?? null;

/** The tenths of the company's index, of everybody of the kind who has it. */
const scored = (kind: Kind): readonly number[] =>
	numbers.map((number) => company(answersLike(flagship, kind, number))).filter((tenths) => tenths !== null);

describe.each(kinds)('%s', (kind) => {
	test.each([
		['the flagship', flagship],
		['the tiny fixture', compiled()]
	])('answers %s as it may be answered, the same for the same number and otherwise for another', (_name, asked) => {
		for (const number of numbers) {
			const values = answersLike(asked, kind, number);
			expect(checkAnswers(asked, values).ok).toBe(true);
			expect(answersLike(asked, kind, number)).toEqual(values);
		}
		expect(answersLike(asked, kind, 1)).not.toEqual(answersLike(asked, kind, 2));
	});

	test('says what it is told to say', () => {
		const set = { role: 'seller', 'company-size': '1-10' };
		expect(answersLike(flagship, kind, 3, set)).toMatchObject(set);
	});
});

test('the strong stand above the middling, and these above the weak, without exception', () => {
	const [strong, middling, weak] = [scored('strong'), scored('middling'), scored('weak')];
	for (const each of [strong, middling, weak]) expect(each).toHaveLength(numbers.length);
	expect(Math.min(...strong)).toBeGreaterThan(Math.max(...middling));
	expect(Math.min(...middling)).toBeGreaterThan(Math.max(...weak));
});

test('the uneven have strong and weak indices side by side, others with the next number', () => {
	const parts = Object.keys(flagship.indices.find(({ id }) => id === 'company')?.of ?? {});
	const strengths = [1, 2].map((number) => {
		const { indices } = scoresOf(flagship, answersLike(flagship, 'uneven', number));
		return parts.filter((id) => (indices[id]?.tenths ?? 0) > 500);
	});
	for (const each of strengths) {
		expect(each.length).toBeGreaterThan(0);
		expect(each.length).toBeLessThan(parts.length);
	}
	expect(strengths[0]).not.toEqual(strengths[1]);
});

test('the unknowing pass half of what may be passed', () => {
	const offered = flagship.questions.filter(({ unsure, required }) => unsure !== null && !required).length;
	const passed = (kind: Kind): number =>
		Object.values(answersLike(flagship, kind, 1)).filter((value) => value === 'ns').length;
	expect(passed('unknowing')).toBeGreaterThan(offered / 4);
	expect(passed('strong')).toBe(0);
});

test('the random are those of the simulation', () => {
	expect(answersLike(flagship, 'random', 12)).toEqual(answersOf(flagship, SIMULATED, 12));
});
