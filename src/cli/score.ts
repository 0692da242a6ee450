// A response → the line that `score` prints; the same scorer as everywhere else.
import { checkAnswers } from '#core/answers/check.ts';
import { quality } from '#core/answers/quality.ts';
import type { Answers } from '#core/answers/answers.ts';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Problem } from '#core/problem.ts';
import { score } from '#core/scores/score.ts';
import { readAnswers, type ResponseInput } from './answers-file.ts';
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
		keyAreas: findings.flatMap((finding) => (finding.kind === 'key-area' ? [{ area: finding.area, verdict: finding.verdict }] : [])),
		patterns: findings.flatMap((finding) => (finding.kind === 'pattern' ? [finding.pattern] : [])),
		quality: quality(instrument, answers, undefined, { complete })
	};
}

const mapped = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Every response of the file with its checked answers; any problem ends the program before a line is printed. */
export function checkedResponses(instrument: Instrument, path: string): readonly { id: string | null; answers: Answers }[] {
	const read = readAnswers(path, instrument);
	if (!read.ok) {
		show(read.problems);
		return fail();
	}
	const problems: Problem[] = [];
	const responses = read.value.flatMap((response: ResponseInput) => {
		const checked = checkAnswers(instrument, response.values);
		if (checked.ok) return [{ id: response.id, answers: checked.value }];
		problems.push(...checked.problems.map((problem) => ({ ...problem, where: `${response.where}: ${problem.where}` })));
		return [];
	});
	if (problems.length === 0) return responses;
	show(problems);
	return fail();
}
