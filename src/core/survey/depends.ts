// A section → which of its questions hang on others of the same section. A form without a script shows them all, with a note.
import type { Condition } from '#core/instrument/condition.ts';
import type { AskedQuestion, AskedSection } from '#core/instrument/questionnaire.ts';
import type { Step } from './walk.ts';

/** Whether the answer that decides about this question is given in the same section. */
export function dependsWithin(section: AskedSection, question: AskedQuestion): boolean {
	const named = namedBy(question.when);
	return section.questions.some(({ id }) => id !== question.id && named.has(id));
}

/** What a form has to show that cannot react: the questions that are asked, and those that an answer beside them may add. */
export function shownOnForm(section: AskedSection, step: Step | null): readonly AskedQuestion[] {
	const asked = new Set(step?.questions.map(({ id }) => id));
	return section.questions.filter((question) => asked.has(question.id) || dependsWithin(section, question));
}

/** The ids of the questions whose answers decide whether it holds. */
export function namedBy(condition: Condition | null): ReadonlySet<string> {
	if (condition === null) return new Set();
	switch (condition.kind) {
		case 'is':
		case 'below':
		case 'from':
		case 'answered':
		case 'verdict':
		case 'group':
		case 'gap':
			return new Set([condition.question]);
		case 'all':
		case 'any':
			return new Set(condition.of.flatMap((part) => [...namedBy(part)]));
		case 'not':
			return namedBy(condition.of);
		case 'index':
		case 'area':
		case 'unknown':
			return new Set();
	}
}
