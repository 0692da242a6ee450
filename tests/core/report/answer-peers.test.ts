// How others answered a question, and whether their median moved an area: absent where too few are known, never made up.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnswerBlock, CardBlock, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { COUNTED_HERE } from '#core/standing/edition.ts';
import { studyOf as toldStudy } from '#core/study/study-telling.ts';
import type { ItemStudy, Study } from '#core/study/study.ts';
import { peersOf, studyOf } from '../../support/edition.ts';
import { flagship, reportOf } from '../../support/flagship.ts';
import { alike, answered, counted, studied } from '../../support/studied.ts';
import { composed } from '../../support/twice.ts';

const steady = readFileSync(join(import.meta.dirname, '../../journeys/steady-process.json'), 'utf8');
const { answers } = JSON.parse(steady) as { answers: Record<string, unknown> };
const edition = peersOf(flagship, 200, { source: COUNTED_HERE });
const item = (median: number, quartiles: ItemStudy['quartiles'] = [250, 1000]): ItemStudy => ({
	n: 80,
	median,
	quartiles
});
const report = (study: Study | null, scope: Report['scope'] = 'whole') => reportOf(steady, { edition, study, scope });
const blocks = (of: Report) => of.parts.flatMap((part) => part.blocks);
const answersIn = (of: Report): readonly AnswerBlock[] =>
	blocks(of).filter((block): block is AnswerBlock => block.kind === 'answer');
const to = (of: Report, question: string): AnswerBlock | undefined =>
	answersIn(of).find((each) => each.question === question);

describe('from how many companies on', () => {
	const companies = (count: number) =>
		Array.from({ length: count }, (_, at) => [answered(`p${at}`, { items: alike(250 * (at % 5), 'manager') })]);
	const about = { edition: 'e', date: '2026-02-01', demonstration: false };

	test.each([
		[0, false],
		[19, false],
		[20, true],
		[21, true]
	])('of %i: a median is told: %s', (count, isTold) => {
		const study = toldStudy(studied, counted(companies(count)), about);
		const told = composed(studied, { v1: '4', v2: '4', v3: '4', n1: '2', n2: '2', n3: '2' }, { study });
		const peers = answersIn(told).map((each) => each.peers);
		expect(peers.length).toBeGreaterThan(0);
		expect(peers.some((each) => each !== undefined)).toBe(isTold);
		expect(textsOf(told).some((text) => text.startsWith('Under each answer'))).toBe(isTold);
	});
});

describe('the sentence', () => {
	const of = (item: ItemStudy, more: Partial<Study> = {}) =>
		to(report(studyOf(flagship, item, more)), 'qualification')?.peers;

	test.each<[ItemStudy, string]>([
		[item(500), 'All companies: median 50, middle half 25 to 100.'],
		[item(505, [333, 667]), 'All companies: median 50.5, middle half 33.3 to 66.7.'],
		[item(750, [750, 750]), 'All companies: median 75, as is the whole middle half.'],
		[item(0, [0, 250]), 'All companies: median 0, middle half 0 to 25.']
	])('of %j', (found, sentence) => {
		const peers = of(found);
		expect(peers?.sentence).toBe(`${(peers?.tenths ?? NaN) / 10} points. ${sentence}`);
		expect(peers).toMatchObject({ median: found.median, quartiles: found.quartiles });
	});

	test('says of invented companies that they are', () => {
		expect(of(item(500), { demonstration: true })?.sentence).toContain('Demonstration companies: median 50');
	});

	test('of a question about the person speaks of people, and a copy for the company has none of it', () => {
		const study = studyOf(flagship, item(500));
		const personal = new Set(flagship.sections.filter(({ about }) => about === 'personal').map(({ id }) => id));
		const sectionOf = new Map(flagship.questions.map(({ id, section }) => [id, section]));
		const isPersonal = ({ question }: AnswerBlock): boolean => personal.has(sectionOf.get(question) ?? '');
		const own = answersIn(report(study)).filter(isPersonal);
		expect(own.length).toBeGreaterThan(3);
		for (const { peers } of own) if (peers !== undefined) expect(peers.sentence).toContain('Everybody who answered:');
		expect(own.filter(({ peers }) => peers !== undefined).length).toBeGreaterThan(3);
		const copy = report(study, 'company');
		expect(answersIn(copy).filter(isPersonal)).toEqual([]);
		expect(textsOf(copy).join('\n')).not.toContain('Everybody who answered:');
	});

	test('a name that every object has is no question of a study', () => {
		const none = studyOf(flagship, item(500), { questions: Object.create({ qualification: item(500) }) as never });
		expect(to(report(none), 'qualification')?.peers).toBeUndefined();
	});
});

describe('the note on how the pictures are read', () => {
	const notes = (study: Study | null) => textsOf(report(study)).filter((text) => text.startsWith('Under each answer'));

	test('stands before the company’s answers and before the person’s, of the day of the study', () => {
		const found = notes(studyOf(flagship, item(500), { date: '2026-02-03' }));
		expect(found).toHaveLength(2);
		for (const note of found) expect(note).toContain('as of 3 February 2026');
	});

	test('is there once where only one half has such answers, and not at all without', () => {
		const company = studyOf(flagship, item(500));
		const ofCompany = Object.fromEntries(
			Object.entries(company.questions).filter(([id]) =>
				flagship.sections.some(({ about, questions }) => about === 'company' && questions.includes(id))
			)
		);
		expect(notes({ ...company, questions: ofCompany })).toHaveLength(1);
		expect(notes({ ...company, questions: {} })).toEqual([]);
		expect(notes(null)).toEqual([]);
	});
});

describe('that the median of others moved an area', () => {
	const cards = (study: Study | null): readonly CardBlock[] =>
		blocks(composed(flagship, answers, { edition, study })).filter((block) => block.kind === 'card');
	const moved = (card: CardBlock): readonly string[] =>
		card.because.lines.filter((line) => line.includes('moved it up'));

	test('is said with both figures, where others are ahead of what is to change and behind what is to keep', () => {
		for (const median of [0, 1000]) {
			const all = cards(studyOf(flagship, item(median)));
			expect(all.length).toBeGreaterThan(3);
			for (const card of all) {
				const counts = (card.verdict === 'keep') === (median === 0);
				expect(moved(card)).toHaveLength(counts ? 1 : 0);
				if (counts)
					expect(moved(card)[0]).toMatch(median === 0 ? /median 0\.0.*the lead/ : /median 100\.0.*the distance/);
			}
		}
	});

	test('is not said without a study, nor of an area that it leaves out', () => {
		for (const study of [null, studyOf(flagship, item(1000), { areas: {} })])
			expect(cards(study).flatMap(moved)).toEqual([]);
	});

	test('of invented companies says so', () => {
		const lines = cards(studyOf(flagship, item(1000), { demonstration: true })).flatMap(moved);
		expect(lines.length).toBeGreaterThan(0);
		for (const line of lines) expect(line).toMatch(/^Demonstration companies: /);
	});
});
