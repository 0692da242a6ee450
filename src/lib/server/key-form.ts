// A posted form about an API key → what was chosen of it, or what is wrong with which field.
import { z } from 'zod';
import { TICKED } from '#lib/campaign/fields.ts';
import { offeredScopes, type KeyChoice, type ListedKey } from './api-keys.ts';
import { faulty, readForm } from './form.ts';

const ticked = z.literal(TICKED).optional();

const shape = z.strictObject({
	id: z.uuid(),
	name: z
		.string()
		.trim()
		.min(1)
		.max(80)
		.regex(/^[^\p{Cc}\p{Cs}]*$/u),
	lastDay: z.union([z.literal(''), z.iso.date()]).default(''),
	responses: ticked,
	leads: ticked,
	campaigns: ticked,
	editions: ticked
});

type ReadKey =
	| { readonly ok: true; readonly id: string; readonly choice: KeyChoice }
	| { readonly ok: false; readonly failure: ReturnType<typeof faulty> };

/** `today` is `yyyy-mm-dd` in UTC. */
export async function readKey(request: Request, today: string): Promise<ReadKey> {
	const read = await readForm(request, shape);
	if (!read.ok) return read;
	const { id, name, lastDay, responses, leads, campaigns, editions } = read.value;
	const scopes = offeredScopes.filter((_, at) => [responses, leads, campaigns, editions][at] === TICKED);
	const faults = [
		...(lastDay !== '' && lastDay < today ? [{ where: 'lastDay', code: 'past' }] : []),
		...(scopes.length > 0 ? [] : [{ where: 'responses', code: 'no-scope' }])
	];
	if (faults.length > 0) return { ok: false, failure: faulty(faults, read.typed) };
	return { ok: true, id, choice: { name, scopes, lastDay: lastDay || null } };
}

export const keyId = z.strictObject({ id: z.uuid() });

/** What the page shows of the keys, each with whether it still opens anything. */
export const listedKeys = (keys: readonly ListedKey[], date: Date) =>
	keys.map(({ id, name, scopes, created_at, expires_at, last_used_at, revoked_at }) => ({
		id,
		name,
		scopes,
		createdAt: created_at,
		lastDay: expires_at?.slice(0, 10) ?? null,
		lastUsedAt: last_used_at,
		state: stateOf(revoked_at, expires_at, date)
	}));

function stateOf(revoked: string | null, expires: string | null, date: Date): 'valid' | 'revoked' | 'expired' {
	if (revoked !== null) return 'revoked';
	return expires !== null && expires < date.toISOString() ? 'expired' : 'valid';
}
