// The content as it is live → what the studio says of it: instruments, what is wrong with them, versions that are kept.
import type { Instrument } from '#core/instrument/instrument.ts';
import { isError } from '#core/problem.ts';
import type { Source } from '#core/report/method-page/source.ts';
import { overviewOf, type Overview } from '#core/report/content-pages/overview.ts';
import { searchIn, type Search } from '#core/report/content-pages/search.ts';
import { once } from '#core/instrument/once.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import { contentOrProblems, isStale } from './content.ts';
import { problemRows, problemsOf, type ProblemRow } from './content-problems.ts';
import { keptVersions, type KeptVersion } from './content-versions.ts';

export type ListedInstrument = {
	readonly id: string;
	readonly title: string;
	readonly version: string;
	readonly hash: string;
	readonly questions: number;
	readonly texts: number;
	readonly warnings: number;
	/** The live version first. */
	readonly versions: readonly KeptVersion[];
};

export type ContentList = {
	readonly instruments: readonly ListedInstrument[];
	/** Of all files while there is an error among them; else of those that belong to no instrument. */
	readonly problems: readonly ProblemRow[];
	/** Nothing can be shown before the errors are mended. */
	readonly isBroken: boolean;
	/** Files were changed since the server read them. */
	readonly isStale: boolean;
};

/** The content in the words of the interface. */
export const sourceOf = once((instrument: Instrument): Source => ({
	instrument,
	words: wordsFor(baseLocale),
	locale: baseLocale,
	since: null
}));

const overview = once((instrument: Instrument) => overviewOf(sourceOf(instrument)));

export async function contentList(): Promise<ContentList> {
	const read = contentOrProblems();
	if (!read.ok)
		return {
			instruments: [],
			problems: problemRows(read.problems),
			isBroken: read.problems.some(isError),
			isStale: false
		};
	const { instruments, problems } = read.value;
	const kept = await keptVersions();
	const nobodys = problems.filter(({ where }) => ![...instruments.keys()].some((id) => where.startsWith(`${id}/`)));
	return {
		instruments: [...instruments.values()].map((instrument) => ({
			...named(instrument),
			questions: instrument.questions.length,
			texts: overview(instrument).texts,
			warnings: problemsOf(problems, instrument.id).length,
			versions: liveFirst(kept.get(instrument.id) ?? [], instrument.hash)
		})),
		problems: problemRows(nobodys),
		isBroken: false,
		isStale: isStale()
	};
}

export type InstrumentOverview = Overview & {
	readonly instrument: Pick<Instrument, 'id' | 'title' | 'version' | 'hash' | 'minutes'>;
	readonly problems: readonly ProblemRow[];
	readonly versions: readonly KeptVersion[];
	readonly search: Search;
};

/** The instrument that is live under this id; null where there is none, or none can be read. */
export function liveInstrument(id: string): Instrument | null {
	const read = contentOrProblems();
	return read.ok ? (read.value.instruments.get(id) ?? null) : null;
}

/** Null where there is no such instrument. `wanted` are words to look for. */
export async function instrumentOverview(id: string, wanted: string): Promise<InstrumentOverview | null> {
	const read = contentOrProblems();
	const instrument = read.ok ? read.value.instruments.get(id) : undefined;
	if (!read.ok || instrument === undefined) return null;
	return {
		...overview(instrument),
		instrument: { ...named(instrument), minutes: instrument.minutes },
		problems: problemRows(problemsOf(read.value.problems, id)),
		versions: liveFirst((await keptVersions()).get(id) ?? [], instrument.hash),
		search: searchIn(instrument, wanted)
	};
}

const named = ({ id, title, version, hash }: Instrument) => ({ id, title, version, hash });

const liveFirst = (versions: readonly KeptVersion[], live: string): readonly KeptVersion[] => [
	...versions.filter(({ hash }) => hash === live),
	...versions.filter(({ hash }) => hash !== live)
];
