// What a report page of a campaign has beside the report.
import type { LeadForm } from '#lib/campaign/lead-form.ts';

export type Beside = {
	/** What an address would still open. */
	readonly gate: 'none' | 'rest' | 'all';
	readonly form: LeadForm;
	/** Somebody has left their details. */
	readonly isLeft: boolean;
	readonly firm: string;
	/** `button` is empty where it leads nowhere. */
	readonly offer: { readonly text: string; readonly button: string; readonly person: string } | null;
	readonly view: {
		readonly said: { readonly answer: 'yes' | 'partly' | 'no'; readonly because: string } | null;
		readonly most: number;
	} | null;
	readonly colleagues: { readonly link: string; readonly mail: string } | null;
	/** What is said first once details were left. */
	readonly thanks: readonly string[];
	/** The link to the report comes by mail, too. */
	readonly isMailed: boolean;
	readonly privacy: string;
};
