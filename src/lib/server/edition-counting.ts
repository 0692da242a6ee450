// What companies contributed since the last count → counted into the tallies of peer groups and of the study, in one pass.
import { noteChange } from '#core/benchmark/changes.ts';
import { latestOf, shareOf, type Share } from '#core/benchmark/contribution.ts';
import { noteMembers } from '#core/benchmark/members.ts';
import { count, groupsIn } from '#core/benchmark/tally.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { addToStudy } from '#core/study/study-tally.ts';
import {
	companiesWithNews,
	pageOfAll,
	takeNews,
	type Counted,
	type Page,
	type Stamps
} from './contribution-counting.ts';
import type { Scope } from './contributions.ts';
import type { StudyCount } from './study-rows.ts';
import type { Count } from './tally-rows.ts';

/** Companies with news that are looked at together, and rows where all are. */
const COMPANIES = 400;
const ROWS = 1500;

export type BuildOptions = { readonly signal?: AbortSignal; readonly progress?: (companies: number) => void };

export type Counting = {
	readonly peers: Count;
	readonly study: StudyCount;
	/** The stamp of this count, ISO 8601. */
	readonly now: string;
};

/** The names of the tallies that are not as they were. Where the study is stale, both are counted from nothing. */
export async function countNews(
	instrument: Instrument,
	scope: Scope,
	{ peers: { tallies, changed, members, stamp: inForce }, study, now }: Counting,
	{ signal, progress }: BuildOptions
): Promise<Set<string>> {
	const isAnew = study.isStale;
	const touched = new Set<string>(isAnew ? tallies.keys() : []);
	if (isAnew) for (const each of [tallies, members]) each.clear();
	const stamps = { inForce, now };
	let done = 0;
	for await (const page of isAnew ? allPages(scope) : pagesOfNews(scope, stamps)) {
		signal?.throwIfAborted();
		for (const [company, all] of byCompany(await takeNews(scope, page, stamps))) {
			const then = partOf(
				instrument,
				all.filter(({ isThen }) => isThen)
			);
			const since = partOf(
				instrument,
				all.filter(({ isNow }) => isNow)
			);
			if (!isAnew) {
				count(tallies, instrument, then.share, -1);
				addToStudy(study.now, instrument, then, -1);
			}
			count(tallies, instrument, since.share, 1);
			addToStudy(study.now, instrument, since, 1);
			for (const { share } of [then, since]) for (const group of groupsIn(instrument, share).keys()) touched.add(group);
			noteMembers(members, instrument, company, { then: then.share, now: since.share });
			// Before the first count there is nothing to compare with.
			if (inForce !== '') noteChange(changed, instrument, company, { then: then.share, now: since.share, stamp: now });
			done += 1;
		}
		progress?.(done);
	}
	return touched;
}

async function* allPages(scope: Scope): AsyncGenerator<Page> {
	for (let after = ''; ;) {
		const page = await pageOfAll(scope, after, ROWS);
		if (page === null) return;
		yield page;
		after = page.last;
	}
}

async function* pagesOfNews(scope: Scope, stamps: Stamps): AsyncGenerator<Page> {
	const companies = await companiesWithNews(scope, stamps);
	for (let at = 0; at < companies.length; at += COMPANIES) yield { companies: companies.slice(at, at + COMPANIES) };
}

type Part = { readonly people: readonly Counted[]; readonly share: Share };

function partOf(instrument: Instrument, contributions: readonly Counted[]): Part {
	const people = latestOf(contributions);
	return { people, share: shareOf(instrument, people) };
}

function byCompany(all: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
	const found = new Map<string, Counted[]>();
	for (const each of all) {
		const known = found.get(each.company);
		if (known === undefined) found.set(each.company, [each]);
		else known.push(each);
	}
	return found;
}
