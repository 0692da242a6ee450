// Conditions: whether each of their tests is one, and whether they can ever be true together.
import type { Condition } from '../condition.ts';
import { wrong } from '../wrong.ts';
import { problemOfLeaf, type Scope } from './leaf.ts';
import { groupsOf, type Group, type Look } from './look.ts';
import { isPossible, leavesOf, type Known } from './possible.ts';
import { optionsGiving } from './reach.ts';

export function checkConditions(look: Look): void {
	const { instrument } = look;
	for (const { when } of [...instrument.sections, ...instrument.questions]) if (when) check(when, 'survey', look);
	for (const { when } of instrument.patterns) check(when, 'text', look);
	for (const group of groupsOf(instrument)) {
		for (const { when } of group.texts) if (when) check(when, 'text', look, answersBehind(group));
	}
}

/** What is known of the answer when a text of the group is said. */
export function answersBehind(group: Group): Known | undefined {
	if (group.kind !== 'question') return undefined;
	const options = group.verdict === null ? ['ns'] : optionsGiving(group.owner, group.verdict);
	return options ? { question: group.owner.id, options } : undefined;
}

function check(condition: Condition, scope: Scope, look: Look, known?: Known): void {
	const { ledger, questions } = look;
	const problems = leavesOf(condition).flatMap((leaf) => {
		const problem = problemOfLeaf(leaf, scope, look);
		return problem ? [{ leaf, problem }] : [];
	});
	for (const { leaf, problem } of problems) ledger.error(ledger.where(leaf), problem);
	if (problems.length === 0 && !isPossible(condition, questions, known))
		ledger.error(ledger.where(condition), EXCLUDING);
}

const EXCLUDING = wrong(
	'condition-never-true',
	'tests that can be true together',
	'tests that exclude each other',
	'Change the condition or take it out.'
);
