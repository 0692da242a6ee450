// The texts of a report → a PDF with nothing but lines of text: what the library beneath ours costs by itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';

const require = createRequire(import.meta.url);
const face = (file: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/${file}`));
const serif = face('source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const sans = face('inter/400Regular/Inter_400Regular.ttf');

/** A text this long is one to read; a shorter one is a label. */
const READING = 80;

export async function barePdf(report: Report): Promise<Uint8Array> {
	const document = new PDFDocument({ size: 'A4', margin: 64 });
	document.registerFont('serif', serif).registerFont('sans', sans);
	const chunks: Uint8Array[] = [];
	document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
	const ended = new Promise((resolve) => document.on('end', resolve));
	for (const text of textsOf(report)) {
		if (text.length >= READING) document.font('serif').fontSize(10.75).text(text).moveDown(0.5);
		else document.font('sans').fontSize(9).text(text);
	}
	document.end();
	await ended;
	return Buffer.concat(chunks);
}
