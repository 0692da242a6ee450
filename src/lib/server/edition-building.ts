// What is new among contributions → counted, and told in a new edition where enough of it is.
import { noteChange } from '#core/benchmark/changes.ts';
import { shareOf } from '#core/benchmark/contribution.ts';
import { nextEdition, saysTheSame } from '#core/benchmark/edition.ts';
import { count, groupsIn } from '#core/benchmark/tally.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { COUNTED_HERE, type Edition } from '#core/standing/edition.ts';
import {
	companiesWithNews,
	contributionsOf,
	expire,
	forgetWithdrawn,
	stamp,
	unstamp,
	type Counted,
	type Scope
} from './contributions.ts';
import { majorOf } from './contribution-rows.ts';
import { change, database } from './database/database.ts';
import { keepEdition, newestEdition } from './edition-rows.ts';
import { begin, finish, readCount, type Count } from './tally-rows.ts';

/** Companies that are looked at together. */
const BATCH = 400;

/** Answers older than so many months count no more. */
const MONTHS = 36;

export type BuildOptions = { readonly signal?: AbortSignal; readonly progress?: (companies: number) => void };

/** The edition that is new; null: nothing was told anew. */
export async function buildEdition(
	instrument: Instrument,
	date: Date,
	{ signal, progress }: BuildOptions = {}
): Promise<Edition | null> {
	const scope = { instrument: instrument.id, major: majorOf(instrument.version) };
	const name = `benchmark ${scope.instrument} ${scope.major}`;
	const now = date.toISOString();
	const before = await readCount(await database(), scope);
	await change(name, async (db) => {
		if (before.building !== null) await unstamp(db, scope, before.building);
		await expire(db, scope, monthsBefore(date, MONTHS));
		await begin(db, scope, now);
	});
	const touched = await countNews(instrument, scope, before, now, {
		...(signal ? { signal } : {}),
		...(progress ? { progress } : {})
	});
	const previous = await newestEdition(scope);
	const day = now.slice(0, 10);
	const { edition, renewed } = nextEdition(before.tallies, {
		about: {
			id: `${scope.instrument}-${scope.major}-${now.slice(0, 19).replace(/[^\d]/g, '')}`,
			date: day,
			instrument: { id: instrument.id, version: instrument.version },
			demonstration: false,
			source: COUNTED_HERE
		},
		previous,
		stamp: now,
		changed: before.changed
	});
	for (const group of renewed) {
		before.changed.delete(group);
		touched.add(group);
	}
	const isNew = previous === null ? edition.cells.length > 0 : !saysTheSame(edition, previous);
	await change(name, async (db) => {
		await finish(db, scope, before, touched, now);
		await forgetWithdrawn(db, scope);
		if (isNew) await keepEdition(db, scope, edition, 'own');
	});
	return isNew ? edition : null;
}

/** Counts into the tallies. The names of those that are not as they were. */
async function countNews(
	instrument: Instrument,
	scope: Scope,
	{ tallies, changed, stamp: inForce }: Count,
	now: string,
	{ signal, progress }: BuildOptions
): Promise<Set<string>> {
	const touched = new Set<string>();
	for (let after = '', done = 0; ;) {
		signal?.throwIfAborted();
		const companies = await companiesWithNews(scope, after, BATCH);
		const last = companies.at(-1);
		if (last === undefined) return touched;
		const taken = { in: [] as string[], out: [] as string[] };
		for (const [company, all] of byCompany(await contributionsOf(scope, companies))) {
			const [then, since] = [shareOf(instrument, all.filter(counted)), shareOf(instrument, all.filter(eligible))];
			count(tallies, instrument, then, -1);
			count(tallies, instrument, since, 1);
			for (const group of [...groupsIn(instrument, then).keys(), ...groupsIn(instrument, since).keys()])
				touched.add(group);
			// Before the first count there is nothing to compare with.
			if (inForce !== '') noteChange(changed, instrument, company, { then, now: since, stamp: now });
			taken.in.push(...all.filter((each) => eligible(each) && !counted(each)).map(({ id }) => id));
			taken.out.push(...all.filter((each) => counted(each) && !eligible(each)).map(({ id }) => id));
		}
		await change(`benchmark ${scope.instrument} ${scope.major}`, (db) => stamp(db, taken, now));
		after = last;
		done += companies.length;
		progress?.(done);
	}
}

const counted = ({ isCounted }: Counted): boolean => isCounted;
const eligible = ({ isEligible }: Counted): boolean => isEligible;

function byCompany(all: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
	const found = new Map<string, Counted[]>();
	for (const each of all) {
		const known = found.get(each.company);
		if (known === undefined) found.set(each.company, [each]);
		else known.push(each);
	}
	return found;
}

function monthsBefore(date: Date, months: number): string {
	const then = new Date(date);
	then.setUTCMonth(then.getUTCMonth() - months);
	return then.toISOString();
}
