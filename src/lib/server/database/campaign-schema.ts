// The tables of campaigns, their leads, and the machines that are told of them, as Kysely sees them: see schema.ts.

export type CampaignRow = {
	/** Chosen once; stands in links and in embed codes. */
	readonly id: string;
	readonly instrument: string;
	readonly name: string;
	/** JSON: `Settings` of lib/campaign/settings.ts. */
	readonly settings: string;
	readonly is_published: 0 | 1;
	readonly opens_at: string | null;
	readonly closes_at: string | null;
	readonly created_by: string;
	readonly created_at: string;
	readonly updated_at: string;
	readonly deleted_at: string | null;
};

/** How often a campaign's page was seen. */
export type VisitRow = {
	readonly campaign: string;
	/** `yyyy-mm-dd` in UTC. */
	readonly day: string;
	/** `utm_source`, else the host that the visitor came from, else empty. */
	readonly source: string;
	readonly seen: number;
};

/** Somebody who left an address with a response. What is known of the result is copied here, to sort by. */
export type LeadRow = {
	readonly response: string;
	readonly campaign: string;
	readonly instrument: string;
	readonly is_test: 0 | 1;
	readonly name: string;
	readonly address: string;
	readonly company: string;
	readonly role: string;
	/** `{ field: text }`, JSON: the campaign's own fields. */
	readonly fields: string;
	/** `[{ id, text, hash, at }]`, JSON: the wording of each box that was ticked, and when. */
	readonly consents: string;
	readonly source: string;
	/** How much speaks for their wanting to talk, from 0 to 100. */
	readonly intent: number;
	/** The company's index, else the first there is; null before completion. */
	readonly tenths: number | null;
	/** `{ index: tenths }`, JSON: of those that have one; null before completion. */
	readonly scores: string | null;
	readonly band: string | null;
	/** The id of the weakest sub-index. */
	readonly weakest: string | null;
	/** The headline of the report. */
	readonly finding: string | null;
	/** What they said that they want to mend. */
	readonly wants: string | null;
	/** Null: they have not finished yet. */
	readonly completed_at: string | null;
	readonly created_at: string;
	readonly updated_at: string;
};

/** The beginnings by which a lead is found: words of name, company and address in lower case. */
export type LeadWordRow = { readonly word: string; readonly response: string };

/** What somebody did with a report: `pdf`, `shared`, `offer`, `view`, `colleague`, … */
export type ActivityRow = {
	readonly id: string;
	readonly response: string;
	readonly kind: string;
	/** JSON. */
	readonly detail: string;
	readonly at: string;
};

export type WebhookRow = {
	readonly id: string;
	readonly url: string;
	readonly name: string;
	/** JSON, a list. */
	readonly events: string;
	/** Null: all campaigns, and responses of none. */
	readonly campaign: string | null;
	/** Which of its derived secrets is valid. */
	readonly generation: number;
	readonly created_at: string;
	/** When the secret was replaced: for a day after that the one before is valid too. */
	readonly rotated_at: string | null;
	readonly disabled_at: string | null;
};

/** One try to deliver one message. */
export type DeliveryRow = {
	readonly id: string;
	readonly webhook: string;
	/** `webhook-id`: the same for every try and replay. */
	readonly message: string;
	readonly event: string;
	readonly response: string | null;
	/** Of the response, where the event is about one. */
	readonly revision: number;
	readonly attempt: number;
	/** HTTP; null: there was no reply. */
	readonly status: number | null;
	readonly ms: number;
	readonly error: string | null;
	readonly at: string;
};

export type ApiKeyRow = {
	readonly id: string;
	/** SHA-256 of the key. */
	readonly hash: string;
	readonly name: string;
	/** JSON, a list. */
	readonly scopes: string;
	readonly created_by: string;
	readonly created_at: string;
	readonly expires_at: string | null;
	/** To the hour. */
	readonly last_used_at: string | null;
	readonly revoked_at: string | null;
};
