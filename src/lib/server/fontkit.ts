// The very copy of fontkit that pdfmake's pdfkit uses: font formats are registered there, and there is no second one.
import { createRequire } from 'node:module';

export type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
export type Run = {
	readonly glyphs: readonly unknown[];
	readonly positions: readonly Position[];
	readonly advanceWidth: number;
};
export type Font = { readonly unitsPerEm: number; layout(text: string, features?: readonly string[]): Run };
export type Stream = { readonly buffer: Uint8Array };
type Fontkit = {
	create(file: Uint8Array): Font;
	registerFormat(format: { new (stream: Stream): object; probe(file: Uint8Array): boolean }): void;
};

const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'));

export const fontkit = createRequire(fromPdfmake.resolve('pdfkit'))('fontkit') as Fontkit;
