// The part of pdfmake that we call; it ships no types.
declare module 'pdfmake' {
	import type { Definition } from '#lib/pdf/node.ts';

	type Face = { normal: string; bold: string; italics: string; bolditalics: string };

	const pdfmake: {
		virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
		setFonts(fonts: Record<string, Face>): void;
		setUrlAccessPolicy(allows: (url: string) => boolean): void;
		setLocalAccessPolicy(allows: (path: string) => boolean): void;
		createPdf(definition: Definition): { getBuffer(): Promise<Uint8Array> };
	};
	export default pdfmake;
}
