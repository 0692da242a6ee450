// What else is told of peers: ties, other groups, a published edition, newer peers, and how others answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnswerBlock, Block, PanelBlock, Report, TableBlock } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { COUNTED_HERE } from '#core/standing/edition.ts';
import { cellOf, countedOf, editionOf, measureOf, peersOf, studyOf } from '../../support/edition.ts';
import { flagship, reportOf } from '../../support/flagship.ts';
import { composed } from '../../support/twice.ts';

const steady = readFileSync(join(import.meta.dirname, '../../journeys/steady-process.json'), 'utf8');
const { answers } = JSON.parse(steady) as { answers: Record<string, string> };
const here = { source: COUNTED_HERE };

type Wishes = Parameters<typeof reportOf>[1];
const report = (wishes: Wishes): Report => reportOf(steady, wishes);
const blocks = (of: Report, id?: string): readonly Block[] =>
	of.parts.flatMap((part) => (id === undefined || part.id === id ? part.blocks : []));
const panel = (of: Report, about: PanelBlock['about'] = 'company'): PanelBlock => {
	const found = blocks(of).find((block) => block.kind === 'panel' && block.about === about);
	if (found?.kind !== 'panel') throw new Error(`no picture of ${about}`);
	return found;
};
const tables = (of: Report, id?: string): readonly TableBlock[] =>
	blocks(of, id).flatMap((block) => (block.kind === 'table' ? [block] : []));
const answered = (of: Report): readonly AnswerBlock[] =>
	blocks(of).flatMap((block) => (block.kind === 'answer' ? [block] : []));
const tenths = panel(report({})).total.tenths ?? 0;

describe('ties', () => {
	const told = (same: number, others: number): string => {
		const edition = editionOf(flagship, [cellOf(flagship, {}, countedOf({ [tenths]: same, 100: others }))], here);
		return panel(report({ edition })).total.peers?.sentence ?? '';
	};

	test('are said behind the share that scored better, as a number from five companies on', () => {
		expect(told(12, 88)).toMatch(
			/^100% \(.*\): 0% of 100 peers scored better\. 12 peers have exactly the same score\.$/
		);
	});

	test('are no number where they are fewer', () => {
		expect(told(3, 37)).toMatch(/Fewer than five peers have exactly the same score\.$/);
		expect(told(1, 19)).toMatch(/Fewer than five peers have exactly the same score\.$/);
	});

	test('are not mentioned where they are rare', () => {
		expect(told(4, 96)).toMatch(/scored better\.$/);
	});
});

describe('the other groups', () => {
	const { industry = '', role = '' } = answers;
	const edition = editionOf(
		flagship,
		[
			cellOf(flagship, {}, measureOf(200)),
			cellOf(flagship, { industry }, measureOf(45)),
			cellOf(flagship, { role }, measureOf(14))
		],
		here
	);
	const whole = report({ edition });

	test('stand behind how sure this is, to be opened, each with members, standing and median', () => {
		const [table, ...more] = tables(whole, 'executive-summary');
		expect(more).toEqual([]);
		expect(table).toMatchObject({ folded: true, numeric: [1, 2, 3] });
		expect(table?.head).toHaveLength(4);
		expect(table?.rows).toEqual([
			[
				'all companies that answered',
				'200',
				expect.stringMatching(/^about \d+% \(\d+ to \d+%\)$|^\d+% \(\d+ to \d+%\)$/),
				'50'
			]
		]);
		const at = blocks(whole, 'executive-summary').findIndex((block) => block === table);
		expect(JSON.stringify(blocks(whole, 'executive-summary')[at - 1])).toContain('45 peers');
	});

	test('of the person stand in the personal part, and a copy for the company has none of them', () => {
		const [own] = tables(whole, 'personal-report');
		expect(own?.caption).toBe('How you stand in other groups of peers');
		expect(own?.rows[0]).toEqual([expect.stringContaining('people who'), '10', expect.stringMatching(/quarter$/)]);
		expect(own?.head).toHaveLength(3);
		const copy = report({ edition, scope: 'company' });
		expect(tables(copy, 'executive-summary')).toHaveLength(1);
		expect(textsOf(copy).join('\n')).not.toContain('How you stand');
	});

	test('are not there where there is only one', () => {
		expect(textsOf(report({ edition: peersOf(flagship, 90) })).join('\n')).not.toContain('in other groups');
	});
});

describe('a published edition', () => {
	const published = peersOf(flagship, 300);
	const small = peersOf(flagship, 6, { ...here, id: 'own', date: '2026-10-01' });

	test('takes the place of one that is too small, and says whose it is and of which day', () => {
		const told = report({ edition: small, published });
		expect(panel(told).total.peers?.sentence).toMatch(/^About .* of 300 published peers scored better\.$/);
		for (const about of ['company', 'personal'] as const) {
			expect(panel(told, about).peers).toMatch(/^Published peers: .* Source: the study of spring, 1 March 2026\./);
			expect(panel(told, about).peers).toContain('Too few have answered here yet');
			expect(panel(told, about).table.caption).toContain('the study of spring, 1 March 2026');
		}
		expect(told.edition).toBe('spring-2026');
		expect(textsOf(told).join('\n')).not.toMatch(/1 October 2026|opens at 10/);
	});

	test('changes no word where the other has groups', () => {
		const edition = peersOf(flagship, 60, here);
		expect(textsOf(report({ edition, published }))).toEqual(textsOf(report({ edition })));
	});

	test('serves the person alone where only people are too few, and no sentence speaks of both', () => {
		const { personal, ...measures } = cellOf(flagship, {}, measureOf(60)).measures;
		expect(personal).toBeDefined();
		const edition = editionOf(flagship, [{ dimensions: {}, measures }], { ...here, id: 'own', date: '2026-10-01' });
		const told = report({ edition, published });
		expect(panel(told).peers).toContain('1 October 2026');
		expect(panel(told, 'personal').peers).toContain('1 March 2026');
		const texts = textsOf(told);
		expect(texts.filter((text) => text.includes('1 October') && text.includes('1 March'))).toEqual([]);
		expect(texts.some((text) => text.startsWith('The company’s scores were compared'))).toBe(true);
		expect(texts.some((text) => text.startsWith('Your own scores were compared'))).toBe(true);
		const alone = report({ edition });
		expect(panel(alone, 'personal').peers).toContain('10 people from 5 other companies');
		expect(textsOf(report({ edition, published, scope: 'company' })).join('\n')).not.toContain('the study of spring');
	});
});

describe('newer peers', () => {
	const { industry = '' } = answers;
	const former = peersOf(flagship, 120, { ...here, id: 'a', date: '2026-05-01' });
	const edition = editionOf(
		flagship,
		[cellOf(flagship, { industry }, measureOf(40)), cellOf(flagship, {}, measureOf(180))],
		{ ...here, id: 'b', date: '2026-11-01' }
	);
	const moved = report({ edition, former });
	const changed = (of: Report) => tables(of).filter(({ caption }) => caption.includes('then and now'));

	test('are shown beside the former ones, for company and person', () => {
		const [company, person] = changed(moved);
		expect(company?.head).toEqual(['Edition of', '1 May 2026', '1 November 2026']);
		expect(company?.rows.map(([, then, now]) => [then, now])).toEqual([
			['all companies that answered', 'companies that work in manufacturing'],
			['120', '40'],
			[expect.stringMatching(/^\d+% \(/), expect.stringMatching(/^\d+% \(/)],
			['50', '50']
		]);
		expect(person?.rows[1]?.slice(1)).toEqual(['120', '180']);
		expect(changed(report({ edition, former, scope: 'company' }))).toHaveLength(1);
	});

	test('say when there was no comparison before', () => {
		const [company] = changed(report({ edition, former: peersOf(flagship, 6, { ...here, id: 'a' }) }));
		expect(company?.rows[0]?.[1]).toBe('too few for a comparison');
	});

	test('change nothing else, and without a former edition nothing at all', () => {
		const plain = report({ edition });
		const rest = textsOf(moved).filter((text) => !textsOf(plain).includes(text));
		expect(
			rest.every(
				(text) => changed(moved).some((table) => JSON.stringify(table).includes(text)) || /newer|newest/.test(text)
			)
		).toBe(true);
		expect(changed(plain)).toEqual([]);
	});
});

describe('how others answered', () => {
	const edition = peersOf(flagship, 200, here);
	const study = studyOf(flagship, { n: 80, median: 750, quartiles: [500, 750] });
	const told = report({ edition, study });

	test('stands at each answer with a score, with its own points', () => {
		const scored = answered(told).filter(({ verdict }) => verdict !== null);
		expect(scored.length).toBeGreaterThan(20);
		for (const { peers } of scored)
			expect(peers?.sentence).toMatch(
				/^[\d.]+ points\. (All companies|Everybody who answered): median 75, middle half 50 to 75\.$/
			);
		for (const { peers, verdict } of answered(told)) expect(peers === undefined).toBe(verdict === null);
		expect(textsOf(told).filter((text) => text.startsWith('Under each answer'))).toHaveLength(2);
	});

	test('says so where the middle half is of one score, and where all of it is invented', () => {
		const alike = studyOf(flagship, { n: 80, median: 500, quartiles: [500, 500] }, { demonstration: true });
		const found = report({ edition: { ...edition, demonstration: true }, study: alike });
		expect(answered(found)[0]?.peers?.sentence).toMatch(
			/Demonstration companies: median 50, as is the whole middle half\.$/
		);
		expect(found.cover.notice?.label).toBe('Demonstration peers');
	});

	test('is not told of a question that the study leaves out, nor by a study of another major', () => {
		const { qualification: _, ...questions } = study.questions;
		const less = report({ edition, study: { ...study, questions } });
		expect(answered(less).find(({ question }) => question === 'qualification')?.peers).toBeUndefined();
		const other = { ...study, instrument: { id: flagship.id, version: '99.0.0' } };
		expect(textsOf(report({ edition, study: other }))).toEqual(textsOf(report({ edition })));
	});

	test('moves the key areas only by their order, and each says where it counted', () => {
		const cards = (of: Report) => blocks(of).flatMap((block) => (block.kind === 'card' ? [block] : []));
		const far = studyOf(flagship, { n: 80, median: 1000, quartiles: [900, 1000] });
		const behind = composed(flagship, answers, { edition, study: far });
		for (const { verdict, because } of cards(behind))
			expect(because.lines.some((line) => line.startsWith('All companies: median 100.0'))).toBe(verdict !== 'keep');
		const low = studyOf(flagship, { n: 80, median: 0, quartiles: [0, 100] });
		for (const { verdict, because } of cards(composed(flagship, answers, { edition, study: low })))
			expect(because.lines.some((line) => line.includes('the lead moved it up'))).toBe(verdict === 'keep');
	});
});
