// A condition → words: for authors with the ids that they write, or in whatever tongue the caller brings.
import type { Condition } from './condition.ts';
import type { Question, Verdict } from './instrument.ts';

/** What is compared with a number. */
type Measured = 'question' | 'index' | 'area' | 'group' | 'gap' | 'unknown';

/** How each kind of test is worded; names are ids. `options` are the labels of answers, `of` what was said of the parts. */
export type Tongue = {
	is(question: string, options: readonly string[]): string;
	answered(question: string): string;
	verdict(question: string, verdicts: readonly Verdict[]): string;
	bound(what: Measured, name: string, test: 'below' | 'from', value: number, group?: string): string;
	not(part: string): string;
	join(kind: 'all' | 'any', of: readonly string[]): string;
};

/** The condition in words; parts of a part stand in brackets. */
export function say(condition: Condition, tongue: Tongue, questions: ReadonlyMap<string, Question>): string {
	const inner = (part: Condition): string => {
		const said = say(part, tongue, questions);
		return part.kind === 'all' || part.kind === 'any' ? `(${said})` : said;
	};
	switch (condition.kind) {
		case 'is':
			return tongue.is(
				condition.question,
				condition.options.map((id) => labelOf(id, questions.get(condition.question)))
			);
		case 'below':
		case 'from':
			return tongue.bound('question', condition.question, condition.kind, condition.value);
		case 'answered':
			return tongue.answered(condition.question);
		case 'index':
			return tongue.bound('index', condition.index, condition.test, condition.value);
		case 'area':
			return tongue.bound('area', condition.area, condition.test, condition.value);
		case 'group':
			return tongue.bound('group', condition.question, condition.test, condition.value, condition.group);
		case 'gap':
			return tongue.bound('gap', condition.question, condition.test, condition.value);
		case 'unknown':
			return tongue.bound('unknown', '', condition.test, condition.value);
		case 'verdict':
			return tongue.verdict(condition.question, condition.verdicts);
		case 'all':
		case 'any':
			return tongue.join(condition.kind, condition.of.map(inner));
		case 'not':
			return tongue.not(inner(condition.of));
	}
}

/** `role is Seller or Sales leader, and carries-deals is Yes`. Questions are named by their ids. */
export const sayCondition = (condition: Condition, questions: ReadonlyMap<string, Question>): string =>
	say(condition, forAuthors, questions);

const forAuthors: Tongue = {
	is: (question, options) => `${question} is ${options.join(' or ')}`,
	answered: (question) => `${question} is answered`,
	verdict: (question, verdicts) => `the verdict on ${question} is ${verdicts.join(' or ')}`,
	bound(what, name, test, value, group = '') {
		const is = `is ${test === 'below' ? 'below' : 'at least'} ${value}`;
		switch (what) {
			case 'question':
				return `${name} ${is}`;
			case 'index':
			case 'area':
				return `the ${what} ${name} ${is}`;
			case 'group':
				return `the mean of ${group} on ${name} ${is}`;
			case 'gap':
				return `the gap between the groups on ${name} ${is}`;
			case 'unknown':
				return `the share of "don't know" in every group ${is}% on some question`;
		}
	},
	not: (part) => `not ${part}`,
	join: (kind, of) => of.join(kind === 'all' ? ' and ' : ' or ')
};

function labelOf(option: string, question: Question | undefined): string {
	if (option === 'ns') return question?.unsure?.label ?? option;
	if (option === 'na') return question?.notApplicable?.label ?? option;
	return question?.options.find(({ id }) => id === option)?.label ?? option;
}
