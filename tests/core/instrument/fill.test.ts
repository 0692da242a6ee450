// Placeholders become text, in every corner of a text and whatever stands for them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillInline, fillProse, pick, plain } from '#core/instrument/fill.ts';
import type { Facts } from '#core/instrument/holds.ts';
import type { Text } from '#core/instrument/instrument.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';

const slot = (name: string): Inline => ({ kind: 'placeholder', name });
const text = (words: string): Inline => ({ kind: 'text', text: words });

/** A text with a placeholder in every kind of node that can hold one. */
const everywhere: Prose = [
	{ kind: 'heading', level: 3, inline: [slot('x')] },
	{
		kind: 'paragraph',
		inline: [
			{ kind: 'strong', inline: [slot('x')] },
			{ kind: 'emphasis', inline: [{ kind: 'strong', inline: [slot('x')] }] },
			{ kind: 'link', href: 'https://example.org', inline: [slot('x')] },
			{ kind: 'break' },
			{ kind: 'code', text: 'x' }
		]
	},
	{ kind: 'list', ordered: true, items: [[{ kind: 'paragraph', inline: [slot('x')] }]] },
	{ kind: 'quote', blocks: [{ kind: 'paragraph', inline: [slot('x')] }] },
	{ kind: 'table', align: [null], head: [[slot('x')]], rows: [[[slot('x')]]] },
	{ kind: 'code-block', text: 'x' },
	{ kind: 'rule' }
];

describe('filling', () => {
	test('reaches every place that can hold a placeholder', () => {
		const filled = JSON.stringify(fillProse(everywhere, { x: 'seen' }));
		expect(filled.match(/"text":"seen"/g)).toHaveLength(8);
		expect(filled).not.toContain('placeholder');
	});

	test('leaves the text it was given as it was', () => {
		const before = structuredClone(everywhere);
		fillProse(everywhere, { x: 'seen' });
		expect(everywhere).toEqual(before);
	});

	test('a placeholder without a value becomes nothing, also one named like something that objects have', () => {
		expect(fillInline([text('a'), slot('x'), slot('constructor'), slot('toString')], {})).toEqual([
			text('a'),
			text(''),
			text(''),
			text('')
		]);
	});

	test.each([
		'<script>alert(1)</script>',
		'**bold**',
		'[a](javascript:alert(1))',
		'{{name}}',
		'</p>\n# Title',
		'`code`'
	])('%s stays a text', (hostile) => {
		expect(fillInline([slot('x')], { x: hostile })).toEqual([text(hostile)]);
	});

	test('whatever a value contains, it adds nothing but text', () => {
		const kinds = (value: unknown): string[] =>
			JSON.stringify(value, (key, part: unknown) => (key === 'text' || key === 'href' ? '' : part)).match(
				/"kind":"[^"]*"/g
			) ?? [];
		const expected = kinds(fillProse(everywhere, { x: 'plain' }));
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (x) => {
				expect(kinds(fillProse(everywhere, { x }))).toEqual(expected);
			})
		);
	});
});

test('plain gives the words alone', () => {
	const line: readonly Inline[] = [
		text('We '),
		{ kind: 'strong', inline: [text('never'), { kind: 'emphasis', inline: [text(' ever')] }] },
		{ kind: 'break' },
		{ kind: 'link', href: 'https://example.org', inline: [text('call')] },
		{ kind: 'code', text: ' back' },
		slot('answer')
	];
	expect(plain(line)).toBe('We never ever call back{{answer}}');
});

describe('picking', () => {
	const saying = (words: string, when: Text['when'] = null, placeholders: readonly string[] = []): Text => ({
		when,
		heading: [text(`About ${words}`)],
		body: [{ kind: 'paragraph', inline: [text(words), ...placeholders.map(slot)] }],
		placeholders
	});
	const isOwner = { kind: 'is', question: 'role', options: ['owner'] } as const;
	const facts = (role: string): Facts => ({ value: () => role });
	const said = (texts: readonly Text[], role: string, values: Record<string, string> = {}): string | null => {
		const picked = pick(texts, facts(role), values);
		const [block] = picked?.body ?? [];
		return block?.kind === 'paragraph' ? plain(block.inline) : null;
	};

	test('the first text whose condition holds', () => {
		const texts = [saying('for owners', isOwner), saying('for all')];
		expect(said(texts, 'owner')).toBe('for owners');
		expect(said(texts, 'maker')).toBe('for all');
	});

	test('not one whose placeholder is missing or empty', () => {
		const texts = [saying('named ', null, ['name']), saying('unnamed')];
		expect(said(texts, 'owner', { name: 'Ada' })).toBe('named Ada');
		expect(said(texts, 'owner', { name: '' })).toBe('unnamed');
		expect(said(texts, 'owner')).toBe('unnamed');
	});

	test('nothing where none fits', () => {
		expect(pick([saying('for owners', isOwner)], facts('maker'), {})).toBeNull();
		expect(pick([], facts('maker'), {})).toBeNull();
	});

	test('with its heading', () => {
		expect(pick([saying('this')], facts('owner'), {})?.heading).toEqual([text('About this')]);
	});
});
