// The form of an engagement's settings → what is to be stored; and what is stored → the fields that show it.
import { z } from 'zod';
import { TICKED } from '#lib/campaign/fields.ts';
import { ticked, zoneName } from '#lib/campaign/typing.ts';
import { dayThere, endOf } from '#lib/engagement/deadline.ts';
import type { EngagementSettings } from '#lib/engagement/settings.ts';
import { editEngagement } from './changes.ts';
import { engagementFor, type Engagement } from './engagements.ts';
import { inviteesOf } from './invitees.ts';
import { faulty, readForm } from '../form.ts';
import { mailAddress } from '../mail-address.ts';
import type { Person } from '../person.ts';

/** One line, which may stand in the head of a mail. */
export const line = (most: number) =>
	z
		.string()
		.trim()
		.max(most)
		.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u);

/** Several lines. What no keyboard types is dropped. */
const lines = (most: number) =>
	z
		.string()
		.transform((text) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ''))
		.pipe(z.string().trim().max(most));

const MOST_REMINDERS = 4;

/** Days before the deadline, with whatever between them. */
const reminders = z.string().transform((text, context) => {
	const days = text.split(/[\s,;]+/).filter((part) => part !== '');
	const numbers = [...new Set(days.map((day) => (/^\d{1,2}$/.test(day) ? Number(day) : 0)))];
	if (numbers.length > MOST_REMINDERS || numbers.some((day) => day < 1 || day > 60))
		context.addIssue({ code: 'custom', input: text, message: 'days' });
	return numbers.toSorted((one, other) => other - one);
});

/** The fields that a new engagement and its settings have in common. */
export const settingsFields = {
	name: line(120).min(1),
	promise: z.enum(['named', 'anonymous']),
	deadline: z.string().trim(),
	zone: zoneName,
	contactName: line(120).min(1),
	contactAddress: z.union([z.literal(''), mailAddress]),
	welcome: lines(1000),
	reminders,
	openLink: ticked,
	takesLate: ticked,
	brand: z.string().max(64)
};

/** The promise of one that was answered is not sent. */
const settingsShape = z
	.strictObject({ ...settingsFields, promise: settingsFields.promise.optional() })
	.transform(({ name, promise, ...rest }, context) => ({
		name,
		...(promise === undefined ? {} : { promise }),
		...decided(rest, context)
	}));

type Typed = z.output<z.ZodObject<Omit<typeof settingsFields, 'promise' | 'name'>>>;

/** A deadline is the end of its day. */
export function decided(
	{ deadline: day, zone, contactName: name, contactAddress: address, welcome, reminders, ...rest }: Typed,
	context: z.RefinementCtx
): { readonly deadline: string | null; readonly settings: EngagementSettings } {
	const deadline = day === '' ? null : endOf(day, zone);
	if (day !== '' && deadline === null)
		context.addIssue({ code: 'custom', path: ['deadline'], input: day, message: 'day' });
	const { openLink, takesLate, brand } = rest;
	const contact = { name, address };
	const settings = { zone, contact, welcome, reminders, openLink, takesLate, brand: brand === '' ? null : brand };
	return { deadline, settings };
}

/** Whether this deadline was over before it was set. */
export const isPast = (deadline: string | null, before: string | null = null): boolean =>
	deadline !== null && deadline !== before && deadline <= new Date().toISOString();

export const fieldsOf = ({
	name,
	promise,
	deadline,
	settings: { zone, contact, welcome, reminders, openLink, takesLate, brand }
}: Pick<Engagement, 'name' | 'promise' | 'deadline' | 'settings'>): Readonly<Record<string, string>> => ({
	name,
	promise,
	deadline: deadline === null ? '' : dayThere(deadline, zone),
	zone,
	contactName: contact.name,
	contactAddress: contact.address,
	welcome,
	reminders: reminders.join(', '),
	openLink: openLink ? TICKED : '',
	takesLate: takesLate ? TICKED : '',
	brand: brand ?? ''
});

/** `told`: how many were invited with the promise as it stands. */
export async function settingsPage(engagement: Engagement) {
	const invited = (await inviteesOf(engagement.id)).filter(({ invited_at }) => invited_at !== null);
	return { values: fieldsOf(engagement), isFrozen: engagement.frozen_at !== null, told: invited.length };
}

/** Or the form again. */
export async function saveSettings(request: Request, person: Person, id: string) {
	const form = await readForm(request, settingsShape);
	if (!form.ok) return form.failure;
	const before = await engagementFor(person, id);
	if (before === null) return 'unknown';
	if (isPast(form.value.deadline, before.deadline)) return faulty([{ where: 'deadline', code: 'past' }], form.typed);
	const saved = await editEngagement(person, id, form.value);
	return saved === 'frozen' ? faulty([{ where: 'promise', code: saved }], form.typed, 409) : saved;
}
