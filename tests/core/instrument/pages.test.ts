// Where things stand in a file: lines of front matter, parts of the Markdown, files of a folder, order of problems.
import { describe, expect, test } from 'vitest';
import { readFolder } from '#core/instrument/folder.ts';
import { byFile, Ledger, type Keys } from '#core/instrument/ledger.ts';
import { readPage } from '#core/instrument/page.ts';
import { wrong } from '#core/instrument/wrong.ts';
import { readYaml } from '#core/instrument/yaml.ts';

const YAML = `title: A
scales:
  agreement:
    options:
      - { id: a, label: A }
      - id: b
        label: >
          B
          and more
feeds: { value: 2,
  number: 3 }
empty:
when:
  any:
    - role: seller
`;

describe('lines of front matter', () => {
	const front = readYaml(YAML, 'x.md', 2, new Ledger());

	test.each<[Keys, number]>([
		[[], 2],
		[['title'], 2],
		[['scales'], 3],
		[['scales', 'agreement'], 4],
		[['scales', 'agreement', 'options', 0, 'label'], 6],
		[['scales', 'agreement', 'options', 1], 7],
		[['scales', 'agreement', 'options', 1, 'id'], 7],
		[['feeds', 'value'], 11],
		[['feeds', 'number'], 12],
		[['empty'], 13],
		[['when', 'any', 0, 'role'], 16],
		// What is not there stands where the last thing on the way to it does.
		[['scales', 'agreement', 'options', 0, 'phrase'], 6],
		[['scales', 'share', 'options'], 3],
		[['nothing'], 2]
	])('%j is on line %i', (keys, line) => {
		expect(front?.line(keys)).toBe(line);
	});

	test('a key that is one too many is found by itself', () => {
		expect(front?.lineOfKey(['feeds', 'number'])).toBe(12);
		expect(front?.lineOfKey(['scales', 'agreement', 'options', 1, 'label'])).toBe(8);
	});

	test.each<[string, unknown]>([
		['yes', 'yes'],
		['no', 'no'],
		['on', 'on'],
		['true', true],
		['50', 50],
		['"50"', '50'],
		['1-10', '1-10'],
		['0-1', '0-1'],
		['1.0', 1],
		['1.0.0', '1.0.0'],
		['~', null],
		['', null],
		["Don't know", "Don't know"],
		['2026-11-22', '2026-11-22'],
		['12:30', '12:30'],
		['0x10', 16]
	])('the value %s', (written, value) => {
		expect(readYaml(`key: ${written}`, 'x.md', 2, new Ledger())?.data).toEqual({ key: value });
	});
});

describe('parts of a page', () => {
	const page = readPage(
		{
			path: 'x.md',
			text: '---\na: 1\n---\n# Title *here*\n\nBody.\n\n## Keep {a=b}\n### Head\nOne.\n\n## Stop\nTwo.\n'
		},
		new Ledger()
	);

	test('a title, a body, and what stands under each heading', () => {
		expect(page?.front.data).toEqual({ a: 1 });
		expect(page?.title?.where).toBe('x.md:4');
		expect(page?.body).toHaveLength(1);
		expect(page?.parts.map(({ heading, where, nodes }) => [heading, where, nodes.length])).toEqual([
			['Keep {a=b}', 'x.md:8', 2],
			['Stop', 'x.md:12', 1]
		]);
	});

	test('a page without front matter', () => {
		const bare = readPage({ path: 'x.md', text: '# Title\n\n---\n\nBody.' }, new Ledger());
		expect(bare?.front.data).toEqual({});
		expect(bare?.body).toHaveLength(2);
	});

	test('a page with empty front matter', () => {
		const empty = readPage({ path: 'x.md', text: '---\n---\n# Title' }, new Ledger());
		expect(empty?.front.data).toEqual({});
		expect(empty?.title?.where).toBe('x.md:3');
	});

	test('an empty file', () => {
		const none = readPage({ path: 'x.md', text: '' }, new Ledger());
		expect(none).toMatchObject({ title: null, body: [], parts: [] });
	});
});

test('a folder knows which file is what, in the order of their numbers', () => {
	const paths = [
		...[
			'areas/b.md',
			'100-last/section.md',
			'20-first/100-c.md',
			'20-first/20-b.md',
			'indices/x.md',
			'instrument.md',
			'20-first/10-a.md'
		],
		...[
			'20-first/section.md',
			'patterns/p.md',
			'areas/a.md',
			'headlines.md',
			'100-last/10-d.md',
			'de/20-first/10-a.md',
			'fr-CH/x.md'
		]
	];
	const ledger = new Ledger();
	const folder = readFolder(
		paths.map((path) => ({ path, text: '' })),
		ledger
	);
	expect(ledger.problems).toEqual([]);
	expect(
		folder.sections.map(({ id, path, questions }) => [id, path, questions.map((question) => question.id)])
	).toEqual([
		['first', '20-first', ['a', 'b', 'c']],
		['last', '100-last', ['d']]
	]);
	expect(folder.areas.map(({ id }) => id)).toEqual(['a', 'b']);
	expect(folder.indices.map(({ id }) => id)).toEqual(['x']);
	expect(folder.patterns.map(({ id }) => id)).toEqual(['p']);
	expect([folder.head?.path, folder.headlines?.path]).toEqual(['instrument.md', 'headlines.md']);
});

describe('problems', () => {
	const what = (found: string) => wrong('some-code', 'this', found, 'Do that.');

	test('stand by file, then line', () => {
		const ledger = new Ledger();
		for (const where of [
			'100-b/10-a.md:1',
			'20-a/section.md:10',
			'20-a/section.md:9',
			'20-a/100-z.md:3',
			'20-a/20-y.md:3',
			'instrument.md:2'
		])
			ledger.error(where, what('x'));
		expect(ledger.problems.map(({ where }) => where)).toEqual([
			'instrument.md:2',
			'20-a/section.md:9',
			'20-a/section.md:10',
			'20-a/20-y.md:3',
			'20-a/100-z.md:3',
			'100-b/10-a.md:1'
		]);
	});

	test('are told once', () => {
		const ledger = new Ledger();
		for (const found of ['x', 'x', 'y']) ledger.warning('a.md:1', what(found));
		expect(ledger.problems.map(({ found }) => found)).toEqual(['x', 'y']);
		expect(ledger.failed).toBe(false);
		ledger.error('a.md:1', what('z'));
		expect(ledger.failed).toBe(true);
	});

	test('a shorter path stands before what is in it', () => {
		expect(['a/b', 'a', 'a/b/c'].toSorted(byFile)).toEqual(['a', 'a/b', 'a/b/c']);
	});
});
