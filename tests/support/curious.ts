// What a curious consultant keeps of every telling, with who is truly in each number → whom subtraction gives away.
import { partsOf } from '#core/group/spread.ts';
import type { Parts } from '#core/group/spread.ts';
import type { Several } from '#core/group/several.ts';
import type { Results } from '#lib/server/engagement/results.ts';

/** A number that was told: of what, the sum as far as rounding leaves it, and those who are in it. */
type Told = { readonly sum: number; readonly within: number; readonly people: ReadonlySet<string> };

export type Leak = {
	readonly of: string;
	readonly people: readonly string[];
	readonly mean: number;
	readonly within: number;
};

type Heard = Results['heard'][number];
type Kind = 'indices' | 'areas' | 'questions';

const kinds: readonly Kind[] = ['indices', 'areas', 'questions'];

/** One diary for one engagement, or for several that are of the same people. */
export class Diary {
	readonly #told = new Map<string, Told[]>();
	readonly #true = new Map<string, number>();

	/** Everything that `several` says is written down. */
	keep(several: Several, heard: readonly Heard[]): void {
		// Where anonymity was promised, areas are reckoned from what their questions say, which is written down.
		for (const kind of kinds.filter((each) => each !== 'areas' || !several.isAnonymous))
			for (const [id, parts] of Object.entries<Parts>(several[kind])) {
				const scored = heard.filter(({ scores }) => tenthsOf(scores, kind, id) !== null);
				for (const each of scored) this.#true.set(`${kind} ${id} ${each.id}`, tenthsOf(each.scores, kind, id) ?? 0);
				this.#write(`${kind} ${id}`, parts.all, scored);
				for (const [group, part] of Object.entries(parts.groups))
					this.#write(
						`${kind} ${id}`,
						part,
						scored.filter((each) => each.group === group)
					);
			}
	}

	/** The means of every group, without the rules: what a program that knew none would show. */
	keepRaw(heard: readonly Heard[], groups: readonly string[]): void {
		for (const index of Object.keys(heard[0]?.scores.indices ?? {})) {
			const scored = heard.filter(({ scores }) => tenthsOf(scores, 'indices', index) !== null);
			for (const each of scored)
				this.#true.set(`indices ${index} ${each.id}`, tenthsOf(each.scores, 'indices', index) ?? 0);
			for (const some of [scored, ...groups.map((group) => scored.filter((each) => each.group === group))]) {
				const parts = partsOf(
					some.map((each) => ['', tenthsOf(each.scores, 'indices', index) ?? 0] as const),
					{ groups: [], isAnonymous: false, n: 0 }
				);
				if (parts !== null) this.#write(`indices ${index}`, parts.all, some);
			}
		}
	}

	#write(of: string, { n, tenths }: Parts['all'], people: readonly Heard[]): void {
		if (n !== people.length) throw new Error(`${of}: ${n} were told of, and ${people.length} are heard`);
		const told = this.#told.get(of) ?? [];
		const who = new Set(people.map(({ id }) => id));
		if (!told.some((each) => isSame(each.people, who))) told.push({ sum: n * tenths, within: n / 2, people: who });
		this.#told.set(of, told);
	}

	get size(): number {
		return [...this.#told.values()].reduce((all, told) => all + told.length, 0);
	}

	/** Everybody who comes out by taking numbers away from one another, three times over, in groups below `least`. */
	leaks(least: number): readonly Leak[] {
		return [...this.#told].flatMap(([of, told]) => {
			const known = [...told];
			for (let round = 0; round < 3; round += 1)
				for (const one of [...known]) for (const other of [...known]) add(known, one, other);
			return known
				.slice(told.length)
				.filter(({ people }) => people.size < least)
				.map(({ sum, within, people }) => ({
					...{ of, people: [...people] },
					...{ mean: sum / people.size, within: within / people.size }
				}));
		});
	}

	/** What those people truly scored, as a mean. */
	truth({ of, people }: Leak): number {
		return people.reduce((all, each) => all + (this.#true.get(`${of} ${each}`) ?? 0), 0) / people.length;
	}
}

const MOST_KNOWN = 60;

function add(known: Told[], one: Told, other: Told): void {
	if (known.length >= MOST_KNOWN || other.people.size >= one.people.size) return;
	if (![...other.people].every((each) => one.people.has(each))) return;
	const people = new Set([...one.people].filter((each) => !other.people.has(each)));
	if (known.some((each) => isSame(each.people, people))) return;
	known.push({ sum: one.sum - other.sum, within: one.within + other.within, people });
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
	one.size === other.size && [...one].every((each) => other.has(each));

const tenthsOf = (scores: Heard['scores'], kind: Kind, id: string): number | null => scores[kind][id]?.tenths ?? null;
