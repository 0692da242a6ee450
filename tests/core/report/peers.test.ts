// What a reader is told of the peers: how many scored better, who they are, of which day; and when nothing can be told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Figure, PanelBlock, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { cellOf, editionOf, measureOf, peersOf } from '../../support/edition.ts';
import { flagship, reportOf } from '../../support/flagship.ts';

const steady = readFileSync(join(import.meta.dirname, '../../journeys/steady-process.json'), 'utf8');

type Wishes = Parameters<typeof reportOf>[1];
const report = (wishes: Wishes): Report => reportOf(steady, wishes);
const compared = (n: number, more: Wishes = {}): Report => report({ edition: peersOf(flagship, n), ...more });
const invented = peersOf(flagship, 200, { demonstration: true });

const panels = (of: Report): readonly PanelBlock[] =>
	of.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'panel' ? [block] : [])));
const company = (of: Report): PanelBlock => {
	const found = panels(of).find(({ about }) => about === 'company');
	if (found === undefined) throw new Error('no picture of the company');
	return found;
};
const figures = (of: Report): readonly Figure[] => panels(of).flatMap(({ total, figures }) => [total, ...figures]);

describe('without an edition', () => {
	const alone = report({});

	test('nothing is compared, and the page says when it will be', () => {
		expect(figures(alone).every(({ peers }) => peers === null)).toBe(true);
		expect(alone.edition).toBeNull();
		expect(alone.cover.notice).toBeNull();
		expect(company(alone).peers).toContain('opens at 10 companies');
		expect(company(alone).table.head).toHaveLength(3);
	});

	test('an edition that is too small, or of another instrument, changes no word', () => {
		expect(textsOf(compared(9))).toEqual(textsOf(alone));
		const other = peersOf(flagship, 300, { instrument: { id: 'other', version: '1.0.0' } });
		expect(textsOf(report({ edition: other }))).toEqual(textsOf(alone));
	});
});

describe('among twenty or more', () => {
	const told = compared(313);
	const { total } = company(told);

	test('the reader learns how many scored better, of how many, and how sure that is', () => {
		const [, relative, low, high, better] =
			/^About (\d+)% \((\d+) to (\d+)%\): (\d+)% of 310 published peers scored better\.$/.exec(
				total.peers?.sentence ?? ''
			) ?? [];
		expect(Number(relative) + Number(better)).toBe(100);
		expect(Number(low)).toBeLessThanOrEqual(Number(relative));
		expect(Number(high)).toBeGreaterThanOrEqual(Number(relative));
	});

	test('who they are, and of which day', () => {
		expect(company(told).peers).toContain('all companies that answered');
		expect(company(told).peers).toContain('1 March 2026');
		expect(panels(told).find(({ about }) => about === 'personal')?.peers).toContain('everybody who answered');
		expect(told.edition).toBe('spring-2026');
	});

	test('every figure has the median, and only the whole has the strip and its legend', () => {
		for (const { peers } of figures(told)) expect(peers?.median).toBe(500);
		expect(total.peers).toMatchObject({ quartiles: [250, 750] });
		expect(total.peers?.legend).toMatch(/median, 50\. .* 25 to 75\./);
		expect(total.peers?.bins?.reduce((sum, { count }) => sum + count, 0)).toBe(313);
		for (const { peers } of company(told).figures)
			expect(peers).toMatchObject({ sentence: null, legend: null, quartiles: null, bins: null });
	});

	test('the same stands in the words and in the table of the picture', () => {
		const { table, description } = company(told);
		expect(table.head).toHaveLength(4);
		expect(table.numeric).toEqual([1, 3]);
		expect(table.rows.map((row) => row[3])).toEqual(Array(5).fill(expect.stringMatching(/^50 \(\d+\)$/)));
		expect(description).toContain('50, 50, 50, 50 and 50');
	});

	test('how sure it is and how it was worked out name the peers and the edition', () => {
		const texts = textsOf(told);
		expect(
			texts.filter((text) =>
				text.includes('310 published peers: all companies that answered (the study of spring, 1 March 2026)')
			)
		).toHaveLength(1);
		expect(texts.some((text) => text.includes('the study of spring'))).toBe(true);
		expect(texts.some((text) => text.endsWith('benchmark edition spring-2026.'))).toBe(true);
		expect(texts.join('\n')).not.toMatch(/demonstration peers|is a demonstration|no benchmark edition|opens at 10/);
	});
});

describe('the group', () => {
	const { industry, 'company-size': size } = (JSON.parse(steady) as { answers: Record<string, string> }).answers;

	test('is said in the words of the answers', () => {
		const edition = editionOf(flagship, [
			cellOf(flagship, { industry: industry ?? '', 'company-size': size ?? '' }, measureOf(40))
		]);
		expect(company(report({ edition })).peers).toMatch(
			/companies that work in manufacturing and are 201 to 1000 people\. Source: the study of spring, .* Closer groups are still too small\.$/
		);
	});

	test('that is wider than it might be says so, and names the one that was too small', () => {
		const texts = textsOf(compared(300)).filter((text) => text.includes('The closest group'));
		expect(texts).toHaveLength(1);
		expect(texts[0]).toContain(
			'companies that work in manufacturing, are 201 to 1000 people and sell mostly in Europe and Central Asia'
		);
	});

	test('whose options have no phrase is named by the answer', () => {
		const bare = flagship.questions.map((question) =>
			question.id === 'industry'
				? { ...question, options: question.options.map((option) => ({ ...option, phrase: option.label })) }
				: question
		);
		const edition = editionOf(flagship, [cellOf(flagship, { industry: industry ?? '' }, measureOf(40))]);
		const found = report({ edition, instrument: { ...flagship, questions: bare } });
		expect(company(found).peers).toContain('companies that answered “Manufacturing”');
	});
});

describe('below twenty', () => {
	const told = compared(17);

	test('only the quarter is told, and no distribution, median or share', () => {
		const { sentence, ...known } = company(told).total.peers ?? {};
		expect(sentence).toMatch(/^About the (top|second|third|bottom) quarter of 15 published peers; .* from 20\.$/);
		expect(known).toEqual({ legend: null, median: null, quartiles: null, bins: null });
		for (const { peers } of company(told).figures) expect(peers).toBeNull();
		for (const row of company(told).table.rows) expect(row[3]).toMatch(/^(top|second|third|bottom) quarter$/);
		expect(company(told).table.head[3]).toBe('Among peers');
		expect(company(told).description).not.toContain('edian');
	});
});

describe('invented peers', () => {
	test('are called a demonstration in every sentence that speaks of them, and before everything else', () => {
		const told = report({ edition: invented });
		expect(told.cover.notice?.label).toBe('Demonstration peers');
		for (const panel of panels(told)) {
			expect(panel.total.peers?.sentence).toContain('demonstration peers');
			expect(panel.peers).toMatch(/^Demonstration peers/);
			expect(panel.description).toContain('demonstration peers');
			expect(panel.table.caption).toContain('demonstration');
		}
		const plainly = textsOf(told).filter((text) => /\d+ peers|edition is a demonstration/.test(text));
		expect(plainly).toHaveLength(1);
	});

	test('of an invented respondent make a sample report', () => {
		const { notice } = report({ edition: invented, sample: true }).cover;
		expect(notice?.label).toBe('Sample report');
		expect(notice?.text).toMatch(/every answer .* invented.* demonstration/s);
	});

	test('are not mentioned where nothing was compared', () => {
		expect(report({ edition: peersOf(flagship, 5, { demonstration: true }) }).cover.notice).toBeNull();
	});
});

describe('a company copy', () => {
	test('names its peers, and says nothing of the person’s', () => {
		const copy = compared(300, { scope: 'company' });
		expect(copy.edition).toBe('spring-2026');
		expect(textsOf(copy).join('\n')).not.toContain('everybody who answered');
	});
});

test('the same input gives the same report to the byte', () => {
	expect(JSON.stringify(compared(300))).toBe(JSON.stringify(compared(300)));
	expect(JSON.parse(JSON.stringify(compared(300)))).toEqual(compared(300));
});
