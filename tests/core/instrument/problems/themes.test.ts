// Mistakes in themes, each with every line that is said about it.
import { describe, expect, test } from 'vitest';
import { parseContent } from '#core/instrument/content.ts';
import type { Picture } from '#core/instrument/logo.ts';
import { isError, line } from '#core/problem.ts';
import { png } from '../../../support/pictures.ts';

const SITE = '---\nname: N\ncontact: n@example.org\n---\n## Imprint\n\nN.\n\n## Privacy\n\nP.\n';
const GOOD = `# A theme.
name: Good
firm: Good & Sons
accent: "#1d4e55"
footer: Made with care.
closing: |
  ## What now

  Call us.
`;

const picture = (name: string, bytes: Uint8Array, size = bytes.length): Picture => ({
	path: `themes/${name}`,
	size,
	bytes
});
const pictures = [
	picture('logo.png', png(9, 9)),
	picture('text.png', new TextEncoder().encode('no picture at all, but long enough to be one')),
	picture('wide.png', png(2500, 1)),
	picture('large.jpg', new Uint8Array(), 300_000)
];

function linesOf(text: string, path = 'themes/good.yaml'): readonly string[] {
	const files = [
		{ path: 'site.md', text: SITE },
		{ path, text }
	];
	return parseContent(files, pictures).problems.map(
		(problem) => `${isError(problem) ? '' : 'warning '}${line(problem)}`
	);
}

const logo = (name: string): string => `${GOOD}logo: ${name}\n`;
const closing = (text: string): string =>
	GOOD.replace(/closing: [^]*/, `closing: |\n${text.replaceAll(/^(?=.)/gm, '  ')}\n`);

describe('mistakes in a theme', () => {
	test('there are none in the good one', () => {
		expect(linesOf(GOOD)).toEqual([]);
		expect(linesOf(logo('logo.png'))).toEqual([]);
	});

	test.each<[mistake: string, text: string, says: readonly string[]]>([
		[
			'a key that nobody knows',
			GOOD.replace('footer:', 'foot:'),
			[
				'themes/good.yaml:5: unknown-key: expected one of the keys name, firm, accent, logo, footer, closing, found "foot". Correct the key or take it out.'
			]
		],
		[
			'no firm',
			GOOD.replace('firm: Good & Sons\n', ''),
			['themes/good.yaml:1: missing-key: expected the key "firm" (a text), found nothing. Add "firm: …".']
		],
		[
			'a colour by its name',
			GOOD.replace('"#1d4e55"', 'teal'),
			[
				'themes/good.yaml:4: wrong-colour: expected a colour such as "#1d4e55", in quotes, found "teal". Write # and six digits from 0 to f, in quotes.'
			]
		],
		[
			'a colour without quotes, which YAML takes for a comment',
			GOOD.replace('"#1d4e55"', '#1d4e55'),
			[
				'themes/good.yaml:4: wrong-colour: expected a colour such as "#1d4e55", in quotes, found nothing. Write # and six digits from 0 to f, in quotes.'
			]
		],
		[
			'a pale colour',
			GOOD.replace('#1d4e55', '#ffd400'),
			[
				'warning themes/good.yaml:4: pale-accent: expected a colour with a contrast of 4.5 to 1 to white and to our paper, found "#ffd400" with 1.3 to 1. Choose a darker one, or leave it: words and buttons will have #897100.'
			]
		],
		[
			'a firm with too long a name',
			GOOD.replace('Good & Sons', 'Good '.repeat(13)),
			[
				'themes/good.yaml:3: text-too-long: expected at most 60 characters, found "Good Good Good Good Good Good Good Good …". Shorten it.'
			]
		],
		[
			'too long a footer',
			GOOD.replace('Made with care.', 'Made with care. '.repeat(11)),
			[
				'themes/good.yaml:5: text-too-long: expected at most 160 characters, found "Made with care. Made with care. Made wit…". Shorten it.'
			]
		],
		[
			'a footer of two lines',
			GOOD.replace('footer: Made with care.', 'footer: |\n  Made\n  with care.'),
			['themes/good.yaml:5: wrong-value: expected one line, found "Made\nwith care.\n". Write it on one line.']
		],
		[
			'a list',
			'- name: Good\n',
			[
				'themes/good.yaml:1: yaml-not-a-mapping: expected settings of the form "key: value", found something else. Write one "key: value" a line.'
			]
		],
		[
			'a closing without a heading',
			closing('Call us.'),
			[
				'themes/good.yaml:6: closing-heading: expected one heading "## …", at the beginning of the closing, found another beginning. Write one heading with ##.'
			]
		],
		[
			'a closing with two headings',
			closing('## What now\n\nCall us.\n\n## And then\n\nCall again.'),
			[
				'themes/good.yaml:11: closing-heading: expected one heading "## …", at the beginning of the closing, found a second one, "## And then". Write one heading with ##.'
			]
		],
		[
			'a closing with a title of another level',
			closing('## What now\n\nCall us.\n\n# And then'),
			[
				'themes/good.yaml:11: second-title: expected one # title, at the top, found another. Use ## for a part, or ### within one.'
			]
		],
		[
			'a closing with nothing under its heading',
			closing('## What now'),
			['themes/good.yaml:6: empty-closing: expected a text under the heading, found nothing. Write it.']
		],
		[
			'a closing of several pages',
			closing(`## What now\n\n${'word '.repeat(301)}`),
			['themes/good.yaml:6: closing-too-long: expected at most 300 words, found 301. Shorten it to a page.']
		],
		[
			'placeholders in a closing',
			closing('## What {{company}} does\n\nCall {{company}}.'),
			[
				'themes/good.yaml:7: closing-heading: expected one heading "## …", at the beginning of the closing, found a placeholder in it. Write one heading with ##.',
				'themes/good.yaml:9: unknown-placeholder: expected no placeholder here, found {{company}}. Correct the placeholder or take it out.'
			]
		],
		[
			'HTML in a closing',
			closing('## What now\n\nCall <b>us</b>.'),
			[
				'themes/good.yaml:9: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found raw HTML. Write it in Markdown.'
			]
		],
		[
			'a logo in SVG',
			logo('logo.svg'),
			[
				'themes/good.yaml:10: wrong-logo: expected the name of a PNG or JPEG picture beside this file, found "logo.svg". Save the logo as PNG, 600 pixels wide.'
			]
		],
		[
			'a logo elsewhere',
			logo('../logo.png'),
			[
				'themes/good.yaml:10: wrong-logo: expected the name of a PNG or JPEG picture beside this file, found "../logo.png". Put the picture there and write its name.'
			]
		],
		[
			'a logo that is not there',
			logo('gone.png'),
			['themes/good.yaml:10: logo-missing: expected the picture themes/gone.png, found none. Put the picture there.']
		],
		[
			'a logo that is no picture',
			logo('text.png'),
			[
				'themes/good.yaml:10: wrong-logo: expected the name of a PNG or JPEG picture beside this file, found a file that is neither. Save the picture again as PNG.'
			]
		],
		[
			'a logo of too many bytes',
			logo('large.jpg'),
			[
				'themes/good.yaml:10: logo-too-large: expected a picture of at most 200 KB, found 293 KB. Save it smaller: 600 pixels are enough.'
			]
		],
		[
			'a logo of too many pixels',
			logo('wide.png'),
			['themes/good.yaml:10: logo-too-large: expected at most 2400 pixels a side, found 2500 × 1. Save it smaller.']
		],
		[
			'a file of another encoding',
			GOOD.replace('care', 'c\uFFFDre'),
			[
				'themes/good.yaml:5: not-utf-8: expected text in UTF-8 without control characters, found bytes that are not UTF-8. Save the file as UTF-8 and take the character out.'
			]
		]
	])('%s', (_mistake, text, says) => {
		expect(linesOf(text)).toEqual(says);
	});

	test.each([
		['themes/good.yml', 'themes/good.yml'],
		['themes/Good One.yaml', 'themes/Good One.yaml'],
		['themes/old/good.yaml', 'themes/old/good.yaml'],
		['themes/notes.txt', 'themes/notes.txt']
	])('%s is no theme', (path, found) => {
		expect(linesOf(GOOD, path)).toEqual([
			`${path}:1: not-a-theme: expected themes such as default.yaml and their logos, found "${found}". Rename the file or take it out.`
		]);
	});

	test('a picture that no theme names is passed over, even as SVG', () => {
		expect(linesOf('<svg/>', 'themes/logo.svg')).toEqual([]);
	});
});
