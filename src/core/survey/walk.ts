// A questionnaire and the values given so far → the steps to walk through, and where each of them leads.
import type { AskedQuestion, AskedSection, Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Values } from '#core/instrument/value.ts';
import { pathOf } from './path.ts';

/** What stands on one screen. */
export type Steps = 'section' | 'question';

/** At a section, or where questions come one at a time at one of its questions; without one, at the first. */
type InSection = { readonly kind: 'section'; readonly section: string; readonly question?: string };

/** Where a person stands: in a section, or at the review of what is still open. */
export type Place = InSection | { readonly kind: 'review' };

/** A section that is asked of this person, with those of its questions that are; or with one of them. */
export type Step = { readonly section: AskedSection; readonly questions: readonly AskedQuestion[] };

/** `closing` holds the steps of the last sections where they are context: they come after the review. */
export type Walk = {
	readonly by: Steps;
	/** Every place that there may be, asked or not; those from `boundary` on close the survey. */
	readonly order: readonly InSection[];
	readonly boundary: number;
	readonly main: readonly Step[];
	readonly closing: readonly Step[];
};

export const review: Place = { kind: 'review' };
export const at = (section: string, question?: string): InSection =>
	question === undefined ? { kind: 'section', section } : { kind: 'section', section, question };

/** The walk for these values: state is replayed from the answers, nothing else is remembered. */
export function walkOf({ sections }: Pick<Questionnaire, 'sections'>, values: Values, by: Steps = 'section'): Walk {
	const path = new Set(pathOf(sections, values));
	const asked = sections
		.map((section) => ({ section, questions: section.questions.filter(({ id }) => path.has(id)) }))
		.filter(({ questions }) => questions.length > 0);
	const closing = new Set(sections.slice(boundaryOf(sections)).map(({ id }) => id));
	const steps = by === 'section' ? asked : asked.flatMap(oneByOne);
	const order =
		by === 'section'
			? sections.map(({ id }) => at(id))
			: sections.flatMap(({ id, questions }) => questions.map((question) => at(id, question.id)));
	return {
		by,
		order,
		boundary: order.filter(({ section }) => !closing.has(section)).length,
		main: steps.filter(({ section }) => !closing.has(section.id)),
		closing: steps.filter(({ section }) => closing.has(section.id))
	};
}

const oneByOne = ({ section, questions }: Step): readonly Step[] =>
	questions.map((question) => ({ section, questions: [question] }));

/** The step at a place; null at the review, and where nothing is asked. */
export const stepAt = (walk: Walk, place: Place): Step | null => stepsAt(walk, place)[0] ?? null;

/** The place where a person stands who wants to be there: at what is open first there. Null: nothing is asked there. */
export function placeFor(walk: Walk, wanted: Place, values: Values): Place | null {
	if (wanted.kind === 'review') return review;
	const steps = stepsAt(walk, wanted);
	const step = steps.find((step) => openIn(step, values).length > 0) ?? steps[0];
	return step ? placeOf(walk, step) : null;
}

export const isClosing = (walk: Walk, place: Place): boolean =>
	place.kind === 'section' && walk.closing.some(({ section }) => section.id === place.section);

/** The next place, or null where only sending the answers is left. */
export function placeAfter(walk: Walk, place: Place): Place | null {
	const here = rank(walk, place);
	return placesOf(walk).find((other) => rank(walk, other) > here) ?? null;
}

/** The place before, or null at the first. */
export function placeBefore(walk: Walk, place: Place): Place | null {
	const here = rank(walk, place);
	return placesOf(walk).findLast((other) => rank(walk, other) < here) ?? null;
}

/** Of a section that is asked a question at a time, the next place with an open one; null: there is none. */
export function openBeside(walk: Walk, place: Place, values: Values): Place | null {
	if (place.kind === 'review') return null;
	const later = stepsAt(walk, at(place.section)).filter((step) => rank(walk, placeOf(walk, step)) > rank(walk, place));
	const step = later.find((step) => openIn(step, values).length > 0);
	return step ? placeOf(walk, step) : null;
}

/** Where a person goes on who comes back: the first step before the review with an open question, else the review. */
export function firstOpen(walk: Walk, values: Values): Place {
	const step = walk.main.find((step) => openIn(step, values).length > 0);
	return step ? placeOf(walk, step) : review;
}

/** The questions of a step that have no answer. */
export function openIn(step: Step, values: Values): readonly AskedQuestion[] {
	return step.questions.filter(({ id }) => values[id] === undefined);
}

/** The ids of open questions that must be answered before the survey goes on. */
export function missingIn(step: Step | null, values: Values): readonly string[] {
	return step ? openIn(step, values).flatMap(({ id, required }) => (required ? [id] : [])) : [];
}

function stepsAt(walk: Walk, place: Place): readonly Step[] {
	if (place.kind === 'review') return [];
	return [...walk.main, ...walk.closing].filter((step) => isAt(walk, place, placeOf(walk, step)));
}

const placeOf = ({ by }: Walk, { section, questions }: Step): InSection =>
	at(section.id, by === 'question' ? questions[0]?.id : undefined);

/** Whether whoever wants to be at a place may stand at the other. */
const isAt = ({ by }: Walk, wanted: InSection, { section, question }: InSection): boolean =>
	section === wanted.section && (by === 'section' || wanted.question === undefined || question === wanted.question);

function placesOf(walk: Walk): readonly Place[] {
	const places = (steps: readonly Step[]) => steps.map((step) => placeOf(walk, step));
	return [...places(walk.main), review, ...places(walk.closing)];
}

/** Position among all places, asked or not, so that one that has just left the path still has neighbours. */
function rank(walk: Walk, place: Place): number {
	if (place.kind === 'review') return walk.boundary - 0.5;
	return walk.order.findIndex((other) => isAt(walk, place, other));
}

/** Where the context sections begin with which the survey closes. */
function boundaryOf(sections: readonly AskedSection[]): number {
	const lastOther = sections.findLastIndex(({ about }) => about !== 'context');
	return lastOther < 0 ? sections.length : lastOther + 1;
}
