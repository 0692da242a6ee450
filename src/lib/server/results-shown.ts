// What was counted → the results as they are shown: steps in order, questions where people left, times and sources.
import { plain } from '#core/instrument/fill.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Counts, Funnel } from './funnel.ts';

/** `section` steps carry their title. */
export type Step = {
	readonly kind: 'seen' | 'started' | 'section' | 'completed' | 'lead';
	readonly title: string | null;
	readonly count: number;
};

export type Leaving = { readonly section: string; readonly question: string; readonly count: number };

export type Timed = {
	/** Null: the whole survey. */
	readonly section: string | null;
	readonly seconds: number;
	/** How many that is the middle of. */
	readonly of: number;
};

export type Source = Readonly<Counts> & { readonly source: string; readonly seen: number };

export type Results = {
	readonly steps: readonly Step[];
	/** In the order of the questions; those after which nobody left are not there. */
	readonly leaving: readonly Leaving[];
	/** Unfinished without an answer, and unfinished but not long enough to say that they left. */
	readonly leftAtOnce: number;
	readonly atIt: number;
	readonly times: readonly Timed[];
	/** The largest first; those beyond `MOST_SOURCES` are one. */
	readonly sources: readonly Source[];
	/** What those beyond are together; null: there are none. */
	readonly otherSources: (Omit<Source, 'source'> & { readonly of: number }) | null;
	/** When it was counted, ISO 8601. */
	readonly at: string;
};

const MOST_SOURCES = 20;

/** `instruments` are all that were answered. */
export function resultsShown(
	funnel: Funnel,
	seen: ReadonlyMap<string, number>,
	instruments: readonly Instrument[],
	now: Date
): Results {
	const latest = instruments.toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
	// As the latest version calls and orders them; what only an older one had comes behind.
	const sections = byId(latest.toReversed().flatMap((each) => each.sections));
	const questions = byId(latest.toReversed().flatMap((each) => each.questions));
	const titles = new Map(sections.map(({ id, title }) => [id, title]));
	const { started, completed, leads } = funnel.total;
	const sources = sourcesOf(funnel, seen);
	return {
		steps: [
			{ kind: 'seen', title: null, count: sum([...seen.values()]) },
			{ kind: 'started', title: null, count: started },
			...sections.map(({ id, title }): Step => ({ kind: 'section', title, count: funnel.reached(id) })),
			{ kind: 'completed', title: null, count: completed },
			{ kind: 'lead', title: null, count: leads }
		],
		leaving: questions.flatMap(({ id, section, text }) => {
			const count = funnel.leftAfter(id);
			return count === 0 ? [] : [{ section: titles.get(section) ?? section, question: plain(text), count }];
		}),
		leftAtOnce: funnel.leftAtOnce,
		atIt: funnel.atIt,
		times: [null, ...sections.map(({ id }) => id)].flatMap((section) => {
			const median = funnel.median(section);
			return median === null
				? []
				: [{ section: section === null ? null : (titles.get(section) ?? section), ...median }];
		}),
		sources: sources.slice(0, MOST_SOURCES),
		otherSources: together(sources.slice(MOST_SOURCES)),
		at: now.toISOString()
	};
}

const byId = <T extends { readonly id: string }>(each: readonly T[]): readonly T[] =>
	each.filter(({ id }, at) => each.findIndex((other) => other.id === id) === at);

function sourcesOf(funnel: Funnel, seen: ReadonlyMap<string, number>): readonly Source[] {
	const none = { started: 0, completed: 0, leads: 0 };
	const names = new Set([...seen.keys(), ...funnel.sources.keys()]);
	return [...names]
		.map((source) => ({ source, seen: seen.get(source) ?? 0, ...(funnel.sources.get(source) ?? none) }))
		.toSorted((a, b) => b.started - a.started || b.seen - a.seen || (a.source < b.source ? -1 : 1));
}

function together(sources: readonly Source[]): Results['otherSources'] {
	if (sources.length === 0) return null;
	const all = (name: 'seen' | keyof Counts): number => sum(sources.map((source) => source[name]));
	return {
		of: sources.length,
		seen: all('seen'),
		started: all('started'),
		completed: all('completed'),
		leads: all('leads')
	};
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
