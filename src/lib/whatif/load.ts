// The address of a report → its trial, fetched once for everything on the page that plays with it.
import type { Trial } from '#core/whatif/trial.ts';

let fetched: Promise<Trial> | null = null;

/** Rejects where the trial cannot be had; the next call then asks again. */
export function trialAt(path: string): Promise<Trial> {
	fetched ??= ask(path).catch((error: unknown) => {
		fetched = null;
		throw error;
	});
	return fetched;
}

async function ask(path: string): Promise<Trial> {
	const response = await fetch(`${path}/trial.json`);
	if (!response.ok) throw new Error(`the trial was refused: ${response.status}`);
	// The server around this script has made it from the same type.
	return (await response.json()) as Trial;
}
