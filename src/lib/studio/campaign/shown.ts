// A form as it is shown → the value of each field and what is wrong with it.
import type { Fault } from '#lib/campaign/faults.ts';
import type { FieldValues } from '#lib/campaign/fields.ts';
import type { Locale } from '#lib/ui/locale.ts';
import { sentenceOf } from './words.ts';

export type Shown = {
	readonly values: FieldValues;
	readonly faults: readonly Fault[];
};

export type PartProps = { readonly shown: Shown; readonly locale: Locale };

/** What a field of the form is given. */
export const fieldOf =
	({ values, faults }: Shown, locale: Locale) =>
	(name: string) => {
		const fault = faults.find(({ field }) => field === name);
		return { name, value: values[name] ?? '', fault: fault === undefined ? null : sentenceOf(fault, locale) };
	};
