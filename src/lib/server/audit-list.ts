// The audit log, a page at a time, the newest first, with the names of those who did it.
import { database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';

const PAGE = 50;

export type AuditFilter = {
	/** Such as `campaign.changed`; empty: all. */
	readonly action: string;
	/** As it stands in the log; empty: everybody. */
	readonly actor: string;
	/** Goes on after this one; empty: from the newest. */
	readonly after: string;
};

export type AuditEntry = {
	readonly id: string;
	readonly at: string;
	readonly actor: string;
	/** Null: no person, or one who is not known. */
	readonly name: string | null;
	readonly action: string;
	readonly subject: string;
	readonly subjectName: string | null;
	readonly detail: Readonly<Record<string, unknown>>;
};

export async function auditPage({ action, actor, after }: AuditFilter) {
	const db = await database();
	const [at = '', id = ''] = after.split('~');
	const rows = await db
		.selectFrom('audit')
		.selectAll()
		.$if(action !== '', (query) => query.where('action', '=', action))
		.$if(actor !== '', (query) => query.where('actor', '=', actor))
		.$if(after !== '', (query) =>
			query.where((row) => row.or([row('at', '<', at), row.and([row('at', '=', at), row('id', '<', id)])]))
		)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(PAGE + 1)
		.execute();
	const page = rows.slice(0, PAGE);
	const names = await namesOf();
	const last = rows.length > PAGE ? page.at(-1) : undefined;
	return {
		entries: page.map(({ detail, ...row }): AuditEntry => ({
			...row,
			name: names.get(row.actor) ?? null,
			subjectName: names.get(row.subject) ?? null,
			detail: storedJson(detail)
		})),
		next: last === undefined ? null : `${last.at}~${last.id}`
	};
}

/** What the log can be filtered by. */
export async function auditChoices() {
	const db = await database();
	const distinct = async (column: 'action' | 'actor') =>
		(await db.selectFrom('audit').select(column).distinct().orderBy(column).execute()).map((row) => row[column]);
	const [actions, actors, names] = [await distinct('action'), await distinct('actor'), await namesOf()];
	return { actions, actors: actors.map((actor) => ({ actor, name: names.get(actor) ?? null })) };
}

/** `person <id>` and `key <id>` → the name. */
async function namesOf(): Promise<ReadonlyMap<string, string>> {
	const db = await database();
	const people = await db.selectFrom('users').select(['id', 'name']).execute();
	const keys = await db.selectFrom('api_keys').select(['id', 'name']).execute();
	return new Map([
		...people.map(({ id, name }) => [`person ${id}`, name] as const),
		...keys.map(({ id, name }) => [`key ${id}`, name] as const)
	]);
}
