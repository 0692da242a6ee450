// A target: what it would give, beside the report that it was saved with; how far it is, in the next.
import { describe, expect, test } from 'vitest';
import type { Block, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { instrument, question } from '../../support/instrument.ts';
import { beforeOf, composed, sinceIn, targetOf } from '../../support/twice.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const made = instrument({
	sections: [
		{ id: 'work', questions: ids.map((id) => question({ id, section: 'work', feeds: { value: 1 } })) },
		{
			id: 'own',
			about: 'personal',
			questions: ['x', 'y', 'z'].map((id) => question({ id, section: 'own', feeds: { person: 1 } }))
		}
	],
	indices: [
		{ id: 'value', title: 'Value' },
		{ id: 'all', title: 'Whole', of: { value: 1 } },
		{ id: 'person', title: 'Person', about: 'personal' }
	]
});

const all = (value: string, of: readonly string[] = [...ids, 'x', 'y', 'z']) =>
	Object.fromEntries(of.map((id) => [id, value]));
const now = all('2');

const executive = (report: Report): readonly Block[] =>
	report.parts.find(({ id }) => id === 'executive-summary')?.blocks ?? [];
const after = (blocks: readonly Block[], heading: string): readonly Block[] => {
	const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === heading);
	return at < 0 ? [] : blocks.slice(at + 1);
};
const rows = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'table')?.rows;
const items = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'list')?.items ?? [];

describe('in the report that it was saved beside', () => {
	const shown = (wanted: Record<string, string>, wishes = {}) =>
		after(executive(composed(made, now, { target: targetOf(made, now, wanted), ...wishes })), 'target');

	test('it says what would come of it, by the same scorer', () => {
		const blocks = shown({ a: '5' });
		const aim = composed(made, { ...now, a: '5' }).parts[0]?.blocks;
		const total = aim?.flatMap((block) => (block.kind === 'panel' ? [block.total.shown] : []))[0];
		expect(rows(blocks)).toEqual([
			['Whole', '25', total],
			['Value', '25', total]
		]);
		expect(items(blocks)).toEqual([{ text: [{ kind: 'text', text: 'a' }], detail: 'Now: 2. Wanted: 5.' }]);
	});

	test.each([
		[1, 1, undefined],
		[5, 5, undefined],
		[6, 5, 'One more answer is part of the target.'],
		[7, 5, '2 more answers are part of the target.']
	])('of %i wanted answers %i are named', (count, named, left) => {
		const blocks = shown(all('5', ids.slice(0, count)));
		expect(items(blocks)).toHaveLength(named);
		const said = textsOf(composed(made, now, { target: targetOf(made, now, all('5', ids.slice(0, count))) }));
		expect(said.find((text) => text.includes('more answer'))).toBe(left);
	});

	test.each([
		['absent', undefined],
		['none', null],
		['what was answered anyway', targetOf(made, now, { a: '2' })]
	])('one that is %s is not spoken of', (_, target) => {
		expect(textsOf(composed(made, now, { target }))).not.toContain('Your target');
	});

	test('in a copy for the company tells nothing of the person', () => {
		const blocks = shown({ a: '5', x: '5' }, { scope: 'company' });
		expect(items(blocks)).toHaveLength(1);
		expect(rows(blocks)?.map(([name]) => name)).toEqual(['Whole', 'Value']);
	});
});

describe('in the next report', () => {
	const wanted = { a: '4', b: '5', c: 'na' };
	const told = (answers: Record<string, string>, of = made, wishes = {}) => {
		const report = composed(of, answers, { before: beforeOf(made, now, wanted), ...wishes });
		const blocks = after(sinceIn(report), 'since-target');
		const lead =
			blocks[0]?.kind === 'prose'
				? textsOf({ ...report, parts: [{ id: 'summary', title: '', blocks: blocks.slice(0, 1) }] }).at(-1)
				: '';
		return { blocks, lead };
	};

	test.each([
		[now, 'None of them has been reached yet.'],
		[{ ...now, a: '4' }, 'One of them has been reached.'],
		[{ ...now, a: '5', b: '4' }, 'One of them has been reached.'],
		[{ ...now, a: '5', b: '5', c: 'na' }, '3 of them have been reached.']
	])('it counts what is reached', (answers, said) => {
		expect(told(answers).lead?.endsWith(said)).toBe(true);
	});

	test('each wanted answer stands with what it was and what it is', () => {
		expect(items(told({ ...now, a: '3' }).blocks).map(({ detail }) => detail)).toEqual([
			'Wanted: 4. Then: 2. Now: 3.',
			'Wanted: 5. Then: 2. Now: 2.',
			'Wanted: na. Then: 2. Now: 2.'
		]);
	});

	test('the way that is left is counted in the points that are shown', () => {
		const [whole] = rows(told({ ...now, a: '4' }).blocks) ?? [];
		const [, then, here, aim, left] = whole ?? [];
		expect(then).toBe('25');
		expect(left).toBe(`${Number(aim) - Number(here)} points`);
		expect(rows(told(all('5')).blocks)?.every((row) => row[4] === 'reached')).toBe(true);
	});

	test('a question that is gone is left out, and with all of them the target', () => {
		const gone = { ...made, questions: made.questions.filter(({ id }) => id !== 'a') };
		const without = Object.fromEntries(Object.entries(now).filter(([id]) => id !== 'a'));
		const sections = made.sections.map((each) => ({ ...each, questions: each.questions.filter((id) => id !== 'a') }));
		expect(items(told(without, { ...gone, sections, version: '2.0.0' }).blocks)).toHaveLength(2);
	});

	test('no index is measured across versions that share too little', () => {
		const other = { ...made, version: '2.0.0', questions: made.questions.map((each) => ({ ...each, reverse: true })) };
		const { blocks } = told(now, other);
		expect(rows(blocks)).toBeUndefined();
		expect(items(blocks)).toHaveLength(3);
	});

	test('without a target there is nothing to tell', () => {
		const report = composed(made, now, { before: beforeOf(made, now) });
		expect(after(sinceIn(report), 'since-target')).toEqual([]);
	});
});
