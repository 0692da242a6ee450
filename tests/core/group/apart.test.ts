// Two tellings side by side: whether subtracting one from the other tells of few.
import { expect, test } from 'vitest';
import { tellsOfFew, type Voice } from '#core/group/apart.ts';

const voices = (some: string): readonly Voice[] =>
	[...some].map((each) => ({
		response: each === '-' ? null : each.toLowerCase(),
		group: each === '-' ? 'sellers' : each === each.toUpperCase() ? 'managers' : 'sellers'
	}));

test.each([
	['abcde', 'abcde', false, 'nobody came or went'],
	['abcde', 'edcba', false, 'in another order'],
	['abcde', 'abcdef', true, 'one came'],
	['abcde', 'abcdefg', true, 'two came'],
	['abcde', 'abcdefgh', false, 'three came'],
	['abcde', 'abcd', true, 'one left'],
	['abcde', 'bcdef', true, 'one left and one came'],
	['abcde', 'abcdefgH', true, 'three came, one of them the only manager'],
	['abcdE', 'abcde', true, 'one changed the group'],
	['abcd-', 'abcd', true, 'one was erased'],
	['ab---', 'ab', false, 'three were erased']
])('%s then %s: %s, since %s', (before, now, expected) => {
	expect(tellsOfFew(voices(before), voices(now))).toBe(expected);
});
