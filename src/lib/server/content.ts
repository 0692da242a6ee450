// The content folder → the site and its instruments, read once and refused as a whole if anything in it is wrong.
import { join } from 'node:path';
import { parseContent } from '#core/instrument/content.ts';
import { once } from '#core/instrument/once.ts';
import { questionnaireOf, type Questionnaire } from '#core/instrument/questionnaire.ts';
import { isError, line, type Problem } from '#core/problem.ts';
import { CannotStart } from './cannot-start.ts';
import { env } from './env.ts';
import { picturesIn, readFolder, stampOf, UnreadableFolder } from './folder.ts';
import { readSamples } from './sample.ts';

export { readFolder } from './folder.ts';

export type Content = Omit<ReturnType<typeof readContent>, 'problems'> & { readonly warnings: number };

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
	const { problems, ...read } = readContent(folder);
	const errors = problems.filter(isError);
	if (errors.length > 0) throw refusal(folder, errors);
	known = { content: { ...read, warnings: problems.length }, stamp };
	return known.content;
}

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
		if (error instanceof UnreadableFolder) throw refusal(folder, error.problems);
		throw error;
	}
}

const refusal = (folder: string, problems: readonly Problem[]): CannotStart =>
	new CannotStart([`The content in ${folder} has problems:`, ...problems.map(line)].join('\n'));
