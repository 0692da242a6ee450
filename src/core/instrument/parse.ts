// The files of one folder → the Instrument, and everything that is wrong with them.
import type { Problem } from '#core/problem.ts';
import { readArea } from './area-file.ts';
import type { Benchmark } from './benchmark.ts';
import { readBenchmarks } from './benchmark-file.ts';
import { hashOf } from './canonical.ts';
import { checkInstrument } from './check/check.ts';
import type { Compiled } from './compiled.ts';
import { readFolder, type Entry, type Folder } from './folder.ts';
import { readHead, type Head } from './head.ts';
import { readHeadlines } from './headlines-file.ts';
import { readIndex } from './index-file.ts';
import type { Instrument, Question } from './instrument.ts';
import { Ledger } from './ledger.ts';
import { readPage, type Page, type SourceFile } from './page.ts';
import { readPattern } from './pattern-file.ts';
import { readQuestion } from './question-file.ts';
import { readSection } from './section-file.ts';
import { wrong } from './wrong.ts';

export type { SourceFile } from './page.ts';

/**
 * Compiles an instrument. Paths are relative to its folder; the order of the files does not matter. Problems name their
 * place as `<id>/<path>:<line>`; with an error among them there is no instrument. `locale` is that of the texts,
 * `en` unless said.
 */
export function parseInstrument(
	id: string,
	files: readonly SourceFile[],
	{ locale = 'en' }: { locale?: string } = {}
): {
	readonly instrument: Instrument | null;
	/** What others published of it: no part of the instrument, whose hash stays as it is. */
	readonly benchmarks: readonly Benchmark[];
	readonly problems: readonly Problem[];
} {
	const ledger = new Ledger();
	const folder = readFolder(files, ledger);
	const compiled = compile(id, folder, locale, ledger);
	const benchmarks = compiled ? readBenchmarks(folder.benchmarks, compiled, ledger) : [];
	const problems = ledger.problems.map((problem) => ({ ...problem, where: `${id}/${problem.where}` }));
	if (!compiled || ledger.failed) return { instrument: null, benchmarks: [], problems };
	return { instrument: { ...compiled, hash: hashOf(compiled) }, benchmarks, problems };
}

function compile(id: string, folder: Folder, locale: string, ledger: Ledger): Compiled | null {
	const open = (file: SourceFile | null): Page | null => file && readPage(file, ledger);
	const readEach = <T>(entries: readonly Entry[], read: (page: Page, id: string) => T | null): T[] =>
		entries.flatMap((entry) => {
			const page = open(entry.file);
			return (page && read(page, entry.id)) ?? [];
		});

	if (!folder.head) ledger.error('instrument.md:1', missingFile('instrument.md'));
	const headPage = open(folder.head);
	const head = headPage && readHead(headPage);
	const questions: Question[] = [];
	const sections = folder.sections.flatMap((section) => {
		const read = readEach(section.questions, (page, name) =>
			readQuestion(page, name, section.id, head?.scales ?? null)
		);
		questions.push(...read);
		if (!section.file) ledger.error(`${section.path}/section.md:1`, missingFile('section.md'));
		const page = open(section.file);
		return (
			(page &&
				readSection(
					page,
					section.id,
					read.map((question) => question.id)
				)) ??
			[]
		);
	});
	const areas = readEach(folder.areas, readArea);
	const patterns = readEach(folder.patterns, readPattern);
	const headlinesPage = open(folder.headlines);
	const headlines = headlinesPage ? readHeadlines(headlinesPage) : [];
	if (!head) return null;
	const indices = head.indices.map((index) => {
		const file = folder.indices.find((entry) => entry.id === index.id)?.file ?? null;
		return readIndex(open(file), index, head.bands);
	});
	const compiled: Compiled = {
		id,
		locale,
		...withoutScales(head),
		indices,
		sections,
		questions,
		areas,
		headlines,
		patterns
	};
	checkInstrument(compiled, folder, head, ledger);
	return compiled;
}

function withoutScales({ scales: _scales, indices: _indices, ...rest }: Head): Omit<Head, 'scales' | 'indices'> {
	return rest;
}

const missingFile = (name: string) => wrong('missing-file', `a file ${name}`, 'none', `Add ${name}.`);
