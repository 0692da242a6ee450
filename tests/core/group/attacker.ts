// Everything that is told of a round as equations in what each person scored → whether any of them is about few people alone.
import type { Several } from '#core/group/several.ts';
import type { Respondent } from '#core/group/respondent.ts';
import type { Parts } from '#core/group/spread.ts';
import type { Instrument } from '#core/instrument/instrument.ts';

/** A prime whose square is a safe whole number: fractions are reckoned modulo it, so that nothing is rounded. */
const P = 46_337;

const times = (one: number, other: number): number => (one * other) % P;
function inverse(of: number): number {
	let [power, base, rest] = [1, of, P - 2];
	for (; rest > 0; rest = Math.floor(rest / 2)) {
		if (rest % 2 === 1) power = times(power, base);
		base = times(base, base);
	}
	return power;
}

/** Of one person and thing: by question, how much of its score is in that of the thing; null: the person lacks it. */
type Share = ReadonlyMap<string, number> | null;

/** What whoever knows everybody's gaps, and not one score, can set up from what is told. */
export class Equations {
	readonly #columns = new Map<string, number>();
	readonly #owners: number[] = [];
	readonly #rows: number[][] = [];
	readonly #people: number;

	constructor(
		instrument: Instrument,
		people: readonly Respondent[],
		told: Pick<Several, 'questions' | 'areas' | 'indices' | 'isAnonymous'>
	) {
		this.#people = people.length;
		const questions = (each: Respondent, weight: (id: string) => number): Share => {
			const had = instrument.questions.filter(
				({ id }) => weight(id) > 0 && (each.scores.questions[id]?.tenths ?? null) !== null
			);
			const all = had.reduce((sum, { id }) => sum + weight(id), 0);
			return all === 0 ? null : new Map(had.map(({ id }) => [id, times(weight(id), inverse(all))]));
		};
		const byId = new Map(instrument.questions.map((each) => [each.id, each]));
		const index = (each: Respondent, id: string): Share => {
			if ((each.scores.indices[id]?.tenths ?? null) === null) return null;
			const { of } = instrument.indices.find((one) => one.id === id) ?? { of: null };
			if (of === null) return questions(each, (question) => byId.get(question)?.feeds[id] ?? 0);
			const all = Object.values(of).reduce((sum, weight) => sum + weight, 0);
			const shares = new Map<string, number>();
			for (const [part, weight] of Object.entries(of))
				for (const [question, share] of index(each, part) ?? [])
					shares.set(question, ((shares.get(question) ?? 0) + times(times(weight, inverse(all)), share)) % P);
			return shares;
		};
		const weightOf = (id: string): number => Math.max(0, ...Object.values(byId.get(id)?.feeds ?? {}));
		const kinds: readonly [Readonly<Record<string, Parts>>, (each: Respondent, id: string) => Share][] = [
			[told.questions, (each, id) => questions(each, (question) => (question === id ? 1 : 0))],
			[
				told.isAnonymous ? {} : told.areas,
				(each, id) => questions(each, (question) => (byId.get(question)?.area === id ? weightOf(question) : 0))
			],
			[told.indices, index]
		];
		for (const [things, share] of kinds)
			for (const [id, parts] of Object.entries(things)) {
				const shares = people.map((each) => share(each, id));
				this.#write(shares);
				for (const group of Object.keys(parts.groups))
					this.#write(shares.map((each, at) => (people[at]?.group === group ? each : null)));
			}
	}

	#write(shares: readonly Share[]): void {
		const row: number[] = [];
		for (const [person, share] of shares.entries())
			for (const [question, part] of share ?? []) {
				const key = `${person} ${question}`;
				const at = this.#columns.get(key) ?? this.#columns.size;
				this.#columns.set(key, at);
				this.#owners[at] = person;
				row[at] = part;
			}
		this.#rows.push(row);
	}

	/** Sets of `size` people about whom something follows that nobody else has a part in. */
	betrayed(size: number): readonly (readonly number[])[] {
		const width = this.#columns.size;
		const full = this.#rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? 0));
		const rank = rankOf(full);
		return subsets(this.#people, size).filter((few) => {
			const others = full.map((row) => row.filter((_, at) => !few.includes(this.#owners[at] ?? -1)));
			return rankOf(others) < rank;
		});
	}
}

function rankOf(matrix: readonly (readonly number[])[]): number {
	const rows = matrix.map((row) => [...row]);
	let rank = 0;
	for (let column = 0; column < (rows[0]?.length ?? 0) && rank < rows.length; column += 1) {
		const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
		if (at < 0) continue;
		[rows[at], rows[rank]] = [rows[rank] ?? [], rows[at] ?? []];
		const lead = rows[rank] ?? [];
		const over = inverse(lead[column] ?? 1);
		for (const row of rows.slice(rank + 1)) {
			const factor = times(row[column] ?? 0, over);
			if (factor === 0) continue;
			for (let index = column; index < row.length; index += 1)
				if (lead[index] !== 0) row[index] = ((row[index] ?? 0) + P - times(factor, lead[index] ?? 0)) % P;
		}
		rank += 1;
	}
	return rank;
}

function subsets(n: number, size: number, from = 0): readonly (readonly number[])[] {
	if (size === 0) return [[]];
	return Array.from({ length: Math.max(0, n - from) }, (_, at) => from + at).flatMap((first) =>
		subsets(n, size - 1, first + 1).map((rest) => [first, ...rest])
	);
}
