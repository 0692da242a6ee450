// All figures of the page of a study: none is of too few, and each is the same in chart, table, sentence and data.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from '#core/benchmark/contribution.ts';
import { dataOf, type Datum } from '#core/report/study-page/data.ts';
import { chartsOf, studyPage, toldOf } from '#core/report/study-page/page.ts';
import type { ChartBlock } from '#core/report/report.ts';
import { studied } from '../../../support/studied.ts';
import { rowsOf } from './small.ts';
import { worldOf, type World } from './world.ts';

const dataIn = ({ source }: World): readonly Datum[] => {
	const told = toldOf(source);
	return told === null ? [] : dataOf(told);
};
const chartsIn = ({ source }: World): readonly ChartBlock[] => chartsOf(studyPage(source));
const some = (most: number) => fc.record({ seed: fc.nat({ max: 1e6 }), size: fc.nat({ max: most }) });
const everyWorld = (most: number, holds: (world: World) => void): void =>
	fc.assert(
		fc.property(some(most), ({ seed, size }) => holds(worldOf(seed, size))),
		{ numRuns: 40 }
	);
const large = worldOf(7, 400);

/** Members of a group such as `industry=a`, by hand: how many, and of how many companies. */
function membersOf({ companies }: World, index: string, group: string): { n: number; companies: number } {
	const [question = '', option = ''] = group === 'all' ? [] : group.split('=');
	const held = companies.map((people) => {
		const share = shareOf(studied, people);
		const all = index === 'me' ? share.people : share.company === null ? [] : [share.company];
		return all.filter(
			({ dimensions, tenths }) => tenths[index] !== undefined && (group === 'all' || dimensions[question] === option)
		).length;
	});
	return { n: held.reduce((sum, each) => sum + each, 0), companies: held.filter((each) => each > 0).length };
}

describe('no figure is of too few', () => {
	test('an index or a group is told of twenty members and five companies, by whoever counts them again', () => {
		everyWorld(60, (world) => {
			for (const { kind, measure, group, n } of dataIn(world)) {
				if (kind !== 'index') continue;
				const real = membersOf(world, measure, group);
				expect(real.n).toBeGreaterThanOrEqual(20);
				expect(real.companies).toBeGreaterThanOrEqual(5);
				expect(n).toBe(real.n - (real.n % 5));
			}
		});
	});

	test('columns are of thirty, each of five; tails are of fifty', () => {
		everyWorld(80, (world) => {
			for (const { kind, measure, statistic, value } of dataIn(world)) {
				if (kind !== 'index') continue;
				const { n } = membersOf(world, measure, 'all');
				if (/^p\d/.test(statistic)) expect(n).toBeGreaterThanOrEqual(50);
				if (!statistic.startsWith('share_')) continue;
				expect(n).toBeGreaterThanOrEqual(30);
				// Rounded to a hundredth, from five of n on.
				expect(value).toBeGreaterThanOrEqual(Math.round(500 / n));
			}
		});
	});

	test('areas are of twenty companies, options of five, findings of thirty on each side, reliability of a hundred', () => {
		everyWorld(200, (world) => {
			for (const { kind, group, statistic, value, n } of dataIn(world)) {
				if (kind === 'area') expect(n).toBeGreaterThanOrEqual(20);
				if (kind === 'composition' && group !== 'all') expect(value === 0 || value >= 5).toBe(true);
				if (kind === 'finding') expect(n).toBeGreaterThanOrEqual(/: with/.test(group) ? 30 : 60);
				if (kind === 'reliability') expect(n).toBeGreaterThanOrEqual(statistic.startsWith('icc') ? 30 : 100);
			}
		});
	});

	test('every number of members is a multiple of five, and none of those that there are is above', () => {
		everyWorld(200, (world) => {
			const people = world.companies.flat().length;
			for (const { n, kind, statistic, value } of dataIn(world)) {
				const counts = kind === 'composition' ? [value, n ?? 0] : [n ?? 0];
				for (const each of counts) expect([each % 5, each <= people, statistic]).toEqual([0, true, statistic]);
			}
		});
	});

	test('below twenty companies there is no figure but of people', () => {
		everyWorld(19, (world) => {
			const figures = dataIn(world).filter(({ kind, measure }) => kind !== 'composition' && measure !== 'me');
			expect(figures.filter(({ kind }) => kind !== 'reliability')).toEqual([]);
		});
	});

	test('with four hundred all of it is told: nobody is protected by telling nothing', () => {
		expect(new Set(dataIn(large).map(({ kind }) => kind))).toEqual(
			new Set(['composition', 'index', 'area', 'finding', 'reliability'])
		);
		expect(chartsIn(large).map(({ id }) => id)).toEqual(
			expect.arrayContaining([
				'company',
				'company-parts',
				'by-industry',
				'areas',
				'me',
				'people-by-role',
				'who-industry'
			])
		);
	});
});

describe('a figure is the same wherever it stands', () => {
	const half = (value: number): string => String(Math.floor(value + 0.5));

	test('in the drawing, the table, the sentence and the data of an index', () => {
		everyWorld(120, (world) => {
			const data = dataIn(world);
			for (const { id, drawn, table, says } of chartsIn(world)) {
				if (drawn.shape !== 'distribution') continue;
				const of = new Map(
					data.flatMap(({ kind, measure, group, statistic, value }) =>
						kind === 'index' && measure === id && group === 'all' ? [[statistic, value]] : []
					)
				);
				const values = new Map(table.rows.map(([figure = '', value = '']) => [figure, value]));
				expect([of.get('median'), of.get('lower_quartile'), of.get('upper_quartile')]).toEqual(
					[drawn.median, ...drawn.quartiles].map((tenths) => tenths / 10)
				);
				expect(values.get('Median')).toBe(half(drawn.median / 10));
				expect(says).toContain(half(drawn.median / 10));
				const [lower, upper] = drawn.quartiles.map((tenths) => half(tenths / 10));
				if (lower !== upper) expect(says).toContain(`between ${lower} and ${upper}`);
				expect(drawn.tails?.map((tenths) => tenths / 10)).toEqual(
					of.has('p10') ? [of.get('p10'), of.get('p90')] : undefined
				);
				for (const { from, to } of drawn.bins ?? [])
					expect(values.get(`Score ${half(from / 10)} to ${half(to / 10)}`)).toBe(
						`${of.get(`share_${from / 10}_to_${to / 10}`)}%`
					);
			}
		});
	});

	test('in the rows of groups and areas', () => {
		everyWorld(200, (world) => {
			const data = dataIn(world);
			const median = (kind: Datum['kind'], measure: string, group: string): number =>
				data.find(
					(each) =>
						each.kind === kind && each.measure === measure && each.group === group && each.statistic === 'median'
				)?.value ?? NaN;
			for (const chart of chartsIn(world)) {
				const question = /^(?:people-)?by-(.*)$/.exec(chart.id)?.[1];
				if (question === undefined && chart.id !== 'areas') continue;
				const lead = chart.id.startsWith('people') ? 'me' : 'company';
				for (const [at, { label, shown, mark }] of rowsOf(chart).entries()) {
					const value =
						question === undefined ? median('area', label, 'all') : median('index', lead, `${question}=${label}`);
					expect(mark).toMatchObject({ kind: 'middle', median: 10 * value });
					expect(shown).toBe(half(value));
					expect(chart.table.rows[at]?.slice(0, 2)).toEqual([label, shown]);
				}
			}
		});
	});

	test('of a finding', () => {
		const findings = chartsIn(large).filter(({ id }) => id.startsWith('finding-'));
		expect(findings.length).toBeGreaterThan(0);
		for (const chart of findings) {
			const about = dataIn(large).filter(
				({ measure, kind }) => kind === 'finding' && `finding-${measure}` === chart.id
			);
			const value = (statistic: string, group = 'reached') =>
				about.find((each) => each.statistic === statistic && each.group === group)?.value ?? NaN;
			const [exposed, others] = [value('percent', 'reached: with'), value('percent', 'reached: without')];
			expect(rowsOf(chart).map(({ shown }) => shown)).toEqual([`${exposed}%`, `${others}%`]);
			expect(chart.says).toContain(`: ${exposed}% against ${others}% of those`);
			expect(chart.legend).toContain(`${value('relative_likelihood').toFixed(2)} times as likely`);
			expect(value('low_95')).toBeLessThan(value('relative_likelihood'));
			expect(value('high_95')).toBeGreaterThan(value('relative_likelihood'));
		}
	});

	test('and stands in the data once', () => {
		const names = dataIn(large).map(({ kind, measure, group, statistic }) => [kind, measure, group, statistic].join());
		expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
	});
});

test('what is withheld stands nowhere: a group that is not told has no row in any chart or in the data', () => {
	everyWorld(120, (world) => {
		const withheld = ['a', 'b', 'c'].filter((option) => membersOf(world, 'company', `industry=${option}`).n < 20);
		const chart = chartsIn(world).find(({ id }) => id === 'by-industry');
		for (const option of withheld) {
			expect((chart === undefined ? [] : rowsOf(chart)).map(({ label }) => label)).not.toContain(option);
			expect(dataIn(world).filter(({ kind, group }) => kind === 'index' && group === `industry=${option}`)).toEqual([]);
		}
	});
});
