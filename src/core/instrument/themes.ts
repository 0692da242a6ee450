// The files of themes/ → the themes in it by name, the default one always among them.
import type { Problem } from '#core/problem.ts';
import { Ledger } from './ledger.ts';
import type { Picture } from './logo.ts';
import type { SourceFile } from './page.ts';
import { ID } from './shape.ts';
import { plainTheme, type Theme } from './theme.ts';
import { parseTheme } from './theme-file.ts';
import { wrong } from './wrong.ts';

const THEME = /^themes\/([^/]+)\.yaml$/;
const PICTURE = /^themes\/[^/]+\.(png|jpe?g|svg)$/i;

/** Themes by the names of their files; a theme with an error is left out. */
export function parseThemes(
	files: readonly SourceFile[],
	pictures: readonly Picture[]
): { readonly themes: ReadonlyMap<string, Theme>; readonly problems: readonly Problem[] } {
	const ledger = new Ledger();
	const problems: Problem[] = [];
	const themes = new Map([['default', plainTheme]]);
	for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
		const [, id = ''] = THEME.exec(file.path) ?? [];
		if (ID.test(id)) {
			const parsed = parseTheme(file, pictures);
			problems.push(...parsed.problems);
			if (parsed.theme) themes.set(id, parsed.theme);
		} else if (!PICTURE.test(file.path)) ledger.error(`${file.path}:1`, notATheme(file.path));
	}
	return { themes, problems: [...ledger.problems, ...problems] };
}

const notATheme = (path: string) =>
	wrong('not-a-theme', 'themes such as default.yaml and their logos', `"${path}"`, 'Rename the file or take it out.');
