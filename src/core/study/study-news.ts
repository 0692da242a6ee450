// What is counted now, and what was when each part of the study was told → what each part is told of this time.
import { FEWEST_COMPANIES } from '#core/standing/publish.ts';
import { fewIn } from './likelihood.ts';
import { FROM, isToldFrom, membersOf } from './study-limits.ts';
import type { Held, StudyTally } from './study-tally.ts';

/**
 * A part in which fewer than five companies need have changed stays as it was told, so that the difference of two
 * studies is never that of one company (method, section 7). Changes that leave the counts as they were are not seen:
 * that may tell less, and never more. What was not told before is told of now. Null: nothing was told at all.
 */
export function studyTold(now: StudyTally, then: StudyTally | null): StudyTally {
	if (then === null) return now;
	return {
		companies: now.companies,
		responses: now.responses,
		indices: now.indices.map((index, at) => {
			const was = then.indices[at];
			if (was === undefined) return index;
			const { rows, held } = newer(index, was, ({ held }) => held, FROM.reliability);
			return { rows, held, bySize: groupsAgain(index.bySize, was.bySize) };
		}),
		questions: now.questions.map((held, at) => newer(held, then.questions[at], (each) => each, FROM.scores)),
		areas: now.areas.map((held, at) => newer(held, then.areas[at], (each) => each, FROM.scores)),
		tables: now.tables.map((table, at) => {
			const was = then.tables[at];
			return was === undefined || fewIn(was) !== null || isNews(table.entries(), was.entries()) ? table : was;
		}),
		composition: now.composition.map((options, at) => {
			const was = then.composition[at];
			return was === undefined || then.companies < FROM.composition || isNews(options, was) ? options : was;
		})
	};
}

function newer<Part>(now: Part, then: Part | undefined, heldIn: (part: Part) => Held, least: number): Part {
	if (then === undefined || !isToldFrom(least, heldIn(then))) return now;
	const [is, was] = [heldIn(now), heldIn(then)];
	const most = Math.max(membersOf(is).most, membersOf(was).most);
	return isNews(is.counts.entries(), was.counts.entries(), most) ? now : then;
}

type BySize = StudyTally['indices'][number]['bySize'];

function groupsAgain(now: BySize, then: BySize): BySize {
	const counts = (bySize: BySize): readonly (readonly [number, number])[] =>
		[...bySize].map(([size, { groups }]) => [size, groups]);
	const companies = counts(then).reduce((sum, [, groups]) => sum + groups, 0);
	return companies < FROM.intraclass || isNews(counts(now), counts(then)) ? now : then;
}

/** Whether five companies at least changed: each that did, with so many members at most, moves twice as many counts. */
function isNews<Key>(
	now: Iterable<readonly [Key, number]>,
	then: Iterable<readonly [Key, number]>,
	members = 1
): boolean {
	const change = new Map(now);
	for (const [key, count] of then) change.set(key, (change.get(key) ?? 0) - count);
	const moved = [...change.values()].reduce((sum, each) => sum + Math.abs(each), 0);
	return moved > 2 * members * (FEWEST_COMPANIES - 1);
}
