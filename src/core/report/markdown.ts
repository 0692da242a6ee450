// A paper → Markdown that can be pasted anywhere: what somebody typed stays text, whatever it looks like.
import type { Inline, Prose, ProseBlock } from '#core/instrument/prose.ts';
import { flowOf, type Step } from './flow.ts';
import type { Paper, TableBlock } from './report.ts';

/** CommonMark with GitHub's tables; pictures are left out, since their words are in it. Ends with a line break. */
export const markdownOf = (paper: Paper): string =>
	`${flowOf(paper)
		.map(ofStep)
		.filter((said) => said !== '')
		.join('\n\n')}\n`;

function ofStep(step: Step): string {
	switch (step.kind) {
		case 'title':
			return `${'#'.repeat(step.level)} ${oneLine(step.inline)}`;
		case 'prose':
			return ofProse(step.prose);
		case 'table':
			return ofTable(step.table);
		case 'picture':
			return '';
	}
}

export const ofProse = (prose: Prose): string => prose.map(ofBlock).join('\n\n');

function ofBlock(block: ProseBlock): string {
	switch (block.kind) {
		case 'paragraph':
			return inlines(block.inline);
		case 'heading':
			return `${'#'.repeat(block.level)} ${oneLine(block.inline)}`;
		case 'list':
			return listed(block.items, block.ordered);
		case 'quote':
			return ofProse(block.blocks)
				.split('\n')
				.map((line) => `> ${line}`.trimEnd())
				.join('\n');
		case 'code-block': {
			const fence = '`'.repeat(Math.max(3, longestRun(block.text) + 1));
			return `${fence}\n${block.text}\n${fence}`;
		}
		case 'rule':
			return '---';
		case 'table': {
			const rule = block.head.map((_, at) => RULES[block.align[at] ?? 'left']);
			return grid(
				block.head.map(oneLine),
				rule,
				block.rows.map((row) => row.map(oneLine))
			);
		}
	}
}

/** A second list right after a first would go on with it: each has the marks of its own kind, and stands by itself. */
const listed = (items: readonly Prose[], ordered: boolean): string =>
	items
		.map((item, at) => {
			const mark = ordered ? `${at + 1}. ` : '- ';
			return `${mark}${ofProse(item).replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`.replaceAll(/ +$/gm, '');
		})
		.join('\n');

const RULES = { left: '---', right: '---:', center: ':---:' } as const;

function ofTable({ caption, head, rows, numeric }: TableBlock): string {
	const rule = head.map((_, at) => RULES[numeric.includes(at) ? 'right' : 'left']);
	const cells = (row: readonly string[]): readonly string[] => head.map((_, at) => escaped(row[at] ?? ''));
	return `**${escaped(caption)}**\n\n${grid(cells(head), rule, rows.map(cells))}`;
}

const grid = (head: readonly string[], rule: readonly string[], rows: readonly (readonly string[])[]): string =>
	[head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const oneLine = (inline: readonly Inline[]): string => inlines(inline).replaceAll('\\\n', ' ').replaceAll('\n', ' ');

/** Whatever would begin a heading, a list or a quote at the start of a line does not. */
export const inlines = (inline: readonly Inline[]): string =>
	inline
		.map(ofInline)
		.join('')
		.trim()
		.split('\n')
		.map((line) => line.replace(/^([-+=]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`)))
		.map((line) => line.replace(/^(\d{1,9})([.)])/, '$1\\$2'))
		.join('\n');

function ofInline(node: Inline): string {
	switch (node.kind) {
		case 'text':
			return escaped(node.text);
		case 'strong':
			return wrapped('**', inner(node.inline));
		case 'emphasis':
			return wrapped('*', inner(node.inline));
		case 'code': {
			const fence = '`'.repeat(longestRun(node.text) + 1);
			return `${fence} ${node.text.replaceAll(/\s+/g, ' ')} ${fence}`;
		}
		case 'link':
			return `[${inner(node.inline)}](<${node.href.replaceAll(/[<>\\\s]/g, (sign) => encodeURIComponent(sign))}>)`;
		case 'break':
			return '\\\n';
		case 'placeholder':
			return '';
	}
}

const inner = (inline: readonly Inline[]): string => inline.map(ofInline).join('');

/** Emphasis holds only where no space stands inside its marks. */
function wrapped(mark: string, said: string): string {
	const [, before = '', middle = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(said) ?? [];
	return middle === '' ? said : `${before}${mark}${middle}${mark}${after}`;
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Signs that mean something get a backslash; so do the beginnings of addresses, which some readers make links of. */
const escaped = (text: string): string =>
	text
		.replaceAll(/[\p{Cc}\s]+/gu, ' ')
		.replaceAll(/[\\`*_[\]<>|~#@]/g, '\\$&')
		.replaceAll(/&(?=[#\w])/g, '\\&')
		.replaceAll(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&');
