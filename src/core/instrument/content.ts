// The content folder → who runs the site, and every instrument in it.
import type { Problem } from '#core/problem.ts';
import type { Instrument } from './instrument.ts';
import { Ledger } from './ledger.ts';
import type { SourceFile } from './page.ts';
import { parseInstrument } from './parse.ts';
import { parseSite, type Site } from './site.ts';
import { wrong } from './wrong.ts';

/** Read elsewhere, or for authors only. Names with a dot in front are passed over too. */
const ELSEWHERE = /^(README\.md$|messages\/|themes\/)|(^|\/)\./;

/**
 * Compiles a content folder: `files` have paths relative to it. Instruments with an error are left out, and the
 * problems of all come together, those of an instrument with `<id>/` in front of the path.
 */
export function parseContent(files: readonly SourceFile[]): {
	readonly site: Site | null;
	/** By id. */
	readonly instruments: ReadonlyMap<string, Instrument>;
	readonly problems: readonly Problem[];
} {
	const ledger = new Ledger();
	const folders = new Map<string, SourceFile[]>();
	const sites: SourceFile[] = [];
	for (const file of files) {
		const [folder = '', ...rest] = file.path.split('/');
		if (ELSEWHERE.test(file.path)) continue;
		if (file.path === 'site.md') sites.push(file);
		else if (rest.length === 0) ledger.error(`${file.path}:1`, UNEXPECTED(file.path));
		else folders.set(folder, [...(folders.get(folder) ?? []), { path: rest.join('/'), text: file.text }]);
	}
	if (sites.length === 0) ledger.warning('site.md:1', wrong('missing-file', 'a file site.md', 'none', 'Add site.md.'));
	const site = sites[0] ? parseSite(sites[0]) : null;
	const parsed = [...folders]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, inside]) => parseInstrument(id, inside));
	return {
		site: site?.site ?? null,
		instruments: new Map(
			parsed.flatMap(({ instrument }) => (instrument ? [[instrument.id, instrument] as const] : []))
		),
		problems: [...ledger.problems, ...(site?.problems ?? []), ...parsed.flatMap(({ problems }) => problems)]
	};
}

const UNEXPECTED = (path: string) =>
	wrong(
		'unexpected-file',
		'site.md, README.md, messages/, themes/ and a folder for each instrument',
		`"${path}"`,
		'Move the file or take it out.'
	);
