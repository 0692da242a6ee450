// The whole content folder: the operator's page and every instrument beside it.
import { describe, expect, test } from 'vitest';
import { parseContent } from '#core/instrument/content.ts';
import type { SourceFile } from '#core/instrument/parse.ts';
import { line } from '#core/problem.ts';
import { compiled, edited, tiny, type Edit } from './tiny.ts';

const SITE =
	'---\nname: Bell & Sons\ncontact: mail@example.org\n---\n## Imprint\n\nBell & Sons, *Harbour Street 1*.\n\n## Privacy\n\nWe keep little.\n';

const folder = (site: string | null, edits: readonly Edit[] = []): SourceFile[] => [
	...(site === null ? [] : [{ path: 'site.md', text: site }]),
	...edited(edits).map(({ path, text }) => ({ path: `tiny/${path}`, text }))
];

const linesIn = (files: readonly SourceFile[]): readonly string[] => parseContent(files).problems.map(line);

describe('a content folder', () => {
	test('gives the site and the instruments by id', () => {
		const { site, instruments, problems } = parseContent(folder(SITE));
		expect(problems).toEqual([]);
		expect([...instruments.keys()]).toEqual(['tiny']);
		expect(instruments.get('tiny')?.hash).toBe(compiled().hash);
		expect(site).toEqual({
			name: 'Bell & Sons',
			contact: 'mail@example.org',
			kept: { unfinished: 180, completed: null },
			imprint: [
				{
					kind: 'paragraph',
					inline: [
						{ kind: 'text', text: 'Bell & Sons, ' },
						{ kind: 'emphasis', inline: [{ kind: 'text', text: 'Harbour Street 1' }] },
						{ kind: 'text', text: '.' }
					]
				}
			],
			privacy: [{ kind: 'paragraph', inline: [{ kind: 'text', text: 'We keep little.' }] }]
		});
	});

	test('says how long responses are kept', () => {
		const site = SITE.replace('\n---\n##', '\nkeep-unfinished-days: 14\nkeep-completed-days: 36500\n---\n##');
		expect(parseContent(folder(site)).site?.kept).toEqual({ unfinished: 14, completed: 36_500 });
	});

	test('passes over what is not for it', () => {
		const more = ['README.md', 'messages/en.json', 'themes/logo.png', '.git/config'].map((path) => ({
			path,
			text: '\u0000'
		}));
		expect(linesIn([...folder(SITE), ...more])).toEqual([]);
	});

	test('leaves out an instrument with an error, and says why', () => {
		const { instruments, site, problems } = parseContent(
			folder(SITE, [['areas/calls.md', 'index: reach', 'index: rich']])
		);
		expect(instruments.size).toBe(0);
		expect(site).not.toBeNull();
		expect(problems.map(({ where }) => where)).toEqual(['tiny/areas/calls.md:2']);
	});

	test('keeps an instrument with a warning', () => {
		const { instruments, problems } = parseContent(
			folder(SITE, [
				['areas/calls.md', /## But[^]*?(?=## Move)/, ''],
				['headlines.md', 'People come, the work holds, and you may be choosy.', 'People come. The work holds.']
			])
		);
		expect(instruments.size).toBe(1);
		expect(problems).toHaveLength(1);
	});

	test('does not depend on the order of the files', () => {
		const files = [...folder(SITE), ...tiny.map(({ path, text }) => ({ path: `second/${path}`, text }))];
		const there = parseContent(files);
		const back = parseContent(files.toReversed());
		expect([...there.instruments]).toEqual([...back.instruments]);
		expect([...there.instruments.keys()]).toEqual(['second', 'tiny']);
	});
});

describe('problems', () => {
	test.each<[string, SourceFile[], readonly string[]]>([
		['no site.md', folder(null), ['site.md:1: missing-file: expected a file site.md, found none. Add site.md.']],
		[
			'a file beside the instruments',
			[...folder(SITE), { path: 'notes.txt', text: '' }],
			[
				'notes.txt:1: unexpected-file: expected site.md, README.md, messages/, themes/ and a folder for each instrument, found "notes.txt". Move the file or take it out.'
			]
		],
		[
			'a folder that is no instrument',
			[...folder(SITE), { path: 'drafts/idea.md', text: '' }],
			[
				'drafts/idea.md:1: unexpected-file: expected instrument.md, headlines.md, sections such as 10-about-you/ with section.md and questions, areas/, indices/ or patterns/, found "idea.md". Move the file or take it out.',
				'drafts/instrument.md:1: missing-file: expected a file instrument.md, found none. Add instrument.md.'
			]
		],
		[
			'an instrument with the address of the studio',
			[...folder(SITE), ...tiny.map(({ path, text }) => ({ path: `studio/${path}`, text }))],
			[
				'studio/instrument.md:1: reserved-id: expected an id that is no address of the application, found "studio". Rename the folder.'
			]
		],
		[
			'an instrument whose id is no id',
			[...folder(SITE), ...tiny.map(({ path, text }) => ({ path: `Second One/${path}`, text }))],
			[
				'Second One/instrument.md:1: wrong-id: expected an id: a small letter, then small letters, digits and hyphens, found "Second One". Rename the folder.'
			]
		],
		[
			'a site without a name',
			folder(SITE.replace('name: Bell & Sons\n', '')),
			['site.md:2: missing-key: expected the key "name" (a text), found nothing. Add "name: …".']
		],
		...[0, 36_501, 1.5, 'long'].map((days): [string, SourceFile[], readonly string[]] => [
			`a site that keeps responses for ${days} days`,
			folder(SITE.replace('\n---\n##', `\nkeep-completed-days: ${days}\n---\n##`)),
			[
				`site.md:4: wrong-value: expected a whole number of days from 1 to 36500, found ${typeof days === 'string' ? `"${days}"` : days}. Change the number.`
			]
		]),
		[
			'a site without imprint',
			folder(SITE.replace(/## Imprint[^#]*/, '')),
			['site.md:1: missing-text: expected a text "## Imprint", found none. Write it.']
		],
		[
			'a site with another heading',
			folder(`${SITE}\n## Terms\n\nNone.\n`),
			[
				'site.md:13: unknown-heading: expected one of the headings ## Imprint, ## Privacy, found "## Terms". Correct the heading, or use ### within a text.'
			]
		],
		[
			'a site with HTML',
			folder(SITE.replace('*Harbour Street 1*', '<b>Harbour Street 1</b>')),
			[
				'site.md:7: markdown-not-allowed: expected paragraphs, lists, quotes, tables, code, emphasis and links, found raw HTML. Write it in Markdown.'
			]
		],
		[
			'a site with a placeholder',
			folder(SITE.replace('We keep', '{{company}} keeps')),
			[
				'site.md:11: unknown-placeholder: expected no placeholder here, found {{company}}. Correct the placeholder or take it out.'
			]
		]
	])('%s', (_name, files, says) => {
		expect(linesIn(files)).toEqual(says);
	});
});
