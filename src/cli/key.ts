// `bellwether key`: a new API key, printed this once; all there are; one that is not wanted any more → refused.
import { randomUUID } from 'node:crypto';
import { addKey, allKeys, offeredScopes, revokeKey, type ListedKey, type Scope } from '#lib/server/api-keys.ts';
import { today } from './date.ts';
import { fail, usage } from './output.ts';
import { stored } from './stored.ts';

export type AddKeyOptions = { readonly name: string; readonly scope: readonly string[]; readonly lastDay?: string };
export type ListKeysOptions = { readonly json?: boolean };

const isOffered = (text: string): text is Scope => (offeredScopes as readonly string[]).includes(text);

export async function makeKey({ name, scope, lastDay = '' }: AddKeyOptions): Promise<void> {
	const wrong = scope.find((each) => !isOffered(each));
	if (wrong !== undefined) usage(`--scope takes ${offeredScopes.join(', ')}, and "${wrong}" is none.`);
	if (name.trim() === '' || name.length > 80) usage('--name takes up to 80 characters.');
	if (lastDay !== '' && !isDay(lastDay)) usage('--last-day takes a day from today on, as yyyy-mm-dd.');
	const choice = { name: name.trim(), scopes: scope.filter(isOffered), lastDay: lastDay || null };
	const token = await stored(() => addKey('command', randomUUID(), choice));
	process.stdout.write(`${token}\n`);
	process.stderr.write('This is the only time that it is shown.\n');
}

export async function listKeys({ json = false }: ListKeysOptions): Promise<void> {
	const keys = await stored(() => allKeys());
	if (json) process.stdout.write(`${JSON.stringify(keys)}\n`);
	else for (const key of keys) process.stdout.write(`${lineOf(key)}\n`);
}

export async function endKey(id: string): Promise<void> {
	if (await stored(() => revokeKey('command', id))) {
		process.stdout.write('It is refused from now on.\n');
		return;
	}
	process.stderr.write(
		`${id}: unknown-key: expected the id of a key that is not revoked, found none. See bellwether key list.\n`
	);
	fail();
}

const lineOf = ({ id, name, scopes, expires_at, last_used_at, revoked_at }: ListedKey): string =>
	[
		id,
		name,
		scopes.join(','),
		last_used_at === null ? 'never used' : `used ${last_used_at.slice(0, 13)}h`,
		revoked_at === null ? (expires_at === null ? 'no end' : `until ${expires_at.slice(0, 10)}`) : 'revoked'
	].join('  ');

/** A day that there is, and that is not over. */
function isDay(text: string): boolean {
	const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
	return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= today();
}
