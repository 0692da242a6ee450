// What an author may write: changes of the small good instrument after which nothing is wrong with it.
import { describe, expect, test } from 'vitest';
import { linesAfter, type Edit } from './tiny.ts';

const CALLS = '20-reach/10-many-calls.md';
const CHECKED = '30-craft/10-checked.md';
const PATTERN = 'patterns/second-look.md';
const HEAD = 'instrument.md';
const HELP = 'Only people who never bought from you before.';

/** A text for a narrowed Keep, long enough and said nowhere else. */
const KEEP = `Nothing here has gone wrong for a long while, which makes people careless in a friendly way. Somebody will soon
propose to skip the step that keeps it so. Listen, ask what it would save, and then let the youngest person in the room
decide whether that is worth it.`;

const narrowed = (braces: string, text = KEEP): Edit => [
	CHECKED,
	'## Keep {',
	`## Keep {${braces}}\n${text}\n\n## Keep {`
];

describe('conditions', () => {
	test.each([
		'role=owner',
		'role=owner|maker',
		'role=owner, many-calls=agree|strongly-agree',
		'many-calls=ns',
		'many-calls=na',
		'channels=web, channels=fairs',
		'reply-days<3',
		'reply-days>=0.5, reply-days<10',
		'checked=agree',
		'index.craft<55',
		'index.company>=70, index.reach<40',
		'area.calls>=62.5',
		'verdict.rushed=stop|change'
	])('a text may be narrowed by {%s}', (braces) => {
		expect(linesAfter([narrowed(braces)])).toEqual([]);
	});

	test.each([
		'{ not: { role: owner } }',
		'{ role: { not: [owner, apprentice] } }',
		'{ answered: many-calls }',
		'{ many-calls: na }',
		'{ reply-days: { from: 1, below: 5 } }',
		'{ any: [ { role: owner }, { all: [ { channels: web }, { not: { channels: fairs } } ] } ] }',
		'{ role: owner, channels: [web, fairs] }'
	])('a question may be asked only when %s', (when) => {
		expect(linesAfter([['30-craft/30-method.md', 'area: making', `area: making\nwhen: ${when}`]])).toEqual([]);
	});

	test.each([
		'{ index: { company: { from: 70 } } }',
		'{ index: { craft: { from: 70 }, reach: { below: 40 } } }',
		'{ area: { calls: { below: 30.5 } } }',
		'{ all: [ { verdict: { checked: keep } }, { verdict: { rushed: [change, stop] } } ] }',
		'{ all: [ { index: { personal: { from: 70 } } }, { role: maker } ] }'
	])('a pattern may be found when %s', (when) => {
		expect(linesAfter([[PATTERN, /when: .*/, `when: ${when}`]])).toEqual([]);
	});
});

describe('texts', () => {
	test.each([
		['a link', 'in [red](https://example.org/a?b=c#d)'],
		['an address', 'in <mail@example.org>'],
		['emphasis', 'in *red*, **red** and ***red***'],
		['code', 'in `red`'],
		['characters of other languages', 'in Łódź ≥ 5 “red” – 赤'],
		['an entity', 'in R&amp;D'],
		['an escaped star', 'in 5\\*'],
		['a hard break', 'in\\\nred']
	])('may hold %s', (_what, words) => {
		expect(linesAfter([[CALLS, 'in red', words]])).toEqual([]);
	});

	test.each([
		['a list', '- Only people\n- who never bought'],
		['a numbered list', '1. Only people\n2. who never bought'],
		['a table', '| new | old |\n|:---|---:|\n| yes | no |'],
		['a quotation', '> Only people'],
		['a heading', '### Who counts\n\nOnly people'],
		['a rule', 'Only people\n\n***\n\nwho never bought'],
		['a block of code', '```\nonly people\n```'],
		['nothing', '']
	])('help may be %s', (_what, markdown) => {
		expect(linesAfter([[CALLS, HELP, markdown]])).toEqual([]);
	});

	test.each(['{{answer}}', '{{question}}', '{{company}}'])('a plain text of a question may use %s', (placeholder) => {
		expect(linesAfter([[CALLS, 'You {{answer}}, which', `You ${placeholder}, which`]])).toEqual([]);
	});

	test.each([
		...[
			'{{name}}',
			'{{index.reach}}',
			'{{index.company}}',
			'{{band.company}}',
			'{{answer.role}}',
			'{{answer.one-thing}}'
		],
		...[
			'{{velocity.number}}',
			'{{velocity.value}}',
			'{{velocity.win-rate}}',
			'{{velocity.cycle}}',
			'{{velocity.day}}',
			'{{velocity.all}}'
		]
	])('a narrowed text may use %s, since the plain one takes its place', (placeholder) => {
		expect(linesAfter([narrowed('role=owner', KEEP.replace('Somebody', placeholder))])).toEqual([]);
	});

	test('a narrowed text whose placeholder may be empty covers no later one', () => {
		const first = narrowed('rushed=agree|strongly-agree|neither', KEEP.replace('Somebody', '{{name}}'));
		expect(linesAfter([first])).toEqual([]);
	});

	test('a headline may speak of the company and its indices', () => {
		const line = 'People come to {{company}}, {{index.reach}} of 100, and the work holds.';
		expect(linesAfter([['headlines.md', 'People come, the work holds, and you may be choosy.', line]])).toEqual([]);
	});

	test('a short sentence may stand in two texts', () => {
		const twice = 'Nobody likes to count.';
		const edits: readonly Edit[] = [
			narrowed('role=owner', `${KEEP} ${twice}`),
			[PATTERN, 'You say that each', `${twice} You say that each`]
		];
		expect(linesAfter(edits)).toEqual([]);
	});

	test('an area needs no text for a stopped question', () => {
		expect(linesAfter([['areas/calls.md', /## But[^]*?(?=## Move)/, '']])).toEqual([]);
	});
});

describe('questions', () => {
	test.each<[string, readonly Edit[]]>([
		[
			'a weight of 0 is a pilot, and needs no texts',
			[['30-craft/40-pilot.md', '---\nscale: agreement\nfeeds: { craft: 0 }\n---\n# We would do it again.\n']]
		],
		['a choice may take its options from a scale', [[CALLS, 'scale: agreement', 'type: choice\nscale: agreement']]],
		['a scale may have options of its own', [['30-craft/30-method.md', 'type: choice', 'type: scale']]],
		[
			'"don\'t know" may be called otherwise',
			[[CALLS, 'scale: agreement', 'scale: agreement\nunsure: { label: Nobody counts }']]
		],
		[
			'an option id may look like a number in quotes',
			[
				['10-about-you/10-role.md', 'id: owner', 'id: "50"'],
				[HEAD, 'role: [owner]', 'role: ["50"]'],
				['areas/making.md', '{role=owner}', '{role=50}']
			]
		],
		['two opposites name each other', [[CHECKED, 'opposite: rushed', 'opposite: rushed\nresult: true']]],
		['one area as the only one that matters', [['40-importance/10-calls-matter.md', '[calls]', 'calls']]],
		['negative numbers', [['60-your-workshop/60-order-days.md', 'min: 1', 'min: -5']]],
		[
			'a context question without any use',
			[['60-your-workshop/130-more.md', '---\ntype: text\n---\n# Anything else?\n']]
		],
		['a question may be required', [[CALLS, 'area: calls', 'area: calls\nrequired: true']]]
	])('%s', (_what, edits) => {
		expect(linesAfter(edits)).toEqual([]);
	});
});

describe('the head', () => {
	test.each<[string, readonly Edit[]]>([
		['needs no velocity', [[HEAD, /velocity: .*\n/, '']]],
		['needs no outcome and no hypotheses', [[HEAD, /outcome: .*\nhypotheses: .*\n/, '']]],
		[
			'needs no peers and no groups',
			[
				[HEAD, /peers: .*\n/, ''],
				[HEAD, /personal-peers: .*\n/, ''],
				[HEAD, /groups: .*\n/, '']
			]
		],
		['may hold comments', [[HEAD, 'minutes: 3', '# about\nminutes: 3 # or four']]],
		['may have no introduction', [[HEAD, /A workshop lives[^]*/, '']]],
		['may name one option instead of a list', [[HEAD, 'yes: [yes]', 'yes: yes']]]
	])('%s', (_what, edits) => {
		expect(linesAfter(edits)).toEqual([]);
	});
});
