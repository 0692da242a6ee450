// Styles that are looked up once a text: the same pieces of text as when they are looked up for every word.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settleStyles } from '#lib/server/settled-styles.ts';

type Stack = { push(style: object | string): void };
type Texts = { buildInlines(text: unknown, stack: Stack): unknown };
type Document = { provideFont(font: string): object };

const require = createRequire(import.meta.url);
const { default: Stacks } = require('pdfmake/js/StyleContextStack.js') as {
	default: new (named: object, usual: object) => Stack;
};
const { default: TextInlines } = require('pdfmake/js/TextInlines.js') as { default: new (document: Document) => Texts };

/** Fonts in which every letter is as wide as its code says, scaled as the library scales. */
const faces = new Map<string, object>();
const document: Document = {
	provideFont(name) {
		const widthOfString = (text: string, size: number, features: readonly string[] | null): number =>
			[...text].reduce((sum, letter) => sum + letter.charCodeAt(0), features?.length ?? 0) * (size / 1000);
		const face = faces.get(name) ?? { font: {}, widthOfString, lineHeight: (size: number) => size };
		faces.set(name, face);
		return face;
	}
};

const style = fc.record(
	{
		font: fc.constantFrom('Serif', 'Sans'),
		fontSize: fc.constantFrom(9, 10.75),
		color: fc.constantFrom('red', null),
		fontFeatures: fc.constantFrom(['tnum'], null),
		characterSpacing: fc.constantFrom(0, 1.5),
		lineHeight: fc.constantFrom(1, 1.3),
		noWrap: fc.boolean(),
		leadingIndent: fc.constantFrom(0, 12),
		preserveLeadingSpaces: fc.boolean(),
		style: fc.constantFrom('loud', ['loud', 'small'])
	},
	{ requiredKeys: [] }
);
const words = fc.array(fc.constantFrom('Your', 'deals ', '  end', '\n', '12 %'), { maxLength: 6 });
const piece = fc.tuple(style, words).map(([own, some]) => ({ ...own, text: some.join(' ') }));

const built = (around: readonly object[], text: unknown): unknown => {
	const stack = new Stacks({ loud: { bold: true, color: 'blue' }, small: { fontSize: 7 } }, { color: 'black' });
	for (const each of around) stack.push(each);
	return new TextInlines(document).buildInlines(structuredClone(text), stack);
};

test('gives every word the style and the width that it had', () => {
	const cases = fc.sample(fc.tuple(fc.array(style, { maxLength: 4 }), fc.array(piece, { maxLength: 3 })), {
		seed: 7,
		numRuns: 300
	});
	const before = cases.map(([around, text]) => built(around, text));
	settleStyles();
	const after = cases.map(([around, text]) => built(around, text));
	expect(before.some((each) => JSON.stringify(each).includes('"blue"'))).toBe(true);
	expect(after.map((each) => JSON.stringify(each))).toEqual(before.map((each) => JSON.stringify(each)));
});
