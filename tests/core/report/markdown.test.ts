// What the Markdown of a paper says to whoever parses it, whatever was typed into it.
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes, Root, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import { markdownOf } from '#core/report/markdown.ts';
import { textsOf } from '#core/report/texts.ts';
import type { Block, Paper } from '#core/report/report.ts';
import { dotsPaper } from '../../support/dots-block.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { flagshipBrief } from '../brief/simulated.ts';

const parsed = (source: string): Root =>
	fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });

const paperOf = (...blocks: readonly Block[]): Paper => ({
	locale: 'en',
	cover: { title: 'Brief', subtitle: '', byline: '', notice: null },
	parts: [{ id: 'one', title: 'One', blocks }]
});

const said = (text: string): readonly Inline[] => [{ kind: 'text', text }];

const paragraph = (...inline: readonly Inline[]): Block => ({
	kind: 'prose',
	style: 'plain',
	prose: [{ kind: 'paragraph', inline }]
});

/** What stands after the two headings that every such paper has. */
const after = (...blocks: readonly Block[]): readonly RootContent[] =>
	parsed(markdownOf(paperOf(...blocks))).children.slice(2);

const textIn = (node: Nodes): string =>
	'value' in node
		? node.value
		: node.type === 'break'
			? ' '
			: 'children' in node
				? node.children.map((child) => textIn(child)).join('')
				: '';

const kindsIn = (node: Nodes): readonly string[] => [
	node.type,
	...('children' in node ? node.children.flatMap((child) => kindsIn(child)) : [])
];

const spaced = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();

/** Texts in which everything that means something comes up often. */
const typed = fc
	.array(
		fc.constantFrom(
			...['#', '-', '+', '*', '_', '`', '~', '>', '<', '[', ']', '(', ')', '!', '|', '=', '\\', '&', '.', ':', '/'],
			...['1.', '2)', ' ', '\n', '\t', '    ', '---', '===', '```', '<b>', '&amp;', '&#35;', '![x](y)', '[a]: b'],
			...['http://evil.test', 'www.evil.test', 'a@evil.test', 'word', 'Łódź', '\u0007', '{{company}}', '| - |']
		),
		{ minLength: 1, maxLength: 12 }
	)
	.map((parts) => parts.join(''))
	.filter((text) => spaced(text) !== '');

describe('what somebody typed', () => {
	test('is one paragraph of nothing but text', () => {
		fc.assert(
			fc.property(typed, (text) => {
				const found = after(paragraph(...said(text)));
				expect(found.flatMap(kindsIn)).toEqual(['paragraph', 'text']);
				expect(found.map(textIn)).toEqual([spaced(text)]);
			}),
			{ numRuns: 500 }
		);
	});

	test('stays in its cell of a table', () => {
		fc.assert(
			fc.property(typed, typed, (one, other) => {
				const table: Block = { kind: 'table', caption: 'Table', head: ['A', 'B'], rows: [[one, other]], numeric: [1] };
				const found = after(table).find(({ type }) => type === 'table');
				const cells = found?.type === 'table' ? found.children[1]?.children : [];
				expect(cells?.map(textIn)).toEqual([one, other].map(spaced));
				expect(cells?.flatMap(kindsIn).filter((kind) => !['tableCell', 'text'].includes(kind))).toEqual([]);
			})
		);
	});

	test('stays in its item of a list, and in a heading', () => {
		fc.assert(
			fc.property(typed, typed, (one, other) => {
				const list: Block = { kind: 'list', items: [{ text: said(one), detail: other }] };
				const heading: Block = { kind: 'heading', id: 'x', level: 2, text: one };
				const found = after(heading, list);
				expect(found.map(({ type }) => type)).toEqual(['heading', 'list']);
				expect(found.flatMap(kindsIn).filter((kind) => kind !== 'text')).toEqual([
					...['heading', 'list', 'listItem', 'paragraph', 'paragraph']
				]);
				expect(found.map(textIn)).toEqual([spaced(one), spaced(one) + spaced(other)]);
			})
		);
	});

	test('is no link for readers that look for addresses', () => {
		const source = markdownOf(paperOf(paragraph(...said('See http://evil.test or www.evil.test or a@evil.test'))));
		expect(source).not.toMatch(/http:\/\/|www\.|\w@/);
	});
});

describe('what an author wrote', () => {
	const prose = (...of: Prose): Block => ({ kind: 'prose', style: 'plain', prose: of });

	test('keeps its emphasis, code, links and breaks', () => {
		const [found] = after(
			paragraph(
				{ kind: 'strong', inline: said('First:') },
				...said(' then '),
				{ kind: 'emphasis', inline: said('so') },
				...said(' '),
				{ kind: 'code', text: 'a`b' },
				{ kind: 'break' },
				{ kind: 'link', href: 'https://example.org/a_(b)?c=<d>', inline: said('here') }
			)
		);
		expect(found && kindsIn(found)).toEqual([
			...['paragraph', 'strong', 'text', 'text', 'emphasis', 'text', 'text', 'inlineCode', 'break', 'link', 'text']
		]);
		const link = found?.type === 'paragraph' ? found.children.at(-1) : null;
		expect(link?.type === 'link' ? link.url : null).toBe('https://example.org/a_(b)?c=%3Cd%3E');
	});

	test('keeps lists in lists, quotes, code and tables', () => {
		const item = (text: string): Prose => [{ kind: 'paragraph', inline: said(text) }];
		const found = after(
			prose(
				{
					kind: 'list',
					ordered: true,
					items: [[...item('One'), { kind: 'list', ordered: false, items: [item('a'), item('b')] }], item('Two')]
				},
				{ kind: 'quote', blocks: [...item('Said'), ...item('Said again')] },
				{ kind: 'code-block', text: '```\n# not a heading\n```' },
				{ kind: 'table', align: ['left', 'right'], head: [said('A'), said('B')], rows: [[said('1|2'), said('3')]] }
			)
		);
		expect(found.map(({ type }) => type)).toEqual(['list', 'blockquote', 'code', 'table']);
		const [list, quote, code, table] = found;
		expect(list && kindsIn(list).filter((kind) => kind === 'list')).toHaveLength(2);
		expect(list?.type === 'list' && list.ordered).toBe(true);
		expect(quote && kindsIn(quote).filter((kind) => kind === 'paragraph')).toHaveLength(2);
		expect(code && textIn(code)).toBe('```\n# not a heading\n```');
		expect(table?.type === 'table' && table.align).toEqual([null, 'right']);
		expect(table?.type === 'table' && table.children.map((row) => row.children.map(textIn))).toEqual([
			['A', 'B'],
			['1|2', '3']
		]);
	});

	test('loses the lines to write on, which are none on a screen', () => {
		expect(after(prose({ kind: 'rule' }, { kind: 'rule' }))).toEqual([]);
	});
});

describe.each([
	['a report', sampleReport],
	['dots', dotsPaper],
	['a brief of one', flagshipBrief('one')],
	['a brief of several', flagshipBrief('several')],
	['an anonymous brief', flagshipBrief('anonymous')]
] as const)('the Markdown of %s', (_, paper: Paper) => {
	const root = parsed(markdownOf(paper));
	const whole = spaced(root.children.map(textIn).join(' '));
	const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

	test('says whatever the paper says, but for what tells how a picture is read', () => {
		const drawn = new Set(
			paper.parts.flatMap(({ blocks }) =>
				blocks.flatMap((block) => {
					if (block.kind === 'velocity') return tableTexts(block.table);
					if (block.kind !== 'panel') return [];
					const legends = [block.total, ...block.figures].map(({ peers }) => peers?.legend ?? '');
					const label = block.headline.length > 0 ? [block.label] : [];
					return [block.description, ...legends, ...label, ...tableTexts(block.table)];
				})
			)
		);
		const missing = textsOf(paper).filter(
			(text) => !drawn.has(text) && !squeezed(whole).includes(squeezed(text)) && squeezed(text) !== ''
		);
		expect(missing).toEqual([]);
	});

	test('has the title at the top, and a heading for every part', () => {
		const headings = root.children.flatMap((node) => (node.type === 'heading' ? [node] : []));
		expect(headings.filter(({ depth }) => depth === 1).map(textIn)).toEqual([paper.cover.title]);
		expect(headings.filter(({ depth }) => depth === 2).map(textIn)).toEqual(paper.parts.map(({ title }) => title));
	});

	test('holds no markup of another language', () => {
		expect(kindsIn(root)).not.toContain('html');
		expect(kindsIn(root)).not.toContain('definition');
	});
});

const tableTexts = (table: Extract<Block, { kind: 'table' }>): readonly string[] => [
	table.caption,
	...table.head,
	...table.rows.flat()
];
