// --theme FILE, or nothing → the theme that a report wears. Problems go to standard error, one a line.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseTheme } from '#core/instrument/theme-file.ts';
import { plainTheme, type Theme } from '#core/instrument/theme.ts';
import { isError } from '#core/problem.ts';
import { picturesIn } from '#lib/server/folder.ts';
import { fail, show, usage } from './output.ts';

/** Without a file that of the content, if there is one. Ends the program where the theme cannot be used. */
export function loadTheme(wanted: string | undefined, contentDir: string): Theme {
	const path = wanted ?? join(contentDir, 'themes', 'default.yaml');
	if (!existsSync(path)) return wanted === undefined ? plainTheme : usage(`there is no theme ${path}.`);
	const pictures = picturesIn(dirname(path), path.slice(0, path.lastIndexOf('/') + 1));
	const { theme, problems } = parseTheme({ path, text: readFileSync(path, 'utf8') }, pictures);
	show(wanted === undefined ? problems.filter(isError) : problems);
	return theme ?? fail();
}
