// One question and what was answered to it → its score in tenths, or the reason why it has none.
import type { Answer } from '#core/answers/answers.ts';
import type { NumberRange, Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { rdiv, rdivBig, units } from './arithmetic.ts';
import { verdictOf } from './bands.ts';
import type { QuestionReason, QuestionScore } from './scores.ts';

const none = (because: QuestionReason): QuestionScore => Object.freeze({ tenths: null, because, verdict: null });

export const OFF_PATH = none('off-path');
const MISSING = none('missing');
const UNSURE = none('ns');
const NOT_APPLICABLE = none('na');
const UNSCORED = none('unscored');

/** What a question makes of an answer; undefined is a question on the path without one. */
export type Scorer = (answer: Answer | undefined) => QuestionScore;

/** The question's weight in an index, 0 if it counts nowhere in it. A question that sets priorities never counts. */
export function weightIn({ feeds, importanceOf }: Question, index: string): number {
	return importanceOf.length === 0 && Object.hasOwn(feeds, index) ? (feeds[index] ?? 0) : 0;
}

/** The largest weight that the question has in any index. */
export function weightOf(question: Question): number {
	return Math.max(0, ...Object.keys(question.feeds).map((index) => weightIn(question, index)));
}

/** The question's scorer, with everything looked up that does not depend on the answer (method, section 2). */
export function scorerOf(question: Question): Scorer {
	const score = weightOf(question) === 0 ? () => UNSCORED : valueScorer(question);
	return (answer) => {
		switch (answer?.state) {
			case 'answered':
				return score(answer.value);
			case 'na':
				return NOT_APPLICABLE;
			case 'ns':
				return UNSURE;
			default:
				return MISSING;
		}
	};
}

/** The priority that an answer to an importance question gives to its areas: the option's own tenths, or null. */
export function priorityOf(question: Question): (answer: Answer | undefined) => number | null {
	const tenths = new Map(question.options.map((option) => [option.id, option.score]));
	return (answer) => (answer?.state === 'answered' ? (tenths.get(optionOf(answer.value)) ?? null) : null);
}

type ValueScorer = (value: Value) => QuestionScore;

function valueScorer(question: Question): ValueScorer {
	const scored = (tenths: number | null | undefined): QuestionScore => {
		if (tenths === null || tenths === undefined) return UNSCORED;
		const keyed = question.reverse ? 1000 - tenths : tenths;
		return Object.freeze({ tenths: keyed, verdict: verdictOf(keyed) });
	};
	switch (question.type) {
		case 'scale':
		case 'choice': {
			const scores = new Map(question.options.map((option) => [option.id, scored(option.score)]));
			return (value) => scores.get(optionOf(value)) ?? UNSCORED;
		}
		case 'choices': {
			const several = severalScorer(question);
			return (value) => (Array.isArray(value) ? scored(several(value)) : UNSCORED);
		}
		case 'number':
			return (value) => scored(typeof value === 'number' && question.number ? anchored(question.number, value) : null);
		default:
			return () => UNSCORED;
	}
}

/** The option that a value names, with or without a text beside it; empty for any other value. */
function optionOf(value: Value): string {
	if (typeof value === 'string') return value;
	return typeof value === 'object' && 'option' in value && typeof value.option === 'string' ? value.option : '';
}

/** Several choices: by how many were picked; an exclusive option counts by its own score. */
function severalScorer({ options, counts }: Question): (picked: readonly string[]) => number | null {
	const alone = new Map(options.filter(({ exclusive }) => exclusive).map(({ id, score }) => [id, score]));
	const steps = Object.entries(counts ?? {})
		.map(([count, tenths]) => ({ count: Number(count), tenths }))
		.sort((a, b) => b.count - a.count);
	return (picked) => {
		for (const id of picked) {
			const own = alone.get(id);
			if (own !== undefined) return own;
		}
		return steps.find(({ count }) => count <= picked.length)?.tenths ?? null;
	};
}

/** A number between anchors: clamped outside, interpolated inside with one rounding. */
function anchored({ anchors, decimals }: NumberRange, value: number): number | null {
	const v = units(value, decimals);
	const first = anchors[0];
	const last = anchors.at(-1);
	if (v === null || first === undefined || last === undefined) return null;
	if (v <= first[0]) return first[1];
	if (v >= last[0]) return last[1];
	const above = anchors.findIndex(([at]) => at > v);
	const [from, low] = anchors[above - 1] ?? first;
	const [to, high] = anchors[above] ?? last;
	const width = to - from;
	if (width > 1e12) {
		const exact = BigInt(low) * BigInt(to - v) + BigInt(high) * BigInt(v - from);
		return Number(rdivBig(exact, BigInt(width)));
	}
	return rdiv(low * (to - v) + high * (v - from), width);
}
