// An instrument → two hashes: of what can move a score, and of all that there is. Releases are told apart by them.
import { canonicalJson, hashOf } from './canonical.ts';
import { leavesOf } from './check/possible.ts';
import type { Compiled } from './compiled.ts';
import type { Condition } from './condition.ts';
import type { Band, Question } from './instrument.ts';

/**
 * SHA-256, hex, over what decides about the path and the scores: while it stays, equal answers give equal scores, bands
 * and key areas. Questions that count nowhere are left out unless a condition of one that counts rests on them, and so
 * are areas, indices and weights without any effect. Order matters only among the options of a scale.
 */
export function scoringHash(instrument: Compiled): string {
	const counting = instrument.questions.filter(countsIn);
	const homes = new Set(counting.map(({ area }) => area));
	const fed = new Set(counting.flatMap(({ feeds }) => Object.keys(effective(feeds))));
	const cuts = (set: string | null): unknown => set && instrument.bands[set]?.map(({ id, from }: Band) => [id, from]);
	return hashOf({
		questions: byId(withGrounds(counting, instrument), (question) => ({
			...askedAs(question, instrument),
			...(countsIn(question) && scoredAs(question))
		})),
		areas: byId(
			instrument.areas.filter(({ id }) => homes.has(id)),
			({ index, importance }) => ({ index, importance })
		),
		indices: byId(
			instrument.indices.filter(({ id, of }) => of !== null || fed.has(id)),
			({ of, bands, potential }) => ({ of: of && effective(of), bands: cuts(bands), potential: cuts(potential) })
		)
	});
}

/** SHA-256, hex, over everything but the version: it changes with each word, and with whatever moves a score. */
export const textsHash = (instrument: Compiled): string =>
	hashOf({ ...instrument, version: undefined, hash: undefined });

const countsIn = ({ feeds, importanceOf }: Question): boolean =>
	importanceOf.length > 0 || Object.keys(effective(feeds)).length > 0;

/** These questions and all that decide, directly or through others, whether they are asked. */
function withGrounds(questions: readonly Question[], instrument: Compiled): readonly Question[] {
	const found = new Set<Question>(questions);
	// A set hands out what is added to it while one goes through it.
	for (const question of found) {
		for (const leaf of whensOf(question, instrument).flatMap(leavesOf)) {
			const ground = instrument.questions.find(({ id }) => 'question' in leaf && id === leaf.question);
			if (ground) found.add(ground);
		}
	}
	return [...found];
}

function whensOf(question: Question, { sections }: Compiled): readonly Condition[] {
	const section = sections.find(({ id }) => id === question.section);
	return [section?.when ?? null, question.when].filter((when) => when !== null);
}

/** When a question is asked, and which answers a condition can tell apart. */
function askedAs(question: Question, instrument: Compiled) {
	const { type, options, unsure, notApplicable } = question;
	const apart = [...(unsure ? ['ns'] : []), ...(notApplicable ? ['na'] : [])];
	return {
		type,
		when: whensOf(question, instrument).map(settled).toSorted(),
		answers: [...options.map(({ id }) => id), ...apart].toSorted()
	};
}

function scoredAs(question: Question) {
	const { type, options, area, feeds, reverse, result, importanceOf, counts, number } = question;
	const scores = options.map(({ id, score, exclusive }) => canonicalJson([id, score, exclusive]));
	return {
		options: type === 'scale' ? scores : scores.toSorted(),
		area,
		feeds: effective(feeds),
		reverse,
		result,
		importanceOf: importanceOf.toSorted(),
		counts,
		anchors: number && [number.decimals, number.anchors]
	};
}

/** A condition as text, the same in whatever order its parts were written. */
function settled(when: Condition): string {
	switch (when.kind) {
		case 'all':
		case 'any':
			return canonicalJson([when.kind, ...when.of.map(settled).toSorted()]);
		case 'not':
			return canonicalJson([when.kind, settled(when.of)]);
		case 'is':
			return canonicalJson({ ...when, options: when.options.toSorted() });
		default:
			return canonicalJson(when);
	}
}

const effective = (weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
	Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0));

const byId = <T extends { readonly id: string }>(things: readonly T[], view: (thing: T) => unknown) =>
	Object.fromEntries(things.map((thing) => [thing.id, view(thing)]));
