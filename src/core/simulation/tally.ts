// Trial after trial → how often each text, key area and pattern was shown, and what stood beside what.
import type { Instrument, Verdict } from '#core/instrument/instrument.ts';
import type { KeyAreaFinding, PatternFinding } from '#core/findings/findings.ts';
import { questionsIn } from '#core/findings/patterns.ts';
import type { Label, Marked } from './marked.ts';
import type { Summary, TextName } from './summary.ts';
import type { Trial } from './trial.ts';

type Counts = Map<number, number>;

type Counted = Pick<Summary, 'keyAreas' | 'areaTwice' | 'patterns' | 'unguarded' | 'withoutBut' | 'alike'>;

export class Tally {
	readonly #instrument: Instrument;
	readonly #labels: readonly Label[];
	readonly #areaOf: ReadonlyMap<string, string | null>;
	readonly #texts: Counts = new Map();
	readonly #keyAreas = new Map<string, Record<Verdict, number>>();
	readonly #patterns = new Map<string, { times: number; readonly beside: Counts; readonly unguarded: Counts }>();
	readonly #withoutBut = new Map<string, number>();
	readonly #alike = new Map<string, { readonly pair: readonly [number, number]; times: number }>();
	#areaTwice = 0;

	constructor({ instrument, labels }: Marked) {
		this.#instrument = instrument;
		this.#labels = labels;
		this.#areaOf = new Map(instrument.questions.map(({ id, area }) => [id, area]));
	}

	/** How often the text at this position of the labels was shown. */
	times(at: number): number {
		return this.#texts.get(at) ?? 0;
	}

	add(trial: Trial): void {
		for (const at of trial.shown) count(this.#texts, at);
		if (new Set(trial.keyAreas.map(({ area }) => area)).size < trial.keyAreas.length) this.#areaTwice++;
		for (const finding of trial.keyAreas) this.#addKeyArea(finding, trial);
		for (const finding of trial.patterns) this.#addPattern(finding, trial);
		for (const pair of trial.alike) {
			const kept = this.#alike.get(pair.join()) ?? { pair, times: 0 };
			kept.times++;
			this.#alike.set(pair.join(), kept);
		}
	}

	result(name: (label: Label) => TextName): Counted {
		const listed = (counts: Counts) =>
			[...counts]
				.toSorted(([, a], [, b]) => b - a)
				.flatMap(([at, times]) => this.#labels.slice(at, at + 1).map((label) => ({ text: name(label), times })));
		const patterns = [...this.#patterns].toSorted(([, a], [, b]) => b.times - a.times);
		return {
			keyAreas: [...this.#keyAreas].map(([area, times]) => ({ area, times })),
			areaTwice: this.#areaTwice,
			patterns: patterns.map(([pattern, { times, beside }]) => ({ pattern, times, beside: listed(beside) })),
			unguarded: patterns.flatMap(([pattern, { unguarded }]) =>
				listed(unguarded).map((each) => ({ pattern, ...each }))
			),
			withoutBut: [...this.#withoutBut].map(([area, times]) => ({ area, times })),
			alike: [...this.#alike.values()]
				.toSorted((a, b) => b.times - a.times)
				.flatMap(({ pair: [before, at], times }) => {
					const [one, other] = [this.#labels[before], this.#labels[at]];
					return one && other ? [{ opening: other.opening, texts: [name(one), name(other)] as const, times }] : [];
				})
		};
	}

	#addKeyArea({ area, verdict, because }: KeyAreaFinding, { scores, shown }: Trial): void {
		const times = this.#keyAreas.get(area) ?? { keep: 0, change: 0, stop: 0 };
		times[verdict]++;
		this.#keyAreas.set(area, times);
		const holdsStop = because.some((id) => scores.questions[id]?.verdict === 'stop');
		if (verdict === 'keep' && holdsStop && !this.#isShown('But', area, shown)) count(this.#withoutBut, area);
	}

	#isShown(keyword: string, area: string, shown: ReadonlySet<number>): boolean {
		return [...shown].some((at) => {
			const label = this.#labels[at];
			return label?.kind === 'area' && label.keyword === keyword && label.owner === area;
		});
	}

	/** Beside a pattern stand the texts on the questions that it rests on, and on their areas. */
	#addPattern({ pattern: id, because }: PatternFinding, { shown }: Trial): void {
		const pattern = this.#instrument.patterns.find((each) => each.id === id);
		if (pattern === undefined) return;
		const kept = this.#patterns.get(id) ?? { times: 0, beside: new Map(), unguarded: new Map() };
		kept.times++;
		this.#patterns.set(id, kept);
		const named = new Set(questionsIn(pattern.when));
		const areas = new Set(because.map((question) => this.#areaOf.get(question)));
		for (const at of shown) {
			const label = this.#labels[at];
			if (label === undefined) continue;
			const onQuestion = label.kind === 'question' && because.includes(label.owner);
			if (onQuestion || (label.kind === 'area' && areas.has(label.owner))) count(kept.beside, at);
			const praise = onQuestion && label.keyword === 'Keep' && !pattern.strength;
			if (praise && !knowsOf(label, named)) count(kept.unguarded, at);
		}
	}
}

/** Whether what narrows the text is another of the pattern's answers. */
function knowsOf({ when, owner }: Label, named: ReadonlySet<string>): boolean {
	return when !== null && questionsIn(when).some((id) => id !== owner && named.has(id));
}

const count = <T>(counts: Map<T, number>, of: T): void => void counts.set(of, (counts.get(of) ?? 0) + 1);
