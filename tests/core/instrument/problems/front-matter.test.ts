// Front matter that is no plain YAML, and characters that no file may hold.
import { table } from './table.ts';

table('YAML', [
	[
		'front matter that is not closed',
		[['20-reach/10-many-calls.md', '---\n# New', '# New']],
		[
			'tiny/20-reach/10-many-calls.md:1: front-matter-not-closed: expected a second line --- after the front matter, found the end of the file. Add the line ---.'
		]
	],
	[
		'a syntax error',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: [calls']],
		[
			'tiny/20-reach/10-many-calls.md:4: yaml-syntax: expected valid YAML, found an error: Flow sequence in block collection must be sufficiently indented and end with a ]. Mend the line; words with ": " or " #" in them need quotes.'
		]
	],
	[
		'a colon inside a plain text',
		[['10-about-you/10-role.md', 'label: Owner', 'label: Owner: me']],
		[
			'tiny/10-about-you/10-role.md:5: yaml-syntax: expected valid YAML, found an error: Block collections are not allowed within flow collections. Mend the line; words with ": " or " #" in them need quotes.'
		]
	],
	[
		'a key twice',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: calls\narea: making']],
		[
			'tiny/20-reach/10-many-calls.md:4: duplicate-key: expected each key once in a mapping, found a key for the second time. Keep one of the two.'
		]
	],
	[
		'an alias',
		[['10-about-you/10-role.md', 'required: true', 'required: *yes']],
		['tiny/10-about-you/10-role.md:3: yaml-not-plain: expected plain values, found an alias. Write the value out.']
	],
	[
		'an anchor',
		[['10-about-you/10-role.md', 'required: true', 'required: &yes true']],
		['tiny/10-about-you/10-role.md:3: yaml-not-plain: expected plain values, found an anchor. Write the value out.']
	],
	[
		'a tag',
		[['10-about-you/10-role.md', 'required: true', 'required: !!bool true']],
		['tiny/10-about-you/10-role.md:3: yaml-not-plain: expected plain values, found a tag. Write the value out.']
	],
	[
		'a merge key',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { <<: { reach: 2 } }']],
		['tiny/20-reach/10-many-calls.md:4: yaml-not-plain: expected plain values, found a merge key. Write the value out.']
	],
	[
		'a key that is not a word',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { [reach]: 2 }']],
		[
			'tiny/20-reach/10-many-calls.md:4: yaml-not-plain: expected plain values, found a key that is not a word. Write the value out.'
		]
	],
	[
		'the prototype as a key',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { __proto__: 2 }']],
		[
			'tiny/20-reach/10-many-calls.md:4: yaml-not-plain: expected plain values, found the key "__proto__". Write the value out.'
		]
	],
	[
		'a second document',
		[['20-reach/10-many-calls.md', 'area: calls', 'area: calls\n...\nmore: 1']],
		[
			'tiny/20-reach/10-many-calls.md:5: yaml-syntax: expected valid YAML, found an error: Source contains multiple documents; please use YAML.parseAllDocuments(). Mend the line; words with ": " or " #" in them need quotes.'
		]
	],
	[
		'a list instead of a mapping',
		[['10-about-you/10-role.md', /---\n[^]*?---\n/, '---\n- type\n- choice\n---\n']],
		[
			'tiny/10-about-you/10-role.md:2: yaml-not-a-mapping: expected settings of the form "key: value", found something else. Write one "key: value" a line.'
		]
	],
	[
		'nesting deeper than 32 levels',
		[['10-about-you/10-role.md', 'required: true', `required: ${'['.repeat(33)}${']'.repeat(33)}`]],
		[
			'tiny/10-about-you/10-role.md:3: yaml-too-deep: expected at most 32 levels of nesting, found more. Write it flatter.'
		]
	],
	[
		'nesting without end',
		[['10-about-you/10-role.md', 'required: true', `required: ${'['.repeat(20_000)}`]],
		[
			'tiny/10-about-you/10-role.md:3: yaml-syntax: expected valid YAML, found nesting without end. Mend the line; words with ": " or " #" in them need quotes.'
		]
	]
]);

table('characters and sizes', [
	[
		'NUL',
		[['20-reach/10-many-calls.md', 'Only people', 'Only\u0000 people']],
		[
			'tiny/20-reach/10-many-calls.md:8: forbidden-character: expected text in UTF-8 without control characters, found the character U+0000. Save the file as UTF-8 and take the character out.'
		]
	],
	[
		'settings without their lines',
		[['20-reach/10-many-calls.md', /^---\n/, '']],
		[
			'tiny/20-reach/10-many-calls.md:1: front-matter-without-lines: expected the settings between two lines of ---, found settings without them. Add a line --- above the settings and one below them.'
		]
	],
	[
		'a control character',
		[['20-reach/10-many-calls.md', 'Only people', 'Only\u001b people']],
		[
			'tiny/20-reach/10-many-calls.md:8: forbidden-character: expected text in UTF-8 without control characters, found the character U+001B. Save the file as UTF-8 and take the character out.'
		]
	],
	[
		'a lone surrogate',
		[['20-reach/10-many-calls.md', 'Only people', 'Only \ud83d people']],
		[
			'tiny/20-reach/10-many-calls.md:8: forbidden-character: expected text in UTF-8 without control characters, found the character U+D83D. Save the file as UTF-8 and take the character out.'
		]
	],
	[
		'bytes that were not UTF-8',
		[['20-reach/10-many-calls.md', 'Only people', 'Only \ufffd people']],
		[
			'tiny/20-reach/10-many-calls.md:8: not-utf-8: expected text in UTF-8 without control characters, found bytes that are not UTF-8. Save the file as UTF-8 and take the character out.'
		]
	],
	[
		'a file over a megabyte',
		[['20-reach/10-many-calls.md', 'Only people', 'a '.repeat(600_000)]],
		[
			'tiny/20-reach/10-many-calls.md:1: file-too-large: expected at most 1000000 characters, found 1201784. Split the file.'
		]
	]
]);
