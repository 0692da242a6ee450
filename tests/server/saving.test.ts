// Saving: whatever is doubled, late, reordered or from two devices, the newest answer to each question stands.
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { completeResponse, readResponse, saveResponse } from '#lib/server/responses.ts';
import { makeWorld, newId, newKey, saving, type Given } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

/** Saves one after the other and gives what is kept. */
async function kept(...saves: Given[]) {
	const [id, key] = [newId(), newKey()];
	for (const save of saves) expect(await saveResponse(id, key, saving(save))).toMatchObject({ kind: 'saved' });
	return (await readResponse(id, key))?.answers;
}

describe('of two answers to one question', () => {
	test.each<[string, Given, Given, unknown]>([
		['the later wins', { role: ['seller', 1] }, { role: ['other', 2] }, 'other'],
		['the later wins, arriving first', { role: ['other', 2] }, { role: ['seller', 1] }, 'other'],
		['at the same time, the larger JSON', { days: [9, 1] }, { days: [10, 1] }, 9],
		['at the same time, the larger JSON, arriving first', { days: [10, 1] }, { days: [9, 1] }, 9],
		['taking back is an answer', { role: ['seller', 1] }, { role: [null, 2] }, null],
		['taking back too late changes nothing', { role: ['seller', 2] }, { role: [null, 1] }, 'seller'],
		['the same twice is the same', { role: ['seller', 1] }, { role: ['seller', 1] }, 'seller']
	])('%s', async (_name, first, second, value) => {
		const [question = ''] = Object.keys(first);
		expect((await kept(first, second))?.[question]?.value).toBe(value);
	});

	test('answers to other questions stay', async () => {
		expect(await kept({ role: ['seller', 1] }, { days: [3, 2] })).toEqual({
			role: { value: 'seller', at: 1 },
			days: { value: 3, at: 2 }
		});
	});
});

test('a save says how far it is safe, and no further', async () => {
	const [id, key] = [newId(), newKey()];
	expect(await saveResponse(id, key, saving({ role: ['seller', 7], days: [3, 9] }))).toEqual({
		kind: 'saved',
		savedThrough: 9
	});
	expect(await saveResponse(id, key, saving({ days: [4, 5] }))).toEqual({ kind: 'saved', savedThrough: 5 });
	expect(await saveResponse(id, key, saving({}))).toEqual({ kind: 'saved', savedThrough: 0 });
});

const values = {
	role: fc.constantFrom('seller', 'other', null),
	days: fc.constantFrom(1, 2, 30, null),
	first: fc.constantFrom('agree', 'disagree', 'ns', null)
};
const oneSave = fc
	.dictionary(fc.constantFrom('role', 'days', 'first'), fc.integer({ min: 1, max: 4 }))
	.chain((times) =>
		fc.record(
			Object.fromEntries(
				Object.entries(times).map(([question, at]) => [
					question,
					fc.tuple(values[question as keyof typeof values], fc.constant(at))
				])
			)
		)
	);

test('any order and any repetition of the same saves ends the same', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc
				.array(oneSave, { minLength: 1, maxLength: 5 })
				.chain((saves) =>
					fc.tuple(fc.constant(saves), fc.shuffledSubarray([...saves, ...saves], { minLength: saves.length * 2 }))
				),
			async ([saves, again]) => {
				expect(await kept(...(again as Given[]))).toEqual(await kept(...(saves as Given[])));
			}
		),
		{ numRuns: 60 }
	);
});

test('saves and completions at once give one response with the newest answers', async () => {
	const [id, key] = [newId(), newKey()];
	const results = await Promise.all([
		...Array.from({ length: 20 }, (_, at) => saveResponse(id, key, saving({ days: [at + 1, at + 1] }))),
		completeResponse(id, key, saving({ days: [50, 50], role: ['seller', 51] })),
		completeResponse(id, key, saving({ days: [50, 50], role: ['seller', 51] }))
	]);
	const completions = results.filter((result) => result.kind === 'completed');
	expect(completions).toHaveLength(2);
	expect(new Set(completions.map((result) => JSON.stringify(result))).size).toBe(1);
	const view = await readResponse(id, key);
	expect(view).toMatchObject({ state: 'completed', revision: 1 });
	expect(view?.answers['days']).toEqual({ value: 50, at: 50 });
});

test('what is said besides the answers is kept: the longest time, the newest locale, and the source that it began with', async () => {
	const [id, key] = [newId(), newKey()];
	await saveResponse(
		id,
		key,
		saving({ role: ['seller', 5] }, { locale: 'en', source: { utm_source: 'a', stranger: 'x' }, timing: { you: 30 } })
	);
	await saveResponse(
		id,
		key,
		saving(
			{ role: ['other', 2] },
			{ locale: 'de', source: { utm_source: 'b', utm_term: 'c' }, timing: { you: 20, work: 9 } }
		)
	);
	const { database } = await import('#lib/server/database/database.ts');
	const { findResponse } = await import('#lib/server/response-rows.ts');
	expect(await findResponse(await database(), id)).toMatchObject({
		locale: 'en',
		source: { utm_source: 'a' },
		timing: { you: 30, work: 9 }
	});
});
