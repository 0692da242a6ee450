// Every instrument that is offered → its benchmark brought up to date, once a day or when somebody asks.
import type { Edition } from '#core/standing/edition.ts';
import { content } from './content.ts';
import { keepBenchmarks } from './content-benchmarks.ts';
import { contributeEarlier } from './contributing.ts';
import { buildEdition } from './edition-building.ts';
import type { BuildOptions } from './edition-counting.ts';
import { studyById } from './study-rows.ts';

export type Benchmarked = {
	readonly instrument: string;
	readonly edition: Edition | null;
	/** Its study is of the same day, and none that was told before. */
	readonly isStudyNew: boolean;
};

/** One instrument, or all. An edition is null where nothing is told anew. */
export async function buildEditions(
	date: Date,
	{ only, ...options }: BuildOptions & { readonly only?: string } = {}
): Promise<readonly Benchmarked[]> {
	await keepBenchmarks();
	const built: Benchmarked[] = [];
	for (const instrument of content().instruments.values()) {
		if (only !== undefined && instrument.id !== only) continue;
		await contributeEarlier(instrument.id, options.signal);
		const edition = await buildEdition(instrument, date, options);
		const study = edition && (await studyById(edition.id));
		built.push({ instrument: instrument.id, edition, isStudyNew: study !== null && study.date === edition?.date });
	}
	return built;
}

/** What the runner calls once a day. */
export const buildDaily = async (date: Date, signal: AbortSignal): Promise<void> =>
	void (await buildEditions(date, { signal }));
