// The three moves: which areas they come from, whose move is owned elsewhere, and what stands where none is written.
import { describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import type { Area, Move } from '#core/instrument/instrument.ts';
import { checkAnswers } from '#core/answers/check.ts';
import { find } from '#core/findings/find.ts';
import { compose } from '#core/report/compose.ts';
import type { MovesBlock } from '#core/report/report.ts';
import { score } from '#core/scores/score.ts';
import { wordsFor } from '#lib/words.ts';
import { instrument, question } from '../../support/instrument.ts';

const text = (words: string) => [{ kind: 'text' as const, text: words }];

const move = (name: string, outside = false): Move => ({
	when: null,
	heading: text(`Do ${name}`),
	body: [{ kind: 'paragraph', inline: text(`Somebody does ${name}.`) }],
	placeholders: [],
	owner: text(outside ? 'finance' : 'sales'),
	outside,
	sign: text(`${name} is done`)
});

const area = (id: string, moves: readonly Move[]): Partial<Area> & { id: string } => ({ id, title: id, moves });

/** Seven areas of one question each; `answers` are 1 (worst) to 5. The importance falls from a to g. */
function movesOf(answers: Readonly<Record<string, string>>, areas: readonly (Partial<Area> & { id: string })[]) {
	const ranked = areas.map((each, at) => ({ ...each, importance: 1000 - 50 * at, index: `home-${at % 4}` }));
	const made = instrument({
		indices: ranked
			.map(({ index }) => index)
			.filter((id, at, all) => all.indexOf(id) === at)
			.map((id) => ({ id })),
		areas: ranked,
		questions: ranked.map(({ id, index }) => question({ id: `q-${id}`, area: id, feeds: { [index]: 1 } }))
	});
	const checked = checkAnswers(
		made,
		Object.fromEntries(Object.entries(answers).map(([id, value]) => [`q-${id}`, value]))
	);
	if (!checked.ok) throw new Error('the answers do not fit');
	const scores = score(made, checked.value);
	const report = compose({
		instrument: made,
		answers: checked.value,
		scores,
		findings: find(made, checked.value, scores),
		words: wordsFor('en'),
		locale: 'en',
		date: '2026-11-22',
		scope: 'whole',
		response: { id: null, revision: 1 },
		edition: null
	});
	const blocks = report.parts.flatMap((part) => part.blocks);
	return blocks.filter((block): block is MovesBlock => block.kind === 'moves').flatMap((block) => block.items);
}

const headings = (items: MovesBlock['items']): readonly string[] => items.map(({ heading }) => plain(heading));

const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const all = (value: string): Record<string, string> => Object.fromEntries(seven.map((id) => [id, value]));

describe('the next moves', () => {
	test('come from the first three areas that are not to be kept', () => {
		const items = movesOf(
			all('1'),
			seven.map((id) => area(id, [move(id)]))
		);
		expect(headings(items)).toHaveLength(3);
		expect(headings(items)).toContain('Do a');
		expect(items[0]).toMatchObject({ ownerLabel: 'Owner', owner: text('sales') });
	});

	test('never come from an area that is to be kept', () => {
		const items = movesOf(
			{ ...all('5'), f: '2' },
			seven.map((id) => area(id, [move(id)]))
		);
		expect(headings(items)).toEqual(['Do f']);
	});

	test('there are none where everything is to be kept', () => {
		expect(
			movesOf(
				all('5'),
				seven.map((id) => area(id, [move(id)]))
			)
		).toEqual([]);
	});

	test('one is owned elsewhere, if an answer to stop supports it', () => {
		const items = movesOf(
			all('1'),
			seven.map((id) => area(id, [move(id, id === 'g')]))
		);
		expect(headings(items)).toHaveLength(3);
		expect(headings(items).at(-1)).toBe('Do g');
	});

	test('none is owned elsewhere for the sake of an answer that is merely undecided', () => {
		const items = movesOf(
			{ ...all('1'), g: '3' },
			seven.map((id) => area(id, [move(id, id === 'g')]))
		);
		expect(headings(items)).not.toContain('Do g');
	});

	test('one elsewhere among the first three is enough', () => {
		const items = movesOf(
			all('1'),
			seven.map((id) => area(id, [move(id, id === 'a' || id === 'g')]))
		);
		expect(headings(items)).toContain('Do a');
		expect(headings(items)).not.toContain('Do g');
	});

	test('the first move whose condition holds is said', () => {
		const narrow: Move = { ...move('narrow'), when: { kind: 'is', question: 'q-a', options: ['1'] } };
		const items = movesOf(
			all('1'),
			seven.map((id) => area(id, id === 'a' ? [narrow, move('a')] : [move(id)]))
		);
		expect(headings(items)).toContain('Do narrow');
	});

	test('an area without a move is named by its title, with no owner and no sign', () => {
		const items = movesOf(
			{ ...all('5'), b: '1' },
			seven.map((id) => area(id, []))
		);
		expect(headings(items)).toEqual(['b']);
		expect(items[0]).toMatchObject({ owner: [], sign: [], prose: [] });
	});
});
