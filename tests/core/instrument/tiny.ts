// The small good instrument, whole or with one thing wrong.
import { parseInstrument, type SourceFile } from '#core/instrument/parse.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { line } from '#core/problem.ts';
import { filesIn } from '../../support/content.ts';

export const tiny: readonly SourceFile[] = filesIn('tests/fixtures/content/tiny');

/** What is done to the good instrument: text replaced in a file, a file written anew or added, or taken out (null). */
export type Edit =
	readonly [path: string, find: string | RegExp, replacement: string] | readonly [path: string, text: string | null];

export function edited(edits: readonly Edit[]): readonly SourceFile[] {
	return edits.reduce<readonly SourceFile[]>((files, [path, ...change]) => {
		const others = files.filter((file) => file.path !== path);
		const [find, replacement] = change;
		if (find === null) return others;
		if (replacement === undefined) return [...others, { path, text: String(find) }];
		const text = files.find((file) => file.path === path)?.text ?? '';
		if (text.search(find instanceof RegExp ? find : escaped(find)) < 0)
			throw new Error(`${path} has no ${String(find)}`);
		return [...others, { path, text: text.replace(find, () => replacement) }];
	}, tiny);
}

const escaped = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** The problems of the good instrument after these edits, as a command prints them. */
export const linesAfter = (edits: readonly Edit[]): readonly string[] => linesOf(edited(edits));

export const linesOf = (files: readonly SourceFile[], id = 'tiny'): readonly string[] =>
	parseInstrument(id, files).problems.map(
		(problem) => `${problem.level === 'warning' ? 'warning ' : ''}${line(problem)}`
	);

export function compiled(files: readonly SourceFile[] = tiny): Instrument {
	const { instrument, problems } = parseInstrument('tiny', files);
	if (!instrument) throw new Error(problems.map(line).join('\n'));
	return instrument;
}
