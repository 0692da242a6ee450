// The small instrument that `bellwether new` writes, by path; and which files of a folder still hold its texts.

/** The text of every file of the template, by its path from here. */
const files = import.meta.glob<string>('./new/**/*.md', { query: '?raw', eager: true, import: 'default' });

/** Path within the instrument and text. */
export const template: readonly (readonly [path: string, text: string])[] = Object.entries(files).map(
	([path, text]) => [path.replace(/^\.\/new\//, ''), text] as const
);

/** The paths of files that say what the template says, wherever they were moved to. */
export function untouched(folder: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
	const texts = new Set(template.map(([, text]) => text));
	return folder.filter(({ text }) => texts.has(text)).map(({ path }) => path);
}
