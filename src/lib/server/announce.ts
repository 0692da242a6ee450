// A transaction that posts something → a word to whoever sends it, once it is on the disk and never before.

const posting = new WeakSet<object>();

const listeners = new Set<() => void>();

/** Gives what ends it. */
export function onPosted(listener: () => void): () => void {
	listeners.add(listener);
	return () => void listeners.delete(listener);
}

/** Something was posted with this database: at once, or within a transaction. */
export function posted(db: { readonly isTransaction: boolean }): void {
	if (db.isTransaction) posting.add(db);
	else tell();
}

/** This transaction is on the disk. */
export function committed(db: object | undefined): void {
	if (db !== undefined && posting.has(db)) tell();
}

function tell(): void {
	for (const listener of listeners) listener();
}
