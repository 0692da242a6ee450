// Every string of a report is found, once for each time that a reader sees it, and nothing else is.
import { describe, expect, test } from 'vitest';
import type { Block, Figure, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { sampleReport } from '../../support/sample-report.ts';

const withBlocks = (blocks: readonly Block[]): Report => ({
	...sampleReport,
	cover: { title: 'T', subtitle: '', byline: 'B', notice: null },
	parts: [{ id: 'method', title: 'P', blocks }]
});

const of = (block: Block): readonly string[] => textsOf(withBlocks([block])).slice(3);

const say = (text: string) => [{ kind: 'text', text }] as const;

/** What is data and not text: ids, kinds, numbers, links. */
const isMeta = new Set([
	'kind',
	'id',
	'about',
	'layout',
	'style',
	'verdict',
	'question',
	'href',
	'align',
	'tenths',
	'level',
	'ordered',
	'numeric'
]);

/** Every string below a value, but for what is data. */
function strings(value: unknown): readonly string[] {
	if (typeof value === 'string') return value === '' ? [] : [value];
	if (Array.isArray(value)) return value.flatMap(strings);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => (isMeta.has(key) ? [] : strings(inner)));
}

describe('the texts of a report', () => {
	test('open with the cover, and leave out what is empty', () => {
		expect(textsOf(withBlocks([]))).toEqual(['T', 'B', 'P']);
	});

	test('hold every letter of it, no less and no more', () => {
		const letters = (texts: readonly string[]) => [...texts.join('')].sort().join('');
		const { cover, parts } = sampleReport;
		// A figure without a score has nothing for "of 100" to follow.
		const silent = parts
			.flatMap(({ blocks }) => blocks)
			.flatMap((block) => (block.kind === 'panel' ? [block.total, ...block.figures] : []));
		const unsaid = silent.filter(({ shown }) => shown === null).map((figure) => figure.of);
		expect(letters([...textsOf(sampleReport), ...unsaid])).toBe(letters([...strings(cover), ...strings(parts)]));
	});

	test('join rich text to one string a paragraph', () => {
		const texts = of({
			kind: 'prose',
			style: 'plain',
			prose: [
				{
					kind: 'paragraph',
					inline: [...say('One '), { kind: 'strong', inline: say('two') }, { kind: 'break' }, ...say('three')]
				},
				{ kind: 'list', ordered: true, items: [[{ kind: 'paragraph', inline: say('four') }]] },
				{ kind: 'rule' }
			]
		});
		expect(texts).toEqual(['One two three', 'four']);
	});

	test('give the sentence of a figure without a score, and no "of 100"', () => {
		const figure: Figure = {
			id: 'a',
			label: 'A',
			shown: null,
			of: 'of 100',
			tenths: null,
			band: null,
			potential: null,
			mark: null,
			because: 'Too few.',
			peers: null
		};
		const table = { kind: 'table', caption: 'C', head: [], rows: [], numeric: [] } as const;
		const panel: Block = {
			kind: 'panel',
			about: 'company',
			label: 'L',
			headline: [],
			total: figure,
			layout: 'bars',
			figures: [],
			peers: '',
			description: 'D',
			table
		};
		expect(of(panel)).toEqual(['L', 'A', 'Too few.', 'D', 'C']);
	});

	test('pass over the label of a "because" that is empty', () => {
		const card: Block = {
			kind: 'card',
			verdict: 'keep',
			label: 'Keep',
			title: 'Area',
			heading: [],
			prose: [],
			because: { label: 'Why', lines: [] }
		};
		expect(of(card)).toEqual(['Keep', 'Area']);
	});

	test('come in reading order', () => {
		const answer: Block = {
			kind: 'answer',
			question: 'q',
			asked: say('Asked?'),
			given: 'Given.',
			peers: { sentence: 'Peers.', tenths: 250, median: 500, quartiles: [250, 750] },
			verdict: 'stop',
			label: 'Stop',
			heading: say('Heading'),
			prose: [{ kind: 'paragraph', inline: say('Body.') }]
		};
		expect(of(answer)).toEqual(['Stop', 'Asked?', 'Given.', 'Peers.', 'Heading', 'Body.']);
	});
});
