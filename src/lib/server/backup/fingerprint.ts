// The rows of a table → one SHA-256 that tells whether they are the same, in whatever order a database sorts them.
import { createHash } from 'node:crypto';
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Row } from '../database/tables.ts';

const BYTES = 32;

export type Counted = { readonly rows: number; readonly sha256: string };

export class Fingerprint {
	#rows = 0;
	readonly #sum = Buffer.alloc(BYTES);

	/** Adds a row. All rows of a table differ by their key, so none takes another out. */
	add(row: Row): void {
		const hash = createHash('sha256').update(canonicalJson(row)).digest();
		for (let at = 0; at < BYTES; at += 1) this.#sum[at] = (this.#sum[at] ?? 0) ^ (hash[at] ?? 0);
		this.#rows += 1;
	}

	get counted(): Counted {
		return {
			rows: this.#rows,
			sha256: createHash('sha256').update(this.#sum).update(String(this.#rows)).digest('hex')
		};
	}
}
