// Conditions: whether what they name exists, whether they may test it there, and whether they can ever be true.
import type { Condition } from '../condition.ts';
import type { Question } from '../instrument.ts';
import { groupsOf, type Group, type Look } from './look.ts';
import { isPossible, leavesOf, type Leaf } from './possible.ts';
import { optionsGiving, verdictsOf } from './reach.ts';
import { oneOf, wrong, type Wrong } from '../wrong.ts';

export function checkConditions(look: Look): void {
	const { instrument } = look;
	for (const { when } of [...instrument.sections, ...instrument.questions]) if (when) check(when, 'survey', look);
	for (const { when } of instrument.patterns) check(when, 'text', look);
	for (const group of groupsOf(instrument)) {
		for (const { when } of group.texts) if (when) check(when, 'text', look, answersBehind(group));
	}
}

/** What is known of the answer when a text of the group is said. */
export function answersBehind(
	group: Group
): { readonly question: string; readonly options: readonly string[] } | undefined {
	if (group.kind !== 'question') return undefined;
	const options = group.verdict === null ? ['ns'] : optionsGiving(group.owner, group.verdict);
	return options ? { question: group.owner.id, options } : undefined;
}

function check(
	condition: Condition,
	scope: 'survey' | 'text',
	look: Look,
	fixed?: ReturnType<typeof answersBehind>
): void {
	const { ledger, questions } = look;
	const problems = leavesOf(condition).flatMap((leaf) => {
		const problem = problemOf(leaf, scope, look);
		return problem ? [{ leaf, problem }] : [];
	});
	for (const { leaf, problem } of problems) ledger.error(ledger.where(leaf), problem);
	if (problems.length > 0 || isPossible(condition, questions, fixed)) return;
	ledger.error(
		ledger.where(condition),
		wrong(
			'condition-never-true',
			'tests that can be true together',
			'tests that exclude each other',
			'Change the condition or take it out.'
		)
	);
}

function problemOf(leaf: Leaf, scope: 'survey' | 'text', { names, questions }: Look): Wrong | null {
	switch (leaf.kind) {
		case 'index':
		case 'area': {
			const [id, known] = leaf.kind === 'index' ? [leaf.index, names.indices] : [leaf.area, names.areas];
			if (scope === 'survey') return scoreInSurvey(leaf.kind);
			if (!known.has(id))
				return wrong(
					`unknown-${leaf.kind}`,
					oneOf(leaf.kind === 'index' ? 'the indices' : 'the areas', known),
					`"${id}"`,
					'Correct the name.'
				);
			const fits = leaf.value >= 0 && leaf.value <= 100 && (leaf.kind === 'area' || Number.isInteger(leaf.value));
			return fits
				? null
				: wrong(
						'wrong-condition',
						`a ${leaf.kind === 'index' ? 'whole ' : ''}number from 0 to 100`,
						String(leaf.value),
						'Correct the number.'
					);
		}
		case 'verdict': {
			if (scope === 'survey') return scoreInSurvey(leaf.kind);
			const question = questions.get(leaf.question);
			if (!question) return unknownQuestion(leaf.question, names.questions);
			const never = leaf.verdicts.find((verdict) => !verdictsOf(question).includes(verdict));
			return never === undefined
				? null
				: neverTrue(oneOf(`the verdicts of "${question.id}":`, verdictsOf(question)), `"${never}"`);
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

/** Tells of the first option that the question does not have. */
export function problemOfOptions(question: Question, options: readonly string[]): Wrong | null {
	const known = [
		...question.options.map(({ id }) => id),
		...(question.unsure ? ['ns'] : []),
		...(question.notApplicable ? ['na'] : [])
	];
	const unknown = options.find((option) => !known.includes(option));
	if (unknown === undefined) return null;
	if (question.options.length === 0 || question.type === 'split') {
		return neverTrue(`a question with options to choose`, `"${question.id}" of type ${question.type}`);
	}
	return wrong('unknown-option', oneOf(`the options of "${question.id}":`, known), `"${unknown}"`, 'Correct the name.');
}

/** Null where only the question's file is broken: then naming it is no mistake. */
export function unknownQuestion(id: string, known: ReadonlySet<string>): Wrong | null {
	return known.has(id) ? null : wrong('unknown-question', 'the id of a question', `"${id}"`, 'Correct the name.');
}

const neverTrue = (expected: string, found: string): Wrong =>
	wrong('condition-never-true', expected, found, 'Change the condition or take it out.');

const scoreInSurvey = (kind: string): Wrong =>
	wrong(
		'score-in-survey',
		'tests of answers: nothing is scored while questions are asked',
		`a test of ${kind}`,
		'Test the answers instead, or move the condition to a text or a pattern.'
	);
