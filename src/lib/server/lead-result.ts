// A completed revision → what a lead says of it: the number, the band, the weakest term, the finding, what is wanted. Pure.
import { headline, ofKind } from '#core/report/chosen.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import { spoken } from '#core/report/spoken.ts';
import type { Answers } from '#core/answers/answers.ts';
import { scored } from './composing.ts';

export type LeadResult = {
	/** Of the company's index, else of the first that has a score. */
	readonly tenths: number | null;
	/** By index, of those that have a score. */
	readonly scores: Readonly<Record<string, number>>;
	readonly band: string | null;
	/** "Sales Velocity Index: 38 of 100, at risk" takes these; null without a score. */
	readonly number: { readonly index: string; readonly tenths: number; readonly band: string | null } | null;
	/** The band is one of the two lowest of its set. */
	readonly isLow: boolean;
	/** The id of the weakest sub-index; null where they are even. */
	readonly weakest: string | null;
	/** The same by its title. */
	readonly weakestTitle: string | null;
	/** The headline of the report. */
	readonly finding: string | null;
	/** What they rated as mattering most, in the words of the questions. */
	readonly wants: string | null;
	/** One of those is about the weakest term. */
	readonly wantsWeakest: boolean;
	/** The option chosen for the question `role`, and its label. */
	readonly role: { readonly id: string; readonly label: string } | null;
	/** What was typed as name and as company; empty where nothing was. */
	readonly name: string;
	readonly company: string;
};

const MOST_WANTS = 3;

export function resultOf(instrument: Instrument, values: Readonly<Record<string, unknown>>): LeadResult {
	const { answers, scores, findings } = scored(instrument, values);
	const { indices, bands, questions } = instrument;
	const known = indices.filter(({ id }) => scores.indices[id]?.tenths != null);
	const total = known.find(({ about, of }) => about === 'company' && of !== null) ?? known[0];
	const band = (total && scores.indices[total.id]?.band) ?? null;
	const set = bands[total?.bands ?? ''] ?? [];
	const place = set.findIndex(({ id }) => id === band);
	const tenths = (total && scores.indices[total.id]?.tenths) ?? null;
	const weakest = ofKind(findings, 'headline')[0]?.weakest ?? null;
	const finding = plain(headline({ findings, instrument }));
	const wanted = wantedMost(questions, answers);
	const areas = new Set(wanted.flatMap(({ importanceOf }) => importanceOf));
	return {
		tenths,
		scores: Object.fromEntries(known.map(({ id }) => [id, scores.indices[id]?.tenths ?? 0])),
		band,
		number:
			total === undefined || tenths === null ? null : { index: total.title, tenths, band: set[place]?.label ?? null },
		isLow: place === 0 || place === 1,
		weakest,
		weakestTitle: indices.find(({ id }) => id === weakest)?.title ?? null,
		finding: finding === '' ? null : finding,
		wants: wanted.length === 0 ? null : wanted.map(({ text }) => plain(text)).join('; '),
		wantsWeakest: weakest !== null && instrument.areas.some(({ id, index }) => index === weakest && areas.has(id)),
		role: roleOf(questions, answers),
		name: textOf(answers, 'respondent-name'),
		company: textOf(answers, 'company-name')
	};
}

/** The questions of importance that were answered with the most, if not all that were rated were rated alike. */
function wantedMost(questions: readonly Question[], { given }: Answers): readonly Question[] {
	const rated = questions.flatMap((question) => {
		const answer = given[question.id];
		if (question.importanceOf.length === 0 || answer?.state !== 'answered') return [];
		const score = question.options.find(({ id }) => id === answer.value)?.score ?? null;
		return score === null ? [] : [{ question, score }];
	});
	const most = Math.max(...rated.map(({ score }) => score));
	const best = rated.filter(({ score }) => score === most).map(({ question }) => question);
	return best.length === rated.length && rated.length > 1 ? [] : best.slice(0, MOST_WANTS);
}

function roleOf(questions: readonly Question[], { given }: Answers): LeadResult['role'] {
	const question = questions.find(({ id }) => id === 'role');
	const answer = given['role'];
	if (question === undefined || answer?.state !== 'answered') return null;
	const { value } = answer;
	const id = typeof value === 'string' ? value : typeof value === 'object' && 'option' in value ? value.option : null;
	return typeof id === 'string' ? { id, label: spoken(question, value, 'label') } : null;
}

function textOf({ given }: Answers, question: string): string {
	const answer = given[question];
	return answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value.trim() : '';
}
