// The content folder → who runs the site, how its pages look, and every instrument in it.
import type { Problem } from '#core/problem.ts';
import type { Benchmark } from './benchmark.ts';
import type { Instrument } from './instrument.ts';
import { Ledger } from './ledger.ts';
import type { Picture } from './logo.ts';
import type { SourceFile } from './page.ts';
import { parseInstrument } from './parse.ts';
import { parseSite, type Site } from './site.ts';
import type { Theme } from './theme.ts';
import { parseThemes } from './themes.ts';
import { wrong } from './wrong.ts';

/** Read elsewhere, or for authors only. Names with a dot in front are passed over too. */
const ELSEWHERE = /^(README\.md$|messages\/)|(^|\/)\./;

/**
 * Compiles a content folder: `files` have paths relative to it. Instruments with an error are left out, and the
 * problems of all come together, those of an instrument with `<id>/` in front of the path. `pictures` are the files that
 * are no text, for the logos of themes.
 */
export function parseContent(
	files: readonly SourceFile[],
	pictures: readonly Picture[] = []
): {
	readonly site: Site | null;
	/** By the name of the file; without one that is called default there is the plain one. */
	readonly themes: ReadonlyMap<string, Theme>;
	/** By id. */
	readonly instruments: ReadonlyMap<string, Instrument>;
	/** By the id of the instrument; those that have none are not in it. */
	readonly benchmarks: ReadonlyMap<string, readonly Benchmark[]>;
	readonly problems: readonly Problem[];
} {
	const ledger = new Ledger();
	const folders = new Map<string, SourceFile[]>();
	const sites: SourceFile[] = [];
	const looks: SourceFile[] = [];
	for (const file of files) {
		const [folder = '', ...rest] = file.path.split('/');
		if (ELSEWHERE.test(file.path)) continue;
		if (file.path === 'site.md') sites.push(file);
		else if (rest.length === 0) ledger.error(`${file.path}:1`, UNEXPECTED(file.path));
		else if (folder === 'themes') looks.push(file);
		else folders.set(folder, [...(folders.get(folder) ?? []), { path: rest.join('/'), text: file.text }]);
	}
	if (sites.length === 0) ledger.warning('site.md:1', wrong('missing-file', 'a file site.md', 'none', 'Add site.md.'));
	const site = sites[0] ? parseSite(sites[0]) : null;
	const parsed = [...folders]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, inside]) => parseInstrument(id, inside));
	const { themes, problems } = parseThemes(looks, pictures);
	return {
		site: site?.site ?? null,
		themes,
		instruments: new Map(
			parsed.flatMap(({ instrument }) => (instrument ? [[instrument.id, instrument] as const] : []))
		),
		benchmarks: new Map(
			parsed.flatMap(({ instrument, benchmarks }) =>
				instrument && benchmarks.length > 0 ? [[instrument.id, benchmarks] as const] : []
			)
		),
		problems: [
			...ledger.problems,
			...(site?.problems ?? []),
			...problems,
			...parsed.flatMap(({ problems }) => problems)
		]
	};
}

const UNEXPECTED = (path: string) =>
	wrong(
		'unexpected-file',
		'site.md, README.md, messages/, themes/ and a folder for each instrument',
		`"${path}"`,
		'Move the file or take it out.'
	);
