// A benchmark that grows, shrinks and changes day by day → its editions, and whom each told group held when it was told.
import { shareOf } from '#core/benchmark/contribution.ts';
import { noteChange, type Changes } from '#core/benchmark/changes.ts';
import { nextEdition, type Next } from '#core/benchmark/edition.ts';
import { guardedEdition, type Telling } from '#core/benchmark/guarded.ts';
import { noteMembers, type Members } from '#core/benchmark/members.ts';
import { count, groupsIn, type Tallies } from '#core/benchmark/tally.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { nameOf, type Edition } from '#core/standing/edition.ts';
import { benchmarked, contribution, type Company } from './companies.ts';

/** By the name of a tally: whom it held when it was told last. */
export type Told = ReadonlyMap<string, ReadonlySet<string>>;

export type Day = {
	readonly edition: Edition;
	readonly told: Told;
	/** The names of the groups that were told anew. */
	readonly renewed: readonly string[];
	readonly tallies: Tallies;
	/** Who is here, by name. */
	readonly here: ReadonlyMap<string, Company>;
};

export type Wish = {
	readonly days: number;
	readonly seed: number;
	/** How many there are on the first day; the same number comes again over the days, and some go. */
	readonly first: number;
	/** Without protection every group is told anew every day, however few are new. */
	readonly naive?: boolean;
};

/** The same every time: a congruential generator (Numerical Recipes, 1992). */
export function chances(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

export const pick = <T>(chance: () => number, options: readonly T[]): T =>
	options[Math.floor(chance() * options.length)] as T;

function newcomer(chance: () => number, number: number): Company {
	const dimensions = {
		role: 'seller',
		...(chance() < 0.9 ? { industry: pick(chance, ['a', 'a', 'a', 'b', 'b', 'c', 'd']) } : {}),
		...(chance() < 0.8 ? { size: pick(chance, ['s', 's', 'm', 'l']) } : {})
	};
	const tenths = Math.floor(chance() * 1001);
	return { name: `c${number}`, responses: [contribution(`c${number}`, [tenths, tenths, null], dimensions)] };
}

const nobody = { company: null, people: [] };

export function* history({ days, seed, first, naive = false }: Wish): Generator<Day> {
	const instrument: Instrument = benchmarked;
	const chance = chances(seed);
	const here = new Map<string, Company>();
	const members = new Map<string, Set<string>>();
	const tallies: Tallies = new Map();
	const changed = new Map<string, Changes>();
	const followed: Members = new Map();
	const past: Telling[] = [];
	let told: Told = new Map();
	let previous: Edition | null = null;
	let number = 0;
	for (let day = 0; day < days; day += 1) {
		const stamp = String(day).padStart(3, '0');
		const move = (company: Company, sign: 1 | -1): void => {
			const share = shareOf(instrument, company.responses);
			count(tallies, instrument, share, sign);
			const [then, now] = sign === 1 ? [nobody, share] : [share, nobody];
			noteChange(changed, instrument, company.name, { then, now, stamp });
			noteMembers(followed, instrument, company.name, { then, now });
			for (const group of groupsIn(instrument, share).keys()) {
				const held = members.get(group) ?? new Set();
				members.set(group, held);
				if (sign === 1) held.add(company.name);
				else held.delete(company.name);
			}
			if (sign === 1) here.set(company.name, company);
			else here.delete(company.name);
		};
		const many = day === 0 ? first : Math.floor(chance() * 5);
		for (let come = 0; come < many; come += 1) move(newcomer(chance, number++), 1);
		if (chance() < 0.4) move(pick(chance, [...here.values()]), -1);
		const { id, version } = instrument;
		const about = { id: stamp, date: '2026-01-01', instrument: { id, version }, demonstration: false, source: '' };
		const next: Omit<Next, 'refused'> = {
			about,
			stamp,
			...(naive ? { previous: null, changed: new Map<string, Changes>() } : { previous, changed })
		};
		const { edition, renewed, tellings } = naive
			? { ...nextEdition(tallies, next), tellings: [] }
			: guardedEdition(tallies, next, followed, past);
		past.push(...tellings);
		const cells = new Map(edition.cells.map((cell) => [nameOf(cell.dimensions), cell]));
		const now = new Map<string, ReadonlySet<string>>();
		for (const [name, { side, dimensions }] of tallies) {
			if (side !== 'company' || cells.get(nameOf(dimensions))?.measures['company'] === undefined) continue;
			now.set(name, renewed.includes(name) ? new Set(members.get(name)) : (told.get(name) ?? new Set()));
		}
		for (const name of renewed) changed.delete(name);
		[told, previous] = [now, edition];
		yield { edition, told, renewed, tallies, here };
	}
}
