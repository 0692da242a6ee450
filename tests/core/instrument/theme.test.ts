// themes/*.yaml → themes; what is wrong with them stands in problems/themes.test.ts.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseContent } from '#core/instrument/content.ts';
import { plainTheme } from '#core/instrument/theme.ts';
import { parseTheme } from '#core/instrument/theme-file.ts';
import { png } from '../../support/pictures.ts';

const parsed = (text: string) => parseTheme({ path: 'themes/loud.yaml', text }, []);

const LEAST = 'name: Loud\nfirm: Loud & Sons\naccent: "#1d4e55"\n';

describe('a theme', () => {
	test('needs a name, a firm and a colour', () => {
		expect(parsed(LEAST)).toEqual({
			theme: { name: 'Loud', firm: 'Loud & Sons', accent: '#1d4e55', logo: null, footer: '', closing: null },
			problems: []
		});
	});

	test.each([
		['"#1D4E55"', '#1d4e55'],
		['"#14C"', '#1144cc'],
		["'#000'", '#000000']
	])('writes the colour %s as %s', (given, accent) => {
		expect(parsed(LEAST.replace('"#1d4e55"', given)).theme?.accent).toBe(accent);
	});

	test('keeps a pale colour and says which one will be read', () => {
		const { theme, problems } = parsed(LEAST.replace('#1d4e55', '#ffd400'));
		expect(theme?.accent).toBe('#ffd400');
		expect(problems.map(({ level, where }) => `${level} ${where}`)).toEqual(['warning themes/loud.yaml:3']);
		expect(problems[0]?.remedy).toContain('#897100');
	});

	test('closes with a heading and prose', () => {
		const { theme } = parsed(`${LEAST}closing: |\n  ## What now\n\n  Call *us*.\n\n  - Or\n  - not\n`);
		const text = (words: string) => ({ kind: 'text', text: words });
		expect(theme?.closing).toEqual({
			title: 'What now',
			prose: [
				{
					kind: 'paragraph',
					inline: [text('Call '), { kind: 'emphasis', inline: [text('us')] }, text('.')]
				},
				{
					kind: 'list',
					ordered: false,
					items: [[{ kind: 'paragraph', inline: [text('Or')] }], [{ kind: 'paragraph', inline: [text('not')] }]]
				}
			]
		});
	});

	test('may begin with a byte order mark and end its lines like Windows', () => {
		const { theme, problems } = parsed(`\uFEFF${LEAST}closing: |\n  ## A\n\n  B.\n`.replaceAll('\n', '\r\n'));
		expect(problems).toEqual([]);
		expect(theme?.closing?.title).toBe('A');
	});

	test('has its logo from the pictures of the content', () => {
		const bytes = png(40, 10);
		const { theme, problems } = parseTheme({ path: 'themes/loud.yaml', text: `${LEAST}logo: loud.png\n` }, [
			{ path: 'themes/loud.png', size: bytes.length, bytes }
		]);
		expect(problems).toEqual([]);
		expect(theme?.logo).toMatchObject({ type: 'image/png', width: 40, height: 10 });
	});
});

describe('the themes of a content folder', () => {
	const site = {
		path: 'site.md',
		text: '---\nname: N\ncontact: n@example.org\n---\n## Imprint\n\nN.\n\n## Privacy\n\nP.\n'
	};

	test('are known by the names of their files, and a default one is always there', () => {
		const { themes, problems } = parseContent([site, { path: 'themes/loud.yaml', text: LEAST }]);
		expect(problems).toEqual([]);
		expect([...themes.keys()]).toEqual(['default', 'loud']);
		expect(themes.get('default')).toBe(plainTheme);
		expect(themes.get('loud')?.firm).toBe('Loud & Sons');
	});

	test('leave out one with an error, and hold the others', () => {
		const { themes, problems } = parseContent([
			site,
			{ path: 'themes/default.yaml', text: LEAST },
			{ path: 'themes/half.yaml', text: 'name: Half\n' }
		]);
		expect([...themes.keys()]).toEqual(['default']);
		expect(themes.get('default')?.firm).toBe('Loud & Sons');
		expect(new Set(problems.map(({ where }) => where))).toEqual(new Set(['themes/half.yaml:1']));
	});

	test('include ours, which nothing is wrong with', () => {
		const text = readFileSync('content/themes/default.yaml', 'utf8');
		const { theme, problems } = parseTheme({ path: 'themes/default.yaml', text }, []);
		expect(problems).toEqual([]);
		expect(theme?.closing?.prose.length).toBeGreaterThan(0);
	});
});
