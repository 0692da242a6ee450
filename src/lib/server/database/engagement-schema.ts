// The tables of engagements: a client's people who answer together, and what comes of it. See schema.ts.

export type ClientRow = {
	readonly id: string;
	readonly name: string;
	readonly created_by: string;
	readonly created_at: string;
};

export type EngagementRow = {
	readonly id: string;
	readonly client: string;
	readonly instrument: string;
	/** What this round is called, among those of the same client. */
	readonly name: string;
	/** JSON: `EngagementSettings` of lib/engagement/settings.ts. */
	readonly settings: string;
	/** What the people are told before their first answer: whether the consultant sees who said what. */
	readonly promise: 'named' | 'anonymous';
	/** When the first answer came: from then on the promise stays as it is. */
	readonly frozen_at: string | null;
	/** ISO 8601, the end of the day that was told. */
	readonly deadline: string | null;
	/** Which open link is valid. */
	readonly open_generation: number;
	/** The round before this one, of the same client and instrument. */
	readonly previous: string | null;
	/** The id of the person of the studio who answers for it. */
	readonly owner: string;
	readonly created_at: string;
	readonly updated_at: string;
	/** From then on answers are late; results of an anonymous one are told from then on only. */
	readonly closed_at: string | null;
	readonly deleted_at: string | null;
};

/** Somebody of the studio with whom an engagement is shared. */
export type EngagementColleagueRow = {
	readonly engagement: string;
	readonly person: string;
	readonly created_at: string;
};

/** Somebody at the client who was asked to answer. `responses.invitation` of their response is this id. */
export type InviteeRow = {
	readonly id: string;
	readonly engagement: string;
	/** Empty, like the address, for somebody who came by the open link. */
	readonly name: string;
	readonly address: string;
	/** An option of the instrument's question on roles, which wins over what is answered; null: not known. */
	readonly role: string | null;
	readonly via: 'invitation' | 'open link';
	/** SHA-256 of the personal link's token, `derivedToken('engagement', id, generation)`. */
	readonly hash: string;
	readonly generation: number;
	readonly response: string | null;
	readonly begun_at: string | null;
	readonly completed_at: string | null;
	/** When the mail was posted. */
	readonly invited_at: string | null;
	readonly reminded_at: string | null;
	/** When they asked for no more reminders. */
	readonly declined_at: string | null;
	/** Their link is dead, and what they answered does not count. */
	readonly removed_at: string | null;
	readonly replaced_by: string | null;
	readonly created_at: string;
};

/** The company report before it is released: what the consultant wrote into it. */
export type CompanyReportRow = {
	readonly engagement: string;
	/** `{ place: { was, text, by, at } }`, JSON: changed texts by their place in the report, with a hash of the original. */
	readonly edits: string;
	/** Markdown. */
	readonly introduction: string;
	readonly recommendations: string;
	readonly updated_by: string;
	readonly updated_at: string;
};

/** A company report as the client got it: never changed. */
export type ReleaseRow = {
	readonly id: string;
	readonly engagement: string;
	/** JSON: the `Report`. */
	readonly document: string;
	/** SHA-256, hex, over its canonical JSON. */
	readonly hash: string;
	/** SHA-256 of the token in the client's link, `derivedToken('release', id, 1)`. */
	readonly token: string;
	readonly released_by: string;
	readonly released_at: string;
	readonly withdrawn_by: string | null;
	readonly withdrawn_at: string | null;
};

/** Whose answers are in a release, so that no two of them differ by so few that subtraction tells of them. */
export type ReleaseVoiceRow = {
	readonly release: string;
	readonly at: number;
	/** Null: erased since. */
	readonly response: string | null;
	/** A group of the instrument; null: none of them. */
	readonly role_group: string | null;
};

export type MeetingRow = {
	readonly engagement: string;
	/** `yyyy-mm-dd`, as all that is "on" a day. */
	readonly held_on: string | null;
	/** `{ question: text }`, JSON: notes beside the planned questions of the brief; under `''` those beside none of them. */
	readonly notes: string;
	/** JSON: the questions whose notes are for the client, too. */
	readonly told: string;
	/** JSON, lists of texts. */
	readonly agreed: string;
	readonly decisions: string;
	/** When the instrument is to be taken again. */
	readonly again_on: string | null;
	readonly sent_at: string | null;
	readonly updated_by: string;
	readonly updated_at: string;
};

/** What somebody said they would do. */
export type ActionRow = {
	readonly id: string;
	readonly engagement: string;
	readonly what: string;
	readonly owner: string;
	readonly due_on: string | null;
	readonly state: 'open' | 'done' | 'dropped';
	/** The `due_on` of which its consultant was reminded: of another one they will be again. */
	readonly reminded_on: string | null;
	readonly created_at: string;
	readonly updated_at: string;
};

/** The summary of a meeting as it was sent to the client: never changed. */
export type SummaryRow = {
	readonly id: string;
	readonly engagement: string;
	/** JSON: the `Paper`. */
	readonly document: string;
	/** `yyyy-mm-dd`: the day on which it was made. */
	readonly made_on: string;
	readonly sent_by: string;
	readonly sent_at: string;
};
