// What was counted of a benchmark → what the study says: nothing of few, and nothing that would show few by subtraction.
import { quantilesOf } from '#core/benchmark/quantiles.ts';
import { intraclassIn } from '#core/group/agreement.ts';
import { sum } from '#core/group/moments.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { FEWEST_COMPANIES } from '#core/standing/publish.ts';
import { reliabilityIn } from './reliability.ts';
import { findingsOf } from './study-findings.ts';
import { pairsOf } from './study-kept.ts';
import { FROM, isToldFrom, membersOf } from './study-limits.ts';
import { studyPlanOf, type StudyPlan } from './study-plan.ts';
import type { Held, IndexTally, StudyTally } from './study-tally.ts';
import type { Composed, IndexReliability, IndexStudy, ItemStudy, Study } from './study.ts';
import { rounded } from './rounded.ts';

/** The study of an instrument, told from these counts (method, section 11). The same counts give the same to the byte. */
export function studyOf(
	instrument: Instrument,
	tally: StudyTally,
	about: Pick<Study, 'edition' | 'date' | 'demonstration'>
): Study {
	const plan = studyPlanOf(instrument);
	return {
		edition: about.edition,
		date: about.date,
		instrument: { id: instrument.id, version: instrument.version },
		demonstration: about.demonstration,
		companies: tally.companies,
		responses: tally.responses,
		composition:
			tally.companies < FROM.composition
				? []
				: plan.composition.map((question, at) => composed(instrument, question, tally.composition[at] ?? new Map())),
		indices: plan.indices.flatMap((index, at) => {
			const counted = tally.indices[at];
			return counted === undefined ? [] : [indexStudy(plan, index, counted)];
		}),
		questions: scoresOf(plan.questions, tally.questions),
		areas: scoresOf(plan.areas, tally.areas),
		findings: findingsOf(plan, tally)
	};
}

/**
 * Options of fewer than five companies are not told; and while those, with the companies that did not answer, are one to
 * four together, neither is the smallest of the others: what is left over would show them.
 */
function composed({ questions }: Instrument, question: string, counts: ReadonlyMap<string, number>): Composed {
	const options = (questions.find(({ id }) => id === question)?.options ?? []).map(({ id }) => id);
	const of = (option: string): number => counts.get(option) ?? 0;
	const told = new Set(options.filter((option) => of(option) >= FEWEST_COMPANIES));
	const hidden = sum([...counts.values()]) - sum([...told].map(of));
	if (hidden > 0 && hidden < FEWEST_COMPANIES) {
		const [smallest] = [...told].sort((one, other) => of(one) - of(other) || (one < other ? -1 : 1));
		told.delete(smallest ?? '');
	}
	return {
		question,
		options: options.map((option) => ({
			option,
			companies: told.has(option) ? of(option) - (of(option) % 5) : of(option) === 0 ? 0 : null
		}))
	};
}

function indexStudy(
	plan: StudyPlan,
	{ id, items }: StudyPlan['indices'][number],
	{ rows, held, bySize }: IndexTally
): IndexStudy {
	const companies = sum([...bySize.values()].map(({ groups }) => groups));
	const alike = companies < FROM.intraclass ? null : intraclassIn(bySize);
	return {
		index: id,
		reliability: isToldFrom(FROM.reliability, held)
			? reliable(
					items.map((at) => plan.questions[at]?.id ?? ''),
					rows,
					held
				)
			: null,
		answered: rows.n - (rows.n % 5),
		intraclass: alike && { icc1: rounded(alike.icc1, 3), icc2: rounded(alike.icc2, 3), companies }
	};
}

function reliable(items: readonly string[], rows: IndexTally['rows'], held: Held): IndexReliability | null {
	const found = reliabilityIn(rows);
	if (found === null) return null;
	const itemRest = items.flatMap((item, at): readonly (readonly [string, number])[] => {
		const each = found.itemRest[at] ?? NaN;
		return Number.isFinite(each) ? [[item, rounded(each, 3)]] : [];
	});
	return {
		items,
		alpha: rounded(found.alpha, 3),
		omega: found.omega === null ? null : rounded(found.omega, 3),
		sem: rounded(deviationOf(held) * Math.sqrt(Math.max(0, 1 - found.alpha)), 1),
		itemRest: Object.fromEntries(itemRest)
	};
}

/** The standard deviation of the scores, over n − 1. */
function deviationOf(held: Held): number {
	const scores = pairsOf(held.counts);
	const n = sum(scores.map(([, members]) => members));
	const total = sum(scores.map(([score, members]) => score * members));
	const squares = sum(scores.map(([score, members]) => score * score * members));
	return Math.sqrt(Number(BigInt(n) * BigInt(squares) - BigInt(total) * BigInt(total)) / (n * (n - 1)));
}

function scoresOf(
	about: readonly { readonly id: string }[],
	all: readonly Held[]
): Readonly<Record<string, ItemStudy>> {
	return Object.fromEntries(
		about.flatMap(({ id }, at): readonly (readonly [string, ItemStudy])[] => {
			const held = all[at];
			if (held === undefined || !isToldFrom(FROM.scores, held)) return [];
			const { n } = membersOf(held);
			const { median, quartiles } = quantilesOf(pairsOf(held.counts), n);
			return [[id, { n, median, quartiles }]];
		})
	);
}
