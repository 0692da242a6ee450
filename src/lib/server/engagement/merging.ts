// What somebody typed, what their form began with and what is stored now → what is kept: two who write at once lose nothing.
import { createHash } from 'node:crypto';

/** Texts by the name of their field. */
export type Fields = Readonly<Record<string, string>>;

/** Stands for a text in a form that shows it, so that it is known afterwards whether the text was touched. */
export const seen = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

export const seenOf = (fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, seen(text)]));

export type Merged = {
	readonly fields: Fields;
	/** The names of those that both have changed, and not to the same: in `fields` stands what was typed. */
	readonly conflicts: readonly string[];
};

/**
 * Of each field whoever changed it wins. `was` holds what `seen` gave for what the form began with; a field without it
 * began empty. What the form does not have stays as it is stored.
 */
export function merged(typed: Fields, was: Fields, stored: Fields): Merged {
	const fields: Record<string, string> = { ...stored };
	const conflicts: string[] = [];
	for (const [name, text] of Object.entries(typed)) {
		const held = stored[name] ?? '';
		const began = was[name] || seen('');
		if (seen(text) === began) {
			fields[name] ??= text;
			continue;
		}
		fields[name] = text;
		if (seen(held) !== began && held !== text) conflicts.push(name);
	}
	return { fields, conflicts };
}
