// "Since last time": what it compares, what it refuses to compare, and what it says of both.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Before } from '#core/report/input.ts';
import type { Block, Report, TableBlock } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { flagship } from '../../support/flagship.ts';
import { instrument, question, type SomeInstrument, type SomeQuestion } from '../../support/instrument.ts';
import { beforeOf, composed, sinceIn } from '../../support/twice.ts';

const text = (words: string) => [{ kind: 'text' as const, text: words }];

/** Two sub-indices of three questions and an area each, and a person of three questions. */
function made(
	some: SomeInstrument = {},
	edit: (question: SomeQuestion) => SomeQuestion | null = (each) => each
): Instrument {
	const three = (name: string, section: string, area: string | null): readonly SomeQuestion[] =>
		[1, 2, 3].map((number) => ({ id: `${name}${number}`, section, area, feeds: { [name]: 1 } }));
	const edited = (questions: readonly SomeQuestion[]) => questions.flatMap((each) => edit(each) ?? []).map(question);
	const bands = 'bands';
	return instrument({
		bands: {
			bands: [
				{ id: 'low', from: 0, label: 'Low' },
				{ id: 'high', from: 50, label: 'High' }
			]
		},
		sections: [
			{ id: 'work', questions: edited([...three('value', 'work', 'habits'), ...three('pace', 'work', 'tools')]) },
			{ id: 'own', about: 'personal', questions: edited(three('person', 'own', null)) }
		],
		indices: [
			{ id: 'value', title: 'Value' },
			{ id: 'pace', title: 'Pace' },
			{ id: 'all', title: 'Whole', of: { value: 1, pace: 1 }, bands },
			{ id: 'person', title: 'Person', about: 'personal', bands }
		],
		areas: [
			{
				id: 'habits',
				title: 'Habits',
				index: 'value',
				moves: [
					{
						when: null,
						heading: text('Plan on Mondays'),
						body: [],
						placeholders: [],
						owner: text('Sales'),
						outside: false,
						sign: text('A plan')
					}
				]
			},
			{ id: 'tools', title: 'Tools', index: 'pace' }
		],
		...some
	});
}

const same = made();

/** Every question of an index answered alike, 1 (worst) to 5. */
const each = (answers: Readonly<Record<string, number | string>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(answers).flatMap(([name, value]) => [1, 2, 3].map((number) => [`${name}${number}`, String(value)]))
	);

const low = each({ value: 2, pace: 2, person: 3 });
const reported = (now: Record<string, string>, before: Before, of = same, wishes = {}): Report =>
	composed(of, now, { before, ...wishes });
/** Its title first. */
const texts = (report: Report): readonly string[] => {
	const all = textsOf({ ...report, parts: report.parts.filter(({ id }) => id === 'since-last-time') });
	return all.slice(all.indexOf('Since last time'));
};
const tables = (blocks: readonly Block[]): readonly TableBlock[] => blocks.filter((block) => block.kind === 'table');
const rowOf = (report: Report, name: string) =>
	tables(sinceIn(report))
		.flatMap(({ rows }) => rows)
		.find(([first]) => first === name);

describe('the first time', () => {
	test.each([undefined, null])('has no such part (%s)', (before) => {
		expect(sinceIn(composed(same, low, { before }))).toEqual([]);
	});
});

describe('within a version', () => {
	test.each([
		[
			{ value: 4, pace: 2 },
			['Whole', '25', '50', '25 points more'],
			['Value', '25', '75', '50 points more'],
			['Pace', '25', '25', 'no change']
		],
		[
			{ value: 1, pace: 2 },
			['Whole', '25', '13', '12 points less'],
			['Value', '25', '0', '25 points less'],
			['Pace', '25', '25', 'no change']
		],
		[
			{ value: 2, pace: 2 },
			['Whole', '25', '25', 'no change'],
			['Value', '25', '25', 'no change'],
			['Pace', '25', '25', 'no change']
		]
	])('%o: the scores of both times stand beside each other', (now, ...rows) => {
		const report = reported(each({ ...now, person: 3 }), beforeOf(same, low));
		for (const row of rows) expect(rowOf(report, row[0] ?? '')).toEqual(row);
	});

	test('the difference is that of the figures shown', () => {
		const report = reported({ ...low, value1: '3' }, beforeOf(same, low));
		const [, then, now, change] = rowOf(report, 'Value') ?? [];
		expect(change).toBe(`${Number(now) - Number(then)} points more`);
	});

	test('decimals are shown where whole points would not add up, at both times', () => {
		const now = { ...each({ value: 5, pace: 4, person: 3 }), value3: '4', pace3: '3' };
		const report = reported(now, beforeOf(same, low));
		expect(rowOf(report, 'Whole')).toEqual(['Whole', '25.0', '79.2', '54.2 points more']);
		expect(rowOf(report, 'Value')).toEqual(['Value', '25.0', '91.7', '66.7 points more']);
		expect(rowOf(report, 'Person')).toEqual(['Person', '50', '50', 'no change']);
		expect(rowOf(composed(same, low, { before: beforeOf(same, now) }), 'Pace')?.[3]).toBe('41.7 points less');
	});

	test('on one day it names the day once', () => {
		const [, lead] = texts(reported(low, beforeOf(same, low), same, { date: '2026-08-22' }));
		expect(lead).toBe('Earlier on 22 August 2026 the Whole stood at 25 of 100. Now it stands at 25: no change.');
	});

	test('opens with the dates, the band and the largest change', () => {
		const [title, lead, second] = texts(reported(each({ value: 5, pace: 3, person: 3 }), beforeOf(same, low)));
		expect(title).toBe('Since last time');
		expect(lead).toBe(
			'On 22 August 2026 the Whole stood at 25 of 100. On 22 November 2026 it stands at 75: 50 points more.'
		);
		expect(second).toBe('Its band was “Low” and is “High” now. The largest change is in Value: 75 points more.');
	});

	test('says that a band is the same, and names no largest change where there is none', () => {
		expect(texts(reported(low, beforeOf(same, low)))[2]).toBe('Its band is still “Low”.');
	});

	test('a new question without weight in a later minor version changes nothing', () => {
		const later = made({ version: '1.3.0' });
		expect(texts(reported(low, beforeOf(same, low), later))).toEqual(texts(reported(low, beforeOf(same, low))));
	});

	test('ends by saying what it does not know', () => {
		expect(texts(reported(low, beforeOf(same, low))).at(-1)).toMatch(/one person’s view.*not what it proves\.$/);
	});

	test('has the anchors of its headings but once in the report', () => {
		const report = reported(each({ value: 5, pace: 3 }), beforeOf(same, low, each({ value: 5 })), same, {
			target: null
		});
		const ids = report.parts.flatMap(({ id, blocks }) => [
			id,
			...blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))
		]);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('a score that is missing', () => {
	const without = { ...each({ value: 'ns', pace: 2 }) };

	test.each([
		['then', without, low, ['Value', 'no score', '25', '']],
		['now', low, without, ['Value', '25', 'no score', '']]
	])('%s is said, and nothing is taken from it', (_, then, now, row) => {
		const report = reported(now, beforeOf(same, then));
		expect(rowOf(report, 'Value')).toEqual(row);
		expect(texts(report)[1]).toMatch(/^You answered these questions before, on 22 August 2026/);
		expect(rowOf(report, 'Pace')).toEqual(['Pace', '25', '25', 'no change']);
	});

	test('is no table at all where nothing was scored both times', () => {
		const report = reported({}, beforeOf(same, {}));
		expect(tables(sinceIn(report)).flatMap(({ rows }) => rows.map(([name]) => name))).not.toContain('Habits');
		expect(texts(report).at(-1)).toMatch(/^Both times/);
	});
});

describe('the person', () => {
	const now = each({ value: 2, pace: 2, person: 4 });

	test('stands in a whole copy', () => {
		expect(rowOf(reported(now, beforeOf(same, low)), 'Person')).toEqual(['Person', '50', '75', '25 points more']);
	});

	test('and not in the copy for the company', () => {
		const told = JSON.stringify(reported(now, beforeOf(same, low, each({ person: 5 })), same, { scope: 'company' }));
		expect(told).not.toContain('Person');
		expect(told).not.toContain('person1');
	});

	test('who was asked only once has nothing beside it', () => {
		const sections = same.sections.map((section) =>
			section.id === 'own' ? { ...section, when: { kind: 'is', question: 'value1', options: ['4'] } as const } : section
		);
		const asked: Instrument = { ...same, sections };
		const report = composed(asked, { ...low, value1: '4' }, { before: beforeOf(asked, low) });
		expect(rowOf(report, 'Person')).toBeUndefined();
		expect(texts(report)).toContain(
			'The questions behind the Person were asked only one of the two times, so there is nothing to put beside it.'
		);
	});
});

describe('areas', () => {
	test('that read differently are named, the others counted', () => {
		const report = reported(each({ value: 4, pace: 2 }), beforeOf(same, low));
		expect(rowOf(report, 'Habits')).toEqual(['Habits', 'Stop', 'Keep']);
		expect(rowOf(report, 'Tools')).toBeUndefined();
		expect(texts(report)).toContain('The one other area that was scored both times has kept its verdict.');
	});

	test('that all read as before are said to', () => {
		expect(texts(reported(low, beforeOf(same, low)))).toContain('No area has changed its verdict.');
	});
});

describe('the moves of last time', () => {
	const detail = (now: Record<string, string>, before = beforeOf(same, low), of = same) =>
		sinceIn(reported(now, before, of)).flatMap((block) =>
			block.kind === 'list' ? block.items.map((item) => [plain(item.text), item.detail]) : []
		)[0];

	test.each([
		[each({ value: 4, pace: 2 }), 'Habits: Stop then, Keep now'],
		[each({ value: 3, pace: 2 }), 'Habits: Stop then, Change now'],
		[low, 'Habits: Stop, as it was then'],
		[each({ value: 'ns', pace: 2 }), 'Habits: not to be compared, for want of answers or of shared questions']
	])('stand with what became of their area', (now, said) => {
		expect(detail(now)).toEqual(['Plan on Mondays', said]);
	});

	test('are told even of an area that is gone', () => {
		const gone = made({ areas: [{ id: 'tools', title: 'Tools' }] });
		expect(detail(low, beforeOf(same, low), gone)?.[1]).toMatch(/^Habits: not to be compared/);
	});

	test('are not spoken of where there were none', () => {
		const fine = each({ value: 5, pace: 5, person: 5 });
		expect(texts(reported(low, beforeOf(same, fine)))).not.toContain('What became of the moves');
	});
});

describe('across major versions', () => {
	const next = (edit: (question: SomeQuestion) => SomeQuestion | null): Instrument => made({ version: '2.0.0' }, edit);

	test('both are scored by the weights of today, and it says so', () => {
		const heavier = next((each) => (each.id === 'value1' ? { ...each, feeds: { value: 9 } } : each));
		const then = { ...low, value1: '5' };
		const report = reported(then, beforeOf(same, then), heavier);
		const [, before, now, change] = rowOf(report, 'Value') ?? [];
		expect([before, change]).toEqual([now, 'no change']);
		expect(texts(report)[3]).toMatch(/from version 1\.0\.0 to 2\.0\.0/);
	});

	test('no trend is claimed where less than 80% of a weight is shared, nor of what rests on it', () => {
		const fewer = next((each) => (each.id === 'value1' ? null : each));
		const report = reported({ value2: '5', value3: '5', ...each({ pace: 4 }) }, beforeOf(same, low), fewer);
		expect(rowOf(report, 'Value')).toBeUndefined();
		expect(rowOf(report, 'Whole')).toBeUndefined();
		expect(rowOf(report, 'Pace')).toEqual(['Pace', '25', '75', '50 points more']);
		expect(texts(report).filter((text) => text.includes('no trend is claimed'))).toEqual([
			'Whole: no trend is claimed. The questions that both versions share carry 66% of its weight, and a fair comparison takes 80%.',
			'Value: no trend is claimed. The questions that both versions share carry 66% of its weight, and a fair comparison takes 80%.'
		]);
		expect(rowOf(report, 'Habits')).toBeUndefined();
		expect(rowOf(report, 'Tools')).toEqual(['Tools', 'Stop', 'Keep']);
	});

	test('exactly 80% is enough', () => {
		const weigh = (question: SomeQuestion) =>
			question.id.startsWith('value') ? { ...question, feeds: { value: question.id === 'value1' ? 2 : 4 } } : question;
		const before = made({}, weigh);
		const fewer = made({ version: '2.0.0' }, (question) => (question.id === 'value1' ? null : weigh(question)));
		const extra = { ...fewer, indices: fewer.indices };
		const report = reported({ value2: '5', value3: '5', ...each({ pace: 2 }) }, beforeOf(before, low), extra);
		expect(rowOf(report, 'Value')?.[3]).toBe('75 points more');
	});

	test('nothing in common is told as nothing in common', () => {
		const other = next((each) => ({ ...each, id: `new-${each.id}` }));
		const report = reported({}, beforeOf(same, low), other);
		expect(tables(sinceIn(report))).toEqual([]);
		expect(texts(report).length).toBeGreaterThan(3);
	});
});

test('a real response answered twice reads as a part of its report, between summary and executive summary', () => {
	const journey = (name: string): Record<string, unknown> =>
		(
			JSON.parse(readFileSync(join(import.meta.dirname, `../../journeys/${name}.json`), 'utf8')) as {
				answers: Record<string, unknown>;
			}
		).answers;
	const before = beforeOf(flagship, journey('weak-everywhere'), { 'key-player-access': 'agree' });
	const report = composed(flagship, journey('strong-house'), { before });
	expect(report.parts.map(({ id }) => id).slice(0, 3)).toEqual(['summary', 'since-last-time', 'executive-summary']);
	expect(tables(sinceIn(report))[0]?.rows).toHaveLength(5);
	for (const said of texts(report)) expect(said).not.toMatch(/\{|undefined|NaN/);
	expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});
