// Markdown that may not stand in a text, and headings out of place.
import { table } from './table.ts';

table('Markdown', [
	[
		'raw HTML in a block',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', '<b>Only</b>']],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found raw HTML. Write it in Markdown.'
		]
	],
	[
		'raw HTML in a line',
		[['20-reach/10-many-calls.md', 'in red.', 'in <i>red</i>.']],
		[
			'tiny/20-reach/10-many-calls.md:18: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found raw HTML. Write it in Markdown.'
		]
	],
	[
		'an HTML comment',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', '<!-- later -->']],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found raw HTML. Write it in Markdown.'
		]
	],
	[
		'an image',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', '![a](b.png)']],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found an image. Take it out.'
		]
	],
	[
		'a link to a script',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', '[click](javascript:alert(1))']],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found a link to "javascript:alert(1)". Link to http, https or mailto.'
		]
	],
	[
		'a link to a file',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', '[click](../other.md)']],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found a link to "../other.md". Link to http, https or mailto.'
		]
	],
	[
		'a link by reference',
		[
			[
				'20-reach/10-many-calls.md',
				'Only people who never bought from you before.',
				'[words][1]\n\n[1]: https://example.org'
			]
		],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found a link by reference. Write the address in the sentence: [words](https://…).',
			'tiny/20-reach/10-many-calls.md:10: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found a link by reference. Write the address in the sentence: [words](https://…).'
		]
	],
	[
		'a heading of level five',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', '##### Small']],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found a heading of level 5. Use ### or ####.'
		]
	],
	[
		'nesting deeper than 32 levels',
		[['20-reach/10-many-calls.md', 'Only people who never bought from you before.', `${'> '.repeat(40)}deep`]],
		[
			'tiny/20-reach/10-many-calls.md:8: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found nesting deeper than 32 levels. Write it flatter.'
		]
	],
	[
		'a placeholder in code',
		[['20-reach/10-many-calls.md', 'in red.', 'in `{{answer}}`.']],
		[
			'tiny/20-reach/10-many-calls.md:18: placeholder-not-in-text: expected placeholders in running text only, found one in code. Move it into the sentence.'
		]
	],
	[
		'a placeholder in a link',
		[['20-reach/10-many-calls.md', 'in red.', 'in [red](https://example.org/{{answer}}).']],
		[
			'tiny/20-reach/10-many-calls.md:18: placeholder-not-in-text: expected placeholders in running text only, found one in the address of a link. Move it into the sentence.'
		]
	],
	[
		'a placeholder with one brace',
		[['20-reach/10-many-calls.md', 'You {{answer}}, which', 'You {answer}, which']],
		[
			'tiny/20-reach/10-many-calls.md:16: unmatched-braces: expected placeholders such as {{answer}}, found "{answer}, which usua". Put two braces on either side, or take the brace out.'
		]
	],
	[
		'a placeholder that is not closed',
		[['20-reach/10-many-calls.md', 'You {{answer}}, which', 'You {{answer}, which']],
		[
			'tiny/20-reach/10-many-calls.md:16: unmatched-braces: expected placeholders such as {{answer}}, found "{{answer}, which usu". Put two braces on either side, or take the brace out.'
		]
	],
	[
		'no title',
		[['20-reach/10-many-calls.md', '# New people ask us for an offer every week.\n', '']],
		[
			'tiny/20-reach/10-many-calls.md:1: missing-title: expected a line "# …", found no title. Add the title above the text.'
		]
	],
	[
		'an empty title',
		[['20-reach/10-many-calls.md', '# New people ask us for an offer every week.\n', '#\n']],
		[
			'tiny/20-reach/10-many-calls.md:6: missing-title: expected a line "# …", found no title. Add the title above the text.'
		]
	],
	[
		'a second title',
		[['20-reach/10-many-calls.md', '## Unsure', '# Unsure']],
		[
			'warning tiny/20-reach/10-many-calls.md:2: missing-text: expected a text "## Unsure", found none. Write it.',
			'tiny/20-reach/10-many-calls.md:32: second-title: expected one # title, at the top, found another. Use ## for a part, or ### within one.'
		]
	],
	[
		'text before the title',
		[['20-reach/10-many-calls.md', '# New people', 'Hello.\n\n# New people']],
		[
			'tiny/20-reach/10-many-calls.md:8: text-before-title: expected the # title first, found text before it. Move the text below the title.'
		]
	],
	[
		'text before the first heading of an area',
		[['areas/calls.md', '## Keep', 'Hello.\n\n## Keep']],
		[
			'tiny/areas/calls.md:7: text-without-heading: expected text under ## headings only, found text above the first of them. Move it under a heading.'
		]
	],
	[
		'an unknown heading',
		[['20-reach/10-many-calls.md', '## Unsure', '## unsure']],
		[
			'warning tiny/20-reach/10-many-calls.md:2: missing-text: expected a text "## Unsure", found none. Write it.',
			'tiny/20-reach/10-many-calls.md:32: unknown-heading: expected one of the headings ## Keep, ## Change, ## Stop, ## Unsure, ## Ask, found "## unsure". Correct the heading, or use ### within a text.'
		]
	],
	[
		'a heading where none may stand',
		[['patterns/second-look.md', 'You say that', '## Keep\nYou say that']],
		[
			'tiny/patterns/second-look.md:9: unknown-heading: expected no ## heading here, found "## Keep". Correct the heading, or use ### within a text.'
		]
	],
	[
		'a heading for a band that is not there',
		[['indices/reach.md', '## fair', '## average']],
		[
			'warning tiny/indices/reach.md:1: missing-text: expected a text "## fair", found none. Write it.',
			'tiny/indices/reach.md:8: unknown-heading: expected one of the headings ## weak, ## fair, ## strong, ## potential: large, ## potential: small, found "## average". Correct the heading, or use ### within a text.'
		]
	],
	[
		'a heading with nothing under it',
		[['20-reach/10-many-calls.md', /## Unsure\n[^#]*## Ask/, '## Unsure\n\n## Ask']],
		[
			'warning tiny/20-reach/10-many-calls.md:2: missing-text: expected a text "## Unsure", found none. Write it.',
			'tiny/20-reach/10-many-calls.md:32: empty-text: expected a text under the heading, found nothing. Write the text, or take the heading out.'
		]
	],
	[
		'only a ### line under a heading',
		[['20-reach/10-many-calls.md', /## Unsure\n[^#]*## Ask/, '## Unsure\n### A heading\n\n## Ask']],
		[
			'warning tiny/20-reach/10-many-calls.md:2: missing-text: expected a text "## Unsure", found none. Write it.',
			'tiny/20-reach/10-many-calls.md:32: empty-text: expected a text under the heading, found nothing. Write the text, or take the heading out.'
		]
	],
	[
		'a brace that is not closed in a heading',
		[['20-reach/10-many-calls.md', '## Stop {channels=street}', '## Stop {channels=street']],
		[
			'tiny/20-reach/10-many-calls.md:20: unmatched-braces: expected a heading such as "## Keep {question=option}", found "## Stop {channels=street". Close the braces, or take them out.'
		]
	],
	[
		'a question to ask without what to listen for',
		[['20-reach/10-many-calls.md', '\n  Listen for: a name instead of a shrug.', '']],
		[
			'tiny/20-reach/10-many-calls.md:38: wrong-ask: expected a question, and on its own line in the same item "Listen for: …", found something else. Add the line "Listen for: …".'
		]
	],
	[
		'questions to ask that are narrowed',
		[['20-reach/10-many-calls.md', '## Ask', '## Ask {role=owner}']],
		[
			'tiny/20-reach/10-many-calls.md:35: wrong-ask: expected "## Ask" without braces, found braces. Take the braces out.'
		]
	],
	[
		'no list under Ask',
		[['20-reach/10-many-calls.md', /## Ask[^]*/, '## Ask\nWhen did somebody order?\n']],
		[
			'tiny/20-reach/10-many-calls.md:35: wrong-ask: expected a list and nothing else, found no list. Begin each question with "- ".'
		]
	]
]);
