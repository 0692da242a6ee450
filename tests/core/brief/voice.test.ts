// How a brief speaks: plainly, in whole sentences, and never twice the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefWords } from '#core/brief/words.ts';
import { contentFolder } from '../../support/flagship.ts';

const english = JSON.parse(readFileSync(join(contentFolder, 'messages/en.json'), 'utf8')) as Record<string, unknown>;

/** Each wording of a key, with the plural as well as the singular. */
function wordingsOf(key: string): readonly string[] {
	const message = english[key];
	if (typeof message === 'string') return [message];
	const [plural] = message as readonly { readonly match: Readonly<Record<string, string>> }[];
	return Object.values(plural?.match ?? {});
}

const wordings = briefWords.flatMap((key) => wordingsOf(key).map((wording) => [key, wording] as const));

describe.each(wordings)('%s', (_, wording) => {
	test('shouts at nobody and sells nothing', () => {
		expect(wording).not.toMatch(
			/!|\b(leverage|journey|holistic|game|unfortunately|congratulations|stakeholders?|insights?)\b/i
		);
		expect(wording).not.toMatch(/studies show|research proves|in today[’']s world/i);
	});

	test('has the signs of a printed page', () => {
		expect(wording).not.toMatch(/["']|\s-\s|--|\s{2}|^\s|\s$/);
		expect((wording.match(/“/g) ?? []).length).toBe((wording.match(/”/g) ?? []).length);
	});

	test('keeps its sentences short', () => {
		for (const sentence of wording.split(/[.?;:]\s/)) expect(sentence.split(' ').length).toBeLessThanOrEqual(26);
	});
});

test('no sentence of any length stands in two wordings', () => {
	const seen = new Map<string, string>();
	const twice: string[] = [];
	for (const [key, wording] of wordings)
		for (const sentence of wording.split(/(?<=[.?])\s/).filter((each) => each.split(' ').length > 6)) {
			const before = seen.get(sentence);
			if (before !== undefined && before !== key) twice.push(`${before}, ${key}: ${sentence}`);
			seen.set(sentence, key);
		}
	expect(twice).toEqual([]);
});

describe('the readings of a gap', () => {
	const ofKind = (stem: string): readonly string[] =>
		briefWords.filter((key) => key.startsWith(stem)).flatMap((key) => wordingsOf(key));
	const likely = (['first', 'second'] as const).flatMap((side) =>
		(['large', 'notable'] as const).map((size) => [side, size, ofKind(`brief_likely_${side}_${size}_`)] as const)
	);

	test.each(likely)('%s higher, %s: five of them, and no two begin alike', (_side, _size, readings) => {
		expect(readings).toHaveLength(5);
		const opening = (reading: string): string => reading.split(' ').slice(0, 3).join(' ');
		expect(new Set(readings.map(opening)).size).toBe(5);
	});

	test('name both groups or neither as at fault: no word of blame', () => {
		const all = [...likely.flatMap(([, , readings]) => readings), ...ofKind('brief_innocent_')];
		for (const reading of all)
			expect(reading).not.toMatch(/\b(lazy|lie|lying|wrong|fault|blame|incompetent|fail to|refuse)\b/i);
	});

	test('there is an innocent one for each of five rows', () => {
		expect(ofKind('brief_innocent_')).toHaveLength(5);
	});
});
