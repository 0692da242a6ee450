// A response → the line that `score` prints; the same scorer as everywhere else.
import { checkAnswers } from '#core/answers/check.ts';
import { quality } from '#core/answers/quality.ts';
import type { Answers } from '#core/answers/answers.ts';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Outcome, Problem } from '#core/problem.ts';
import { score } from '#core/scores/score.ts';
import { readAnswers } from './answers-file.ts';
import { fail, show } from './output.ts';

/** One object a response: indices, questions, areas, key areas, patterns and quality. */
export function scoreLine(instrument: Instrument, id: string | null, answers: Answers): object {
	const scores = score(instrument, answers);
	const findings = find(instrument, answers, scores);
	const company = instrument.indices.find((index) => index.about === 'company' && index.of !== null);
	const complete = company !== undefined && scores.indices[company.id]?.tenths !== null;
	return {
		id,
		instrument: instrument.id,
		version: instrument.version,
		hash: instrument.hash,
		indices: mapped(scores.indices, (index) =>
			index.tenths === null ? { tenths: null, because: index.because } : { tenths: index.tenths, band: index.band }
		),
		questions: mapped(scores.questions, ({ tenths, verdict }) => ({ tenths, verdict })),
		areas: mapped(scores.areas, ({ tenths, verdict, priority }) => ({ tenths, verdict, priority })),
		keyAreas: findings.flatMap((finding) =>
			finding.kind === 'key-area' ? [{ area: finding.area, verdict: finding.verdict }] : []
		),
		patterns: findings.flatMap((finding) => (finding.kind === 'pattern' ? [finding.pattern] : [])),
		quality: quality(instrument, answers, undefined, { complete })
	};
}

const mapped = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

type Checked = { readonly id: string | null; readonly answers: Answers };

/** Every response of a file with its checked answers, or every problem of all of them. */
export function responsesIn(instrument: Instrument, path: string): Outcome<readonly Checked[]> {
	const read = readAnswers(path, instrument);
	if (!read.ok) return read;
	const problems: Problem[] = [];
	const value = read.value.flatMap((response) => {
		const checked = checkAnswers(instrument, response.values);
		if (checked.ok) return [{ id: response.id, answers: checked.value }];
		problems.push(...checked.problems.map((problem) => ({ ...problem, where: `${response.where}: ${problem.where}` })));
		return [];
	});
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** The same; any problem ends the program before a line is printed. */
export function checkedResponses(instrument: Instrument, path: string): readonly Checked[] {
	const responses = responsesIn(instrument, path);
	if (responses.ok) return responses.value;
	show(responses.problems);
	return fail();
}
