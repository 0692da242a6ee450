// What a person need not answer again.
import { describe, expect, test } from 'vitest';
import { lasting } from '#core/answers/lasting.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { flagship } from '../../support/flagship.ts';
import { instrument, option, question } from '../../support/instrument.ts';

const choice = (id: string) => question({ id, type: 'choice', options: [option('this'), option('that')] });

const made: Instrument = instrument({
	outcome: { question: 'made-it', yes: ['this'], no: ['that'] },
	sections: [
		{
			id: 'you',
			about: 'context',
			questions: [
				choice('role'),
				choice('made-it'),
				question({
					id: 'count',
					type: 'number',
					number: { min: 1, max: 9, step: 1, decimals: 0, unit: null, anchors: [] }
				}),
				question({ id: 'remark', type: 'text' }),
				question({ id: 'company-name', type: 'text' }),
				question({ id: 'respondent-name', type: 'text' }),
				question({ id: 'tools', type: 'choices', options: [option('this')] })
			].map((each) => ({ ...each, section: 'you' }))
		},
		{ id: 'work', questions: [{ ...choice('habit'), section: 'work' }] }
	]
});

const everything = {
	role: 'this',
	'made-it': 'this',
	count: 4,
	remark: 'a lot',
	'company-name': 'Acme',
	'respondent-name': 'Ada',
	tools: ['this'],
	habit: 'this'
};

describe('what lasts', () => {
	test('is who and what they are: choices of context, and the two names', () => {
		expect(lasting(made, everything)).toEqual({ role: 'this', 'company-name': 'Acme', 'respondent-name': 'Ada' });
	});

	test.each([
		['an option that is no more', { role: 'other' }, {}],
		['a question that is no more', { hobby: 'this' }, {}],
		['"does not apply"', { role: 'na' }, { role: 'na' }],
		['nothing', {}, {}]
	])('%s', (_, values, kept) => {
		expect(lasting(made, values)).toEqual(kept);
	});

	test('in the flagship leaves every figure and everything scored to be answered anew', () => {
		const ids = flagship.questions.map(({ id, options }) => [id, options[0]?.id ?? 'text'] as const);
		const kept = Object.keys(lasting(flagship, Object.fromEntries(ids)));
		expect(kept.toSorted()).toEqual(
			[
				'role',
				'carries-deals',
				'industry',
				'company-size',
				'sales-force-size',
				'region',
				'currency',
				'company-name',
				'respondent-name'
			].toSorted()
		);
	});
});
