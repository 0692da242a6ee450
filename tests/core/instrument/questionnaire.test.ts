// What a participant may see: everything that is asked, nothing that is scored or said afterwards.
import { describe, expect, test } from 'vitest';
import { questionnaireOf } from '#core/instrument/questionnaire.ts';
import { compiled } from './tiny.ts';

const instrument = compiled();
const questionnaire = questionnaireOf(instrument);
const asked = questionnaire.sections.flatMap((section) => section.questions);

/** Every key anywhere in a value. */
function keysIn(value: unknown): readonly string[] {
	if (Array.isArray(value)) return value.flatMap(keysIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => [key, ...keysIn(part)]);
}

describe('a questionnaire', () => {
	test('asks every question of the instrument in its order', () => {
		expect(asked.map(({ id }) => id)).toEqual(instrument.questions.map(({ id }) => id));
		expect(questionnaire.sections.map(({ id, title }) => [id, title])).toEqual(
			instrument.sections.map(({ id, title }) => [id, title])
		);
	});

	test('says which instrument it is', () => {
		const { id, title, version, hash, locale, minutes, introduction } = instrument;
		expect(questionnaire).toMatchObject({ id, title, version, hash, locale, minutes, introduction });
	});

	test('gives nothing away', () => {
		const secret = [
			'score',
			'feeds',
			'area',
			'reverse',
			'texts',
			'skipped',
			'phrase',
			'result',
			'opposite',
			'quote',
			'importanceOf',
			'counts',
			'anchors',
			'bands',
			'weight'
		];
		const keys = new Set(keysIn(questionnaire));
		expect(secret.filter((key) => keys.has(key))).toEqual([]);
		expect(JSON.stringify(questionnaire)).not.toContain('Leave the door as your only advertisement');
	});

	test('keeps the options of a scale once, under its name', () => {
		expect(Object.keys(questionnaire.scales)).toEqual(['agreement', 'importance', 'share']);
		expect(questionnaire.scales['share']).toEqual([
			{ id: 'never', label: 'Never' },
			{ id: 'half', label: 'About half of the time' },
			{ id: 'always', label: 'Always' }
		]);
		expect(asked.find(({ id }) => id === 'own-plan')?.options).toBe('share');
	});

	test('keeps other options with their question', () => {
		expect(asked.find(({ id }) => id === 'industry')?.options).toEqual([
			{ id: 'wood', label: 'Wood' },
			{ id: 'metal', label: 'Metal' },
			{ id: 'other', label: 'Something else', input: true }
		]);
		expect(asked.find(({ id }) => id === 'channels')?.options).toContainEqual({
			id: 'nobody-knows',
			label: 'We cannot tell',
			exclusive: true
		});
	});

	test('offers "don\'t know" by its label', () => {
		expect(asked.find(({ id }) => id === 'many-calls')).toMatchObject({
			unsure: "Don't know",
			notApplicable: 'Does not apply'
		});
		expect(asked.find(({ id }) => id === 'role')).toMatchObject({ unsure: null, notApplicable: null, required: true });
	});

	test('asks numbers in their range', () => {
		expect(asked.find(({ id }) => id === 'reply-days')?.number).toEqual({
			min: 0,
			max: 60,
			step: 0.5,
			decimals: 1,
			unit: 'days'
		});
	});

	test('is plain JSON', () => expect(JSON.parse(JSON.stringify(questionnaire))).toEqual(questionnaire));
});
