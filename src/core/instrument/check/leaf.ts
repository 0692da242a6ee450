// One test of a condition: whether what it names exists, and whether it may be tested so, there.
import type { Question } from '../instrument.ts';
import { oneOf, wrong, type Wrong } from '../wrong.ts';
import { unknown, type Look } from './look.ts';
import type { Leaf } from './possible.ts';
import { verdictsOf } from './reach.ts';

/** In the survey nothing is scored yet; a text or pattern is said when everything is. */
export type Scope = 'survey' | 'text';

/** What is wrong with a test; null if nothing is. */
export function problemOfLeaf(
	leaf: Leaf,
	scope: Scope,
	{ names, questions, instrument: { groups } }: Look
): Wrong | null {
	switch (leaf.kind) {
		case 'index':
			if (scope === 'survey') return scoreInSurvey('an index');
			return unknown('index', leaf.index, names.indices) ?? problemOfBound(leaf.value, 'a whole number from 0 to 100');
		case 'area':
			if (scope === 'survey') return scoreInSurvey('an area');
			return unknown('area', leaf.area, names.areas) ?? problemOfBound(leaf.value, 'a number from 0 to 100');
		case 'group':
		case 'gap':
			if (scope === 'survey') return scoreInSurvey('several respondents');
			if (leaf.kind === 'group' && !Object.hasOwn(groups, leaf.group))
				return wrong('unknown-group', oneOf('the groups', Object.keys(groups)), `"${leaf.group}"`, 'Correct the name.');
			if (!questions.has(leaf.question)) return unknownQuestion(leaf.question, names.questions);
			return problemOfBound(leaf.value, 'a number from 0 to 100');
		case 'unknown':
			if (scope === 'survey') return scoreInSurvey('several respondents');
			return problemOfBound(leaf.value, 'a number from 0 to 100');
		case 'verdict': {
			if (scope === 'survey') return scoreInSurvey('a verdict');
			const question = questions.get(leaf.question);
			if (!question) return unknownQuestion(leaf.question, names.questions);
			const possible = verdictsOf(question);
			const never = leaf.verdicts.find((verdict) => !possible.includes(verdict));
			return never === undefined ? null : neverTrue(oneOf(`the verdicts of "${question.id}":`, possible), `"${never}"`);
		}
		default: {
			const question = questions.get(leaf.question);
			if (!question) return unknownQuestion(leaf.question, names.questions);
			if (leaf.kind === 'is') return problemOfOptions(question, leaf.options);
			if (leaf.kind === 'answered' || question.type === 'number') return null;
			return neverTrue(`a question of type number for "${leaf.kind}"`, `"${question.id}" of type ${question.type}`);
		}
	}
}

/** What is wrong with the first option that cannot be an answer to the question; null if all can. */
export function problemOfOptions(question: Question, options: readonly string[]): Wrong | null {
	const choosable = ['scale', 'choice', 'choices'].includes(question.type);
	const known = [
		...(choosable ? question.options.map(({ id }) => id) : []),
		...(question.unsure ? ['ns'] : []),
		...(question.notApplicable ? ['na'] : [])
	];
	const odd = options.find((option) => !known.includes(option));
	if (odd === undefined) return null;
	if (!choosable) return neverTrue('a question with options to choose', `"${question.id}" of type ${question.type}`);
	return wrong('unknown-option', oneOf(`the options of "${question.id}":`, known), `"${odd}"`, 'Correct the name.');
}

/** Null where only the question's file is broken: then naming it is no mistake. */
export function unknownQuestion(id: string, names: ReadonlySet<string>): Wrong | null {
	return names.has(id) ? null : wrong('unknown-question', 'the id of a question', `"${id}"`, 'Correct the name.');
}

function problemOfBound(value: number, expected: string): Wrong | null {
	const fits = value >= 0 && value <= 100 && (Number.isInteger(value) || !expected.includes('whole'));
	return fits ? null : wrong('wrong-condition', expected, String(value), 'Correct the number.');
}

const neverTrue = (expected: string, found: string): Wrong =>
	wrong('condition-never-true', expected, found, 'Change the condition or take it out.');

function scoreInSurvey(what: string): Wrong {
	const expected = 'tests of answers: nothing is scored while questions are asked';
	const remedy = 'Test the answers instead, or move the condition to a text or a pattern.';
	return wrong('score-in-survey', expected, `a test of ${what}`, remedy);
}
