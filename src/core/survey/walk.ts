// A questionnaire and the values given so far → the sections to walk through, and where each step leads.
import type { AskedQuestion, AskedSection, Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Values } from '#core/instrument/value.ts';
import { pathOf } from './path.ts';

/** Where a person stands: at a section, or at the review of what is still open. */
export type Place = { readonly kind: 'section'; readonly section: string } | { readonly kind: 'review' };

/** A section that is asked of this person, with those of its questions that are. */
export type Step = { readonly section: AskedSection; readonly questions: readonly AskedQuestion[] };

/** `closing` holds the last sections where they are context: they come after the review. */
export type Walk = {
	/** Every section, asked or not; those from `boundary` on close the survey. */
	readonly order: readonly string[];
	readonly boundary: number;
	readonly main: readonly Step[];
	readonly closing: readonly Step[];
};

export const review: Place = { kind: 'review' };
export const at = (section: string): Place => ({ kind: 'section', section });

/** The walk for these values: state is replayed from the answers, nothing else is remembered. */
export function walkOf(questionnaire: Questionnaire, values: Values): Walk {
	const path = new Set(pathOf(questionnaire.sections, values));
	const { sections } = questionnaire;
	const steps = sections
		.map((section) => ({ section, questions: section.questions.filter(({ id }) => path.has(id)) }))
		.filter(({ questions }) => questions.length > 0);
	const order = sections.map(({ id }) => id);
	const boundary = boundaryOf(sections);
	const closes = ({ section }: Step) => order.indexOf(section.id) >= boundary;
	return { order, boundary, main: steps.filter((step) => !closes(step)), closing: steps.filter(closes) };
}

/** The step at a place; null at the review, and for a section that is not asked. */
export function stepAt(walk: Walk, place: Place): Step | null {
	if (place.kind === 'review') return null;
	return [...walk.main, ...walk.closing].find(({ section }) => section.id === place.section) ?? null;
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

/** Where a person goes on who comes back: the first section before the review with an open question, else the review. */
export function firstOpen(walk: Walk, values: Values): Place {
	const step = walk.main.find((step) => openIn(step, values).length > 0);
	return step ? at(step.section.id) : review;
}

/** The questions of a step that have no answer. */
export function openIn(step: Step, values: Values): readonly AskedQuestion[] {
	return step.questions.filter(({ id }) => values[id] === undefined);
}

/** The ids of open questions that must be answered before the survey goes on. */
export function missingIn(step: Step | null, values: Values): readonly string[] {
	return step ? openIn(step, values).flatMap(({ id, required }) => (required ? [id] : [])) : [];
}

function placesOf(walk: Walk): readonly Place[] {
	const places = (steps: readonly Step[]) => steps.map(({ section }) => at(section.id));
	return [...places(walk.main), review, ...places(walk.closing)];
}

/** Position among all sections, asked or not, so that a section that has just left the path still has neighbours. */
function rank(walk: Walk, place: Place): number {
	return place.kind === 'review' ? walk.boundary - 0.5 : walk.order.indexOf(place.section);
}

/** Where the context sections begin with which the survey closes. */
function boundaryOf(sections: readonly AskedSection[]): number {
	const lastOther = sections.findLastIndex(({ about }) => about !== 'context');
	return lastOther < 0 ? sections.length : lastOther + 1;
}
