// What two versions of an instrument share, and how much of each index and area that is.
import { describe, expect, test } from 'vitest';
import { checkAnswers } from '#core/answers/check.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import { shared } from '#core/scores/shared.ts';
import { instrument, option, question, scale, type SomeQuestion } from '../../support/instrument.ts';

const made = (questions: readonly SomeQuestion[]): Instrument =>
	instrument({
		questions: questions.map(question),
		indices: [{ id: 'value' }, { id: 'pace' }, { id: 'all', of: { value: 1, pace: 1 } }],
		areas: [{ id: 'habits' }, { id: 'tools' }]
	});

const plain: readonly SomeQuestion[] = [
	{ id: 'a', area: 'habits', feeds: { value: 4 } },
	{ id: 'b', area: 'habits', feeds: { value: 5 } },
	{ id: 'c', area: 'tools', feeds: { value: 1, pace: 2 } },
	{ id: 'd', area: 'tools', feeds: { pace: 2 } }
];
const former = made(plain);
const changed = (id: string, change: Partial<SomeQuestion>): Instrument =>
	made(plain.map((each) => (each.id === id ? { ...each, ...change } : each)));
const without = (...ids: readonly string[]): Instrument => made(plain.filter(({ id }) => !ids.includes(id)));

describe('how much is shared', () => {
	test.each<[string, Instrument, Record<string, number>, Record<string, number>]>([
		['nothing changed', former, { value: 100, pace: 100, all: 100 }, { habits: 100, tools: 100 }],
		['a question went', without('c'), { value: 90, pace: 50, all: 50 }, { habits: 100, tools: 50 }],
		[
			'one came',
			made([...plain, { id: 'e', feeds: { pace: 1 } }]),
			{ value: 100, pace: 80, all: 80 },
			{ habits: 100, tools: 100 }
		],
		[
			'one was weighted anew',
			changed('a', { feeds: { value: 1 } }),
			{ value: 100, pace: 100, all: 100 },
			{ habits: 100, tools: 100 }
		],
		[
			'one was turned round',
			changed('a', { reverse: true }),
			{ value: 60, pace: 100, all: 60 },
			{ habits: 55, tools: 100 }
		],
		[
			'one got other options',
			changed('d', { options: [option('1', 0), option('2', 1000)] }),
			{ value: 100, pace: 50, all: 50 },
			{ habits: 100, tools: 50 }
		],
		[
			'one is asked in another way',
			changed('d', { type: 'choice' }),
			{ value: 100, pace: 50, all: 50 },
			{ habits: 100, tools: 50 }
		],
		[
			'one only scores otherwise',
			changed('d', { options: scale().map((each) => ({ ...each, score: 500 })) }),
			{ value: 100, pace: 100, all: 100 },
			{ habits: 100, tools: 100 }
		],
		[
			'one moved to another area',
			changed('c', { area: 'habits' }),
			{ value: 100, pace: 100, all: 100 },
			{ habits: 100, tools: 100 }
		],
		['everything went', made([]), { value: 0, pace: 0, all: 0 }, { habits: 0, tools: 0 }]
	])('%s', (_, present, indices, areas) => {
		const both = shared(former, present);
		expect(both.indices).toEqual(indices);
		expect(both.areas).toEqual(areas);
	});

	test('is the less of both ways round', () => {
		const present = without('c');
		expect(shared(present, former).indices).toEqual(shared(former, present).indices);
	});

	test('an index that is new shares nothing', () => {
		const present = {
			...former,
			indices: [...former.indices, { ...former.indices[0], id: 'new' } as Instrument['indices'][number]]
		};
		expect(shared(former, present).indices['new']).toBe(0);
	});
});

describe('scoring by what is shared', () => {
	const answers = (of: Instrument, values: Record<string, string>) => {
		const checked = checkAnswers(of, values);
		if (!checked.ok) throw new Error('the answers do not fit');
		return checked.value;
	};
	const all = { a: '1', b: '3', c: '5', d: '5' };

	test('leaves out what only one version asks, in both directions', () => {
		const present = made([
			...plain.filter(({ id }) => id !== 'a'),
			{ id: 'e', feeds: { value: 10 } },
			{ id: 'f', feeds: { value: 1 } }
		]);
		const both = shared(former, present).instrument;
		const then = score(both, answers(former, all));
		const now = score(both, answers(present, { b: '3', c: '5', d: '5', e: '1', f: '1' }));
		expect(then.questions['b']).toEqual(now.questions['b']);
		expect(now.questions['e']).toMatchObject({ tenths: null });
		expect(then.indices['value']).toEqual(now.indices['value']);
	});

	test('takes the weights and options of the present version for both', () => {
		const present = changed('a', { feeds: { value: 1 } });
		const both = shared(former, present).instrument;
		expect(score(both, answers(former, all)).indices).toEqual(score(present, answers(present, all)).indices);
	});

	test('is the present instrument itself where nothing changed', () => {
		expect(shared(former, former).instrument).toEqual(former);
	});
});
