// The fonts that we print and paint with → their files. Whole glyph sets: a subset would lose "Łódź ≥".
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const families = {
	serif: { of: 'source-serif-4', file: 'SourceSerif4' },
	sans: { of: 'inter', file: 'Inter' }
};

const weights = {
	normal: '400Regular',
	bold: '600SemiBold',
	italics: '400Regular_Italic',
	bolditalics: '600SemiBold_Italic'
};

export type Family = keyof typeof families;
export type Weight = keyof typeof weights;

export function fontFile(family: Family, weight: Weight): { readonly name: string; readonly bytes: Uint8Array } {
	const { of, file } = families[family];
	const name = `${file}_${weights[weight]}.ttf`;
	return { name, bytes: readFileSync(require.resolve(`@expo-google-fonts/${of}/${weights[weight]}/${name}`)) };
}
