// What a form's shape has against what was typed → one complaint for each field, by a code that a page has words for.
import type { z } from 'zod';

export const faultCodes = [
	'missing',
	'long',
	'many',
	'characters',
	'option',
	'colour',
	'link',
	'site',
	'address',
	'id',
	'taken',
	'repeated',
	'utm',
	'reserved',
	'zone',
	'time',
	'never',
	'order',
	'days',
	'logo',
	'logo-size',
	'logo-pixels',
	'form'
] as const;

export type FaultCode = (typeof faultCodes)[number];

export type Fault = {
	/** The name of the field; empty: the form as a whole. */
	readonly field: string;
	readonly code: FaultCode;
	/** Characters or lines, where there are too many. */
	readonly most?: number;
	/** The piece of what was typed that is meant, or what would fit instead. */
	readonly text?: string;
};

/** As a shape of a form says it: `ctx.addIssue(fault('never', '03:00'))`. */
export const fault = (code: FaultCode, text?: string) => ({
	code: 'custom' as const,
	params: { fault: code, ...(text === undefined ? {} : { text: text.slice(0, 80) }) }
});

/** The first complaint about each field. */
export function faultsOf({ issues }: z.ZodError): readonly Fault[] {
	const first = new Map<string, Fault>();
	for (const issue of issues) {
		const field = issue.path.map(String).join('.');
		if (!first.has(field)) first.set(field, { field, ...complaint(issue) });
	}
	return [...first.values()];
}

function complaint(issue: z.core.$ZodIssue): Omit<Fault, 'field'> {
	switch (issue.code) {
		case 'custom': {
			const { fault: code, text } = (issue.params ?? {}) as { readonly fault?: FaultCode; readonly text?: string };
			return { code: code ?? 'form', ...(text === undefined ? {} : { text }) };
		}
		case 'too_big':
			return { code: issue.origin === 'array' ? 'many' : 'long', most: Number(issue.maximum) };
		case 'too_small':
			return { code: 'missing' };
		case 'invalid_value':
			return { code: 'option' };
		case 'invalid_format':
			return { code: 'characters' };
		default:
			return { code: 'form' };
	}
}
