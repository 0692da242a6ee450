// An answer in words, as a list shows it and as a sentence says it.
import { expect, test } from 'vitest';
import type { SomeQuestion } from '../../support/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { spoken } from '#core/report/spoken.ts';
import { option, question } from '../../support/instrument.ts';

const options = [
	option('a', 0, { label: 'Agree', phrase: 'agreed' }),
	option('b', 0, { label: 'Both', phrase: 'both' })
];
const offered = {
	unsure: { label: 'Don’t know', phrase: 'did not know' },
	notApplicable: { label: 'Does not apply', phrase: 'does not apply' }
};

test.each<[Partial<SomeQuestion>, Value, label: string, phrase: string]>([
	[{ options }, 'a', 'Agree', 'agreed'],
	[{ options }, 'unknown', 'unknown', 'unknown'],
	[{ options, ...offered }, 'ns', 'Don’t know', 'did not know'],
	[{ options, ...offered }, 'na', 'Does not apply', 'does not apply'],
	[{ type: 'choices', options }, ['a', 'b'], 'Agree, Both', 'agreed, both'],
	[{ type: 'choice', options }, { option: 'b', text: 'and more' }, 'Both: and more', 'both: and more'],
	[{ type: 'split', options }, { a: 4, b: 6 }, 'Agree 4, Both 6', 'agreed 4, both 6'],
	[{ type: 'number', options: [] }, 24.5, '24.5', '24.5'],
	[{ type: 'text', options: [] }, 'Plain words.', 'Plain words.', 'Plain words.'],
	[{ type: 'text', options: [], unsure: null }, 'ns', 'ns', 'ns']
])('%o answered with %o', (some, value, label, phrase) => {
	const one = question({ id: 'q', ...some });
	expect([spoken(one, value, 'label'), spoken(one, value, 'phrase')]).toEqual([label, phrase]);
});
