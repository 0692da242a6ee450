// A file of answers → its responses with their checked answers, or every problem of them.
import { checkAnswers } from '#core/answers/check.ts';
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Outcome, Problem } from '#core/problem.ts';
import { readAnswers } from './answers-file.ts';
import { fail, show } from './output.ts';

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
