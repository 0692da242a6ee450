// A condition → words that an author can read, with the labels of the options.
import type { Condition } from './condition.ts';
import type { Question } from './instrument.ts';

/** `role is Seller or Sales leader, and carries-deals is Yes`. Questions are named by their ids. */
export function sayCondition(condition: Condition, questions: ReadonlyMap<string, Question>): string {
	const say = (part: Condition): string => sayCondition(part, questions);
	const inner = (part: Condition): string =>
		part.kind === 'all' || part.kind === 'any' ? `(${say(part)})` : say(part);
	switch (condition.kind) {
		case 'is':
			return `${condition.question} is ${condition.options.map((id) => labelOf(id, questions.get(condition.question))).join(' or ')}`;
		case 'below':
			return `${condition.question} is below ${condition.value}`;
		case 'from':
			return `${condition.question} is at least ${condition.value}`;
		case 'answered':
			return `${condition.question} is answered`;
		case 'index':
			return `the index ${condition.index} is ${bound(condition.test)} ${condition.value}`;
		case 'area':
			return `the area ${condition.area} is ${bound(condition.test)} ${condition.value}`;
		case 'group':
			return `the mean of ${condition.group} on ${condition.question} is ${bound(condition.test)} ${condition.value}`;
		case 'gap':
			return `the gap between the groups on ${condition.question} is ${bound(condition.test)} ${condition.value}`;
		case 'unknown':
			return `the share of "don't know" in every group is ${bound(condition.test)} ${condition.value}% on some question`;
		case 'verdict':
			return `the verdict on ${condition.question} is ${condition.verdicts.join(' or ')}`;
		case 'all':
			return condition.of.map(inner).join(' and ');
		case 'any':
			return condition.of.map(inner).join(' or ');
		case 'not':
			return `not ${inner(condition.of)}`;
	}
}

const bound = (test: 'below' | 'from'): string => (test === 'below' ? 'below' : 'at least');

function labelOf(option: string, question: Question | undefined): string {
	if (option === 'ns') return question?.unsure?.label ?? option;
	if (option === 'na') return question?.notApplicable?.label ?? option;
	return question?.options.find(({ id }) => id === option)?.label ?? option;
}
