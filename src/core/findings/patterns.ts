// Answers and scores → the patterns that hold: observations over several answers.
import type { Answers } from '#core/answers/answers.ts';
import type { Condition } from '#core/instrument/condition.ts';
import { holds, type Facts } from '#core/instrument/holds.ts';
import type { Instrument, Pattern } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { factsOf } from './facts.ts';
import type { PatternFinding } from './findings.ts';

/** What is known of the groups of several respondents. */
export type FactsOfGroups = Pick<Facts, 'group' | 'gap' | 'unknown'>;

/** The most patterns that are shown of the company, and of the person. */
export const MOST_PATTERNS = 4;

/**
 * The patterns that hold, company before person, strengths first, by falling weight and then by id, at most four of each. Of those of the
 * company the one is lifted that touches the area of the highest priority; the first, if several do. `more` is known
 * where several answered.
 */
export function patternsFound(
	instrument: Instrument,
	answers: Answers,
	scores: Scores,
	more: FactsOfGroups = {}
): readonly PatternFinding[] {
	const facts = { ...factsOf(answers, scores), ...more };
	const found = instrument.patterns
		.filter((pattern) => holds(pattern.when, facts))
		.sort((a, b) => Number(b.strength) - Number(a.strength) || b.weight - a.weight || (a.id < b.id ? -1 : 1))
		.map((pattern) => ({ pattern, because: because(pattern, answers, facts) }));
	const company = found.filter(({ pattern }) => pattern.about === 'company').slice(0, MOST_PATTERNS);
	const personal = found.filter(({ pattern }) => pattern.about === 'personal').slice(0, MOST_PATTERNS);

	const priorities = company.map(({ because }) => priorityOf(because, instrument, scores));
	const lifted = company[priorities.indexOf(Math.max(...priorities))];
	return [...company, ...personal].map((each) => ({
		kind: 'pattern',
		pattern: each.pattern.id,
		lifted: each === lifted,
		because: each.because
	}));
}

/** The questions whose answers made the condition hold, "don't know" included, in the order asked. */
function because({ when }: Pattern, { path, given }: Answers, facts: Facts): readonly string[] {
	const named = new Set(questionsIn(grounds(when, facts)));
	return path.filter((id) => named.has(id) && Object.hasOwn(given, id));
}

/** A condition that holds, without the alternatives that do not. */
function grounds(condition: Condition, facts: Facts): Condition {
	switch (condition.kind) {
		case 'all':
			return { kind: 'all', of: condition.of.map((part) => grounds(part, facts)) };
		case 'any':
			return {
				kind: 'any',
				of: condition.of.filter((part) => holds(part, facts)).map((part) => grounds(part, facts))
			};
		default:
			return condition;
	}
}

/** The questions that a condition asks about, as often as it does. */
export function questionsIn(condition: Condition): readonly string[] {
	switch (condition.kind) {
		case 'all':
		case 'any':
			return condition.of.flatMap(questionsIn);
		case 'not':
			return questionsIn(condition.of);
		case 'index':
		case 'area':
		case 'unknown':
			return [];
		default:
			return [condition.question];
	}
}

/** The highest priority among the areas in which the questions lie. */
function priorityOf(questions: readonly string[], instrument: Instrument, scores: Scores): number {
	const areas = new Set(
		instrument.questions.flatMap(({ id, area }) => (area !== null && questions.includes(id) ? area : []))
	);
	return Math.max(0, ...[...areas].map((area) => scores.areas[area]?.priority ?? 0));
}
