// What every view of a question kind is given.
import type { AskedOption, AskedQuestion } from '#core/instrument/questionnaire.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Locale } from '#lib/ui/locale.ts';

export type FieldProps = {
	question: AskedQuestion;
	options: readonly AskedOption[];
	value: Value | undefined;
	/** `null` takes the answer back. */
	answer: (value: Value | null) => void;
	/** Ids of help and complaint, for fields that are typed into: a fieldset's own description is not always read there. */
	describedby: string | undefined;
	locale: Locale;
};

/** The option that an answer names, with or without a text beside it. */
export function optionOf(value: Value | undefined): string | undefined {
	if (typeof value === 'string') return value;
	return typeof value === 'object' && 'option' in value && typeof value.option === 'string' ? value.option : undefined;
}
