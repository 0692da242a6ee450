// The tables of peers in a report: the other groups that may be told, and former and newer peers side by side.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report, TableBlock } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { COUNTED_HERE, type Edition, type Measure } from '#core/standing/edition.ts';
import { cellOf, editionOf, measureOf, peersOf } from '../../support/edition.ts';
import { flagship, reportOf } from '../../support/flagship.ts';

const steady = readFileSync(join(import.meta.dirname, '../../journeys/steady-process.json'), 'utf8');
const { answers } = JSON.parse(steady) as { answers: Record<string, string> };
const { industry = '', 'company-size': size = '', role = '' } = answers;
const here = { source: COUNTED_HERE };
type Wishes = Parameters<typeof reportOf>[1];
const report = (wishes: Wishes): Report => reportOf(steady, wishes);
const tables = (of: Report, caption: RegExp): readonly TableBlock[] =>
	of.parts.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.kind === 'table' && caption.test(block.caption) ? [block] : []))
	);

type Groups = readonly (readonly [dimensions: Record<string, string>, n: number, more?: Partial<Measure>])[];
const counted = (groups: Groups, more: Partial<Edition> = here): Edition =>
	editionOf(
		flagship,
		groups.map(([dimensions, n, measure]) => cellOf(flagship, dimensions, measureOf(n, measure))),
		more
	);

const [WORK, SIZE] = ['work in manufacturing', 'are 201 to 1000 people'];

describe('the other groups of a company', () => {
	const others = (groups: Groups, more?: Partial<Edition>) =>
		tables(report({ edition: counted(groups, more) }), /^How your company stands in other groups/);
	const members = (groups: Groups) => others(groups)[0]?.rows.map(([group, n]) => [group, n]) ?? [];

	test.each<[string, Groups, string[][]]>([
		['only everybody', [[{}, 200]], []],
		[
			'a closer one that is told, and everybody',
			[
				[{ industry }, 45],
				[{}, 200]
			],
			[['all companies that answered', '200']]
		],
		[
			'three, from narrow to wide',
			[
				[{ industry, 'company-size': size }, 24],
				[{ industry }, 48],
				[{ 'company-size': size }, 66],
				[{}, 203]
			],
			[
				[`companies that ${WORK}`, '45'],
				[`companies that ${SIZE}`, '65'],
				['all companies that answered', '200']
			]
		],
		[
			'one of nine is not told',
			[
				[{ industry }, 45],
				[{ 'company-size': size }, 9],
				[{}, 200]
			],
			[['all companies that answered', '200']]
		],
		[
			'one of which a company holds over a quarter is not told',
			[
				[{ industry }, 45],
				[{ 'company-size': size }, 20, { maxOrg: 6 }],
				[{}, 200]
			],
			[['all companies that answered', '200']]
		],
		[
			'one of four companies is not told',
			[
				[{ industry }, 45],
				[{}, 200, { orgs: 4 }]
			],
			[]
		],
		[
			'groups of other answers are not the reader’s',
			[
				[{ industry: 'software-it' }, 90],
				[{}, 200]
			],
			[]
		]
	])('%s', (_, groups, expected) => expect(members(groups)).toEqual(expected));

	test('of ten to nineteen say the quarter and no median beside those that do', () => {
		const [table] = others([
			[{ industry }, 45],
			[{ 'company-size': size }, 14],
			[{}, 200]
		]);
		expect(table?.head).toEqual(['Peer group', 'Peers', 'Same score or lower', 'Median']);
		expect(table?.rows[0]).toEqual([`companies that ${SIZE}`, '10', expect.stringMatching(/ quarter$/), '']);
		expect(table?.rows[1]).toEqual([
			'all companies that answered',
			'200',
			expect.stringMatching(/^\d+% \(\d+ to \d+%\)$/),
			'50'
		]);
	});

	test('of which none gives a percentage have no column of medians', () => {
		const [table] = others([
			[{ industry }, 45],
			[{ 'company-size': size }, 14]
		]);
		expect([table?.head.length, table?.numeric]).toEqual([3, [1]]);
	});

	test('of invented peers are called so', () => {
		const [table] = others(
			[
				[{ industry }, 45],
				[{}, 200]
			],
			{ ...here, demonstration: true }
		);
		expect(table?.caption).toBe('How your company stands in other groups of demonstration peers');
	});

	test('of a published edition say where they come from, and that they are about right', () => {
		const [table] = others(
			[
				[{ industry }, 45],
				[{ 'company-size': size }, 14],
				[{}, 200]
			],
			{}
		);
		expect(table?.caption).toBe(
			'How your company stands in other groups of published peers (the study of spring, 1 March 2026)'
		);
		for (const [, , standing] of table?.rows ?? []) expect(standing).toMatch(/^about /);
	});

	test('all fold away, and every row is as long as the head', () => {
		const found = others([
			[{ industry }, 45],
			[{ 'company-size': size }, 14],
			[{}, 200]
		]);
		expect(found).toHaveLength(1);
		for (const { folded, head, rows } of found) {
			expect(folded).toBe(true);
			for (const row of rows) expect(row).toHaveLength(head.length);
		}
	});
});

describe('the other groups of a person', () => {
	const edition = counted([
		[{ role, industry }, 22],
		[{ role }, 40],
		[{}, 200]
	]);
	const own = (scope: Report['scope']) => tables(report({ edition, scope }), /^How you stand/);

	test('stand in the report, and in a copy for the company not even by name', () => {
		expect(own('whole').map(({ rows }) => rows.map(([, n]) => n))).toEqual([['40', '200']]);
		expect(own('company')).toEqual([]);
		expect(textsOf(report({ edition, scope: 'company' })).join('\n')).not.toMatch(
			/How you stand|everybody who answered/
		);
	});
});

describe('then and now', () => {
	const then = (n: number, more: Partial<Edition> = {}): Edition =>
		peersOf(flagship, n, { ...here, id: 'then', date: '2026-05-01', ...more });
	const now = (n: number, more: Partial<Edition> = {}): Edition =>
		peersOf(flagship, n, { ...here, id: 'now', date: '2026-11-01', ...more });
	const changed = (wishes: Wishes) => tables(report(wishes), /, then and now$/);
	const rows = (former: Edition, edition: Edition) =>
		Object.fromEntries(
			(changed({ former, edition })[0]?.rows ?? []).map(([label = '', was, is]) => [label, [was, is]])
		);

	test.each<[number, number, Record<string, unknown>]>([
		[6, 6, {}],
		[
			6,
			40,
			{
				'Peer group': ['too few for a comparison', 'all companies that answered'],
				Peers: ['', '40'],
				Median: ['', '50']
			}
		],
		[14, 40, { Peers: ['10', '40'], Median: ['', '50'] }],
		[14, 17, { Peers: ['10', '15'] }],
		[120, 181, { Peers: ['120', '180'], Median: ['50', '50'] }]
	])('%i and %i', (was, is, expected) => {
		const found = rows(then(was), now(is));
		expect(found).toMatchObject(expected);
		expect(Object.keys(found).includes('Median')).toBe('Median' in expected);
		for (const cells of Object.values(found)) expect(cells.join('')).not.toBe('');
	});

	test('a median that moved stands in both columns', () => {
		const higher = editionOf(flagship, [cellOf(flagship, {}, measureOf(200, { median: 625 }))], {
			...here,
			id: 'now',
			date: '2026-11-01'
		});
		expect(rows(then(120), higher)['Median']).toEqual(['50', '63']);
	});

	test('the lead names both days, once', () => {
		const lead = textsOf(report({ former: then(120), edition: now(200) })).filter((text) =>
			text.startsWith('You asked for')
		);
		expect(lead).toHaveLength(1);
		expect(lead[0]).toContain('the edition of 1 November 2026 instead of that of 1 May 2026');
	});

	test('the person’s table is not in the company’s copy', () => {
		const wishes = { former: then(120), edition: now(200) };
		expect(changed(wishes).map(({ caption }) => caption)).toEqual([
			'Your company among peers, then and now',
			'You among peers, then and now'
		]);
		expect(changed({ ...wishes, scope: 'company' })).toHaveLength(1);
	});

	test('nothing of it is said where there is no former edition, or it is of another instrument', () => {
		const other = then(120, { instrument: { id: 'other', version: '1.0.0' } });
		for (const wishes of [{ edition: now(200) }, { edition: now(200), former: other }])
			expect(textsOf(report(wishes)).join('\n')).not.toMatch(/then and now|newer peers/);
	});
});
