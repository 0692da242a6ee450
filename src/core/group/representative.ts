// The answers of several respondents → one set of answers that stands for them, for the texts that depend on answers.
import type { Answer, Answers } from '#core/answers/answers.ts';
import { rawOf } from '#core/answers/opposites.ts';
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { sum } from './moments.ts';
import { optionOf, type Respondent } from './respondent.ts';

/**
 * A question is on the path if anybody was asked it. It is "don't know", or does not apply, where more said so than
 * answered; else a scale gives the option nearest to the mean, a choice the one that most chose (of several the first),
 * a list those that half or more picked, a number the middle one (the lower of two). Texts, dates and splits of points
 * stand for nobody but their author and are left out, as are questions about the person, what fewer than `least` said, and
 * what was answered to those that are `withheld`.
 */
export function representative(
	instrument: Instrument,
	respondents: readonly Respondent[],
	least = 1,
	withheld: ReadonlySet<string> = new Set()
): Answers {
	const personal = new Set(instrument.sections.filter(({ about }) => about === 'personal').map(({ id }) => id));
	const asked = new Set(respondents.flatMap(({ answers }) => answers.path));
	const questions = instrument.questions.filter(({ id, section }) => asked.has(id) && !personal.has(section));
	const given = questions.flatMap((question): readonly (readonly [string, Answer])[] => {
		const answer = shared(
			question,
			respondents.map(({ answers }) => answers),
			{ least, isWithheld: withheld.has(question.id) }
		);
		return answer === null ? [] : [[question.id, answer]];
	});
	const answers = Object.fromEntries(given);
	const path = questions.map(({ id }) => id).filter((id) => !withheld.has(id) || answers[id] !== undefined);
	return { path, given: answers };
}

function shared(
	question: Question,
	all: readonly Answers[],
	{ least, isWithheld }: { readonly least: number; readonly isWithheld: boolean }
): Answer | null {
	const said = all.flatMap(({ given }) => given[question.id] ?? []);
	const answered = said.filter(({ state }) => state === 'answered').length;
	const unsure = said.filter(({ state }) => state === 'ns').length;
	const away = said.filter(({ state }) => state === 'na').length;
	if (unsure > answered) return unsure < least ? null : { state: 'ns' };
	if (away > answered) return away < least ? null : { state: 'na' };
	if (answered < least || isWithheld) return null;
	const value = valueOf(question, all);
	return value === null ? null : { state: 'answered', value };
}

function valueOf(question: Question, all: readonly Answers[]): string | readonly string[] | number | null {
	switch (question.type) {
		case 'scale': {
			const raws = all.flatMap((answers) => rawOf(question, answers) ?? []);
			return raws.length === 0 ? null : (question.options[rdiv(sum(raws), raws.length) - 1]?.id ?? null);
		}
		case 'choice': {
			const chosen = all.flatMap(({ given }) => optionOf(given[question.id]) ?? []);
			const counts = question.options.map(({ id }) => chosen.filter((each) => each === id).length);
			const most = Math.max(...counts);
			return most <= 0 ? null : (question.options[counts.indexOf(most)]?.id ?? null);
		}
		case 'choices': {
			const lists = all.flatMap(({ given }) => {
				const answer = given[question.id];
				return answer?.state === 'answered' && Array.isArray(answer.value) ? [answer.value as readonly string[]] : [];
			});
			const picked = question.options.filter(
				({ id }) => 2 * lists.filter((list) => list.includes(id)).length >= lists.length
			);
			const open = picked.filter(({ exclusive }) => !exclusive);
			const ids = (open.length > 0 ? open : picked.slice(0, 1)).map(({ id }) => id);
			return ids.length === 0 ? null : ids;
		}
		case 'number':
			return middle(numbersOf(question.id, all));
		default:
			return null;
	}
}

/** The numbers that were given to a question, ascending. */
export const numbersOf = (question: string, all: readonly Answers[]): readonly number[] =>
	all
		.flatMap(({ given }) => {
			const answer = given[question];
			return answer?.state === 'answered' && typeof answer.value === 'number' ? [answer.value] : [];
		})
		.sort((one, other) => one - other);

const middle = (numbers: readonly number[]): number | null => numbers[Math.ceil(numbers.length / 2) - 1] ?? null;
