// What is handed out for a trial: all that scores, no word of a narrative, and no more of a person than the key may see.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Values } from '#core/instrument/value.ts';
import { score } from '#core/scores/score.ts';
import { trialOf } from '#core/whatif/trial.ts';
import { tried } from '#core/whatif/tried.ts';
import { answersTo, scoresOf } from '../../support/answers.ts';
import { flagship } from '../../support/flagship.ts';
import { instrument, option, question } from '../../support/instrument.ts';
import { stringsIn } from '../../words/seen.ts';

const folder = join(import.meta.dirname, '../../journeys');
const journeys = readdirSync(folder).filter((name) => /^[\w-]+\.json$/.test(name));
const valuesOf = (name: string): Values =>
	(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { answers: Values }).answers;

describe.each(journeys)('the trial of %s', (name) => {
	const values = valuesOf(name);
	const whole = trialOf(flagship, answersTo(flagship, values), 'whole');
	const company = trialOf(flagship, answersTo(flagship, values), 'company');

	test('scores like the response itself', () => {
		const own = scoresOf(flagship, values);
		const again = tried(whole.instrument, whole.answers)?.scores;
		expect(again?.indices).toEqual(own.indices);
		expect(again?.areas).toEqual(own.areas);
	});

	test('scores the company alike without the person', () => {
		const own = scoresOf(flagship, values);
		const again = tried(company.instrument, company.answers)?.scores;
		expect(again?.areas).toEqual(own.areas);
		for (const { id } of flagship.indices.filter(({ about }) => about === 'company'))
			expect(again?.indices[id]).toEqual(own.indices[id]);
	});

	test('is small', () => {
		expect(gzipSync(JSON.stringify(whole)).length).toBeLessThan(20_000);
	});
});

describe('nothing is handed out that a trial has no use for', () => {
	const values = valuesOf('steady-process.json');
	const answers = answersTo(flagship, values);
	const whole = trialOf(flagship, answers, 'whole');
	const company = trialOf(flagship, answers, 'company');

	test('no narrative: every string is a question, an option, a title or a name of the instrument', () => {
		const { questions, areas, indices, headlines, patterns, sections, introduction } = flagship;
		const narratives = stringsIn([
			questions.map(({ texts }) => texts),
			areas.map(({ texts, moves }) => [texts, moves]),
			indices.map(({ body, texts, potentialTexts }) => [body, texts, potentialTexts]),
			headlines.map(({ text }) => text),
			patterns.map(({ title, body }) => [title, body]),
			sections.map(({ body, skipped }) => [body, skipped]),
			introduction
		]).filter((text) => text.length > 30);
		expect(narratives.length).toBeGreaterThan(500);
		const handed = new Set(stringsIn(whole));
		expect(narratives.filter((text) => handed.has(text))).toEqual([]);
	});

	test('nothing that was typed', () => {
		const typed = ['Ingrid Sandvik', 'Nordhaven Pumps', 'our own seven steps', 'plant managers'];
		const text = JSON.stringify(whole);
		expect(typed.filter((words) => text.includes(words))).toEqual([]);
		expect(whole.answers['methodology-in-use']).toBe('most-deals');
	});

	test('but the currency, where it had to be typed', () => {
		const other = [option('other', 500, { input: true })];
		const money = instrument({
			questions: [
				...['n', 'v', 'w', 'd'].map((id) => ({ id, type: 'number' as const })),
				{ id: 'in', type: 'choice', options: other },
				{ id: 'scored', type: 'choice', options: other, feeds: { value: 1 } }
			],
			indices: [{ id: 'value' }],
			velocity: { number: 'n', value: 'v', winRate: 'w', cycle: 'd', currency: 'in' }
		});
		const typed = { option: 'other', text: 'SEK' };
		expect(trialOf(money, answersTo(money, { in: typed, scored: typed }), 'company').answers).toEqual({
			in: typed,
			scored: 'other'
		});
	});

	test('no personal question, answer or index with the company part', () => {
		const personal = flagship.sections
			.filter(({ about }) => about === 'personal')
			.flatMap(({ questions }) => questions);
		expect(personal.filter((id) => id in whole.answers).length).toBeGreaterThan(10);
		const text = JSON.stringify(company);
		expect(personal.filter((id) => text.includes(`"${id}"`))).toEqual([]);
		expect(company.instrument.indices.map(({ about }) => about)).not.toContain('personal');
	});

	test('no question that neither scores nor decides, such as the industry', () => {
		expect(Object.keys(whole.answers)).not.toContain('industry');
		expect(whole.instrument.questions.map(({ id }) => id)).not.toContain('lost-to');
		expect(Object.keys(whole.answers)).toEqual(expect.arrayContaining(['role', 'carries-deals', 'cycle-days']));
	});
});

describe('what decides if a question is asked comes along', () => {
	const yes = [option('yes'), option('no')];
	const when = (id: string) => ({ kind: 'is' as const, question: id, options: ['yes'] });
	const chain = instrument({
		questions: [
			{ id: 'first', type: 'choice', options: yes },
			{ id: 'second', type: 'choice', options: yes, when: when('first') },
			{ id: 'idle', type: 'choice', options: yes },
			{ id: 'scored', feeds: { value: 1 }, when: when('second') }
		],
		indices: [{ id: 'value' }]
	});
	const values = { first: 'yes', second: 'yes', idle: 'no', scored: '5' };

	test('however far away it stands, and in the order of the instrument', () => {
		const { instrument: silent, answers } = trialOf(chain, answersTo(chain, values), 'whole');
		expect(silent.questions.map(({ id }) => id)).toEqual(['first', 'second', 'scored']);
		expect(silent.sections.map(({ questions }) => questions)).toEqual([['first', 'second', 'scored']]);
		expect(tried(silent, { ...answers, first: 'no' })?.path).toEqual(['first']);
	});

	test('except for a personal answer: then the company’s question stays as it was', () => {
		const personal = instrument({
			sections: [
				{ id: 'you', about: 'personal', questions: [{ id: 'sell', type: 'choice', options: yes }] },
				{
					id: 'us',
					questions: [
						{ id: 'ours', feeds: { value: 1 } },
						{ id: 'more', feeds: { value: 1 }, when: when('sell') }
					]
				},
				{ id: 'them', when: when('sell'), questions: [{ id: 'theirs', feeds: { value: 1 } }] }
			],
			indices: [{ id: 'value' }]
		});
		const asked = (sell: string) => {
			const given = answersTo(personal, { sell, ours: '1', more: '5', theirs: '3' });
			const trial = trialOf(personal, given, 'company');
			const again = tried(trial.instrument, trial.answers);
			expect(again?.scores.indices).toEqual(score(personal, given).indices);
			expect(JSON.stringify(trial)).not.toContain('sell');
			return again?.path;
		};
		expect(asked('yes')).toEqual(['ours', 'more', 'theirs']);
		expect(asked('no')).toEqual(['ours']);
	});
});

test('an option gives away its score and not its phrase, a question not its help', () => {
	const small = instrument({
		questions: [
			question({
				id: 'q',
				feeds: { value: 3 },
				help: [{ kind: 'rule' }],
				options: [option('a', 250, { phrase: 'spoken' })]
			})
		],
		indices: [{ id: 'value' }]
	});
	const [silent] = trialOf(small, { path: ['q'], given: {} }, 'whole').instrument.questions;
	expect(silent?.options[0]).toMatchObject({ id: 'a', score: 250, phrase: '' });
	expect(silent).toMatchObject({ help: [], feeds: { value: 3 } });
});
