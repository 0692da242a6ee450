// Every instrument that is offered → its benchmark brought up to date, once a day or when somebody asks.
import type { Edition } from '#core/standing/edition.ts';
import { content } from './content.ts';
import { contributeEarlier } from './contributing.ts';
import { buildEdition, type BuildOptions } from './edition-building.ts';

export type Benchmarked = { readonly instrument: string; readonly edition: Edition | null };

/** One instrument, or all. An edition is null where nothing is told anew. */
export async function buildEditions(
	date: Date,
	{ only, ...options }: BuildOptions & { readonly only?: string } = {}
): Promise<readonly Benchmarked[]> {
	const built: Benchmarked[] = [];
	for (const instrument of content().instruments.values()) {
		if (only !== undefined && instrument.id !== only) continue;
		await contributeEarlier(instrument.id, options.signal);
		built.push({ instrument: instrument.id, edition: await buildEdition(instrument, date, options) });
	}
	return built;
}

/** What the runner calls once a day. */
export const buildDaily = async (date: Date, signal: AbortSignal): Promise<void> =>
	void (await buildEditions(date, { signal }));
