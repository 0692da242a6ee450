// Whatever the files contain, parsing ends with an instrument or with problems, and with the same ones in any order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseContent } from '#core/instrument/content.ts';
import { parseInstrument, type SourceFile } from '#core/instrument/parse.ts';
import { isError, type Problem } from '#core/problem.ts';
import { tiny } from './tiny.ts';

/** Pieces of what authors write, in an order that no author would choose. */
const pieces = [
	...[
		'---\n',
		'---',
		'# ',
		'## Keep',
		'## Keep {',
		'## Stop {role=owner}',
		'### ',
		'- ',
		'> ',
		'| a | b |\n|---|---|\n',
		'***',
		'```\n',
		'\n\n'
	],
	...[
		'{{answer}}',
		'{{',
		'}}',
		'{{index.reach}}',
		'{{__proto__}}',
		'<script>',
		'![x](y)',
		'[a](javascript:x)',
		'[a]: b',
		'&#0;',
		'&amp;'
	],
	...[
		'type: choice\n',
		'scale: agreement\n',
		'options:\n',
		'  - { id: a, label: A }\n',
		'when: { role: owner }\n',
		'when: {',
		'feeds: { reach: 1 }\n'
	],
	...[
		'&a ',
		'*a',
		'!!js/function ',
		'<<: ',
		'? ',
		'__proto__: 1\n',
		'constructor: 1\n',
		'- - - -\n',
		': ',
		'\t',
		'"',
		"'",
		'\u2028',
		'\u{1F4A9}',
		'\uD800',
		'\0'
	]
];
const text = fc.oneof(
	fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 200 })
);
const paths = tiny.map(({ path }) => path);

/** The good instrument with a piece of one file replaced. */
const spoilt = fc
	.tuple(fc.constantFrom(...paths), fc.nat(), fc.nat(80), text)
	.map(([path, from, length, inserted]): SourceFile[] =>
		tiny.map((file) => {
			if (file.path !== path) return file;
			const at = from % (file.text.length + 1);
			return { path, text: file.text.slice(0, at) + inserted + file.text.slice(at + length) };
		})
	);

/** The machine may be shared. */
const SLOW = { timeout: 60_000 };

/** A problem says what is wrong, on a line that the file has, in words of ours. */
function expectWellSaid({ code, where, expected, found, remedy }: Problem, files: readonly SourceFile[]): void {
	expect(code).toMatch(/^[a-z]+[a-z0-9-]*$/);
	const [, path = '', line = ''] = /^tiny\/(.+):(\d+)$/.exec(where) ?? [];
	const lines = files.find((file) => file.path === path)?.text.split(/\r\n|\r|\n/).length ?? 1;
	expect(Number(line), where).toBeGreaterThan(0);
	expect(Number(line), where).toBeLessThanOrEqual(lines);
	for (const words of [expected, found, remedy]) expect(words).not.toMatch(/undefined|\[object|NaN|Invalid input/);
}

describe('parsing', () => {
	test('ends with an instrument or an error, never both and never an exception', SLOW, () => {
		fc.assert(
			fc.property(spoilt, (files) => {
				const { instrument, problems } = parseInstrument('tiny', files);
				expect(instrument === null).toBe(problems.some(isError));
				for (const problem of problems) expectWellSaid(problem, files);
			}),
			{ numRuns: 100 }
		);
	});

	test('does not depend on the order of the files', SLOW, () => {
		const [first] = fc.sample(spoilt, 1);
		fc.assert(
			fc.property(fc.constantFrom(tiny, first ?? tiny), fc.infiniteStream(fc.nat()), (files, numbers) => {
				const keys = new Map(files.map((file) => [file, numbers.next().value]));
				const shuffled = files.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
				expect(parseInstrument('tiny', shuffled)).toEqual(parseInstrument('tiny', files));
			}),
			{ numRuns: 20 }
		);
	});

	test('of arbitrary files in arbitrary places never fails otherwise', SLOW, () => {
		const path = fc.oneof(
			fc.constantFrom(
				'site.md',
				'a/instrument.md',
				'a/headlines.md',
				'a/10-b/section.md',
				'a/10-b/10-c.md',
				'a/areas/d.md',
				'a/indices/e.md',
				'a/patterns/f.md'
			),
			fc
				.array(fc.constantFrom('a', '..', '.', '', '10-x', '__proto__', 'constructor', 'section.md', 'é', ' '), {
					minLength: 1,
					maxLength: 4
				})
				.map((parts) => parts.join('/'))
		);
		fc.assert(
			fc.property(fc.array(fc.record({ path, text }), { maxLength: 12 }), (files) => {
				const { instruments, problems } = parseContent(files);
				expect(instruments.size === 0 || !problems.every(isError)).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});
});
