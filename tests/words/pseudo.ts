// A pseudo-locale without a second build: the compiled messages are bracketed as they are loaded, so that every string
// which a page takes from content/messages/ can be told from one that somebody wrote into a component.
import type { Plugin } from 'vite';

const MESSAGE = /paraglide[\\/]messages[\\/][^\\/]+\.js$/;
const TEMPLATE = /\(`((?:[^`\\]|\\.)*)`\)/g;

export const pseudo = (): Plugin => ({
	name: 'pseudo-locale',
	enforce: 'pre',
	transform: (code, id) => (MESSAGE.test(id.split('?')[0] ?? '') ? code.replace(TEMPLATE, '(`⟦$1⟧`)') : null)
});

/** What is left of a text once all that stands in brackets is taken out, brackets within brackets too. */
export function outside(text: string): readonly string[] {
	let rest = text;
	for (let before = ''; before !== rest;) {
		before = rest;
		rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '\u0000');
	}
	return rest.split('\u0000').map((piece) => piece.replace(/\s+/g, ' ').trim());
}
