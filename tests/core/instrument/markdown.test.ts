// Markdown as the prose that it becomes.
import { describe, expect, test } from 'vitest';
import { Ledger } from '#core/instrument/ledger.ts';
import { readPage } from '#core/instrument/page.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import { readBody } from '#core/instrument/text-parts.ts';

function prose(markdown: string): Prose {
	const ledger = new Ledger();
	const page = readPage({ path: 'x.md', text: markdown }, ledger);
	const body = page ? readBody(page) : [];
	expect(ledger.problems).toEqual([]);
	return body;
}

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...inline: Inline[]): Prose[number] => ({ kind: 'paragraph', inline });

describe('blocks', () => {
	test.each<[string, string, Prose]>([
		['paragraphs', 'One.\n\nTwo.', [paragraph(text('One.')), paragraph(text('Two.'))]],
		['lines of one paragraph', 'One\n  two\nthree.', [paragraph(text('One two three.'))]],
		[
			'headings',
			'### A\n#### B',
			[
				{ kind: 'heading', level: 3, inline: [text('A')] },
				{ kind: 'heading', level: 4, inline: [text('B')] }
			]
		],
		['a list', '- a\n- b', [{ kind: 'list', ordered: false, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }]],
		[
			'a numbered list',
			'1. a\n2. b',
			[{ kind: 'list', ordered: true, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }]
		],
		[
			'a list in a list',
			'- a\n  - b',
			[
				{
					kind: 'list',
					ordered: false,
					items: [[paragraph(text('a')), { kind: 'list', ordered: false, items: [[paragraph(text('b'))]] }]]
				}
			]
		],
		['a quotation', '> a\n> b', [{ kind: 'quote', blocks: [paragraph(text('a b'))] }]],
		['a block of code', '```js\na {b}\n```', [{ kind: 'code-block', text: 'a {b}' }]],
		['a rule', 'a\n\n***', [paragraph(text('a')), { kind: 'rule' }]],
		['nothing', '', []]
	])('%s', (_what, markdown, expected) => {
		expect(prose(markdown)).toEqual(expected);
	});

	test('a table, whose rows are as long as its head', () => {
		expect(prose('| a | *b* |\n|:--|:-:|\n| 1 |\n| 2 | 3 | 4 |')).toEqual([
			{
				kind: 'table',
				align: ['left', 'center'],
				head: [[text('a')], [{ kind: 'emphasis', inline: [text('b')] }]],
				rows: [
					[[text('1')], []],
					[[text('2')], [text('3')]]
				]
			}
		]);
	});
});

describe('lines', () => {
	test.each<[string, string, readonly Inline[]]>([
		['emphasis', 'a *b* c', [text('a '), { kind: 'emphasis', inline: [text('b')] }, text(' c')]],
		['strong', '**a**', [{ kind: 'strong', inline: [text('a')] }]],
		['both', '***a***', [{ kind: 'emphasis', inline: [{ kind: 'strong', inline: [text('a')] }] }]],
		['code', '`a < b`', [{ kind: 'code', text: 'a < b' }]],
		['a link', '[a](https://b.c)', [{ kind: 'link', href: 'https://b.c', inline: [text('a')] }]],
		[
			'an address',
			'<mail@example.org>',
			[{ kind: 'link', href: 'mailto:mail@example.org', inline: [text('mail@example.org')] }]
		],
		['a hard break', 'a\\\nb', [text('a'), { kind: 'break' }, text('b')]],
		['two spaces at the end of a line', 'a  \nb', [text('a'), { kind: 'break' }, text('b')]],
		['an entity', 'a &amp; &lt;b&gt;', [text('a & <b>')]],
		['an escaped star', '\\*a\\*', [text('*a*')]],
		['a single tilde, since only tables are added', '~~a~~', [text('~~a~~')]],
		['a bare address is no link', 'https://b.c', [text('https://b.c')]]
	])('%s', (_what, markdown, expected) => {
		expect(prose(markdown)).toEqual([paragraph(...expected)]);
	});

	test.each<[string, readonly Inline[]]>([
		['You {{answer}}.', [text('You '), { kind: 'placeholder', name: 'answer' }, text('.')]],
		[
			'{{a}}{{b}}',
			[
				{ kind: 'placeholder', name: 'a' },
				{ kind: 'placeholder', name: 'b' }
			]
		],
		['{{ index.win-rate }}', [{ kind: 'placeholder', name: 'index.win-rate' }]],
		['*{{answer}}*', [{ kind: 'emphasis', inline: [{ kind: 'placeholder', name: 'answer' }] }]],
		['[{{a}}](https://b.c)', [{ kind: 'link', href: 'https://b.c', inline: [{ kind: 'placeholder', name: 'a' }] }]],
		['`{ braces } in code`', [{ kind: 'code', text: '{ braces } in code' }]]
	])('placeholders in %s', (markdown, expected) => {
		expect(prose(markdown)).toEqual([paragraph(...expected)]);
	});

	test('a placeholder knows its line, below others in the same paragraph', () => {
		const ledger = new Ledger();
		const page = readPage({ path: 'x.md', text: '---\na: 1\n---\nOne {{a}}\ntwo {{b}} and\nthree {{c}}' }, ledger);
		const [block] = page ? readBody(page) : [];
		const lines =
			block?.kind === 'paragraph'
				? block.inline.filter(({ kind }) => kind === 'placeholder').map((node) => ledger.where(node))
				: [];
		expect(lines).toEqual(['x.md:4', 'x.md:5', 'x.md:6']);
	});
});
