import { describe, expect, it } from 'vitest';
import { shownOnForm } from '#core/survey/depends.ts';
import { fits } from '#core/survey/fits.ts';
import { optionsOf, valuesFrom } from '#core/survey/form.ts';
import { stepAt, at, walkOf } from '#core/survey/walk.ts';
import type { AskedQuestion } from '#core/instrument/questionnaire.ts';
import type { Value } from '#core/instrument/value.ts';
import { branching, is, options, question, questionnaire, section } from './questionnaires.ts';

const number = { min: 1, max: 100, step: 0.1, decimals: 1, unit: null };
const asked: Record<string, AskedQuestion> = {
	scale: question('q'),
	other: question('q', {
		type: 'choice',
		options: [
			{ id: 'a', label: 'A' },
			{ id: 'other', label: 'Other', input: true }
		]
	}),
	choices: question('q', {
		type: 'choices',
		options: [...options('a', 'b', 'c'), { id: 'none', label: 'None', exclusive: true }]
	}),
	split: question('q', { type: 'split', options: options('a', 'b') }),
	number: question('q', { type: 'number', options: [], number }),
	text: question('q', { type: 'text', options: [], max: 5, unsure: null, notApplicable: null }),
	date: question('q', { type: 'date', options: [] })
};
const scales = { scales: { agreement: options('disagree', 'agree') } };
const kind = (id: string): AskedQuestion => asked[id] ?? question(id);

describe('what a form posts', () => {
	it.each<[string, [string, string][], Value | null]>([
		['scale', [], null],
		['scale', [['q', 'agree']], 'agree'],
		['scale', [['q', 'ns']], 'ns'],
		[
			'other',
			[
				['q', 'other'],
				['q.text', ' ours ']
			],
			{ option: 'other', text: 'ours' }
		],
		[
			'other',
			[
				['q', 'other'],
				['q.text', ' ']
			],
			'other'
		],
		[
			'other',
			[
				['q', 'a'],
				['q.text', 'left over']
			],
			'a'
		],
		['choices', [], null],
		[
			'choices',
			[
				['q', 'c'],
				['q', 'a']
			],
			['a', 'c']
		],
		[
			'choices',
			[
				['q', 'a'],
				['q', 'none']
			],
			['none']
		],
		[
			'choices',
			[
				['q', 'a'],
				['q', 'ns']
			],
			'ns'
		],
		[
			'split',
			[
				['q.points.a', '7'],
				['q.points.b', '3']
			],
			{ a: 7, b: 3 }
		],
		[
			'split',
			[
				['q.points.a', ''],
				['q.points.b', '0']
			],
			null
		],
		['number', [['q', '12.5']], 12.5],
		['number', [['q', ' ']], null],
		['number', [['q', 'many']], 'many'],
		[
			'number',
			[
				['q', ''],
				['q.said', 'ns']
			],
			'ns'
		],
		['text', [['q', ' a b ']], ' a b '],
		['text', [['q', ' \n']], null],
		['date', [['q', '2026-11-22']], '2026-11-22']
	])('%s from %j is %j', (id, fields, value) => {
		expect(valuesFrom(scales, [kind(id)], fields)).toEqual({ q: value });
	});

	it('is read only for the questions of its page', () => {
		expect(
			valuesFrom(
				scales,
				[kind('scale')],
				[
					['q', 'agree'],
					['stranger', 'x']
				]
			)
		).toEqual({ q: 'agree' });
	});
});

describe('what a question takes', () => {
	it.each<[string, Value, boolean]>([
		['scale', 'agree', true],
		['scale', 'maybe', false],
		['scale', 'ns', true],
		['text', 'ns', true], // a text like any other, where "don't know" is not offered
		['other', { option: 'other', text: 'ours' }, true],
		['other', { option: 'a', text: 'ours' }, false],
		['choices', ['a', 'b'], true],
		['choices', [], false],
		['choices', ['a', 'x'], false],
		['split', { a: 7, b: 3 }, true],
		['split', { a: 7 }, false],
		['split', { a: 7.5, b: 2.5 }, false],
		['number', 0.9, false],
		['number', 12.5, true],
		['number', 12.55, false],
		['number', 101, false],
		['number', 'many', false],
		['text', '12345', true],
		['text', '123456', false],
		['date', '2026-02-28', true],
		['date', '2026-02-30', false],
		['date', 'today', false]
	])('%s takes %j: %s', (id, value, taken) => {
		const one = kind(id);
		expect(fits(one, optionsOf(scales, one), value)).toBe(taken);
	});

	it('takes "don\'t know" only where it is offered', () => {
		const one = question('q', { type: 'number', options: [], number, unsure: null });
		expect(fits(one, [], 'ns')).toBe(false);
		expect(fits(one, [], 'na')).toBe(true);
	});
});

describe('a form that cannot react', () => {
	const you = branching.sections[0] ?? section('you', []);
	const shown = (values: Record<string, string>) =>
		shownOnForm(you, stepAt(walkOf(branching, values), at('you'))).map(({ id }) => id);

	it('shows a question that an answer of the same page may add', () => {
		expect(shown({})).toEqual(['role', 'carries']);
		expect(shown({ role: 'seller' })).toEqual(['role', 'carries']);
	});

	it('leaves out a question that was decided on an earlier page', () => {
		const later = section('later', [
			question('always'),
			question('sometimes', { when: { kind: 'not', of: is('first', 'agree') } })
		]);
		const whole = questionnaire(section('a', [question('first')]), later);
		const on = (values: Record<string, string>) =>
			shownOnForm(later, stepAt(walkOf(whole, values), at('later'))).map(({ id }) => id);
		expect(on({ first: 'agree' })).toEqual(['always']);
		expect(on({ first: 'disagree' })).toEqual(['always', 'sometimes']);
	});
});
