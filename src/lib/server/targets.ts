// The table of targets: the answers that an owner wants to be able to give the next time, one set a response.
import type { Values } from '#core/instrument/value.ts';
import { checkAnswers } from '#core/answers/check.ts';
import type { Problem } from '#core/problem.ts';
import { change, type Db } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { opened, instrumentOf } from './opened.ts';

export type StoredTarget = { readonly answers: Values; readonly saved_at: string };

export type TargetResult =
	| { readonly kind: 'saved' }
	| { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
	| { readonly kind: 'unknown' };

/** Keeps these answers instead of any kept before; none at all clears them. Only an owner's key does it. */
export async function saveTarget(ownerKey: string, answers: Readonly<Record<string, unknown>>): Promise<TargetResult> {
	const found = await opened(ownerKey);
	if (found?.purpose !== 'owner') return { kind: 'unknown' };
	const checked = checkAnswers(await instrumentOf(found.revision), answers);
	if (!checked.ok) return { kind: 'invalid', problems: checked.problems };
	const response = found.stored.id;
	const row = { response, answers: JSON.stringify(answers), saved_at: new Date().toISOString() };
	return change(response, async (db): Promise<TargetResult> => {
		const { id } = (await db.selectFrom('responses').select('id').where('id', '=', response).executeTakeFirst()) ?? {};
		if (id === undefined) return { kind: 'unknown' };
		await db.deleteFrom('targets').where('response', '=', response).execute();
		if (Object.keys(answers).length > 0) await db.insertInto('targets').values(row).execute();
		return { kind: 'saved' };
	});
}

export async function targetOf(db: Db, response: string): Promise<StoredTarget | null> {
	const row = await db
		.selectFrom('targets')
		.select(['answers', 'saved_at'])
		.where('response', '=', response)
		.executeTakeFirst();
	return row === undefined ? null : { ...row, answers: storedJson<Values>(row.answers) };
}
