// A report → the bytes of its PDF, in this thread. Fonts are read once, and nothing else is ever opened or fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Report } from '#core/report/report.ts';
import { documentOf } from '#lib/pdf/document.ts';
import { warm } from './warm-fonts.ts';

const require = createRequire(import.meta.url);

/** Whole glyph sets: a subset would lose "Łódź ≥". */
const families = {
	Serif: { of: 'source-serif-4', file: 'SourceSerif4' },
	Sans: { of: 'inter', file: 'Inter' }
};

const weights = {
	normal: '400Regular',
	bold: '600SemiBold',
	italics: '400Regular_Italic',
	bolditalics: '600SemiBold_Italic'
};

function faces({ of, file }: { of: string; file: string }): typeof weights {
	const named = (weight: string): string => {
		const name = `${file}_${weight}.ttf`;
		pdfmake.virtualfs.writeFileSync(
			name,
			warm(name, readFileSync(require.resolve(`@expo-google-fonts/${of}/${weight}/${name}`)))
		);
		return name;
	};
	return {
		normal: named(weights.normal),
		bold: named(weights.bold),
		italics: named(weights.italics),
		bolditalics: named(weights.bolditalics)
	};
}

let ready = false;

/** Opens the fonts; the first document would do it. */
export function prepare(): void {
	if (ready) return;
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.setLocalAccessPolicy(() => false);
	pdfmake.setFonts({ Serif: faces(families.Serif), Sans: faces(families.Sans) });
	ready = true;
}

/** The same report gives the same bytes: no clock and no chance go in. Blocks the thread until it is done. */
export async function printed(report: Report): Promise<Uint8Array> {
	prepare();
	return pdfmake.createPdf(documentOf(report)).getBuffer();
}
