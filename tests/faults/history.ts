// What the clients of a trial did and saw, what was done to the servers meanwhile, and what was kept in the end.
import type { Marks } from '#core/survey/draft.ts';

export type Kind = 'save' | 'complete' | 'read' | 'resume' | 'reopen' | 'erase';

/** One request. Times are milliseconds of one clock. */
export type Entry = {
	readonly line: number;
	readonly client: string;
	/** Which server was asked, from 0. */
	readonly server: number;
	readonly kind: Kind;
	readonly response: string;
	/** The answers in it. */
	readonly sent: Marks;
	readonly start: number;
	readonly end: number;
	/** 0: no reply came, so nobody knows whether it was done. */
	readonly status: number;
	/** The client itself hung up. */
	readonly isDropped: boolean;
	readonly retryAfter: string | null;
	readonly reply: Reply;
};

export type Reply = {
	readonly answers?: Marks;
	readonly report?: string | null;
	readonly link?: string;
	/** What it said where it failed. */
	readonly failure?: string;
};

/** From the injection of a fault until every server that it concerned has saved again. */
export type Outage = {
	readonly fault: string;
	readonly from: number;
	readonly to: number;
	/** None: nobody was to notice. */
	readonly servers: readonly number[];
	/** Only writing is disturbed: whoever reads gets an answer. */
	readonly isReadable: boolean;
};

/** What is kept after the last restart. */
export type Final = {
	/** The tables. */
	readonly responses: readonly KeptResponse[];
	readonly revisions: readonly KeptRevision[];
	/** The responses that have an owner key, one entry a key. */
	readonly owners: readonly string[];
	/** Messages that were given up, or are waiting though they are due. */
	readonly undelivered: number;
	/** What the database's own check finds wrong. */
	readonly damage: readonly string[];
	/** By response, as the interface tells them; null: it says that there is none. */
	readonly told: ReadonlyMap<string, Marks | null>;
};

export type KeptResponse = {
	readonly id: string;
	readonly state: 'open' | 'completed';
	readonly revision: number;
	readonly answers: Marks;
};

export type KeptRevision = { readonly response: string; readonly revision: number; readonly answers: Marks };
