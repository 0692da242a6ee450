// An instrument and values → the Report: the one way to it, for the web and for the command line.
import type { Answers } from '#core/answers/answers.ts';
import { checkAnswers } from '#core/answers/check.ts';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Outcome } from '#core/problem.ts';
import { compose } from '#core/report/compose.ts';
import type { ReportInput } from '#core/report/input.ts';
import type { Report } from '#core/report/report.ts';
import { score } from '#core/scores/score.ts';
import { areaMedians } from '#core/study/area-medians.ts';
import type { Study } from '#core/study/study.ts';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';

export type ComposeOptions = {
	/** `yyyy-mm-dd`, the day of completion. */
	readonly date: string;
	/** One that is not offered gives the base locale. */
	readonly locale?: string | null;
	readonly scope?: 'whole' | 'company';
	readonly response?: { readonly id: string | null; readonly revision: number };
} & Partial<
	Pick<
		ReportInput,
		'before' | 'target' | 'edition' | 'own' | 'published' | 'former' | 'study' | 'sample' | 'demonstration'
	>
>;

/** What was completed, scored, with what there is to say of it among these peers. Throws where it is not sound: that would be a fault of ours. */
export function scored(
	instrument: Instrument,
	values: Readonly<Record<string, unknown>>,
	study: Study | null = null
): Pick<ReportInput, 'instrument' | 'answers' | 'scores' | 'findings'> {
	const checked = checkAnswers(instrument, values);
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	const scores = score(instrument, checked.value, areaMedians(study, instrument));
	return { instrument, answers: checked.value, scores, findings: find(instrument, checked.value, scores) };
}

/** Checks the values, scores them and composes; or tells every reason why the values cannot be taken. */
export function composeFrom(
	instrument: Instrument,
	values: Readonly<Record<string, unknown>>,
	options: ComposeOptions
): Outcome<Report> {
	const checked = checkAnswers(instrument, values);
	return checked.ok ? { ok: true, value: composeAnswers(instrument, checked.value, options) } : checked;
}

/** Scores answers that were checked before, finds what there is to say, and composes. */
export function composeAnswers(
	instrument: Instrument,
	answers: Answers,
	{
		date,
		locale,
		scope = 'whole',
		response = { id: null, revision: 1 },
		edition = null,
		study = null,
		...more
	}: ComposeOptions
): Report {
	const scores = score(instrument, answers, areaMedians(study, instrument));
	const findings = find(instrument, answers, scores);
	const spoken = toLocale(locale) ?? baseLocale;
	return compose({
		instrument,
		answers,
		scores,
		findings,
		words: wordsFor(spoken),
		locale: spoken,
		date,
		scope,
		response,
		edition,
		study,
		...more
	});
}
