// What the survey remembers of one person → the answers to what the machine has to decide.
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import { pending, valuesOf, type Draft, type Marks } from './draft.ts';
import {
	firstOpen,
	missingIn,
	openBeside,
	placeAfter,
	placeBefore,
	placeFor,
	review,
	stepAt,
	walkOf,
	type Place,
	type Steps,
	type Walk
} from './walk.ts';

/** Milliseconds: how long answers are gathered before they are sent, and the pauses after one, two, … failures. */
export type Delays = { readonly gather: number; readonly pauses: readonly number[] };

export type Situation = {
	readonly questionnaire: Questionnaire;
	readonly steps?: Steps | undefined;
	readonly draft: Draft;
	/** By question id the `at` that the server is known to hold. */
	readonly acknowledged: Readonly<Record<string, number>>;
	readonly place: Place;
	/** Required questions that stopped the last step. */
	readonly missing: readonly string[];
	/** Whether the person came from the review, and goes back to it. */
	readonly returning: boolean;
	readonly failures: number;
	/** Milliseconds for which the server has asked to be left in peace. */
	readonly peace: number;
	/** The address of the report; null until there is one. */
	readonly report: string | null;
	readonly delays: Delays;
};

type Answered = Pick<Situation, 'questionnaire' | 'steps' | 'draft'>;

export const walkIn = ({ questionnaire, steps, draft }: Answered): Walk =>
	walkOf(questionnaire, valuesOf(draft), steps);

/** The place asked for while it is on the path, else the first with an open question. */
export function placeIn(answered: Answered, wanted: Place | undefined): Place {
	const [walk, values] = [walkIn(answered), valuesOf(answered.draft)];
	return (wanted && placeFor(walk, wanted, values)) ?? firstOpen(walk, values);
}

/** Required questions without an answer where the person stands. */
export const missingHere = (situation: Situation): readonly string[] =>
	missingIn(stepAt(walkIn(situation), situation.place), valuesOf(situation.draft));

/** Null where only sending the answers is left. Who came from the review goes back there, past what is open beside. */
export function nextPlace(situation: Situation): Place | null {
	const { place, draft, returning } = situation;
	const walk = walkIn(situation);
	return returning ? (openBeside(walk, place, valuesOf(draft)) ?? review) : placeAfter(walk, place);
}

export const previousPlace = (situation: Situation): Place | null => placeBefore(walkIn(situation), situation.place);

export const unsaved = (situation: Situation): Marks => pending(situation.draft, situation.acknowledged);
