// Which conditions can be true at all, and which verdicts a question can have.
import { describe, expect, test } from 'vitest';
import { isPossible } from '#core/instrument/check/possible.ts';
import { optionsGiving, scoresOf, verdictsOf } from '#core/instrument/check/reach.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { Ledger } from '#core/instrument/ledger.ts';
import { readWhen } from '#core/instrument/when.ts';
import { compiled } from './tiny.ts';

const questions = new Map(compiled().questions.map((question) => [question.id, question]));

function when(data: unknown): Condition {
	const condition = readWhen(data, [], { ledger: new Ledger(), place: () => '' });
	if (!condition) throw new Error('no condition');
	return condition;
}

describe('possible', () => {
	test.each<[unknown, boolean]>([
		[{ role: 'owner' }, true],
		[{ role: { not: 'owner' } }, true],
		[{ role: { not: ['owner', 'maker', 'apprentice'] } }, false],
		[{ not: { role: ['owner', 'maker', 'apprentice'] } }, true],
		[{ all: [{ role: 'owner' }, { role: 'maker' }] }, false],
		[{ all: [{ role: ['owner', 'maker'] }, { role: ['maker', 'apprentice'] }] }, true],
		[{ all: [{ role: 'owner' }, { not: { answered: 'role' } }] }, false],
		[{ all: [{ 'many-calls': 'ns' }, { answered: 'many-calls' }] }, false],
		[{ all: [{ 'many-calls': 'ns' }, { not: { answered: 'many-calls' } }] }, true],
		[{ any: [{ all: [{ role: 'owner' }, { role: 'maker' }] }, { role: 'maker' }] }, true],
		// Several choices may hold two options, but an exclusive one stands alone.
		[{ all: [{ channels: 'web' }, { channels: 'fairs' }] }, true],
		[{ all: [{ channels: 'web' }, { channels: 'nobody-knows' }] }, false],
		[{ all: [{ channels: 'web' }, { not: { channels: 'fairs' } }] }, true],
		// Numbers from 0 to 60 in steps of a half.
		[{ 'reply-days': { below: 0.5 } }, true],
		[{ 'reply-days': { below: 0 } }, false],
		[{ 'reply-days': { from: 60 } }, true],
		[{ 'reply-days': { from: 60.5 } }, false],
		[{ 'reply-days': { from: 10, below: 10 } }, false],
		[{ 'reply-days': { from: 10, below: 10.5 } }, true],
		[{ all: [{ answered: 'one-thing' }, { answered: 'founded' }] }, true],
		// Indices are compared on the whole number, so nothing lies between two of them.
		[{ index: { reach: { from: 55, below: 56 } } }, true],
		[{ index: { reach: { from: 55, below: 55 } } }, false],
		[{ index: { reach: { from: 100 } } }, true],
		[{ index: { reach: { below: 0 } } }, false],
		[{ index: { reach: { from: 70 }, craft: { below: 40 } } }, true],
		[{ area: { calls: { from: 70, below: 70.1 } } }, true],
		[{ area: { calls: { from: 70, below: 70 } } }, false],
		[{ all: [{ verdict: { checked: 'keep' } }, { verdict: { checked: ['stop', 'change'] } }] }, false],
		[{ all: [{ verdict: { checked: 'keep' } }, { checked: 'agree' }] }, true]
	])('%j: %s', (data, expected) => {
		expect(isPossible(when(data), questions)).toBe(expected);
	});

	test('a condition with more combinations than are tried is taken to be possible', () => {
		const contradictions = [...questions.keys()].map((id) => ({ all: [{ answered: id }, { not: { answered: id } }] }));
		expect(isPossible(when({ any: contradictions }), questions)).toBe(true);
	});

	test('what is known of the answer narrows it', () => {
		const known = { question: 'checked', options: ['agree', 'strongly-agree'] };
		expect(isPossible(when({ checked: 'disagree' }), questions, known)).toBe(false);
		expect(isPossible(when({ checked: 'agree' }), questions, known)).toBe(true);
		expect(isPossible(when({ role: 'owner' }), questions, known)).toBe(true);
	});
});

describe('verdicts', () => {
	const question = (id: string, change: object = {}) => {
		const found = questions.get(id);
		if (!found) throw new Error(id);
		return { ...found, ...change };
	};

	test.each<[string, object, readonly string[]]>([
		['many-calls', {}, ['keep', 'change', 'stop']],
		['many-calls', { feeds: { reach: 0 } }, []],
		['many-calls', { feeds: {} }, []],
		['rushed', {}, ['keep', 'change', 'stop']],
		['calls-matter', {}, []],
		['role', {}, []],
		['channels', {}, ['keep', 'change', 'stop']],
		['channels', { counts: { 1: 700 } }, ['keep', 'stop']],
		['channels', { counts: { 1: 699, 2: 301 }, options: [] }, ['change']],
		['reply-days', {}, ['keep', 'change', 'stop']],
		['reply-days', { number: { ...question('reply-days').number, anchors: [] } }, []],
		['founded', { feeds: { reach: 1 } }, []]
	])('%s with %j: %s', (id, change, expected) => {
		expect(verdictsOf(question(id, change))).toEqual(expected);
	});

	test('scores are turned round where a question is', () => {
		const { options } = question('method');
		expect(scoresOf(question('method'))).toEqual([0, 500, 1000]);
		expect(scoresOf(question('method', { reverse: true }))).toEqual([1000, 500, 0]);
		expect(options).toHaveLength(4);
	});

	test('the options behind a verdict', () => {
		expect(optionsGiving(question('many-calls'), 'keep')).toEqual(['agree', 'strongly-agree']);
		expect(optionsGiving(question('rushed'), 'keep')).toEqual(['strongly-disagree', 'disagree']);
		expect(optionsGiving(question('method'), 'change')).toEqual(['notes']);
		expect(optionsGiving(question('channels'), 'keep')).toBeNull();
	});
});
