// What was found → six to eight questions for the conversation, in the order in which to ask them, no two on one topic.
import { plain } from '#core/instrument/fill.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { askOf, toldOf, topicName, topicOf, type Basis } from './basis.ts';
import { gapsOf, pairOf } from './disagree.ts';
import { settled } from './agreed.ts';
import { worthTelling } from './unknown.ts';

export type PlannedQuestion = {
	/** The id of the question in the instrument. */
	readonly id: string;
	readonly ask: string;
	readonly listenFor: string;
	readonly why: string;
};

const MOST = 7;
/** Below this the strengths fill up. */
const LEAST = 6;

type Wish = { readonly question: Question; readonly why: string };

/** A strength to open with; then in turn what presses, what parts them and what nobody knows; fewer where little was told. */
export function planOf(b: Basis): readonly PlannedQuestion[] {
	const [opening, ...strengths] = [
		...settled(b, b.keep),
		...b.keep.filter((area) => !settled(b, b.keep).includes(area))
	];
	const inTurn = zipped([b.mend.flatMap((area) => lowest(b, area, 'brief_why_area')), gaps(b), unknowns(b)]);
	const wishes = [...(opening === undefined ? [] : highest(b, opening)), ...inTurn];
	const first = distinct(wishes).slice(0, MOST);
	const chosen =
		first.length >= LEAST
			? first
			: distinct([...first, ...strengths.flatMap((area) => lowest(b, area, 'brief_why_else'))]).slice(0, LEAST);
	return chosen.map(({ question, why }, at) => planned(b, question, why, at));
}

function planned({ say }: Basis, question: Question, why: string, at: number): PlannedQuestion {
	const ask = askOf(question, 0);
	const neutral = (['brief_ask_neutral_a', 'brief_ask_neutral_b', 'brief_ask_neutral_c'] as const)[at % 3];
	return {
		id: question.id,
		ask: ask === null ? say(neutral ?? 'brief_ask_neutral_a') : plain(ask.question),
		listenFor: ask === null ? say('brief_listen_neutral') : plain(ask.listenFor),
		why
	};
}

/** Those with a question of the author's own first. */
function ofArea(b: Basis, area: string): readonly Question[] {
	const told = toldOf(b, area).map(({ question }) => question);
	const asking = told.filter(({ texts }) => texts.ask.length > 0);
	return asking.length > 0 ? asking : told;
}

function lowest(b: Basis, area: string, key: 'brief_why_area' | 'brief_why_else'): readonly Wish[] {
	const [question] = ofArea(b, area);
	return question === undefined
		? []
		: [{ question, why: b.say(key, { area: topicName(b, question), score: scoreOf(b, area) }) }];
}

function highest(b: Basis, area: string): readonly Wish[] {
	const question = ofArea(b, area).at(-1);
	if (question === undefined) return [];
	return [{ question, why: b.say('brief_why_strength', { area: topicName(b, question), score: scoreOf(b, area) }) }];
}

const scoreOf = (b: Basis, area: string): string => b.score(b.several.scores.areas[area]?.tenths ?? 0);

function gaps(b: Basis): readonly Wish[] {
	const [one, other] = pairOf(b) ?? ['', ''];
	return gapsOf(b).map(({ question, spread }) => ({
		question,
		why: b.say('brief_why_gap', {
			one: b.group(one),
			first: b.score(spread.groups[one]?.tenths ?? 0),
			other: b.group(other),
			second: b.score(spread.groups[other]?.tenths ?? 0)
		})
	}));
}

const unknowns = (b: Basis): readonly Wish[] =>
	worthTelling(b).map(({ question, unsure, asked }) => ({
		question: b.report.question(question),
		why: b.several.n === 1 ? b.say('brief_why_unknown_one') : b.say('brief_why_unknown', { unsure, asked })
	}));

/** The first of each list, then the second of each, and so on. */
const zipped = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
	Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, at) =>
		lists.flatMap((each) => each.slice(at, at + 1))
	).flat();

/** The first wish of each topic. */
function distinct(wishes: readonly Wish[]): readonly Wish[] {
	const topics = new Set<string>();
	return wishes.filter(({ question }) => {
		const topic = topicOf(question);
		if (topics.has(topic)) return false;
		topics.add(topic);
		return true;
	});
}
