// A million responses that nobody is answering any more → a database as it is after years of use.
import Sqlite from 'better-sqlite3';

/**
 * Copies the one response that the database holds until there are so many. Ids are spread as real ones are; the
 * answers are the same, since a row is read and written as a whole.
 */
export function crowd(file: string, most: number): void {
	const db = new Sqlite(file);
	try {
		db.pragma('journal_mode = wal');
		db.pragma('synchronous = off');
		db.pragma('cache_size = -400000');
		const columns = db
			.prepare("select group_concat(name) from pragma_table_info('responses') where name <> 'id'")
			.pluck();
		const others = String(columns.get());
		const { count } = db.prepare('select count(*) as count from responses').get() as { count: number };
		const hex = (bytes: number): string => `lower(hex(randomblob(${bytes})))`;
		// Version 4 and its variant do not matter here: only that they are in no order.
		const id = [4, 2, 2, 2, 6].map(hex).join(" || '-' || ");
		db.prepare(
			`with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
			insert into responses (id, ${others}) select ${id}, ${others} from n, (select * from responses limit 1)`
		).run(most - count);
		db.pragma('wal_checkpoint(truncate)');
	} finally {
		db.close();
	}
}
