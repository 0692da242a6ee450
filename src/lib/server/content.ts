// The content folder → the site and its instruments, read once and refused as a whole if anything in it is wrong.
import { join } from 'node:path';
import { parseContent } from '#core/instrument/content.ts';
import { once } from '#core/instrument/once.ts';
import { questionnaireOf, type Questionnaire } from '#core/instrument/questionnaire.ts';
import { isError, line, type Outcome, type Problem } from '#core/problem.ts';
import { CannotStart } from './cannot-start.ts';
import { env } from './env.ts';
import { picturesIn, readFolder, stampOf, UnreadableFolder } from './folder.ts';
import { readSamples } from './sample.ts';

export { readFolder } from './folder.ts';

/** `problems` are warnings: with an error among them there is no content. */
export type Content = ReturnType<typeof readContent>;

let known: { readonly content: Content; readonly stamp: string } | undefined;

/**
 * What the server offers. Throws `CannotStart` with every problem. In development the folder is read again once a
 * file in it was changed.
 */
export function content(): Content {
	if (known !== undefined && !import.meta.env.DEV) return known.content;
	const folder = env().contentDir;
	const stamp = stampOf(folder);
	if (known?.stamp === stamp) return known.content;
	const read = readContent(folder);
	if (read.problems.some(isError)) throw new RefusedContent(folder, read.problems);
	known = { content: read, stamp };
	return read;
}

/** The content, or why there is none: a running server has some, but in development a file may be broken at any time. */
export function contentOrProblems(): Outcome<Content> {
	try {
		return { ok: true, value: content() };
	} catch (error) {
		if (error instanceof RefusedContent) return { ok: false, problems: error.problems };
		throw error;
	}
}

/** Whether a file was changed after it was read. */
export const isStale = (): boolean => known !== undefined && known.stamp !== stampOf(env().contentDir);

const made = once(questionnaireOf);

/** What a participant may see of an instrument; null if there is none of that name. */
export function questionnaire(id: string): Questionnaire | null {
	const instrument = content().instruments.get(id);
	return instrument === undefined ? null : made(instrument);
}

function readContent(folder: string) {
	try {
		const files = readFolder(folder);
		const read = parseContent(files, picturesIn(join(folder, 'themes'), 'themes/'));
		const { samples, problems } = readSamples(read.instruments, files);
		return { ...read, samples, problems: [...read.problems, ...problems] };
	} catch (error) {
		if (error instanceof UnreadableFolder) throw new RefusedContent(folder, error.problems);
		throw error;
	}
}

/** Says the errors alone, and keeps the warnings beside them. */
class RefusedContent extends CannotStart {
	readonly problems: readonly Problem[];

	constructor(folder: string, problems: readonly Problem[]) {
		super([`The content in ${folder} has problems:`, ...problems.filter(isError).map(line)].join('\n'));
		this.problems = problems;
	}
}
