// Paragraphs → a mail's plain text and, in the same words, its HTML: no picture, no style sheet, nothing loaded.

/** What a mail says. */
export type Letter = {
	readonly subject: string;
	/** A link stands alone in its paragraph. */
	readonly paragraphs: readonly (string | URL)[];
	/** Where one gets no more of these, by a page and by one request; null: it was asked for just now. */
	readonly refusal: URL | null;
	readonly attached?: Attached;
};

/** A file that comes with it. */
export type Attached = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

export const textOf = ({ paragraphs }: Letter): string => `${paragraphs.map(String).join('\n\n')}\n`;

export function htmlOf({ subject, paragraphs }: Letter, locale: string): string {
	const body = paragraphs.map((each) => (each instanceof URL ? linked(each) : `<p>${escaped(each)}</p>`));
	return [
		'<!doctype html>',
		`<html lang="${escaped(locale)}">`,
		`<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
		'<body style="max-width: 38em; font: 16px/1.5 sans-serif">',
		...body,
		'</body>',
		'</html>',
		''
	].join('\n');
}

function linked({ href }: URL): string {
	const address = escaped(href);
	return `<p style="word-break: break-all"><a href="${address}">${address}</a></p>`;
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
	'\n': '<br>'
};

const escaped = (text: string): string => text.replace(/[&<>"'\n]/g, (character) => entities[character] ?? '');
