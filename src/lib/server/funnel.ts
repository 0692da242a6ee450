// The responses of a campaign, one by one → how far people got, where they left, how long it took, where they came from. Pure.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Marks } from '#core/survey/draft.ts';

/** What is looked at of a response. */
export type Begun = {
	readonly instrument: Instrument;
	readonly isCompleted: boolean;
	readonly isLead: boolean;
	/** By which it is counted: see lib/campaign/source.ts. */
	readonly source: string;
	/** `{ section: seconds }` */
	readonly timing: Readonly<Record<string, number>>;
	/** Empty where it was completed: then all sections were reached. */
	readonly answers: Marks;
	/** Whoever answered within the last hour may be at it still. */
	readonly isAtIt: boolean;
};

export type Counts = { started: number; completed: number; leads: number };

/** Seconds → how many took so long: a median needs no list of everybody. */
type Spread = Map<number, number>;

export class Funnel {
	readonly #total: Counts = { started: 0, completed: 0, leads: 0 };
	readonly #reached = new Map<string, number>();
	readonly #left = new Map<string, number>();
	readonly #sources = new Map<string, Counts>();
	readonly #times = new Map<string, Spread>();
	readonly #whole: Spread = new Map();
	#leftAtOnce = 0;
	#atIt = 0;

	add(begun: Begun): void {
		const source = this.#sources.get(begun.source) ?? { started: 0, completed: 0, leads: 0 };
		this.#sources.set(begun.source, source);
		for (const counts of [this.#total, source]) {
			counts.started += 1;
			if (begun.isCompleted) counts.completed += 1;
			if (begun.isLead) counts.leads += 1;
		}
		const reached = begun.isCompleted ? Infinity : furthest(begun);
		for (const [at, { id }] of begun.instrument.sections.entries()) if (at <= reached) raise(this.#reached, id);
		if (begun.isCompleted) this.#time(begun.timing);
		else if (begun.isAtIt) this.#atIt += 1;
		else {
			const last = lastAnswered(begun.answers);
			if (last === null) this.#leftAtOnce += 1;
			else raise(this.#left, last);
		}
	}

	#time(timing: Begun['timing']): void {
		const seconds = Object.entries(timing).filter(([, each]) => each > 0);
		if (seconds.length === 0) return;
		for (const [section, each] of seconds) {
			const spread = this.#times.get(section) ?? new Map<number, number>();
			this.#times.set(section, spread);
			raise(spread, Math.round(each));
		}
		raise(this.#whole, Math.round(seconds.reduce((sum, [, each]) => sum + each, 0)));
	}

	get total(): Readonly<Counts> {
		return this.#total;
	}

	/** Unfinished, and answered within the last hour. */
	get atIt(): number {
		return this.#atIt;
	}

	/** Unfinished without a single answer. */
	get leftAtOnce(): number {
		return this.#leftAtOnce;
	}

	reached(section: string): number {
		return this.#reached.get(section) ?? 0;
	}

	/** How many unfinished responses have this as the question answered last. */
	leftAfter(question: string): number {
		return this.#left.get(question) ?? 0;
	}

	get sources(): ReadonlyMap<string, Readonly<Counts>> {
		return this.#sources;
	}

	/** Seconds that those who completed took in the middle; of all sections together without one. Null: nobody is known. */
	median(section: string | null = null): { readonly seconds: number; readonly of: number } | null {
		return middle(section === null ? this.#whole : (this.#times.get(section) ?? new Map<number, number>()));
	}
}

function raise<Key>(counts: Map<Key, number>, key: Key): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The position of the last section in which something is answered; −1: nothing is. */
function furthest({ instrument, answers }: Pick<Begun, 'instrument' | 'answers'>): number {
	return instrument.sections.findLastIndex(({ questions }) =>
		questions.some((id) => (answers[id]?.value ?? null) !== null)
	);
}

function lastAnswered(answers: Marks): string | null {
	let last: { readonly id: string; readonly at: number } | null = null;
	for (const [id, { value, at }] of Object.entries(answers))
		if (value !== null && (last === null || at > last.at)) last = { id, at };
	return last?.id ?? null;
}

/** Of an even number the mean of the two in the middle. */
function middle(spread: Spread): { readonly seconds: number; readonly of: number } | null {
	const sorted = [...spread].toSorted(([a], [b]) => a - b);
	const of = sorted.reduce((sum, [, count]) => sum + count, 0);
	if (of === 0) return null;
	const at = (place: number): number => {
		let before = 0;
		for (const [seconds, count] of sorted) if ((before += count) > place) return seconds;
		return NaN;
	};
	return { seconds: (at(Math.floor((of - 1) / 2)) + at(Math.floor(of / 2))) / 2, of };
}
