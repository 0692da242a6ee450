// Scoring and composing, beside SurveyJS and beside what JSON costs on this machine.
import { find } from '#core/findings/find.ts';
import { compose } from '#core/report/compose.ts';
import type { Report } from '#core/report/report.ts';
import { score } from '#core/scores/score.ts';
import { wordsFor } from '#lib/words.ts';
import { flagship } from '../support/flagship.ts';
import { compared, perSecond, told, type Figure } from './figure.ts';
import { checked, everything, journey, otherwise, scored } from './responses.ts';
import { rate, ratio, rounds } from './rounds.ts';
import { dataOf, indicesBySurveyJs, scoringModel, six } from './survey-js-scores.ts';

const ROUNDS = 7;
const TURN = 400;

/** Milliseconds of composing until the compiler has settled. */
const WARMING = 6000;

const words = wordsFor('en');

/** What a server does for one report: answers as they come, report as it goes. */
function reportFrom(values: Readonly<Record<string, unknown>>): Report {
	const answers = checked(values);
	const scores = score(flagship, answers);
	const findings = find(flagship, answers, scores);
	return compose({
		instrument: flagship,
		answers,
		scores,
		findings,
		words,
		locale: 'en',
		date: '2026-11-22',
		scope: 'whole',
		response: { id: null, revision: 1 },
		edition: null
	});
}

export async function measureScore(): Promise<readonly Figure[]> {
	const values = [everything, otherwise];
	const answers = values.map(checked);
	const model = scoringModel(flagship, scored);
	const data = answers.map((each) => dataOf(scored, each));
	for (const [at, each] of answers.entries()) {
		const { indices } = score(flagship, each);
		const ours = six.map((name) => indices[name]?.tenths);
		const theirs = indicesBySurveyJs(model, data[at] ?? {});
		if (String(ours) !== String(theirs))
			throw new Error(`SurveyJS computes other indices: ${String(theirs)}, ours ${String(ours)}`);
	}
	const texts = values.map((each) => JSON.stringify(each));
	const report = reportFrom(journey);

	const of = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;
	rate(() => reportFrom(journey), WARMING);
	const found = await rounds(ROUNDS, {
		score: () => rate((turn) => score(flagship, of(answers, turn)), TURN),
		surveyJs: () => rate((turn) => indicesBySurveyJs(model, of(data, turn)), TURN),
		parse: () => rate((turn) => JSON.parse(of(texts, turn)) as unknown, TURN),
		checkAndScore: () => rate((turn) => score(flagship, checked(of(values, turn))), TURN),
		compose: () => rate(() => reportFrom(journey), TURN),
		reportJson: () => rate(() => JSON.parse(JSON.stringify(report)) as unknown, TURN)
	});
	const six400 = { at: 'least', ratio: 400 } as const;
	const half = { at: 'least', ratio: 0.5 } as const;
	return [
		compared({
			name: `score ${scored.length} questions | SurveyJS`,
			unit: perSecond,
			ours: found.score,
			peer: found.surveyJs,
			ratio: ratio(found.score, found.surveyJs),
			limit: six400
		}),
		compared({
			name: 'score | JSON.parse of the answers',
			unit: perSecond,
			ours: found.score,
			peer: found.parse,
			ratio: ratio(found.score, found.parse),
			limit: half
		}),
		told('check and score | JSON.parse of the answers', perSecond, found.checkAndScore, found.parse),
		told(
			'answers to report | JSON of the report, there and back',
			perSecond,
			found.compose,
			found.reportJson,
			'≥ 2,000/s'
		)
	];
}
