// What a marketer sets for a campaign: its shape, its bounds, and what a new one begins with. Plain data.
import { z } from 'zod';
import { isHost } from './sites.ts';

/** One line of text as people type it. */
export const line = (most: number) =>
	z
		.string()
		.trim()
		.max(most)
		.regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** Several paragraphs of plain text. */
const paragraphs = (most: number) =>
	z
		.string()
		.trim()
		.max(most)
		.regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u);

export const campaignId = z
	.string()
	.min(2)
	.max(64)
	.regex(/^[a-z][a-z0-9-]*[a-z0-9]$/);

const fieldId = z
	.string()
	.max(40)
	.regex(/^[a-z][a-z0-9-]*$/);

/** How a field of the form is asked. */
const asked = z.enum(['off', 'optional', 'required']);

const origin = z.string().refine((text) => {
	const url = URL.canParse(text) ? new URL(text) : null;
	return url !== null && /^https?:$/.test(url.protocol) && isHost(url.hostname) && url.origin === text;
});

const webLink = z.union([z.literal(''), z.url({ protocol: /^(https?|mailto)$/ }).max(500)]);

const letter = z.strictObject({
	isSent: z.boolean(),
	subject: line(120),
	text: paragraphs(4000)
});

/** Shown where all that is given fits: the weakest sub-index, the band of the company's index, the reader's role. */
const offer = z.strictObject({
	weakest: fieldId.nullable(),
	band: fieldId.nullable(),
	role: fieldId.nullable(),
	text: paragraphs(600),
	button: line(60),
	link: webLink,
	/** A named person says it rather than a firm. */
	person: line(80)
});

const logo = z.strictObject({
	type: z.enum(['image/png', 'image/jpeg']),
	width: z.int().min(1).max(2400),
	height: z.int().min(1).max(2400),
	base64: z.string().max(280_000)
});

export const settingsShape = z.strictObject({
	look: z.strictObject({
		/** Empty or null: as the site's theme. */
		firm: line(80),
		accent: z
			.string()
			.regex(/^#[0-9a-f]{6}$/)
			.nullable(),
		logo: logo.nullable(),
		footer: line(160)
	}),
	/** What stands on one screen of the survey. */
	steps: z.enum(['section', 'question']),
	/** What an address opens: nothing is closed; the summary is free and the rest opens; all of it opens. */
	gate: z.enum(['none', 'rest', 'all']),
	form: z.strictObject({
		/** The survey's beginning, or its end. */
		place: z.enum(['before', 'after']),
		name: asked,
		company: asked,
		role: asked,
		own: z.array(z.strictObject({ id: fieldId, label: line(120), isRequired: z.boolean() })).max(5),
		/** Boxes, each empty at first, and none needed for the report. */
		consents: z.array(z.strictObject({ id: fieldId, text: paragraphs(1000) })).max(4)
	}),
	/** Names of fields that links and embeds may carry, beside the five of UTM. */
	hidden: z.array(fieldId).max(20),
	/** The first that fits is shown. */
	offers: z.array(offer).max(12),
	/** Whether "Is this how you see it?" is asked. */
	asksView: z.boolean(),
	/** Whether the reader is helped to invite colleagues. */
	invitesColleagues: z.boolean(),
	mails: z.strictObject({ report: letter, week: letter, quarter: letter }),
	/** Who is told of each new lead. */
	notify: z.array(z.email().max(254)).max(10),
	/** Who may embed it. */
	sites: z.array(origin).max(20),
	/** The IANA name of the time zone in which it opens and closes. */
	zone: z.string().refine((name) => isZone(name)),
	/** Days; null: as the site says. */
	keep: z.strictObject({
		unfinished: z.int().min(1).max(3650).nullable(),
		completed: z.int().min(1).max(3650).nullable()
	})
});

export type Settings = z.output<typeof settingsShape>;
export type Offer = z.output<typeof offer>;
export type FormSettings = Settings['form'];

/** The five that links of campaigns usually carry; they are kept without being listed. */
export const utm = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const;

const unsent = { isSent: false, subject: '', text: '' };

/** What a new campaign begins with: the whole finding is free, and an address opens the rest. */
export const newSettings: Settings = {
	look: { firm: '', accent: null, logo: null, footer: '' },
	steps: 'section',
	gate: 'rest',
	form: { place: 'after', name: 'required', company: 'optional', role: 'off', own: [], consents: [] },
	hidden: [],
	offers: [],
	asksView: true,
	invitesColleagues: true,
	mails: { report: { ...unsent, isSent: true }, week: unsent, quarter: unsent },
	notify: [],
	sites: [],
	zone: 'UTC',
	keep: { unfinished: null, completed: null }
};

function isZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}
