// Names of things that are not there or do not fit.
import { table } from './table.ts';

table('names of areas, indices, sections and opposites', [
	[
		'an unknown area',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: call']],
		[
			'tiny/20-reach/10-many-calls.md:3: unknown-area: expected one of the areas calls, making, found "call". Correct the name.'
		]
	],
	[
		'a weight on an index that is not there',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { reach: 2, speed: 1 }']],
		[
			'tiny/20-reach/10-many-calls.md:4: unknown-index: expected one of the indices reach, craft, habits, personal, found "speed". Correct the name.'
		]
	],
	[
		'a weight on an index of indices',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { reach: 2, company: 1 }']],
		[
			'tiny/20-reach/10-many-calls.md:4: feeds-index-of-indices: expected an index over questions, found "company", which is made of other indices. Feed one of its parts.'
		]
	],
	[
		'a company question that feeds a personal index',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { reach: 2, personal: 1 }']],
		[
			'tiny/20-reach/10-many-calls.md:4: feeds-other-part: expected an index about company, as the section is, found "personal", about personal. Feed another index, or move the question.'
		]
	],
	[
		'weights without scores',
		[['60-your-workshop/90-founded.md', 'type: date', 'type: date\nfeeds: { reach: 1 }']],
		[
			'tiny/60-your-workshop/90-founded.md:3: feeds-other-part: expected no "feeds" in a section of context, found "reach", about company. Feed another index, or move the question.',
			'tiny/60-your-workshop/90-founded.md:3: feeds-without-score: expected scores on the options, counts or anchors, found none. Add the scores, or take "feeds" out.'
		]
	],
	[
		'an area of an unknown index',
		[['areas/calls.md', 'index: reach', 'index: rich']],
		[
			'tiny/areas/calls.md:2: unknown-index: expected one of the indices reach, craft, habits, personal, found "rich". Correct the name.'
		]
	],
	[
		'an area without questions',
		[
			[
				'areas/money.md',
				'---\nindex: reach\n---\n# Money\n\n## Keep\n### Keep it\nKeep.\n\n## Change\n### Change it\nChange.\n\n## Stop\n### Leave it\nStop.\n\n## Move\n### Count it\nOn Monday somebody counts everything that is there.\n\n- Owner: me\n- Sign: a sum\n'
			]
		],
		[
			'warning tiny/areas/money.md:2: area-without-questions: expected a question in the area, found none. Add "area: money" to a question.',
			'warning tiny/areas/money.md:6: text-length: expected 40 to 140 words, found 1. Say more.',
			'warning tiny/areas/money.md:10: text-length: expected 40 to 140 words, found 1. Say more.',
			'warning tiny/areas/money.md:14: text-length: expected 40 to 140 words, found 1. Say more.'
		]
	],
	[
		'an index without questions',
		[['instrument.md', '  habits: {', '  luck: { about: personal }\n  habits: {']],
		[
			'warning tiny/instrument.md:41: index-without-questions: expected a question that feeds the index, found none. Add "feeds: { luck: 1 }" to a question.'
		]
	],
	[
		'an index of unknown indices',
		[['instrument.md', 'of: { reach: 1, craft: 1 }', 'of: { reach: 1, craft: 1, luck: 1 }']],
		[
			'tiny/instrument.md:40: unknown-index: expected one of the indices reach, craft, company, habits, personal, found "luck". Correct the name.'
		]
	],
	[
		'an index of indices of indices',
		[['instrument.md', '  habits: {', '  total: { of: { company: 1 } }\n  habits: {']],
		[
			'tiny/instrument.md:41: index-of-indices-of-indices: expected an index over questions, found "company", which is made of other indices. Name its parts.'
		]
	],
	[
		'a company index of a personal one',
		[['instrument.md', 'of: { reach: 1, craft: 1 }', 'of: { reach: 1, craft: 1, personal: 1 }']],
		[
			'tiny/instrument.md:40: index-of-other-part: expected an index about company, found "personal", about personal. Leave it out.'
		]
	],
	[
		'unknown bands',
		[['instrument.md', 'reach: { about: company, bands: company,', 'reach: { about: company, bands: firm,']],
		[
			'warning tiny/indices/reach.md:1: missing-text: expected a text "## potential: large", found none. Write it.',
			'warning tiny/indices/reach.md:1: missing-text: expected a text "## potential: small", found none. Write it.',
			'tiny/instrument.md:38: unknown-bands: expected one of the sets of bands company, personal, potential, found "firm". Correct the name.'
		]
	],
	[
		'a facet of an unknown index',
		[['instrument.md', 'facet-of: personal', 'facet-of: person']],
		[
			'tiny/instrument.md:41: unknown-index: expected one of the indices reach, craft, company, habits, personal, found "person". Correct the name.'
		]
	],
	[
		'an importance of an unknown area',
		[['40-importance/10-calls-matter.md', '[calls]', '[calls, luck]']],
		[
			'tiny/40-importance/10-calls-matter.md:3: unknown-area: expected one of the areas calls, making, found "luck". Correct the name.'
		]
	],
	[
		'an importance question that feeds an index',
		[['40-importance/10-calls-matter.md', 'scale: importance', 'scale: importance\nfeeds: { reach: 1 }']],
		[
			'tiny/40-importance/10-calls-matter.md:4: importance-and-more: expected no area, feeds or texts on a question that sets priorities, found "feeds". Take them out.'
		]
	],
	[
		'a scale of priorities without areas',
		[['40-importance/10-calls-matter.md', 'importance-of: [calls]', 'area: calls']],
		[
			'warning tiny/40-importance/10-calls-matter.md:2: idle-question: expected a question that feeds an index, tailors a text or is context, found none of these. Use its answer somewhere, move it to a context section, or take it out.',
			'tiny/40-importance/10-calls-matter.md:2: priority-without-areas: expected importance-of on a question whose scale sets priorities, found none. Add "importance-of: [area]", or choose another scale.'
		]
	],
	[
		'a result without an area',
		[['20-reach/10-many-calls.md', 'area: calls', 'result: true']],
		[
			'tiny/20-reach/10-many-calls.md:3: result-without-area: expected an area beside "result", found none. Add "area: …", or take "result" out.'
		]
	],
	[
		'an unknown opposite',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: calls\nopposite: few-calls']],
		[
			'tiny/20-reach/10-many-calls.md:4: unknown-question: expected the id of a question, found "few-calls". Correct the name.'
		]
	],
	[
		'an opposite that does not say so',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: calls\nopposite: channels']],
		[
			'warning tiny/20-reach/10-many-calls.md:4: opposite-not-mutual: expected "opposite: many-calls" in "channels", found none. Name each in the other.'
		]
	],
	[
		'an opposite that names another',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: calls\nopposite: checked']],
		[
			'tiny/20-reach/10-many-calls.md:4: opposite-not-mutual: expected "opposite: many-calls" in "checked", found "opposite: rushed". Name each in the other.'
		]
	],
	[
		'a question opposite to itself',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: calls\nopposite: many-calls']],
		[
			'tiny/20-reach/10-many-calls.md:4: opposite-of-itself: expected another question, found the question itself. Name the opposite.'
		]
	],
	[
		'a quotation of what somebody said of themselves',
		[
			[
				'50-your-own-work/40-own-words.md',
				'---\ntype: text\nquote: true\n---\n# What would you like to be better at?\n'
			]
		],
		[
			'tiny/50-your-own-work/40-own-words.md:3: quote-of-the-person: expected "quote" in a section about the company or of context, found a personal section. Take "quote" out, or move the question.'
		]
	],
	[
		'a pattern in an unknown section',
		[['patterns/second-look.md', 'section: craft', 'section: art']],
		[
			'tiny/patterns/second-look.md:4: unknown-section: expected one of the sections about-you, reach, craft, importance, your-own-work, your-workshop, found "art". Correct the name.'
		]
	]
]);

table('what the head names', [
	[
		'peers by an unknown question',
		[['instrument.md', '[industry, role]', '[industry, size]']],
		['tiny/instrument.md:44: unknown-question: expected the id of a question, found "size". Correct the name.']
	],
	[
		'peers by a number',
		[['instrument.md', '[industry, role]', '[industry, order-days]']],
		[
			'tiny/instrument.md:44: question-of-other-type: expected a question of type scale or choice, found "order-days" of type number. Name another question.'
		]
	],
	[
		'velocity by a question that is no number',
		[['instrument.md', 'cycle: order-days', 'cycle: role']],
		[
			'tiny/instrument.md:46: question-of-other-type: expected a question of type number, found "role" of type choice. Name another question.'
		]
	],
	[
		'an outcome of unknown options',
		[['instrument.md', 'yes: [yes]', 'yes: [certainly]']],
		[
			'tiny/instrument.md:47: unknown-option: expected one of the options of "made-plan": yes, no, no-plan, found "certainly". Correct the name.'
		]
	],
	[
		'an outcome of an unknown question',
		[['instrument.md', 'outcome: { question: made-plan', 'outcome: { question: made-quota']],
		['tiny/instrument.md:47: unknown-question: expected the id of a question, found "made-quota". Correct the name.']
	],
	[
		'a hypothesis about an unknown question',
		[['instrument.md', 'exposure: many-calls', 'exposure: more-calls']],
		['tiny/instrument.md:48: unknown-question: expected the id of a question, found "more-calls". Correct the name.']
	],
	[
		'a group of unknown options',
		[['instrument.md', 'role: [owner]', 'role: [boss]']],
		[
			'tiny/instrument.md:49: unknown-option: expected one of the options of "role": owner, maker, apprentice, found "boss". Correct the name.'
		]
	],
	[
		'a group by an unknown question',
		[['instrument.md', 'owners: { role:', 'owners: { job:']],
		['tiny/instrument.md:49: unknown-question: expected the id of a question, found "job". Correct the name.']
	],
	[
		'a tone of an unknown band',
		[['instrument.md', 'low: [weak]', 'low: [weak, weaker]']],
		[
			'tiny/instrument.md:43: unknown-band: expected one of the bands weak, fair, strong, found "weaker". Correct the name.'
		]
	],
	[
		'a band without a tone',
		[['instrument.md', 'low: [weak]', 'low: []']],
		[
			'tiny/instrument.md:43: band-without-tone: expected a tone for each band of the company index, found none for weak. Add them to low, middle or high.'
		]
	],
	[
		'a band in two tones',
		[['instrument.md', 'low: [weak]', 'low: [weak, fair]']],
		[
			'tiny/instrument.md:43: band-in-two-tones: expected each band in one tone, found "fair" in two. Take it out of one.'
		]
	],
	[
		'no tones',
		[['instrument.md', /tones: .*\n/, '']],
		[
			'tiny/instrument.md:2: band-without-tone: expected a tone for each band of the company index, found none for weak, fair, strong. Add them to low, middle or high.'
		]
	]
]);
