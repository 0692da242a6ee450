// What the page of a lead is drawn from, as lib/server/lead-record.ts gives it.

export type ShownIndex = { readonly title: string; readonly tenths: number; readonly band: string | null };

export type ShownConsent = { readonly id: string; readonly text: string; readonly at: string };

export type LeadRecord = {
	readonly lead: {
		readonly response: string;
		readonly is_test: 0 | 1;
		readonly name: string;
		readonly address: string;
		readonly company: string;
		readonly role: string;
		readonly intent: number;
		readonly finding: string | null;
		readonly wants: string | null;
		readonly consents: readonly ShownConsent[];
		readonly created_at: string;
		readonly completed_at: string | null;
	};
	readonly campaign: string;
	readonly survey: string;
	readonly indices: readonly ShownIndex[];
	readonly weakest: string | null;
	readonly fields: readonly { readonly label: string; readonly text: string }[];
	readonly source: readonly { readonly name: string; readonly text: string }[];
	readonly activities: readonly {
		readonly kind: string;
		readonly detail: Readonly<Record<string, unknown>>;
		readonly at: string;
	}[];
	readonly answered: number;
	readonly startedAt: string;
};
