// Answers and scores → everything there is to say, most important first.
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { keyAreas, type Candidate } from '#core/scores/areas.ts';
import type { Scores } from '#core/scores/scores.ts';
import type { Finding, KeyAreaFinding, UnknownFinding } from './findings.ts';
import { headlineFound } from './headline.ts';
import { patternsFound, type FactsOfGroups } from './patterns.ts';

/**
 * The headline if there is one, the key areas as they are shown, the patterns, and the questions answered "don't know".
 * Of several respondents `more` says what is known of their groups.
 */
export function find(
	instrument: Instrument,
	answers: Answers,
	scores: Scores,
	more?: FactsOfGroups
): readonly Finding[] {
	const headline = headlineFound(instrument, scores);
	return [
		...(headline === null ? [] : [headline]),
		...keyAreasFound(instrument, scores),
		...patternsFound(instrument, answers, scores, more),
		...unknownsFound(answers)
	];
}

function keyAreasFound(instrument: Instrument, scores: Scores): readonly KeyAreaFinding[] {
	const candidates = instrument.areas.flatMap(({ id, index }): readonly Candidate[] => {
		const { tenths = null, verdict = null, priority = null, resultsOnly } = scores.areas[id] ?? {};
		if (tenths === null || verdict === null || priority === null || resultsOnly) return [];
		return [{ id, index, tenths, verdict, priority }];
	});
	return keyAreas(candidates).map(({ id, verdict, priority }) => ({
		kind: 'key-area',
		area: id,
		verdict,
		priority,
		because: scores.areas[id]?.because ?? []
	}));
}

function unknownsFound({ path, given }: Answers): readonly UnknownFinding[] {
	return path
		.filter((id) => Object.hasOwn(given, id) && given[id]?.state === 'ns')
		.map((question) => ({ kind: 'unknown', question }));
}
