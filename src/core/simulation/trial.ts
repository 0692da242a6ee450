// One simulated respondent → what their report held.
import type { Answers } from '#core/answers/answers.ts';
import { checkAnswers } from '#core/answers/check.ts';
import { find } from '#core/findings/find.ts';
import type { KeyAreaFinding, PatternFinding } from '#core/findings/findings.ts';
import { line } from '#core/problem.ts';
import { compose } from '#core/report/compose.ts';
import { textsOf } from '#core/report/texts.ts';
import type { Words } from '#core/report/words.ts';
import { score } from '#core/scores/score.ts';
import type { Scores } from '#core/scores/scores.ts';
import { marksIn, type Marked } from './marked.ts';

export type Trial = {
	readonly scores: Scores;
	readonly keyAreas: readonly KeyAreaFinding[];
	readonly patterns: readonly PatternFinding[];
	/** Positions in the labels of the texts that were shown, each once. */
	readonly shown: ReadonlySet<number>;
	/** The texts that begin with the same words as the text before them, each after that one, as they are told. */
	readonly alike: readonly (readonly [before: number, at: number])[];
	/** Words of the whole report. */
	readonly words: number;
};

/** The day does not matter: reports differ by answers only. */
const DATE = '2000-01-01';

/** Throws if the answers do not fit the instrument: they were made for it. */
export function trial({ instrument, labels }: Marked, values: Readonly<Record<string, unknown>>, words: Words): Trial {
	const checked = checkAnswers(instrument, values);
	if (!checked.ok) throw new Error(checked.problems.map(line).join('\n'));
	const answers: Answers = checked.value;
	const scores = score(instrument, answers);
	const findings = find(instrument, answers, scores);
	const locale = instrument.locale;
	const report = compose({
		instrument,
		answers,
		scores,
		findings,
		words,
		locale,
		date: DATE,
		scope: 'whole',
		response: { id: null, revision: 1 },
		edition: null
	});
	const all = textsOf(report).join('\n');
	const marks = marksIn(all);
	const spoken = all.split(/\s+/).length - marks.length;
	return {
		scores,
		keyAreas: findings.flatMap((finding) => (finding.kind === 'key-area' ? [finding] : [])),
		patterns: findings.flatMap((finding) => (finding.kind === 'pattern' ? [finding] : [])),
		shown: new Set(marks),
		alike: neighboursAlike(marks, labels),
		words: marks.reduce((sum, at) => sum + (labels[at]?.reading.words ?? 0), spoken)
	};
}

/** A text that stands twice in a row, such as the headline in summary and executive summary, is no neighbour of itself. */
function neighboursAlike(marks: readonly number[], labels: Marked['labels']): Trial['alike'] {
	const opening = (mark: number | undefined): string => labels[mark ?? -1]?.opening ?? '';
	return marks.flatMap((at, place) => {
		const before = marks[place - 1];
		if (before === undefined || before === at || opening(at) === '' || opening(before) !== opening(at)) return [];
		return [[before, at] as const];
	});
}
