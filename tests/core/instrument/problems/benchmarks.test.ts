// Mistakes in what others published, each with every line that is said about it; and what a good file comes to.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lockOf } from '#core/instrument/release.ts';
import { parseContent } from '#core/instrument/content.ts';
import { parseInstrument } from '#core/instrument/parse.ts';
import { compiled, edited, linesAfter, tiny } from '../tiny.ts';

const FILE = 'benchmarks/study.yaml';

/** An example: nobody was asked. */
const GOOD = `# A study.
id: study-2026
source: Example Institute, State of Workshops
url: https://example.org/workshops
date: 2026-03-01
population: 40 workshops in no country
version: 1.2.0
measures:
  company:
    n: 40
    median: 61.5
    quartiles: [48, 72]
    bins:
      - { from: 0, to: 40, count: 8 }
      - { from: 40, to: 65, count: 16 }
      - { from: 70, to: 100, count: 16 }
  personal: { n: 60, companies: 30, median: 50, quartiles: [25, 75], bins: [{ from: 0, to: 100, count: 60 }] }
`;

const saying = (find: string | RegExp, replacement: string): string => {
	if (GOOD.search(find) < 0) throw new Error(`nothing like ${String(find)}`);
	return GOOD.replace(find, replacement);
};

const mistakes: readonly (readonly [mistake: string, text: string, says: readonly string[]])[] = [
	['none', GOOD, []],
	['no version: it is of the one that is there', saying(/version: .*\n/, ''), []],
	[
		'keys that are missing',
		'id: study\n',
		['source', 'url', 'date', 'population']
			.map((key) => expect.stringContaining(`1: missing-key: expected the key "${key}"`) as string)
			.concat(expect.stringContaining('the key "measures"') as string)
	],
	[
		'an unknown key',
		saying('date:', 'day: 2026\ndate:'),
		[
			'tiny/benchmarks/study.yaml:5: unknown-key: expected one of the keys id, source, url, date, population, version, measures, found "day". Correct the key or take it out.'
		]
	],
	[
		'a day that is none',
		saying('2026-03-01', '2026-02-30'),
		[
			'tiny/benchmarks/study.yaml:5: wrong-date: expected a day such as 2026-03-31, found "2026-02-30". Write year, month and day.'
		]
	],
	[
		'an address that nobody can open',
		saying('https://example.org/workshops', 'javascript:alert(1)'),
		[
			'tiny/benchmarks/study.yaml:4: wrong-url: expected an address that begins with https:// or http://, found "javascript:alert(1)". Copy it from the source.'
		]
	],
	[
		'an index that there is not',
		saying('  personal:', '  persnal:'),
		[
			'tiny/benchmarks/study.yaml:17: benchmark-index: expected one of the indices reach, craft, company, habits, personal, found "persnal". Correct the name or take it out.'
		]
	],
	[
		'too few members',
		saying('    n: 40', '    n: 29'),
		[
			'tiny/benchmarks/study.yaml:10: wrong-value: expected a whole number of 30 or more, below which no distribution is told, found 29. Take the measure out.'
		]
	],
	[
		'one quartile',
		saying('[48, 72]', '[48]'),
		[
			'tiny/benchmarks/study.yaml:12: wrong-value: expected the lower and the upper quartile, such as [48, 72], found a list of 1. Write both.'
		]
	],
	[
		'a bin with an odd edge',
		saying('to: 40', 'to: 42'),
		[
			'tiny/benchmarks/study.yaml:14: wrong-value: expected a whole number from 0 to 100 in steps of 5, found 42. Change the number.'
		]
	],
	[
		'bins that overlap',
		saying('from: 40', 'from: 35'),
		[
			'tiny/benchmarks/study.yaml:13: benchmark-figures: expected bins from left to right, found bins that overlap or run back. Check the figures against their source.'
		]
	],
	[
		'counts that are not all',
		saying('to: 40, count: 8', 'to: 40, count: 7'),
		[
			'tiny/benchmarks/study.yaml:13: benchmark-figures: expected counts that add up to 40, found 39. Check the figures against their source.'
		]
	],
	[
		'a median outside of its quartiles',
		saying('61.5', '80'),
		[
			'tiny/benchmarks/study.yaml:12: benchmark-figures: expected a median between the quartiles, found one outside of them. Check the figures against their source.'
		]
	],
	[
		'a median that the bins exclude',
		saying('61.5', '70.5'),
		[
			'tiny/benchmarks/study.yaml:11: benchmark-figures: expected a median in the bin that holds the middle, found one in another. Check the figures against their source.'
		]
	],
	[
		'more companies than people',
		saying('companies: 30', 'companies: 61'),
		[
			'tiny/benchmarks/study.yaml:17: benchmark-figures: expected at most 60 companies, found 61. Check the figures against their source.'
		]
	],
	[
		'without the index by which groups are chosen',
		saying('  company:\n', '  craft:\n'),
		[
			'warning tiny/benchmarks/study.yaml:8: benchmark-without-total: expected a measure of "company", by which the peer group is chosen, found none, so that no company is compared with it. Add it if the source has it.'
		]
	],
	[
		'one of another major version',
		saying('1.2.0', '2.0.0'),
		[
			'warning tiny/benchmarks/study.yaml:7: benchmark-outdated: expected a benchmark of version 1, whose scores alone compare, found one of 2.0.0, which is passed over. Take it out, or score it anew.'
		]
	]
];

describe('a benchmark of others', () => {
	test.each(mistakes)('%s', (_mistake, text, says) => {
		expect(linesAfter([[FILE, text]])).toEqual(says);
	});

	test('a second file with the same id, and one that is no benchmark', () => {
		expect(
			linesAfter([
				[FILE, GOOD],
				['benchmarks/table.csv', 'n\n'],
				['benchmarks/study-again.yaml', GOOD]
			])
		).toEqual([
			'tiny/benchmarks/study.yaml:2: benchmark-twice: expected an id of its own, found "study-2026" for the second time. Give the newer one a new id.',
			'tiny/benchmarks/table.csv:1: not-a-benchmark: expected benchmarks such as study-2026.yaml, found "benchmarks/table.csv". Rename the file or take it out.'
		]);
	});

	test("the example of the author's guide is a good one, and says that it is an example", () => {
		const guide = readFileSync('content/README.md', 'utf8');
		const [, example = ''] = /```yaml\n(# An example [^]*?)```/.exec(guide) ?? [];
		expect(example).toContain('nobody was asked');
		expect(linesAfter([[FILE, example]])).toEqual([]);
	});

	test('is read in tenths, and is no part of the instrument', () => {
		const { instrument, benchmarks } = parseInstrument('tiny', edited([[FILE, GOOD]]));
		expect(benchmarks[0]).toMatchObject({
			id: 'study-2026',
			date: '2026-03-01',
			version: '1.2.0',
			measures: {
				company: {
					n: 40,
					companies: 40,
					median: 615,
					quartiles: [480, 720],
					bins: [
						{ from: 0, to: 400, count: 8 },
						{ from: 400, to: 650, count: 16 },
						{ from: 700, to: 1000, count: 16 }
					]
				},
				personal: { n: 60, companies: 30 }
			}
		});
		expect(instrument).toEqual(compiled());
		expect(instrument && lockOf(instrument)).toBe(lockOf(compiled()));
	});

	test('stands beside its instrument, unless that has an error', () => {
		const inside = (files: typeof tiny) => files.map(({ path, text }) => ({ path: `tiny/${path}`, text }));
		const all = parseContent(inside(edited([[FILE, GOOD]]))).benchmarks;
		expect([...all].map(([id, each]) => [id, each.length])).toEqual([['tiny', 1]]);
		expect(parseContent(inside(tiny)).benchmarks.size).toBe(0);
		const broken = edited([
			[FILE, GOOD],
			['instrument.md', 'minutes: 3', 'minutes: three']
		]);
		expect(parseContent(inside(broken)).benchmarks.size).toBe(0);
	});
});
