// What a backup is: a gzip of JSON lines (a head, the secret, what was erased, the rows, a foot), and what seals it.
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** A higher one is for newer programs. */
export const FORMAT = 1;

export const headShape = z.object({
	bellwether: z.literal('backup'),
	format: z.int(),
	program: z.string(),
	/** What had been done to the tables. */
	migrations: z.array(z.string()),
	/** When it was begun. */
	at: z.iso.datetime()
});

export type Head = z.infer<typeof headShape>;

const cell = z.union([z.string(), z.number(), z.null()]);

/** Every line between the head and the foot. */
export const lineShape = z.union([
	z.strictObject({ secret: z.string().min(1) }),
	z.strictObject({ erased: z.string().regex(/^[0-9a-f]{64}$/) }),
	z.strictObject({ table: z.string(), row: z.record(z.string(), cell) })
]);

export type Line = z.infer<typeof lineShape>;

export const footShape = z.strictObject({
	foot: z.strictObject({
		/** How many bytes stand before the foot, and their SHA-256. */
		bytes: z.int(),
		sha256: z.string(),
		tables: z.record(z.string(), z.strictObject({ rows: z.int(), sha256: z.string() }))
	})
});

export type Foot = z.infer<typeof footShape>['foot'];

/** How the foot begins: a second gzip in the same file, that says neither when nor on what system it was made. */
export const SEAL = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** The last bytes of the file. The same foot gives the same bytes, so that each of them can be checked. */
export function sealed(foot: Foot): Buffer {
	const bytes = gzipSync(`${JSON.stringify({ foot })}\n`, { level: 0 });
	SEAL.copy(bytes);
	return bytes;
}

/** No foot is longer. */
export const LONGEST_FOOT = 60_000;
