// The address of a method page → the page: of the present instrument, or of the one that an older report was made with.
import { methodPage } from '#core/report/method-page/page.ts';
import type { Paper } from '#core/report/report.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import { content } from './content.ts';
import { firstAnswered, instrumentByHash } from './instruments.ts';

export type Method = {
	readonly paper: Paper;
	readonly title: string;
	/** Whether people are asked by this version today. */
	readonly isCurrent: boolean;
};

/** Without a hash it is about the present version; null where there is no such instrument. */
export async function methodOf(id: string, hash: string | null): Promise<Method | null> {
	const current = content().instruments.get(id);
	const isCurrent = hash === null || hash === current?.hash;
	const instrument = isCurrent ? current : await instrumentByHash(hash);
	if (instrument?.id !== id) return null;
	const since = await firstAnswered(instrument.hash);
	const paper = methodPage({ instrument, words: wordsFor(baseLocale), locale: baseLocale, since });
	return { paper, title: instrument.title, isCurrent };
}
