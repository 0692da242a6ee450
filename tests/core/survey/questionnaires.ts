// Questionnaires of a few lines, one for each thing that a survey can do.
import type { Condition } from '#core/instrument/condition.ts';
import type { AskedOption, AskedQuestion, AskedSection, Questionnaire } from '#core/instrument/questionnaire.ts';

export const is = (question: string, ...options: string[]): Condition => ({ kind: 'is', question, options });

export const options = (...ids: string[]): AskedOption[] => ids.map((id) => ({ id, label: id }));

export const question = (id: string, rest: Partial<AskedQuestion> = {}): AskedQuestion => ({
	id,
	type: 'scale',
	text: [{ kind: 'text', text: `${id}?` }],
	help: [],
	options: 'agreement',
	unsure: "Don't know",
	notApplicable: 'Does not apply',
	required: false,
	when: null,
	number: null,
	max: 2000,
	...rest
});

export const section = (id: string, questions: AskedQuestion[], rest: Partial<AskedSection> = {}): AskedSection => ({
	id,
	title: id,
	about: 'company',
	when: null,
	layout: 'list',
	body: [],
	questions,
	...rest
});

export const questionnaire = (...sections: AskedSection[]): Questionnaire => ({
	id: 'tiny',
	title: 'Tiny',
	version: '1.0.0',
	hash: 'h',
	locale: 'en',
	minutes: 10,
	introduction: [],
	scales: { agreement: options('disagree', 'agree') },
	sections
});

const role = question('role', {
	type: 'choice',
	options: options('leader', 'seller'),
	required: true,
	unsure: null,
	notApplicable: null
});

/** Role first, the company, a personal section for sellers, and the company's size last. */
export const branching = questionnaire(
	section(
		'you',
		[role, question('carries', { options: options('yes', 'no'), type: 'choice', when: is('role', 'leader') })],
		{
			about: 'context'
		}
	),
	section('deals', [question('qualify'), question('walk-away')]),
	section('selling', [question('prepare')], { about: 'personal', when: is('role', 'seller') }),
	section('firm', [question('size', { type: 'choice', options: options('small', 'large'), required: true })], {
		about: 'context'
	})
);
