// The secret that report keys are derived from: given, or made once and kept beside the data.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { env } from './env.ts';

let known: string | undefined;

/** Losing it makes every report link invalid, so a backup holds it too. */
export const secret = (): string => (known ??= env().secret ?? kept(env().dataDir));

/** What a backup has to hold of it; null where the secret was given, and is kept by whoever gave it, or none was made. */
export function keptSecret(): string | null {
	const { secret: given, dataDir } = env();
	return given === null && existsSync(secretFile(dataDir)) ? kept(dataDir) : null;
}

/** Where the secret of a data folder lies. */
export const secretFile = (folder: string): string => join(folder, 'secret');

/** The secret of a data folder; two processes that start at once agree on one. */
export function kept(folder: string): string {
	const file = secretFile(folder);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	try {
		writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	const text = readFileSync(file, 'utf8').trim();
	if (text.length >= 32) return text;
	throw new CannotStart(`${file}: expected at least 32 characters, found ${text.length}. Restore it from a backup.`);
}
