// A database for a trial: where the servers find it, what may befall it, and what stands in it in the end.
import type { Marks } from '#core/survey/draft.ts';
import type { Fault } from './fault.ts';
import type { Final, KeptResponse } from './history.ts';

export type Store = {
	/** How many servers share it. */
	readonly servers: number;
	readonly environment: Readonly<Record<string, string>>;
	/** What can go wrong with this kind of database only, by name. */
	readonly faults: Readonly<Record<string, Fault>>;
	/** Answers one SQL statement. */
	readonly query: Query;
	/** What the database's own check finds wrong. */
	readonly damage: () => Promise<readonly string[]>;
	readonly remove: () => Promise<void>;
};

export type Query = (statement: string) => Promise<readonly unknown[]>;

/** Reads the tables with plain SQL, not with the code that wrote them. */
export async function rowsOf({ query, damage }: Store): Promise<Omit<Final, 'told'>> {
	type Row<Kept> = Omit<Kept, 'answers'> & { readonly answers: string };
	const responses = (await query('select id, state, revision, answers from responses')) as Row<KeptResponse>[];
	const revisions = (await query('select response, revision, answers from revisions')) as Row<
		Final['revisions'][number]
	>[];
	const owners = (await query("select response from keys where purpose = 'owner'")) as { response: string }[];
	return {
		responses: responses.map((row) => ({ ...row, answers: JSON.parse(row.answers) as Marks })),
		revisions: revisions.map((row) => ({ ...row, answers: JSON.parse(row.answers) as Marks })),
		owners: owners.map(({ response }) => response),
		undelivered: (await query(`select id from outbox where state = 'dead' or ${TRIED}`)).length,
		damage: await damage()
	};
}

/** Messages that somebody has begun with: whoever was killed over one has left it to the others. */
const TRIED = "(state = 'waiting' and attempts > 0)";

/** As if the time had passed that such a message rests. */
export async function hasten({ query }: Store): Promise<void> {
	const now = new Date().toISOString();
	await query(`update outbox set due_at = '${now}', lease = null, leased_until = null where ${TRIED} returning id`);
}

export const isDelivered = async ({ query }: Store): Promise<boolean> =>
	(await query(`select id from outbox where ${TRIED}`)).length === 0;
