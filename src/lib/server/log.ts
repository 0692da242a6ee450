// What happens → lines of JSON for whoever runs this. No bodies, tokens or addresses: a path can be a secret.
import { pino } from 'pino';

/** Quiet on a terminal, where a person looks for the address; complete where a machine collects it. */
export const log = pino({ base: null, level: process.stdout.isTTY ? 'warn' : 'info' });

/** Takes mail addresses, ids, and keys of every kind out of a text that was not ours, such as an error's. */
export function scrubbed(text: string): string {
	return text
		.replace(/\/(r|refuse)\/[\w-]+/g, '/$1/…')
		.replace(/[0-9a-f-]{36}\.[\w-]{16,}/gi, '…')
		.replace(/Bearer \S+/gi, 'Bearer …')
		.replace(/[^\s@/<>"'(),:;]+@[^\s@/<>"'(),:;]+/g, '…')
		.replace(/(?<![\w-])[\w-]{32,}(?![\w-])/g, '…');
}

/** The name and the way of an error, without what a participant sent. */
export function described(error: unknown): { readonly name: string; readonly text: string } {
	if (!(error instanceof Error)) return { name: typeof error, text: '' };
	return { name: error.name, text: scrubbed(error.stack ?? error.message) };
}
