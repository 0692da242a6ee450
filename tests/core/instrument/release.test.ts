// One thing changed in the small good instrument → whether scores move by it, or only what is read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoringHash, textsHash } from '#core/instrument/fingerprint.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { lockOf, releaseProblems } from '#core/instrument/release.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import type { Scores } from '#core/scores/scores.ts';
import { scoresOf } from '../../support/answers.ts';
import { compiled, edited, tiny, type Edit } from './tiny.ts';

const released = compiled();
const lock = lockOf(released);
const verdict = (edits: readonly Edit[], locked: string | null = lock): readonly string[] =>
	releaseProblems(compiled(edited(edits)), locked).map(({ level, code }) => `${level} ${code}`);

const textOf = (path: string): string => tiny.find((file) => file.path === path)?.text ?? '';

/** Two lines that change places. */
const swapped = (path: string, lines: RegExp): Edit => [path, textOf(path).replace(lines, '$2$1')];

/** A question more, which counts nowhere. */
function pilot(find = '', replacement = ''): Edit {
	const options = '  - { id: a, label: A, score: 0 }\n  - { id: b, label: B, score: 100 }\n';
	const text = `---\ntype: choice\nfeeds: { craft: 0 }\noptions:\n${options}---\n# Is the bench swept?\n`;
	return ['30-craft/40-pilot.md', text.replace(find, replacement)];
}

const METHOD = '30-craft/30-method.md';
const CHANNELS = '20-reach/20-channels.md';
const REPLY = '20-reach/30-reply-days.md';
const CHECKED = '30-craft/10-checked.md';
const REVIEW = '50-your-own-work/20-own-review.md';
const NOTES = '50-your-own-work/30-own-notes.md';
const ROLE = '10-about-you/10-role.md';

/** What was scored, not in which order it was asked. */
const unordered = (areas: Scores['areas']) =>
	Object.entries(areas).map(([id, { because, ...area }]) => [id, area, because.toSorted()]);

/** Any answers to the questions that count, and to the one on which the path rests. */
const values: fc.Arbitrary<Values> = fc
	.tuple(
		...released.questions
			.filter(({ id, feeds, importanceOf }) => id === 'role' || importanceOf.length + Object.keys(feeds).length > 0)
			.map((question) => fc.tuple(fc.constant(question.id), fc.option(answerTo(question))))
	)
	.map((given) => Object.fromEntries(given.flatMap(([id, value]) => (value === null ? [] : [[id, value] as const]))));

function answerTo({ type, options, unsure, notApplicable }: Question): fc.Arbitrary<Value> {
	const apart = [...(unsure ? ['ns'] : []), ...(notApplicable ? ['na'] : [])];
	const free = options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
	if (type === 'choices') return fc.subarray(free, { minLength: 1 });
	if (type === 'number')
		return fc.oneof(
			fc.nat(120).map((halves) => halves / 2),
			fc.constantFrom(...apart)
		);
	return fc.constantFrom(...free, ...apart);
}

describe('scores move by', () => {
	test.each<[string, readonly Edit[]]>([
		["an option's score", [[METHOD, 'score: 50', 'score: 60']]],
		[
			'an option more',
			[[METHOD, '  - { id: secret', '  - { id: films, label: In films, score: 75 }\n  - { id: secret']]
		],
		['an option fewer', [[METHOD, /.*id: secret.*\n/, '']]],
		["a scored option's id", [[METHOD, 'id: notes', 'id: paper']]],
		['a score taken away', [[METHOD, ', score: 50', '']]],
		["the order of a scale's options", [swapped('instrument.md', /(.*id: strongly-disagree.*\n)(.*id: disagree.*\n)/)]],
		['"don\'t know" offered', [[METHOD, 'type: choice\n', "type: choice\nunsure: { label: Don't know }\n"]]],
		[
			'"does not apply" offered',
			[[METHOD, 'type: choice\n', 'type: choice\nnot-applicable: { label: Does not apply }\n']]
		],
		['a weight', [[METHOD, 'craft: 2', 'craft: 3']]],
		['a weight of 0', [[METHOD, 'craft: 2', 'craft: 0']]],
		['a pilot that counts from now on', [pilot('craft: 0', 'craft: 1')]],
		['an area left', [[METHOD, 'area: making\n', '']]],
		['a direction', [['30-craft/20-rushed.md', 'reverse: true\n', '']]],
		['a result', [[METHOD, 'area: making', 'area: making\nresult: true']]],
		['counts', [[CHANNELS, '2: 50', '2: 60']]],
		['an option that excludes the others', [[CHANNELS, 'exclusive: true, ', '']]],
		['an anchor', [[REPLY, '[3, 70]', '[4, 70]']]],
		['the condition of a scored question', [[REVIEW, 'not: { role: apprentice }', 'role: maker']]],
		['a condition taken away', [[REVIEW, /when: .*\n/, '']]],
		['the condition of its section', [['50-your-own-work/section.md', '[maker, apprentice]', '[maker]']]],
		[
			'an option more of a question that the path rests on',
			[[ROLE, '---\n#', '  - { id: guest, label: Guest }\n---\n#']]
		],
		[
			'the condition of a question that the path rests on',
			[
				[REVIEW, 'not: { role: apprentice }', 'industry: wood'],
				['60-your-workshop/10-industry.md', 'max: 80', 'max: 80\nwhen: { role: owner }']
			]
		],
		['what an importance question sets', [['40-importance/10-calls-matter.md', '[calls]', '[calls, making]']]],
		['the score of an importance', [['instrument.md', 'score: 85', 'score: 80']]],
		["an area's importance", [['areas/calls.md', 'importance: 80', 'importance: 70']]],
		["an area's index", [['areas/calls.md', 'index: reach', 'index: craft']]],
		["an index's parts", [['instrument.md', 'reach: 1, craft: 1', 'reach: 2, craft: 1']]],
		["a band's bound", [['instrument.md', 'id: fair, from: 40', 'id: fair, from: 45']]],
		['the bound of a potential', [['instrument.md', 'id: small, from: 60', 'id: small, from: 65']]]
	])('%s', (_what, edits) => {
		expect(verdict(edits)).toEqual(['error score-moved']);
	});
});

describe('only what is read changes by', () => {
	test.each<[string, readonly Edit[]]>([
		['a pilot question', [pilot()]],
		['a word of a text', [[METHOD, 'on a bicycle', 'on the tram']]],
		[
			'a new narrower text',
			[[NOTES, '## Keep', '## Keep {checked=agree}\nA note is a gift to whom you will be next year.\n\n## Keep']]
		],
		['the question itself', [[METHOD, 'Where is it written', 'Where does it stand']]],
		["an option's label", [[METHOD, 'label: In notes', 'label: On paper']]],
		["an option's phrase", [[METHOD, 'keep it in notes', 'keep it on paper']]],
		["the order of a choice's options", [swapped(METHOD, /(.*id: heads.*\n)(.*id: notes.*\n)/)]],
		[
			'the order of the questions',
			[
				[METHOD, null],
				['30-craft/5-method.md', textOf(METHOD)]
			]
		],
		['an option of a question that nothing rests on', [['60-your-workshop/10-industry.md', 'id: metal', 'id: iron']]],
		['the score of a pilot', [pilot('score: 0', 'score: 10')]],
		["a band's label", [['instrument.md', 'label: Fair', 'label: Middling']]],
		['the unit of a number', [[REPLY, 'unit: days', 'unit: working days']]],
		['whose answers are compared', [['instrument.md', '[industry, role], [industry]', '[industry]']]],
		[
			'a pair of opposites',
			[
				[CHECKED, 'opposite: rushed\n', ''],
				['30-craft/20-rushed.md', 'opposite: checked\n', '']
			]
		],
		['when a pattern is told', [['patterns/second-look.md', 'weight: 7', 'weight: 6']]],
		['the minutes', [['instrument.md', 'minutes: 3', 'minutes: 4']]],
		['the introduction', [['instrument.md', 'three minutes', 'four minutes']]]
	])('%s', (_what, edits) => {
		const after = compiled(edited(edits));
		expect(verdict(edits)).toEqual(['warning unreleased-change']);
		expect(scoringHash(after)).toBe(scoringHash(released));
		fc.assert(
			fc.property(values, (given) => {
				const [now, before] = [scoresOf(after, given), scoresOf(released, given)];
				expect(now.indices).toEqual(before.indices);
				expect(unordered(now.areas)).toEqual(unordered(before.areas));
				expect(now.questions).toMatchObject(before.questions);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('nothing is to be said', () => {
	test.each<[string, readonly Edit[]]>([
		['of the instrument as it was released', []],
		['of another version alone', [['instrument.md', '1.0.0', '1.0.1']]],
		['of what no reader sees', [[METHOD, 'type: choice', '# a note\ntype: choice']]]
	])('%s', (_what, edits) => {
		expect(verdict(edits)).toEqual([]);
	});

	test('of one that was never released', () => {
		expect(verdict([[METHOD, 'score: 50', 'score: 60']], null)).toEqual([]);
	});

	test('of the order in which a condition names things', () => {
		const one: Edit = [REVIEW, 'not: { role: apprentice }', 'any: [{ role: [owner, maker] }, { checked: agree }]'];
		const other: Edit = [REVIEW, 'not: { role: apprentice }', 'any: [{ checked: agree }, { role: [maker, owner] }]'];
		expect(scoringHash(compiled(edited([one])))).toBe(scoringHash(compiled(edited([other]))));
	});
});

test('the lock says version and hashes, a line each', () => {
	expect(lock.split('\n').slice(1)).toEqual([
		'version: 1.0.0',
		`scoring: ${scoringHash(released)}`,
		`texts: ${textsHash(released)}`,
		''
	]);
});
