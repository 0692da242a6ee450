// The folder `sample` of an instrument → the answers and the edition that its sample report is made of.
import { z } from 'zod';
import { checkAnswers } from '#core/answers/check.ts';
import type { Answers } from '#core/answers/answers.ts';
import { once } from '#core/instrument/once.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { SourceFile } from '#core/instrument/parse.ts';
import type { Problem } from '#core/problem.ts';
import type { Report } from '#core/report/report.ts';
import type { Edition } from '#core/standing/edition.ts';
import { composeAnswers } from './composing.ts';
import { readEdition } from './edition-file.ts';
import { inFile, wrong } from './input.ts';
import { readJsonFile } from './json-file.ts';

export type Sample = {
	readonly instrument: Instrument;
	readonly id: string | null;
	readonly answers: Answers;
	readonly edition: Edition;
};

const FILES = ['answers.json', 'edition.json'];

const response = z.strictObject({ id: z.string().optional(), answers: z.record(z.string(), z.unknown()) });

/**
 * `files` with paths relative to the instrument's folder; those outside `sample/` are passed over. Without any there is
 * no sample. Answers that do not fit and an edition that is no demonstration are errors.
 */
export function readSample(
	instrument: Instrument,
	files: readonly SourceFile[]
): { readonly sample: Sample | null; readonly problems: readonly Problem[] } {
	const inside = new Map(
		files.flatMap(({ path, text }) => (path.startsWith('sample/') ? [[path.slice('sample/'.length), text]] : []))
	);
	if (inside.size === 0) return { sample: null, problems: [] };
	const place = (name: string): string => `${instrument.id}/sample/${name}`;
	const problems = [...inside.keys()]
		.filter((name) => !FILES.includes(name))
		.map((name) => wrong('unexpected-file', `${place(name)}:1`, FILES.join(' and '), `"${name}"`, 'Take it out.'));
	const told = <T>(read: { ok: true; value: T } | { ok: false; problems: readonly Problem[] }): T | null => {
		if (read.ok) return read.value;
		problems.push(...read.problems);
		return null;
	};
	const [given, edition] = FILES.map((name) => {
		const text = inside.get(name);
		if (text === undefined)
			problems.push(wrong('missing-file', `${place(name)}:1`, `a file ${name}`, 'none', REMEDIES[name] ?? ''));
		return text;
	});
	const values = given === undefined ? null : told(readJsonFile(response, given, place('answers.json')));
	const checked = values && told(inAnswers(checkAnswers(instrument, values.answers), place('answers.json')));
	const peers = edition === undefined ? null : told(readEdition(edition, place('edition.json'), instrument));
	if (peers?.demonstration === false) problems.push(wrong('real-peers', `${place('edition.json')}:1`, ...REAL));
	if (problems.length > 0 || values === null || checked === null || peers === null) return { sample: null, problems };
	return { sample: { instrument, id: values.id ?? null, answers: checked, edition: peers }, problems };
}

const REMEDIES: Readonly<Record<string, string>> = {
	'answers.json': 'Add one, as bellwether report takes it.',
	'edition.json': 'Make one with bellwether simulate --edition.'
};

const REAL = [
	'invented peers beside invented answers, "demonstration": true',
	'an edition of real ones',
	'Make one with bellwether simulate --edition.'
] as const;

const inAnswers = (checked: ReturnType<typeof checkAnswers>, file: string): ReturnType<typeof checkAnswers> =>
	checked.ok ? checked : { ok: false, problems: checked.problems.map((problem) => inFile(file, problem)) };

/** The samples of all instruments by id, from the files of the content folder. */
export function readSamples(
	instruments: ReadonlyMap<string, Instrument>,
	files: readonly SourceFile[]
): { readonly samples: ReadonlyMap<string, Sample>; readonly problems: readonly Problem[] } {
	const read = [...instruments].map(([id, instrument]) => {
		const own = files.filter(({ path }) => path.startsWith(`${id}/`));
		return readSample(
			instrument,
			own.map(({ path, text }) => ({ path: path.slice(id.length + 1), text }))
		);
	});
	return {
		samples: new Map(read.flatMap(({ sample }) => (sample === null ? [] : [[sample.instrument.id, sample] as const]))),
		problems: read.flatMap(({ problems }) => problems)
	};
}

/** Dated like its edition, so that it stays the same from day to day. */
export const sampleReport: (sample: Sample) => Report = once(({ instrument, id, answers, edition }) =>
	composeAnswers(instrument, answers, {
		date: edition.date,
		response: { id, revision: 1 },
		edition,
		sample: true
	})
);
