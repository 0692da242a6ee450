// The flagship as it stands in content/, and a report composed from a file of answers.
import { join } from 'node:path';
import { checkAnswers } from '#core/answers/check.ts';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { parseInstrument } from '#core/instrument/parse.ts';
import { isError, line } from '#core/problem.ts';
import { compose } from '#core/report/compose.ts';
import type { ReportInput } from '#core/report/input.ts';
import type { Report } from '#core/report/report.ts';
import { score } from '#core/scores/score.ts';
import { readFolder } from '#lib/server/folder.ts';
import { wordsFor } from '#lib/words.ts';

export const contentFolder = join(import.meta.dirname, '../../content');

function load(): Instrument {
	const { instrument, problems } = parseInstrument('sales-velocity', readFolder(join(contentFolder, 'sales-velocity')));
	if (instrument === null) throw new Error(problems.filter(isError).map(line).join('\n'));
	return instrument;
}

export const flagship = load();

/** The report of a response given as JSON text `{ id, answers }`; throws with every problem of the answers. */
export function reportOf(json: string, wishes: Partial<ReportInput> = {}): Report {
	const { id, answers } = JSON.parse(json) as { id?: string; answers: Record<string, unknown> };
	const checked = checkAnswers(flagship, answers);
	if (!checked.ok) throw new Error(checked.problems.map(line).join('\n'));
	const scores = score(flagship, checked.value);
	return compose({
		instrument: flagship,
		answers: checked.value,
		scores,
		findings: find(flagship, checked.value, scores),
		words: wordsFor('en'),
		locale: 'en',
		date: '2026-11-22',
		scope: 'whole',
		response: { id: id ?? null, revision: 1 },
		edition: null,
		...wishes
	});
}
