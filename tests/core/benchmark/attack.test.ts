// Somebody who keeps every number that ever left the server tries to make out single companies. Nobody is recovered.
import { expect, test } from 'vitest';
import { shareOf } from '#core/benchmark/contribution.ts';
import { noteChange, type Changes } from '#core/benchmark/changes.ts';
import { nextEdition } from '#core/benchmark/edition.ts';
import { count, groupsIn, tallyName, type Tallies } from '#core/benchmark/tally.ts';
import { partitionsOf } from '#core/benchmark/withhold.ts';
import { nameOf, type Edition } from '#core/standing/edition.ts';
import { benchmarked, contribution, type Company } from '../../support/companies.ts';

const DAYS = 200;

/** The same every time: a congruential generator (Numerical Recipes, 1992). */
function chances(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

const pick = <T>(chance: () => number, options: readonly T[]): T => options[Math.floor(chance() * options.length)] as T;

function newcomer(chance: () => number, number: number): Company {
	const dimensions = {
		role: 'seller',
		...(chance() < 0.9 ? { industry: pick(chance, ['a', 'a', 'a', 'b', 'b', 'c', 'd']) } : {}),
		...(chance() < 0.8 ? { size: pick(chance, ['s', 's', 'm', 'l']) } : {})
	};
	const tenths = Math.floor(chance() * 1001);
	return { name: `c${number}`, responses: [contribution(`c${number}`, [tenths, tenths, null], dimensions)] };
}

/** The strongest attacker: knows of every told group exactly whom it held when it was told. Their scores add nothing. */
type Told = ReadonlyMap<string, ReadonlySet<string>>;

/** Editions of a benchmark that grows, shrinks and changes: of each, who was in what was told. */
function* history(seed: number): Generator<{ readonly told: Told; readonly tallies: Tallies }> {
	const chance = chances(seed);
	const here = new Map<string, Company>();
	const members = new Map<string, Set<string>>();
	const tallies: Tallies = new Map();
	const changed = new Map<string, Changes>();
	const nobody = { company: null, people: [] };
	let told = new Map<string, ReadonlySet<string>>();
	let previous: Edition | null = null;
	let number = 0;
	for (let day = 0; day < DAYS; day++) {
		const stamp = String(day).padStart(3, '0');
		const move = (company: Company, sign: 1 | -1): void => {
			const share = shareOf(benchmarked, company.responses);
			count(tallies, benchmarked, share, sign);
			const [then, now] = sign === 1 ? [nobody, share] : [share, nobody];
			noteChange(changed, benchmarked, company.name, { then, now, stamp });
			for (const group of groupsIn(benchmarked, share).keys()) {
				const held = members.get(group) ?? new Set();
				members.set(group, held);
				if (sign === 1) held.add(company.name);
				else held.delete(company.name);
			}
			if (sign === 1) here.set(company.name, company);
			else here.delete(company.name);
		};
		const many = day === 0 ? 60 : Math.floor(chance() * 5);
		for (let come = 0; come < many; come++) move(newcomer(chance, number++), 1);
		if (chance() < 0.4) move(pick(chance, [...here.values()]), -1);
		const about = { id: stamp, date: '2026-01-01', instrument: benchmarked, demonstration: false, source: '' };
		const built = nextEdition(tallies, { about, previous, changed, stamp });
		const names = new Set(built.edition.cells.map(({ dimensions }) => nameOf(dimensions)));
		const next = new Map<string, ReadonlySet<string>>();
		for (const [name, { side, dimensions }] of tallies) {
			if (side !== 'company' || !names.has(nameOf(dimensions))) continue;
			const cell = built.edition.cells.find((each) => nameOf(each.dimensions) === nameOf(dimensions));
			if (cell?.measures['company'] === undefined) continue;
			const isRenewed = built.renewed.includes(name);
			next.set(name, isRenewed ? new Set(members.get(name)) : (told.get(name) ?? new Set()));
		}
		for (const name of built.renewed) changed.delete(name);
		told = next;
		previous = built.edition;
		yield { told, tallies };
	}
}

/** What an attacker makes of what was told by adding and taking away: of each company, how often it is in it. */
type Sum = ReadonlyMap<string, number>;

function sumOf(parts: readonly (readonly [set: ReadonlySet<string>, times: number])[]): Sum {
	const sum = new Map<string, number>();
	for (const [set, times] of parts) for (const each of set) sum.set(each, (sum.get(each) ?? 0) + times);
	return new Map([...sum].filter(([, times]) => times !== 0));
}

/** Few enough companies to be made out: their scores are what is left. */
const recovers = ({ size }: Sum): boolean => size > 0 && size < 5;

test.each([1, 2, 3])('over 200 editions, seed %i', (seed) => {
	const successes: string[] = [];
	let [last, editions, sums, companies] = [new Map() as Told, 0, 0, 0];
	for (const { told, tallies } of history(seed)) {
		editions += 1;
		companies = tallies.get(tallyName('company', [], {}))?.companies ?? 0;
		const attack = (how: string, sum: Sum): void => {
			sums += 1;
			if (recovers(sum)) successes.push(`${editions}: ${how}: ${sum.size}`);
		};
		// Growth: what a group says now, less what it said last.
		for (const [name, held] of told) {
			const then = last.get(name);
			if (then !== undefined)
				attack(
					`growth of ${name}`,
					sumOf([
						[held, 1],
						[then, -1]
					])
				);
		}
		for (const { parent, children } of partitionsOf(tallies)) {
			const whole = told.get(parent);
			const parts = children.flatMap((child) => told.get(child) ?? []);
			if (whole === undefined || parts.length === 0) continue;
			// Complement: a group less its told parts.
			attack(`complement of ${parent}`, sumOf([[whole, 1], ...parts.map((part) => [part, -1] as const)]));
			// Both: what is left over now, less what was left over last time.
			const before = last.get(parent);
			const both = children.flatMap((child) => {
				const [is, was] = [told.get(child), last.get(child)];
				return is === undefined || was === undefined ? [] : [[is, -1] as const, [was, 1] as const];
			});
			if (before !== undefined && both.length > 0)
				attack(`change of the rest of ${parent}`, sumOf([[whole, 1], [before, -1], ...both]));
		}
		last = told;
	}
	expect(editions).toBe(DAYS);
	expect(sums).toBeGreaterThan(2000);
	// Nobody is protected by telling nothing: the largest group keeps up with those who come.
	expect(last.get(tallyName('company', [], {}))?.size).toBeGreaterThan(0.8 * companies);
	expect(last.size).toBeGreaterThan(5);
	expect(successes).toEqual([]);
});
