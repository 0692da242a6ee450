// How a problem reads: place, code, what was expected, what was found, what to do.
import { describe, expect, test } from 'vitest';
import { isError, line, sentence, type Problem } from '#core/problem.ts';

const problem: Problem = {
	code: 'unknown-key',
	level: 'error',
	where: 'tiny/instrument.md:4',
	expected: 'a key of the head',
	found: '"colour"',
	remedy: 'Take it out.'
};

describe('a problem', () => {
	test('reads as one line that begins with its place', () => {
		expect(line(problem)).toBe(
			'tiny/instrument.md:4: unknown-key: expected a key of the head, found "colour". Take it out.'
		);
	});

	test('without the place it is a sentence for a person', () => {
		expect(sentence(problem)).toBe('expected a key of the head, found "colour". Take it out.');
	});

	test.each([
		['error', true],
		['warning', false]
	] as const)('that is a %s stops the work: %s', (level, stops) => {
		expect(isError({ ...problem, level })).toBe(stops);
	});
});
