// An HTML page → every text that a person can see or hear in it.
import { JSDOM } from 'jsdom';

const SPOKEN = ['aria-label', 'title', 'alt', 'placeholder', 'aria-roledescription'];

export function seenTexts(html: string): readonly string[] {
	const { document } = new JSDOM(html).window;
	for (const silent of document.querySelectorAll('script, style, template, noscript > style')) silent.remove();
	const texts = [document.title];
	const nodes = document.createTreeWalker(document.body, 4 /* text */);
	while (nodes.nextNode()) texts.push(nodes.currentNode.textContent ?? '');
	for (const element of document.querySelectorAll('*')) {
		texts.push(...SPOKEN.map((name) => element.getAttribute(name) ?? ''));
		if (element.matches('input[type=submit], input[type=button]')) texts.push(element.getAttribute('value') ?? '');
	}
	return texts.filter((text) => text.trim() !== '');
}

/** Every string inside a value, however deep: the texts of compiled content. */
export function stringsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value.replace(/\s+/g, ' ').trim()];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(stringsIn);
}
