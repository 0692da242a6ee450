// `bellwether erase` and `retain`: responses of one person, or over time → nothing of them.
import { responsesOf } from '#lib/server/contacts.ts';
import { eraseAll } from '#lib/server/erasing.ts';
import { retain } from '#lib/server/retention.ts';
import { fail, usage } from './output.ts';
import { progress } from './progress.ts';
import { stored } from './stored.ts';

export type EraseOptions = { readonly email?: string; readonly response?: string };

export async function eraseResponses({ email, response }: EraseOptions): Promise<void> {
	if ((email === undefined) === (response === undefined)) usage('erase takes either --email or --response.');
	const count = await stored(async () =>
		eraseAll(email === undefined ? [(response ?? '').toLowerCase()] : await responsesOf(email))
	);
	process.stdout.write(`Erased ${responses(count)}.\n`);
	if (count === 0 && response !== undefined) {
		process.stderr.write(`${response}: unknown-response: expected the id of a response, found none. Check the id.\n`);
		fail();
	}
}

export async function retainResponses(): Promise<void> {
	const tell = progress((count) => `${count} erased`);
	const count = await stored(() => retain(new Date(), { progress: tell }));
	tell(null);
	process.stdout.write(`Erased ${responses(count)} over time.\n`);
}

const responses = (count: number): string => `${count} ${count === 1 ? 'response' : 'responses'}`;
