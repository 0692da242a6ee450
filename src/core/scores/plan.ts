// An instrument → everything about scoring it that does not depend on the answers, worked out once.
import type { Answer } from '#core/answers/answers.ts';
import type { Area, Instrument, Question } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import type { Membership } from './areas.ts';
import type { Member } from './index-score.ts';
import { OFF_PATH, priorityOf, scorerOf, weightIn, weightOf, type Scorer } from './question.ts';
import type { AreaScore, QuestionScore } from './scores.ts';

/** A question whose answer says how important an area is. */
export type Voice = {
	readonly id: string;
	/** Among the instrument's questions. */
	readonly position: number;
	readonly tenths: (answer: Answer | undefined) => number | null;
};

export type Plan = {
	/** In the order of the instrument; members name them by position. */
	readonly questions: readonly { readonly id: string; readonly score: Scorer }[];
	readonly positions: ReadonlyMap<string, number>;
	/** Every question as it is when nothing was asked: what a response's scores are copied from. */
	readonly unasked: Readonly<Record<string, QuestionScore>>;
	/** The same by position. */
	readonly nothing: readonly QuestionScore[];
	/** The questions of each index, in the order of the instrument; none for an index over indices. */
	readonly indices: readonly (readonly Member[])[];
	readonly areas: readonly (Membership & { readonly area: Area; readonly voices: readonly Voice[] })[];
	/** Every area before it is scored. */
	readonly blank: Readonly<Record<string, AreaScore>>;
};

/** The plan of an instrument; the same object for the same instrument. */
export const planOf = once(({ questions, indices, areas }: Instrument): Plan => ({
	questions: questions.map((question) => ({ id: question.id, score: scorerOf(question) })),
	positions: new Map(questions.map(({ id }, position) => [id, position])),
	unasked: compact(Object.fromEntries(questions.map(({ id }) => [id, OFF_PATH]))),
	nothing: questions.map(() => OFF_PATH),
	indices: indices.map(({ id, of }) => (of === null ? members(questions, (question) => weightIn(question, id)) : [])),
	blank: compact(Object.fromEntries(areas.map(({ id }) => [id, BLANK]))),
	areas: areas.map((area) => ({
		area,
		...membership(questions, area),
		voices: questions
			.map((question, position) => ({ id: question.id, position, question }))
			.filter(({ question }) => question.importanceOf.includes(area.id))
			.map(({ id, position, question }) => ({ id, position, tenths: priorityOf(question) }))
	}))
}));

const BLANK: AreaScore = {
	tenths: null,
	verdict: null,
	importance: 0,
	priority: null,
	resultsOnly: false,
	because: []
};

function membership(questions: readonly Question[], area: Area): Membership {
	const list = members(questions, (question) => (question.area === area.id ? weightOf(question) : 0));
	return { members: list, ids: Object.freeze(list.map(({ id }) => id)) };
}

function members(questions: readonly Question[], weight: (question: Question) => number): readonly Member[] {
	return questions
		.map((question, position) => ({ id: question.id, position, weight: weight(question), result: question.result }))
		.filter((member) => member.weight > 0);
}

/** The same record in the form in which V8 copies it quickest: one that is built key by key becomes a slow dictionary. */
const compact = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
	JSON.parse(JSON.stringify(record)) as Record<string, T>;
