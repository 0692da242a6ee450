// A marketer's plain text with {{name}} and the like → paragraphs in which what is known of the reader stands as text. Pure.

/** The closed list of what can stand for a placeholder. */
const placeholders = ['name', 'company', 'finding', 'weakest', 'firm'] as const;

export type Fillings = Readonly<Record<(typeof placeholders)[number], string>>;

const named = new RegExp(`\\{\\{ *(${placeholders.join('|')}) *\\}\\}`, 'g');

/** Each placeholder once, so that what is put in is never read again. Where nothing is known no gap is left before a comma. */
export const filled = (text: string, values: Fillings): string =>
	text
		.replace(named, (_whole, name: keyof Fillings) => values[name] || GAP)
		.replace(new RegExp(` *${GAP}(?=[,.;:!?]|$)|${GAP} *`, 'gm'), '');

/** No text of people holds it: forms refuse control characters. */
const GAP = '\x00';

/** Empty lines part them. */
export const paragraphsOf = (text: string, values: Fillings): readonly string[] =>
	filled(text, values)
		.split(/\n\s*\n/)
		.map((each) => each.trim())
		.filter((each) => each !== '');
