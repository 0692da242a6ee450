// What is known of one respondent of several: answers, scores, and which of the instrument's groups they belong to.
import type { Answers } from '#core/answers/answers.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';

export type Respondent = {
	/** The response's id. */
	readonly id: string;
	readonly answers: Answers;
	readonly scores: Scores;
	/** A group of the instrument; null: none of them. */
	readonly group: string | null;
	/** Whether the quality flags let it count. */
	readonly isIncluded: boolean;
	/** Completed after the engagement was closed. */
	readonly isLate: boolean;
};

/**
 * The first of the instrument's groups that fits. What `invited` says of a question, such as the role under which somebody
 * was invited, wins over what was answered. Null: none fits.
 */
export function groupNameOf(
	{ groups }: Pick<Instrument, 'groups'>,
	{ given }: Answers,
	invited: Readonly<Record<string, string>> = {}
): string | null {
	const fits = Object.entries(groups).find(([, options]) =>
		Object.entries(options).every(([question, some]) => {
			const option = invited[question] ?? optionOf(given[question]);
			return option !== null && some.includes(option);
		})
	);
	return fits?.[0] ?? null;
}

/** The one option that was chosen; null for every other answer. */
export function optionOf(answer: Answers['given'][string] | undefined): string | null {
	if (answer?.state !== 'answered') return null;
	const { value } = answer;
	if (typeof value === 'string') return value;
	return typeof value === 'object' && 'option' in value && typeof value.option === 'string' ? value.option : null;
}
