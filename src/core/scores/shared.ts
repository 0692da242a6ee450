// Two versions of an instrument → the present one in which only those questions count that both share.
import type { Area, Index, Instrument, Question } from '#core/instrument/instrument.ts';
import { weightIn, weightOf } from './question.ts';

export type Shared = {
	readonly instrument: Instrument;
	/** By index, and by area: the whole per cent of its weight that shared questions carry, in whichever version it is less. */
	readonly indices: Readonly<Record<string, number>>;
	readonly areas: Readonly<Record<string, number>>;
};

/**
 * What answers to both versions can be scored by (method, section 10). A question is shared if it has the same id, is
 * answered in the same way and points in the same direction; its weight is that of the present version.
 */
export function shared(former: Instrument, present: Instrument): Shared {
	const earlier = new Map(former.questions.map((question) => [question.id, question]));
	const kept = new Set(
		present.questions.filter((question) => isSame(question, earlier.get(question.id))).map(({ id }) => id)
	);
	const less = (weight: (question: Question) => number): number =>
		Math.min(...[former, present].map(({ questions }) => percentOf(questions, kept, weight)));
	const plain = (id: string): number => less((question) => weightIn(question, id));
	const parts = ({ of }: Index): readonly string[] => Object.keys(of ?? {}).filter((part) => (of?.[part] ?? 0) > 0);
	const ofIndex = (index: Index): number =>
		index.of === null ? plain(index.id) : Math.min(...parts(index).map(plain));
	const ofArea = ({ id }: Area): number => less((question) => (question.area === id ? weightOf(question) : 0));
	return {
		instrument: {
			...present,
			questions: present.questions.map((question) => (kept.has(question.id) ? question : { ...question, feeds: {} }))
		},
		indices: Object.fromEntries(present.indices.map((index) => [index.id, ofIndex(index)])),
		areas: Object.fromEntries(present.areas.map((area) => [area.id, ofArea(area)]))
	};
}

function isSame(one: Question, other: Question | undefined): boolean {
	return (
		other !== undefined &&
		one.type === other.type &&
		one.reverse === other.reverse &&
		one.number?.decimals === other.number?.decimals &&
		optionsOf(one) === optionsOf(other)
	);
}

const optionsOf = ({ options }: Question): string =>
	options
		.map(({ id }) => id)
		.toSorted()
		.join(' ');

/** 0 where nothing counts. */
function percentOf(
	questions: readonly Question[],
	kept: ReadonlySet<string>,
	weight: (question: Question) => number
): number {
	let both = 0;
	let all = 0;
	for (const question of questions) {
		all += weight(question);
		if (kept.has(question.id)) both += weight(question);
	}
	return all === 0 ? 0 : Math.floor((100 * both) / all);
}
