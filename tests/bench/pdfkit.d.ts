// The part of pdfkit that the benchmark calls; it ships no types.
declare module 'pdfkit' {
	import type { Readable } from 'node:stream';

	export default class PDFDocument extends Readable {
		constructor(options: { readonly size: string; readonly margin: number });
		registerFont(name: string, source: Uint8Array): this;
		font(name: string): this;
		fontSize(size: number): this;
		text(text: string): this;
		moveDown(lines: number): this;
		end(): void;
	}
}
