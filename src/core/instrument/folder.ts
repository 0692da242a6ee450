// The paths of an instrument's files → which file is what: sections with their questions in order, areas, indices, patterns.
import { byFile, type Ledger } from './ledger.ts';
import type { SourceFile } from './page.ts';
import { ID } from './shape.ts';
import { CONDITION_WORDS } from './when.ts';
import { wrong } from './wrong.ts';

export type Entry = { readonly id: string; readonly file: SourceFile };

type SectionFolder = {
	readonly id: string;
	readonly path: string;
	readonly file: SourceFile | null;
	readonly questions: readonly Entry[];
};

export type Folder = {
	readonly head: SourceFile | null;
	readonly headlines: SourceFile | null;
	/** What the last release was, as `check --release` wrote it. */
	readonly lock: SourceFile | null;
	readonly sections: readonly SectionFolder[];
	readonly areas: readonly Entry[];
	readonly indices: readonly Entry[];
	readonly patterns: readonly Entry[];
	readonly benchmarks: readonly SourceFile[];
};

const NUMBERED = /^\d{1,6}-(.+)$/;

/** Passed over: profiles, the sample and translations are no part of this reading. Names with a dot in front too. */
const ELSEWHERE = /^(profiles\/|sample\/|[a-z]{2}(-[A-Z]{2})?\/)|(^|\/)\./;

const TOP = ['instrument.md', 'headlines.md', 'versions.lock'];

const KINDS = ['areas', 'indices', 'patterns'];

/** Sorts the files of an instrument; whatever has no place in it is told to the ledger. */
export function readFolder(files: readonly SourceFile[], ledger: Ledger): Folder {
	const sorted = files.filter(({ path }) => !ELSEWHERE.test(path)).toSorted((a, b) => byFile(a.path, b.path));
	const sections = new Map<string, { id: string; path: string; file: SourceFile | null; questions: Entry[] }>();
	const entries: Record<string, Entry[]> = { areas: [], indices: [], patterns: [] };
	const top = new Map<string, SourceFile>();
	const benchmarks: SourceFile[] = [];
	for (const file of sorted) {
		const [folder = '', name = '', ...deeper] = file.path.split('/');
		if (name === '' && TOP.includes(folder)) top.set(folder, file);
		else if (folder === 'benchmarks') benchmarks.push(file);
		else if (deeper.length > 0 || !name.endsWith('.md')) ledger.error(`${file.path}:1`, unexpected(file.path));
		else if (KINDS.includes(folder)) {
			if (goodId(name.slice(0, -3), file, ledger)) entries[folder]?.push({ id: name.slice(0, -3), file });
		} else {
			const id = NUMBERED.exec(folder)?.[1];
			if (id === undefined) {
				ledger.error(`${file.path}:1`, unexpected(file.path));
				continue;
			}
			const section = sections.get(folder) ?? { id, path: folder, file: null, questions: [] };
			if (!sections.has(folder)) goodId(id, file, ledger);
			sections.set(folder, section);
			if (name === 'section.md') section.file = file;
			else readQuestionName(name, file, section.questions, ledger);
		}
	}
	return {
		head: top.get('instrument.md') ?? null,
		headlines: top.get('headlines.md') ?? null,
		lock: top.get('versions.lock') ?? null,
		sections: [...sections.values()],
		areas: entries['areas'] ?? [],
		indices: entries['indices'] ?? [],
		patterns: entries['patterns'] ?? [],
		benchmarks
	};
}

function readQuestionName(name: string, file: SourceFile, questions: Entry[], ledger: Ledger): void {
	const id = NUMBERED.exec(name.slice(0, -3))?.[1];
	if (id === undefined) ledger.error(`${file.path}:1`, NOT_NUMBERED(name));
	else if (CONDITION_WORDS.includes(id)) ledger.error(`${file.path}:1`, reserved(id));
	else if (goodId(id, file, ledger)) questions.push({ id, file });
}

function goodId(id: string, file: SourceFile, ledger: Ledger): boolean {
	if (ID.test(id)) return true;
	const expected = 'an id: a small letter, then small letters, digits and hyphens';
	ledger.error(`${file.path}:1`, wrong('wrong-id', expected, `"${id}"`, 'Rename the file or folder.'));
	return false;
}

const NOT_NUMBERED = (name: string) =>
	wrong(
		'name-without-number',
		'a name such as 10-some-question.md',
		`"${name}"`,
		'Put a number in steps of ten in front.'
	);

const reserved = (id: string) => wrong('reserved-id', 'an id that opens no condition', `"${id}"`, 'Choose another id.');

const unexpected = (path: string) =>
	wrong(
		'unexpected-file',
		'instrument.md, headlines.md, sections such as 10-about-you/ with section.md and questions, areas/, indices/ or patterns/',
		`"${path}"`,
		'Move the file or take it out.'
	);
