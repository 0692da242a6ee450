// Instrument + seed → ten thousand respondents, and what their reports have in common.
import type { Condition } from '#core/instrument/condition.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { sayCondition } from '#core/instrument/say-condition.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Words } from '#core/report/words.ts';
import { chanceFrom } from './chance.ts';
import { indexFigures } from './figures.ts';
import { marked, type Label } from './marked.ts';
import { median } from './moments.ts';
import { grade, together } from './reading.ts';
import { respondent } from './respondent.ts';
import type { Summary } from './summary.ts';
import { Tally } from './tally.ts';
import { trial } from './trial.ts';

export type Wishes = { readonly respondents: number; readonly seed: number };

/** The answers of respondent `number`, from 1: each has a stream of chance of its own, so one can be looked at alone. */
export const answersOf = (instrument: Instrument, seed: number, number: number): Readonly<Record<string, Value>> =>
	respondent(instrument, chanceFrom(Math.imul(seed, 0x9e3779b1) + number));

/** The same instrument, words, number and seed give the same summary. */
export function simulate(instrument: Instrument, words: Words, { respondents, seed }: Wishes): Summary {
	const under = marked(instrument);
	const { labels } = under;
	const tally = new Tally(under);
	const trials = Array.from({ length: respondents }, (_, at) => {
		const each = trial(under, answersOf(instrument, seed, at + 1), words);
		tally.add(each);
		const reading = together([...each.shown].flatMap((mark) => labels[mark]?.reading ?? []));
		return { indices: each.scores.indices, words: each.words, grade: grade(reading) };
	});

	const name = namer(instrument);
	const named = (fits: (label: Label, at: number) => boolean): string[] => labels.filter(fits).map(name);
	const lengths = trials.map((each, at) => ({ respondent: at + 1, words: each.words }));
	const byLength = lengths.toSorted((a, b) => a.words - b.words);
	const none = { respondent: 0, words: 0 };
	const grades = trials.flatMap((each) => (Number.isNaN(each.grade) ? [] : each.grade)).toSorted((a, b) => a - b);
	return {
		instrument: instrument.id,
		version: instrument.version,
		respondents,
		seed,
		texts: labels.length,
		never: named((label, at) => tally.times(at) === 0 && !needsSeveral(label.when)),
		always: named((_, at) => tally.times(at) === respondents),
		needSeveral: named(({ when }) => needsSeveral(when)),
		...tally.result(name),
		shortest: byLength[0] ?? none,
		longest: byLength.at(-1) ?? none,
		grade: { lowest: grades[0] ?? Number.NaN, median: median(grades), highest: grades.at(-1) ?? Number.NaN },
		...indexFigures(instrument, trials)
	};
}

function needsSeveral(when: Condition | null): boolean {
	switch (when?.kind) {
		case 'group':
		case 'gap':
		case 'unknown':
			return true;
		case 'all':
			return when.of.some(needsSeveral);
		case 'any':
			return when.of.every(needsSeveral);
		default:
			return false;
	}
}

function namer(instrument: Instrument): (label: Label) => string {
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	return ({ kind, owner, keyword, when }) => {
		const narrowed = when === null || kind === 'pattern' ? '' : ` where ${sayCondition(when, questions)}`;
		return `${kind} ${owner}${keyword === '' ? '' : `, ${keyword}`}${narrowed}`;
	};
}
