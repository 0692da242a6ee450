// The summary that a client gets: what is in it, in which order, and what is left out.
import { describe, expect, test } from 'vitest';
import { summaryOf, type SummaryInput } from '#core/brief/summary.ts';
import { textsOf } from '#core/report/texts.ts';
import { wordsFor } from '#lib/words.ts';

const nothing: SummaryInput = {
	words: wordsFor('en'),
	locale: 'en',
	client: 'Northwind',
	round: 'Autumn',
	contact: 'Ada Muster',
	firm: 'Harbour',
	heldOn: '2026-11-20',
	agreed: [],
	decisions: [],
	actions: [],
	notes: [],
	againOn: null,
	instrument: 'Sales Velocity Index'
};

const action = { what: 'Sit in on a call', owner: 'Cleo', dueOn: '2026-12-01', isDone: false };

function paperOf(more: Partial<SummaryInput>) {
	const paper = summaryOf({ ...nothing, ...more });
	if (paper === null) throw new Error('there is no summary');
	return paper;
}

const ids = (more: Partial<SummaryInput>): readonly string[] => paperOf(more).parts.map(({ id }) => id);
const tableOf = (actions: SummaryInput['actions']) =>
	paperOf({ actions }).parts.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
	)[0];

test('where nothing was written there is none, whatever day it was held on', () => {
	expect(summaryOf(nothing)).toBeNull();
});

test('its parts stand in one order, and those without a line are left out', () => {
	const whole = {
		agreed: ['A'],
		decisions: ['B'],
		actions: [action],
		notes: [{ question: 'Q?', text: 'N' }],
		againOn: '2027-05-20'
	};
	expect(ids(whole)).toEqual(['agreed', 'decisions', 'actions', 'notes', 'again']);
	expect(ids({ decisions: ['B'], againOn: '2027-05-20' })).toEqual(['decisions', 'again']);
});

describe('its head says', () => {
	test('for whom it is, of which day, and by whom', () => {
		const { cover } = paperOf({ agreed: ['A'] });
		expect(cover.subtitle).toMatch(/Northwind.*Autumn/);
		expect(cover.byline).toBe('Meeting of 20 November 2026 · Ada Muster, Harbour');
	});

	test.each([
		[{ heldOn: null }, 'Ada Muster, Harbour'],
		[{ contact: '' }, 'Meeting of 20 November 2026 · Harbour'],
		[{ contact: '', firm: '' }, 'Meeting of 20 November 2026'],
		[{ contact: '', firm: '', heldOn: null }, '']
	])('nothing of what is not known: %j', (more, byline) => {
		expect(paperOf({ agreed: ['A'], ...more }).cover.byline).toBe(byline);
	});

	test('the client alone where the round has no name', () => {
		expect(paperOf({ agreed: ['A'], round: '' }).cover.subtitle).toBe('Northwind');
	});
});

describe('an action', () => {
	test('has its owner and its day, and a state only where something is done', () => {
		expect(tableOf([action])?.rows).toEqual([['Sit in on a call', 'Cleo', '1 December 2026']]);
		const done = { ...action, what: 'Write', isDone: true };
		expect(tableOf([action, done])?.rows.map((row) => row.at(-1))).toEqual(['Open', 'Done']);
		expect(tableOf([action, done])?.head.length).toBe(4);
	});

	test('says what is missing', () => {
		expect(tableOf([{ ...action, owner: '', dueOn: null }])?.rows).toEqual([
			['Sit in on a call', 'Not named yet', 'No date yet']
		]);
	});
});

test('a note stands under its question, a paragraph a line', () => {
	const [notes] = paperOf({ notes: [{ question: 'Who signs?', text: 'Finance.\n\nAlways.' }] }).parts;
	expect(notes?.blocks.map((block) => (block.kind === 'prose' ? block.prose.length : 0))).toEqual([1, 2]);
	expect(textsOf(paperOf({ notes: [{ question: 'Who signs?', text: 'Finance.' }] })).join('\n')).toMatch(
		/Who signs\?\nFinance\./
	);
});

test('when it is taken again is said with the day and the instrument', () => {
	const said = textsOf(paperOf({ againOn: '2027-05-20' })).join('\n');
	expect(said).toMatch(/20 May 2027/);
	expect(said).toMatch(/Sales Velocity Index/);
});

test('what somebody typed is text, whatever it looks like', () => {
	const typed = '<b>**Stars** & [a link](https://example.org)</b>';
	expect(textsOf(paperOf({ agreed: [typed], decisions: [typed] })).filter((each) => each === typed)).toHaveLength(2);
});
