// The flow of an instrument as a Mermaid graph.
import { describe, expect, test } from 'vitest';
import { draw } from '#core/instrument/draw.ts';
import { sayCondition } from '#core/instrument/say-condition.ts';
import { Ledger } from '#core/instrument/ledger.ts';
import { readWhen } from '#core/instrument/when.ts';
import { compiled, edited } from './tiny.ts';

const instrument = compiled();
const graph = draw(instrument);
const questions = new Map(instrument.questions.map((question) => [question.id, question]));

describe('a drawing', () => {
	test('begins with the title and ends with the report', () => {
		expect(graph.split('\n').slice(0, 2)).toEqual(['flowchart TD', '\tstart(["Tiny Workshop Check"])']);
		expect(graph).toContain('section_your_workshop --> done');
	});

	test('has a box for each section and a node for each question', () => {
		for (const { id, title } of instrument.sections)
			expect(graph).toContain(`subgraph section_${id.replaceAll('-', '_')} ["${title}"]`);
		for (const { id } of instrument.questions) expect(graph).toContain(`\t\tquestion_${id.replaceAll('-', '_')}["`);
	});

	test('leads around a section that not everybody sees', () => {
		expect(graph).toContain('section_importance -->|"only if role is Maker or Apprentice"| section_your_own_work');
		expect(graph).toContain('section_importance -->|"else"| section_your_workshop');
	});

	test('says on its arrow when a question is asked', () => {
		expect(graph).toContain('question_own_plan -->|"only if not role is Apprentice"| question_own_review');
	});

	test('says in the node when the first question of a section is asked', () => {
		const changed = compiled(
			edited([['30-craft/10-checked.md', 'area: making', 'area: making\nwhen: { role: owner }']])
		);
		expect(draw(changed)).toContain(
			'question_checked["A second pair of eyes checks each piece before it leaves.<br>(only if role is Owner)"]'
		);
	});

	test('takes the meaning out of characters that Mermaid would read', () => {
		const hostile = compiled(edited([['20-reach/section.md', '# Being found', '# "Being" #found; `<b>`']]));
		expect(draw(hostile)).toContain('section_reach ["#34;Being#34; #35;found; #60;b#62;"]');
	});
});

describe('conditions in words', () => {
	test.each<[unknown, string]>([
		[{ role: 'owner' }, 'role is Owner'],
		[{ role: ['owner', 'maker'] }, 'role is Owner or Maker'],
		[{ 'many-calls': ['ns', 'na'] }, "many-calls is Don't know or Does not apply"],
		[{ 'reply-days': { below: 3 } }, 'reply-days is below 3'],
		[{ 'reply-days': { from: 3 } }, 'reply-days is at least 3'],
		[{ role: { not: 'owner' } }, 'role is answered and not role is Owner'],
		[
			{ all: [{ role: 'owner' }, { any: [{ channels: 'web' }, { answered: 'founded' }] }] },
			'role is Owner and (channels is The web or founded is answered)'
		],
		[{ not: { any: [{ role: 'owner' }, { role: 'maker' }] } }, 'not (role is Owner or role is Maker)'],
		[{ index: { reach: { below: 55 } } }, 'the index reach is below 55'],
		[{ area: { calls: { from: 70 } } }, 'the area calls is at least 70'],
		[{ verdict: { checked: ['stop', 'change'] } }, 'the verdict on checked is stop or change']
	])('%j', (data, expected) => {
		const condition = readWhen(data, [], { ledger: new Ledger(), place: () => '' });
		expect(condition && sayCondition(condition, questions)).toBe(expected);
	});
});
