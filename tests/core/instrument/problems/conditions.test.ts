// Conditions that cannot be read, can never be true, or run in a circle.
import { table } from './table.ts';

table('conditions', [
	[
		'an unknown question',
		[['50-your-own-work/section.md', 'role:', 'rolle:']],
		[
			'tiny/50-your-own-work/section.md:3: unknown-question: expected the id of a question, found "rolle". Correct the name.'
		]
	],
	[
		'an unknown option',
		[['50-your-own-work/section.md', '[maker, apprentice]', '[maker, appentice]']],
		[
			'tiny/50-your-own-work/section.md:3: unknown-option: expected one of the options of "role": owner, maker, apprentice, found "appentice". Correct the name.'
		]
	],
	[
		'a group that the head does not name',
		[['patterns/second-look.md', /when: .*/, 'when: { group: { buyers: { checked: { from: 70 } } } }']],
		[
			'tiny/patterns/second-look.md:2: unknown-group: expected one of the groups owners, makers, found "buyers". Correct the name.'
		]
	],
	[
		'a gap on an unknown question',
		[['patterns/second-look.md', /when: .*/, 'when: { gap: { chekked: { from: 20 } } }']],
		[
			'tiny/patterns/second-look.md:2: unknown-question: expected the id of a question, found "chekked". Correct the name.'
		]
	],
	[
		'a share of more than everybody',
		[['patterns/second-look.md', /when: .*/, 'when: { unknown: { from: 120 } }']],
		['tiny/patterns/second-look.md:2: wrong-condition: expected a number from 0 to 100, found 120. Correct the number.']
	],
	[
		'several respondents, while one is being asked',
		[['50-your-own-work/section.md', '{ role: [maker, apprentice] }', '{ gap: { checked: { from: 20 } } }']],
		[
			'tiny/50-your-own-work/section.md:3: score-in-survey: expected tests of answers: nothing is scored while questions are asked, found a test of several respondents. Test the answers instead, or move the condition to a text or a pattern.'
		]
	],
	[
		'a gap that is large and small at once',
		[
			[
				'patterns/second-look.md',
				/when: .*/,
				'when: { all: [ { gap: { checked: { from: 20 } } }, { gap: { checked: { below: 10 } } } ] }'
			]
		],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected tests that can be true together, found tests that exclude each other. Change the condition or take it out.'
		]
	],
	[
		'an option that YAML reads as a number',
		[['50-your-own-work/section.md', '[maker, apprentice]', '[maker, 50]']],
		[
			'tiny/50-your-own-work/section.md:3: id-needs-quotes: expected an id, found the number 50. Put it in quotes: "50".'
		]
	],
	[
		"don't know where it is not offered",
		[['50-your-own-work/section.md', '[maker, apprentice]', 'ns']],
		[
			'tiny/50-your-own-work/section.md:3: unknown-option: expected one of the options of "role": owner, maker, apprentice, found "ns". Correct the name.'
		]
	],
	[
		'something that is no condition',
		[['50-your-own-work/section.md', '{ role: [maker, apprentice] }', 'sometimes']],
		[
			'tiny/50-your-own-work/section.md:3: wrong-condition: expected a condition such as { role: seller }, found "sometimes". Correct the condition.'
		]
	],
	[
		'an empty condition',
		[['50-your-own-work/section.md', '{ role: [maker, apprentice] }', '{}']],
		[
			'tiny/50-your-own-work/section.md:3: wrong-condition: expected a condition such as { role: seller }, found an empty mapping. Correct the condition.'
		]
	],
	[
		'an empty list',
		[['50-your-own-work/section.md', '{ role: [maker, apprentice] }', '{ any: [] }']],
		[
			'tiny/50-your-own-work/section.md:3: wrong-condition: expected a list of conditions, found an empty list. Correct the condition.'
		]
	],
	[
		'no option',
		[['50-your-own-work/section.md', '[maker, apprentice]', '[]']],
		[
			'tiny/50-your-own-work/section.md:3: wrong-condition: expected an option, a list of options, or a test such as { from: 10 }, found an empty list. Correct the condition.'
		]
	],
	[
		'a test with an unknown word',
		[['50-your-own-work/section.md', '[maker, apprentice]', '{ above: 3 }']],
		[
			'tiny/50-your-own-work/section.md:3: wrong-condition: expected a test such as { below: 10 } or { from: 10 }, found "above". Correct the condition.'
		]
	],
	[
		'a bound that is no number',
		[['50-your-own-work/section.md', '[maker, apprentice]', '{ below: many }']],
		['tiny/50-your-own-work/section.md:3: wrong-condition: expected a number, found "many". Correct the condition.']
	],
	[
		'a number test of a choice',
		[['50-your-own-work/section.md', '[maker, apprentice]', '{ below: 3 }']],
		[
			'tiny/50-your-own-work/section.md:3: condition-never-true: expected a question of type number for "below", found "role" of type choice. Change the condition or take it out.'
		]
	],
	[
		'an option test of a number',
		[['patterns/second-look.md', /when: .*/, 'when: { reply-days: few }']],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected a question with options to choose, found "reply-days" of type number. Change the condition or take it out.'
		]
	],
	[
		'an option test of a split',
		[['patterns/second-look.md', /when: .*/, 'when: { time-split: making }']],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected a question with options to choose, found "time-split" of type split. Change the condition or take it out.'
		]
	],
	[
		'a number below the least',
		[['patterns/second-look.md', /when: .*/, 'when: { reply-days: { below: 0 } }']],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected tests that can be true together, found tests that exclude each other. Change the condition or take it out.'
		]
	],
	[
		'an index in the condition of a section',
		[['50-your-own-work/section.md', '{ role: [maker, apprentice] }', '{ index: { reach: { from: 50 } } }']],
		[
			'tiny/50-your-own-work/section.md:3: score-in-survey: expected tests of answers: nothing is scored while questions are asked, found a test of an index. Test the answers instead, or move the condition to a text or a pattern.'
		]
	],
	[
		'a verdict in the condition of a question',
		[['50-your-own-work/20-own-review.md', '{ not: { role: apprentice } }', '{ verdict: { checked: keep } }']],
		[
			'tiny/50-your-own-work/20-own-review.md:4: score-in-survey: expected tests of answers: nothing is scored while questions are asked, found a test of a verdict. Test the answers instead, or move the condition to a text or a pattern.'
		]
	],
	[
		'an unknown index in a pattern',
		[['patterns/second-look.md', /when: .*/, 'when: { index: { rich: { from: 50 } } }']],
		[
			'tiny/patterns/second-look.md:2: unknown-index: expected one of the indices reach, craft, company, habits, personal, found "rich". Correct the name.'
		]
	],
	[
		'an index above 100 in a pattern',
		[['patterns/second-look.md', /when: .*/, 'when: { index: { reach: { from: 101 } } }']],
		[
			'tiny/patterns/second-look.md:2: wrong-condition: expected a whole number from 0 to 100, found 101. Correct the number.'
		]
	],
	[
		'an index with a fraction in a pattern',
		[['patterns/second-look.md', /when: .*/, 'when: { index: { reach: { from: 54.5 } } }']],
		[
			'tiny/patterns/second-look.md:2: wrong-condition: expected a whole number from 0 to 100, found 54.5. Correct the number.'
		]
	],
	[
		'an unknown area in a pattern',
		[['patterns/second-look.md', /when: .*/, 'when: { area: { call: { from: 50 } } }']],
		[
			'tiny/patterns/second-look.md:2: unknown-area: expected one of the areas calls, making, found "call". Correct the name.'
		]
	],
	[
		'an unknown verdict in a pattern',
		[['patterns/second-look.md', /when: .*/, 'when: { verdict: { checked: good } }']],
		[
			'tiny/patterns/second-look.md:2: wrong-condition: expected keep, change or stop, found "good". Correct the condition.'
		]
	],
	[
		'a verdict that a question cannot have',
		[['patterns/second-look.md', /when: .*/, 'when: { verdict: { role: stop } }']],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected one of the verdicts of "role" (there are none), found "stop". Change the condition or take it out.'
		]
	],
	[
		'tests that exclude each other',
		[['patterns/second-look.md', /when: .*/, 'when: { all: [ { role: owner }, { role: maker } ] }']],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected tests that can be true together, found tests that exclude each other. Change the condition or take it out.'
		]
	],
	[
		'bounds that exclude each other',
		[['patterns/second-look.md', /when: .*/, 'when: { reply-days: { from: 10, below: 5 } }']],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected tests that can be true together, found tests that exclude each other. Change the condition or take it out.'
		]
	],
	[
		'an exclusive option beside another',
		[['patterns/second-look.md', /when: .*/, 'when: { all: [ { channels: web }, { channels: nobody-knows } ] }']],
		[
			'tiny/patterns/second-look.md:2: condition-never-true: expected tests that can be true together, found tests that exclude each other. Change the condition or take it out.'
		]
	],
	[
		'braces that name an unknown option',
		[['20-reach/10-many-calls.md', '## Stop {channels=street}', '## Stop {channels=alley}']],
		[
			'tiny/20-reach/10-many-calls.md:20: unknown-option: expected one of the options of "channels": fairs, friends, street, web, nobody-knows, found "alley". Correct the name.'
		]
	],
	[
		'braces that are no condition',
		[['20-reach/10-many-calls.md', '## Stop {channels=street}', '## Stop {channels is street}']],
		[
			'tiny/20-reach/10-many-calls.md:20: wrong-condition: expected terms such as question=option|option with commas between them, found "channels is street". Correct the condition.'
		]
	],
	[
		'braces with nothing in them',
		[['20-reach/10-many-calls.md', '## Stop {channels=street}', '## Stop {}']],
		[
			'tiny/20-reach/10-many-calls.md:20: wrong-condition: expected terms such as question=option|option with commas between them, found "". Correct the condition.'
		]
	],
	[
		'braces that no answer with this verdict can meet',
		[['20-reach/10-many-calls.md', '## Stop {channels=street}', '## Stop {many-calls=agree}']],
		[
			'tiny/20-reach/10-many-calls.md:20: condition-never-true: expected tests that can be true together, found tests that exclude each other. Change the condition or take it out.'
		]
	],
	[
		'a circle of two questions',
		[
			['20-reach/30-reply-days.md', 'area: calls', 'area: calls\nwhen: { answered: channels }'],
			['20-reach/20-channels.md', 'area: calls', 'area: calls\nwhen: { answered: reply-days }']
		],
		[
			'tiny/20-reach/20-channels.md:4: condition-circle: expected conditions that lead back to a question always asked, found channels → reply-days → channels. Break the circle.'
		]
	],
	[
		'a question that waits for itself',
		[['20-reach/30-reply-days.md', 'area: calls', 'area: calls\nwhen: { answered: reply-days }']],
		[
			'tiny/20-reach/30-reply-days.md:4: condition-circle: expected conditions that lead back to a question always asked, found reply-days → reply-days. Break the circle.'
		]
	],
	[
		'a section that waits for its own question',
		[['20-reach/section.md', 'about: company', 'about: company\nwhen: { answered: channels }']],
		[
			'tiny/20-reach/section.md:3: condition-circle: expected conditions that lead back to a question always asked, found channels → channels. Break the circle.'
		]
	],
	[
		'a question that waits for a later one',
		[['20-reach/20-channels.md', 'area: calls', 'area: calls\nwhen: { answered: reply-days }']],
		[
			'warning tiny/20-reach/20-channels.md:4: condition-looks-ahead: expected a question asked before, found "reply-days", asked later. Move one of the two.'
		]
	]
]);
