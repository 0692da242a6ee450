// What a survey begins with, and what can happen in it.
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Draft } from './draft.ts';
import type { Delays } from './situation.ts';
import type { Place, Steps } from './walk.ts';

export type SurveyInput = {
	readonly questionnaire: Questionnaire;
	/** What stands on one screen; a section if nothing is said. */
	readonly steps?: Steps | undefined;
	readonly draft: Draft;
	/** Where the person left, if that is known. */
	readonly place?: Place | undefined;
	readonly delays: Delays;
};

export type SurveyEvent =
	| { readonly type: 'answer'; readonly question: string; readonly value: Value | null; readonly milliseconds: number }
	| { readonly type: 'continue' | 'back' | 'retry' | 'online' | 'offline' }
	| { readonly type: 'jump'; readonly place: Place }
	/** Answers from another tab: they join, and the person stays where they are. */
	| { readonly type: 'merge'; readonly draft: Draft }
	/** Answers from an earlier visit or another device: they join, and the person goes on where they left. */
	| { readonly type: 'resume'; readonly draft: Draft; readonly place?: Place | undefined };

/** Thrown by `save` where the server says for how many milliseconds it wants to be left in peace. */
export class Busy extends Error {
	readonly milliseconds: number;

	constructor(milliseconds: number) {
		super();
		this.milliseconds = milliseconds;
	}
}

/** Thrown by `save` where the response is completed already: what is left is to fetch its report. */
export class AlreadyCompleted extends Error {}
