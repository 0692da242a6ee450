// "How this was worked out": whoever follows the printed table arrives at the printed index.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report, TableBlock } from '#core/report/report.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { flagship, reportOf } from '../../support/flagship.ts';

const journey = (name: string): Record<string, unknown> =>
	(
		JSON.parse(readFileSync(join(import.meta.dirname, `../../journeys/${name}.json`), 'utf8')) as {
			answers: Record<string, unknown>;
		}
	).answers;

const tables = (report: Report): readonly TableBlock[] =>
	(report.parts.find(({ id }) => id === 'method')?.blocks ?? []).filter(
		(block): block is TableBlock => block.kind === 'table'
	);

/** The table of questions, answers and weights whose columns are these indices. */
const weights = (report: Report, title: string): TableBlock | undefined =>
	tables(report).find(({ head }) => head.length > 3 && head.includes(title));

/** A column of the printed table worked out with nothing but the printed figures; null where nothing counted. */
function follow(table: TableBlock, title: string): number | null {
	const column = table.head.indexOf(title);
	const counted = table.rows
		.map((row) => ({
			tenths: Math.round(Number(row[2]) * 10),
			weight: Number(row[column] || 0),
			scored: row[2] !== ''
		}))
		.filter(({ weight, scored }) => weight > 0 && scored);
	const sum = counted.reduce((total, { tenths, weight }) => total + tenths * weight, 0);
	const weight = counted.reduce((total, each) => total + each.weight, 0);
	return weight === 0 ? null : rdiv(sum, weight);
}

const figures = (report: Report) =>
	report.parts[0]?.blocks.flatMap((block) => (block.kind === 'panel' ? [block.total, ...block.figures] : [])) ?? [];

describe('whoever follows the table arrives at the index', () => {
	const check = (report: Report): void => {
		for (const { id, label, tenths } of figures(report)) {
			if (tenths === null || flagship.indices.find((index) => index.id === id)?.of) continue;
			const table = weights(report, label);
			expect(table, label).toBeDefined();
			if (table !== undefined) expect(follow(table, label), label).toBe(tenths);
		}
	};

	test.each(['steady-process', 'notorious-discounter'])('%s', (name) => {
		const report = reportOf(JSON.stringify({ answers: journey(name) }));
		expect(figures(report).filter(({ tenths }) => tenths !== null).length).toBeGreaterThanOrEqual(5);
		check(report);
	});

	test('whatever was answered on the scales', () => {
		const scales = flagship.questions.filter(({ type }) => type === 'scale');
		const given = fc.record(
			Object.fromEntries(
				scales.map((question) => {
					const spoken = [...(question.unsure ? ['ns'] : []), ...(question.notApplicable ? ['na'] : [])];
					return [question.id, fc.constantFrom(...question.options.map(({ id }) => id), ...spoken)] as const;
				})
			),
			{ requiredKeys: scales.map(({ id }) => id) }
		);
		fc.assert(
			fc.property(given, (answers) =>
				check(reportOf(JSON.stringify({ answers: { ...journey('steady-process'), ...answers } })))
			),
			{ numRuns: 30 }
		);
	});
});

describe('the method part', () => {
	const report = reportOf(JSON.stringify({ answers: journey('steady-process') }));

	test('prints the cuts of the bands from the content', () => {
		const bands = tables(report).find(({ rows }) => rows.some(([label]) => label === 'World class'));
		expect(bands?.rows).toEqual(flagship.bands['company']?.map(({ label, from }) => [label, String(from)]));
	});

	test('prints each weight as the content has it', () => {
		const table = weights(report, 'Win Rate Index');
		const asked = flagship.questions.filter(({ feeds }) => (feeds['win-rate'] ?? 0) > 0);
		const column = table?.head.indexOf('Win Rate Index') ?? 0;
		const printed = table?.rows.map((row) => Number(row[column] || 0)).filter((weight) => weight > 0) ?? [];
		expect(printed).toEqual(asked.map(({ feeds }) => feeds['win-rate']));
		expect(printed.reduce((sum, weight) => sum + weight, 0)).toBe(51);
	});

	test('leaves the person’s questions out of a company copy', () => {
		const copy = reportOf(JSON.stringify({ answers: journey('steady-process') }), { scope: 'company' });
		expect(weights(copy, 'Approach')).toBeUndefined();
		expect(weights(copy, 'Value Index')).toBeDefined();
	});

	test('names version, content and revision', () => {
		const text = JSON.stringify(report.parts.at(-1)?.blocks);
		expect(text).toContain(`version ${flagship.version}`);
		expect(text).toContain(flagship.hash.slice(0, 16));
	});
});
