// Texts that are missing, never said, too long or said twice; placeholders without a value.
import { table } from './table.ts';

table('texts', [
	[
		'a question that does nothing',
		[['30-craft/40-idle.md', '---\ntype: date\n---\n# When?\n']],
		[
			'warning tiny/30-craft/40-idle.md:2: idle-question: expected a question that feeds an index, tailors a text or is context, found none of these. Use its answer somewhere, move it to a context section, or take it out.'
		]
	],
	[
		'a text that is missing',
		[['30-craft/30-method.md', /## Change[^#]*/, '']],
		['warning tiny/30-craft/30-method.md:2: missing-text: expected a text "## Change", found none. Write it.']
	],
	[
		'an Unsure that is missing',
		[['20-reach/10-many-calls.md', /## Unsure[^#]*/, '']],
		['warning tiny/20-reach/10-many-calls.md:2: missing-text: expected a text "## Unsure", found none. Write it.']
	],
	[
		'a text of an area that is missing',
		[['areas/calls.md', /## Change\n### [^#]*/, '']],
		['warning tiny/areas/calls.md:2: missing-text: expected a text "## Change", found none. Write it.']
	],
	[
		'an area that asks for nothing',
		[['areas/calls.md', /## Move[^]*/, '']],
		['warning tiny/areas/calls.md:2: missing-text: expected a text "## Move", found none. Write it.']
	],
	[
		'a move without a sign',
		[['areas/calls.md', /\n- Sign:.*/, '']],
		[
			'warning tiny/areas/calls.md:2: missing-text: expected a text "## Move", found none. Write it.',
			'tiny/areas/calls.md:32: wrong-move: expected after the text a list of two: "- Owner: …" or "- Outside owner: …", and "- Sign: …", found something else. Add the two lines.'
		]
	],
	[
		'a move without a list',
		[['areas/calls.md', /\n- Owner:[^]*/, '\n']],
		[
			'warning tiny/areas/calls.md:2: missing-text: expected a text "## Move", found none. Write it.',
			'tiny/areas/calls.md:28: wrong-move: expected after the text a list of two: "- Owner: …" or "- Outside owner: …", and "- Sign: …", found something else. Add the two lines.'
		]
	],
	[
		'a move that is too long for the picture',
		[['areas/calls.md', '### Ring three people', '### Ring three people who have not been heard of']],
		[
			'warning tiny/areas/calls.md:28: move-heading: expected a line "### …" of at most 7 words, found 9 words. Name the act briefly.'
		]
	],
	[
		'a name in the heading of a move, which stands in a picture that anybody may see',
		[['areas/calls.md', '### Ring three people', '### Ring {{name}} and two others']],
		[
			'tiny/areas/calls.md:29: unknown-placeholder: expected one of {{company}}, found {{name}}. Correct the placeholder or take it out.'
		]
	],
	[
		'a placeholder in the owner of a move',
		[['areas/calls.md', 'whoever answers', '{{name}}, who answers']],
		[
			'tiny/areas/calls.md:32: unknown-placeholder: expected one of {{company}}, found {{name}}. Correct the placeholder or take it out.'
		]
	],
	[
		'a text of a band that is missing',
		[['indices/reach.md', /## fair[^#]*/, '']],
		['warning tiny/indices/reach.md:1: missing-text: expected a text "## fair", found none. Write it.']
	],
	[
		'a text of a potential that is missing',
		[['indices/reach.md', /## potential: small[^#]*/, '']],
		['warning tiny/indices/reach.md:1: missing-text: expected a text "## potential: small", found none. Write it.']
	],
	[
		'no file for an index',
		[['indices/reach.md', null]],
		['warning tiny/indices/reach.md:1: missing-text: expected a text for each band, found none. Write it.']
	],
	[
		'no text for a section that was passed over',
		[['20-reach/section.md', /## Skipped[^]*/, '']],
		['warning tiny/20-reach/section.md:2: missing-text: expected a text "## Skipped", found none. Write it.']
	],
	[
		'a text for a verdict that no answer has',
		[['30-craft/30-method.md', 'score: 50', 'score: 20']],
		[
			'warning tiny/30-craft/30-method.md:18: text-never-said: expected a text that some answers lead to, found one that none leads to: no answer to "method" has this verdict. Take it out, or correct the scores.'
		]
	],
	[
		"an Unsure without don't know",
		[
			[
				'30-craft/30-method.md',
				'## Stop',
				'## Unsure\nAsk the person who makes the most pieces, and whoever learns from them, where they look when they have forgotten a measure.\n\n## Stop'
			]
		],
		[
			'warning tiny/30-craft/30-method.md:23: text-never-said: expected a text that some answers lead to, found one that none leads to: "method" offers no "don\'t know". Take it out, or correct the scores.'
		]
	],
	[
		'only narrowed texts',
		[['30-craft/10-checked.md', /## Keep\n[^#]*/, '']],
		[
			'warning tiny/30-craft/10-checked.md:9: missing-plain-text: expected a text "## Keep" without braces, as the last, found narrowed ones only. Add it.'
		]
	],
	[
		'a plain text that is not the last',
		[
			['30-craft/10-checked.md', '## Keep {rushed=agree|strongly-agree}', '## Keep'],
			[
				'30-craft/10-checked.md',
				/## Keep\nYou \{\{answer\}\}: somebody/,
				'## Keep {rushed=disagree}\nYou {{answer}}: somebody'
			]
		],
		[
			'tiny/30-craft/10-checked.md:9: plain-text-not-last: expected the text without braces as the last of its heading, found another after it. Move it below the others.'
		]
	],
	[
		'a narrowed text that an earlier one covers',
		[
			[
				'30-craft/10-checked.md',
				'## Keep\nYou {{answer}}: somebody',
				'## Keep {rushed=agree}\nA short one before a holiday, in which all of you already know what is going to happen to the check, and who is going to say so, and who will not say anything at all until the new year.\n\n## Keep\nYou {{answer}}: somebody'
			]
		],
		[
			'warning tiny/30-craft/10-checked.md:14: text-never-said: expected a text that some answers lead to, found one that the text on line 9 always comes before. Narrow the earlier one, or put this one first.'
		]
	],
	[
		'a Stop without a heading',
		[['30-craft/30-method.md', '### Leave explaining the same cut by mouth\n', '']],
		[
			'warning tiny/30-craft/30-method.md:23: stop-without-heading: expected a line "### …" that names what to leave undone, found none. Add it above the text.'
		]
	],
	[
		'a text that is too short',
		[['30-craft/30-method.md', /## Change[^#]*/, '## Change\nYou {{answer}}.\n\n']],
		['warning tiny/30-craft/30-method.md:18: text-length: expected 40 to 140 words, found 2. Say more.']
	],
	[
		'a text that is too long',
		[['30-craft/30-method.md', 'which helps whoever wrote them.', `which helps ${'whoever '.repeat(100)}`]],
		['warning tiny/30-craft/30-method.md:18: text-length: expected 40 to 140 words, found 149. Say less.']
	],
	[
		'a sentence in two texts',
		[
			[
				'30-craft/30-method.md',
				'For anybody else they are half a recipe: the quantities stand there, the order does not.',
				'Skilled hands stand idle while somebody three streets away pays more for worse.'
			]
		],
		[
			'tiny/30-craft/30-method.md:18: sentence-twice: expected every sentence of eight words or more in one text only, found "skilled hands stand idle while somebody …", also at 20-reach/10-many-calls.md:26. Write one of them anew.'
		]
	],
	[
		'a headline that is missing',
		[['headlines.md', /## \{even, tone=high\}[^#]*/, '']],
		['warning tiny/headlines.md:1: missing-text: expected a headline "## {even, tone=high}", found none. Write it.']
	],
	[
		'a headline twice',
		[['headlines.md', '{even, tone=high}', '{even, tone=low}']],
		[
			'warning tiny/headlines.md:1: missing-text: expected a headline "## {even, tone=high}", found none. Write it.',
			'tiny/headlines.md:25: headline-twice: expected each headline once, found "## {even, tone=low}" again. Take one of the two out.'
		]
	],
	[
		'a headline of an unknown index',
		[['headlines.md', '{strongest=reach, weakest=craft, tone=low}', '{strongest=rich, weakest=craft, tone=low}']],
		[
			'warning tiny/headlines.md:1: missing-text: expected a headline "## {strongest=reach, weakest=craft, tone=low}", found none. Write it.',
			'tiny/headlines.md:1: unknown-index: expected one of the parts of the company index: reach, craft, found "rich". Correct the name.'
		]
	],
	[
		'a headline of one index',
		[['headlines.md', '{strongest=reach, weakest=craft, tone=low}', '{strongest=reach, weakest=reach, tone=low}']],
		[
			'warning tiny/headlines.md:1: missing-text: expected a headline "## {strongest=reach, weakest=craft, tone=low}", found none. Write it.',
			'tiny/headlines.md:1: wrong-headline: expected two different indices, found "reach" twice. Name another.'
		]
	],
	[
		'a headline of an unknown tone',
		[['headlines.md', '{strongest=reach, weakest=craft, tone=low}', '{strongest=reach, weakest=craft, tone=sad}']],
		[
			'warning tiny/headlines.md:1: missing-text: expected a headline "## {strongest=reach, weakest=craft, tone=low}", found none. Write it.',
			'tiny/headlines.md:1: wrong-headline: expected "## {strongest=index, weakest=index, tone=low|middle|high}" or "## {even, tone=…}" with one tone, found "## {strongest=reach, weakest=craft, tone=sad}". Correct the heading.'
		]
	],
	[
		'a headline without a sentence',
		[['headlines.md', 'People come, the work holds, and you may be choosy.\n', '']],
		[
			'warning tiny/headlines.md:1: missing-text: expected a headline "## {even, tone=high}", found none. Write it.',
			'tiny/headlines.md:25: wrong-headline: expected one paragraph of one sentence, found nothing. Write one sentence.'
		]
	],
	[
		'a headline of two paragraphs',
		[['headlines.md', 'People come, the work holds, and you may be choosy.\n', 'People come.\n\nThe work holds.\n']],
		[
			'warning tiny/headlines.md:1: missing-text: expected a headline "## {even, tone=high}", found none. Write it.',
			'tiny/headlines.md:25: wrong-headline: expected one paragraph of one sentence, found something else. Write one sentence.'
		]
	],
	[
		'a headline of two sentences',
		[['headlines.md', 'People come, the work holds, and you may be choosy.', 'People come. The work holds.']],
		['warning tiny/headlines.md:25: headline-too-long: expected one sentence, found 2. Make it one.']
	],
	[
		'a headline that is too long',
		[
			[
				'headlines.md',
				'People come, the work holds, and you may be choosy.',
				'People come, the work holds, and you may be as choosy as you like this year'
			]
		],
		['warning tiny/headlines.md:25: text-length: expected 1 to 14 words, found 16. Say less.']
	]
]);

table('placeholders', [
	[
		'an unknown placeholder',
		[['20-reach/10-many-calls.md', 'You {{answer}}, which', 'You {{anwser}}, which']],
		[
			'tiny/20-reach/10-many-calls.md:16: unknown-placeholder: expected one of {{answer}}, {{question}}, {{company}}, {{name}}, {{index.…}}, {{band.…}}, {{answer.…}}, {{velocity.…}}, found {{anwser}}. Correct the placeholder or take it out.'
		]
	],
	[
		'an answer to an unknown question',
		[['20-reach/10-many-calls.md', 'You {{answer}}, which', 'You {{answer.job}}, which']],
		[
			'tiny/20-reach/10-many-calls.md:16: unknown-placeholder: expected one of {{answer}}, {{question}}, {{company}}, {{name}}, {{index.…}}, {{band.…}}, {{answer.…}}, {{velocity.…}}, found {{answer.job}}. Correct the placeholder or take it out.'
		]
	],
	[
		'the answer where no question is',
		[['areas/calls.md', 'People find {{company}}', 'People find {{answer}}']],
		[
			'tiny/areas/calls.md:9: unknown-placeholder: expected one of {{company}}, {{name}}, {{index.…}}, {{band.…}}, {{answer.…}}, {{velocity.…}}, found {{answer}}. Correct the placeholder or take it out.'
		]
	],
	[
		'a placeholder in a question',
		[['20-reach/10-many-calls.md', '# New people', '# New people at {{company}}']],
		[
			'tiny/20-reach/10-many-calls.md:6: unknown-placeholder: expected no placeholder here, found {{company}}. Correct the placeholder or take it out.'
		]
	],
	[
		'a placeholder in the help',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', 'At {{company}}.']],
		[
			'tiny/20-reach/10-many-calls.md:8: unknown-placeholder: expected no placeholder here, found {{company}}. Correct the placeholder or take it out.'
		]
	],
	[
		'a placeholder in a plain text that may be empty',
		[['20-reach/10-many-calls.md', 'You {{answer}}, which', 'You {{name}}, which']],
		[
			'tiny/20-reach/10-many-calls.md:16: placeholder-may-be-empty: expected placeholders that always have a value in a text without braces: {{answer}}, {{question}}, {{company}}, found {{name}}. Write the text without it, or narrow this one and add a plain text.'
		]
	],
	[
		'another answer in a plain text',
		[['20-reach/10-many-calls.md', 'You {{answer}}, which', 'You {{answer.role}}, which']],
		[
			'tiny/20-reach/10-many-calls.md:16: placeholder-may-be-empty: expected placeholders that always have a value in a text without braces: {{answer}}, {{question}}, {{company}}, found {{answer.role}}. Write the text without it, or narrow this one and add a plain text.'
		]
	],
	[
		'an unknown placeholder in a headline',
		[['headlines.md', 'People come, the work holds', 'People come, {{name}}']],
		[
			'tiny/headlines.md:26: unknown-placeholder: expected one of {{company}}, {{index.…}}, {{band.…}}, found {{name}}. Correct the placeholder or take it out.'
		]
	],
	[
		'velocity where the head has none',
		[
			['instrument.md', /velocity: .*\n/, ''],
			['patterns/second-look.md', 'You say that each', 'You say at {{velocity.day}} that each']
		],
		[
			'tiny/patterns/second-look.md:9: unknown-placeholder: expected one of {{company}}, {{name}}, {{index.…}}, {{band.…}}, {{answer.…}}, found {{velocity.day}}. Correct the placeholder or take it out.'
		]
	]
]);
