// Pieces of forms as people fill them in → values of settings: boxes, lists with one entry a line, links, colours, days.
import { z } from 'zod';
import { TICKED } from './fields.ts';
import { fault } from './faults.ts';
import { settingsShape } from './settings.ts';
import { linesOf } from './sites.ts';

export const ticked = z
	.literal(TICKED)
	.optional()
	.transform((value) => value !== undefined);

const MOST_TYPED = 10_000;

/** One entry a line; `read` gives the entry, or the complaint about the line. The same entry twice is one. */
export const list = (most: number, read: (line: string) => string | ReturnType<typeof fault>) =>
	z
		.string()
		.max(MOST_TYPED)
		.transform((text, context) => {
			const entries = new Set<string>();
			for (const line of linesOf(text)) {
				const entry = read(line);
				if (typeof entry === 'string') entries.add(entry);
				else context.addIssue({ ...entry, input: text });
			}
			if (entries.size > most)
				context.addIssue({ code: 'too_big', origin: 'array', maximum: most, input: text, inclusive: true });
			return [...entries];
		});

/** `#rrggbb`; three digits, capitals and a missing # are mended. Empty: null. */
export const colour = z
	.string()
	.trim()
	.transform((text, context) => {
		if (text === '') return null;
		const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text) ?? [];
		if (digits === '') context.addIssue({ ...fault('colour'), input: text });
		return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase();
	});

/** A page or a mail address; what is missing at its front is put there. May be empty. */
export const link = z
	.string()
	.trim()
	.max(500)
	.transform((text, context) => {
		if (text === '' || /^(https?|mailto):/i.test(text)) return checked(text, context);
		if (/^[^\s@:/]+@[^\s@:/]+$/.test(text)) return checked(`mailto:${text}`, context);
		return checked(/^[a-z0-9.-]+\.[a-z]{2,}(:\d+)?([/?#]|$)/i.test(text) ? `https://${text}` : 'none', context);
	});

function checked(text: string, context: z.RefinementCtx<string>): string {
	const isLink = text === '' || z.url({ protocol: /^(https?|mailto)$/ }).safeParse(text).success;
	if (!isLink || /[\p{Cc}\s]/u.test(text)) context.addIssue({ ...fault('link'), input: text });
	return text;
}

/** Whole days; empty: null. */
export const days = z
	.string()
	.trim()
	.transform((text, context) => {
		if (text === '') return null;
		const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
		if (count < 1 || count > 3650) context.addIssue({ ...fault('days'), input: text });
		return count;
	});

/** One of those that are offered; empty: null. */
export const oneOf = (ids: readonly string[]) =>
	z.string().transform((id, context) => {
		if (id === '') return null;
		if (!ids.includes(id)) context.addIssue({ ...fault('option'), input: id });
		return id;
	});

/** The name of a time zone that is known here. */
export const zoneName = z.string().superRefine((text, context) => {
	if (!settingsShape.shape.zone.safeParse(text).success) context.addIssue(fault('zone'));
});
