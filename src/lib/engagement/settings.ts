// What a consultant decides about an engagement, beside its promise and its deadline: the shape that is stored and edited.
import { z } from 'zod';

const text = (most: number) => z.string().trim().max(most);

export const engagementSettings = z.strictObject({
	/** The clock by which the deadline is told, an IANA name. */
	zone: text(64).default('UTC'),
	/** Whom the people can ask, and who stands behind the invitation. */
	contact: z.strictObject({ name: text(120), address: text(254) }).default({ name: '', address: '' }),
	/** A few words of the consultant's own in invitation and introduction. */
	welcome: text(1000).default(''),
	/** Days before the deadline on which whoever has not finished is reminded; none: never. */
	reminders: z.array(z.int().min(1).max(60)).max(4).default([7, 2]),
	/** Whether anybody who has the open link may answer. */
	openLink: z.boolean().default(false),
	/** Whether answers are taken after closing; they are marked as late. */
	takesLate: z.boolean().default(true),
	/** A campaign whose logo and colour the papers wear; null: the site's own. */
	brand: z.string().max(64).nullable().default(null)
});

export type EngagementSettings = z.output<typeof engagementSettings>;

/** What is decided for somebody who has decided nothing yet. */
export const newEngagementSettings = (): EngagementSettings => engagementSettings.parse({});
