// What the server would do next with its outbox, done now.
import { handlers } from '#lib/server/handlers.ts';
import { claim, settle, type Claimed } from '#lib/server/outbox.ts';

/** As the server does it. Throws where nothing is there to do it. */
export async function done(claimed: Claimed): Promise<void> {
	const handler = handlers()[claimed.kind];
	if (handler === undefined) throw new Error(`nothing does ${claimed.kind}`);
	await handler(claimed, new AbortController().signal);
}

/** Does what waits of a kind, the oldest first. */
export async function doneOf(kind: string, most = 100): Promise<readonly Claimed[]> {
	const all = await claim([kind], most, new Date());
	for (const each of all) {
		await done(each);
		await settle(each, new Date().toISOString());
	}
	return all;
}
