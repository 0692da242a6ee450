// A person who takes a survey: says what they do in the words of the domain, and where they find themselves.
import { createActor, fromPromise, SimulatedClock } from 'xstate';
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Value } from '#core/instrument/value.ts';
import { emptyDraft, valuesOf, type Draft, type Marks } from '#core/survey/draft.ts';
import { AlreadyCompleted, Busy, type SurveyInput } from '#core/survey/events.ts';
import { surveyMachine } from '#core/survey/machine.ts';
import { unsaved } from '#core/survey/situation.ts';
import { at, review } from '#core/survey/walk.ts';

type Server = { save: (marks: Marks) => Promise<Marks>; complete: (draft: Draft) => Promise<string> };

/** A server that holds what it is sent; `down` makes it fail, `completed` makes it refuse. */
export class Shelf implements Server {
	held: Record<string, Marks[string]> = {};
	batches: Marks[] = [];
	down = false;
	completed = false;
	/** Milliseconds for which it asks to be left in peace; 0: it answers. */
	peace = 0;

	save = (marks: Marks): Promise<Marks> => {
		if (this.peace > 0) return Promise.reject(new Busy(this.peace));
		if (this.down) return Promise.reject(new TypeError('no connection'));
		if (this.completed) return Promise.reject(new AlreadyCompleted());
		this.batches.push(marks);
		this.held = { ...this.held, ...marks };
		return Promise.resolve(marks);
	};

	complete = (draft: Draft): Promise<string> => {
		if (this.down) return Promise.reject(new TypeError('no connection'));
		this.held = { ...this.held, ...draft.answers };
		this.completed = true;
		return Promise.resolve('/r/key');
	};
}

export function person(questionnaire: Questionnaire, rest: Partial<SurveyInput> = {}, server: Server = new Shelf()) {
	const clock = new SimulatedClock();
	const machine = surveyMachine.provide({
		actors: {
			save: fromPromise<Marks, Marks>(({ input }) => server.save(input)),
			complete: fromPromise<string, Draft>(({ input }) => server.complete(input))
		}
	});
	const input: SurveyInput = {
		questionnaire,
		draft: emptyDraft,
		delays: { gather: 100, pauses: [1000, 5000] },
		...rest
	};
	const actor = createActor(machine, { input, clock }).start();
	let milliseconds = 1;
	return {
		answers(question: string, value: Value | null, time = milliseconds++) {
			actor.send({ type: 'answer', question, value, milliseconds: time });
			return this;
		},
		does(...types: ('continue' | 'back' | 'retry' | 'online' | 'offline')[]) {
			for (const type of types) actor.send({ type });
			return this;
		},
		goesTo(section: string) {
			actor.send({ type: 'jump', place: section === 'review' ? review : at(section) });
			return this;
		},
		hearsOf(draft: Draft) {
			actor.send({ type: 'merge', draft });
			return this;
		},
		resumes(draft: Draft, place?: SurveyInput['place']) {
			actor.send({ type: 'resume', draft, place });
			return this;
		},
		/** Lets time pass and every promise of the server come true. */
		async waits(time = 0) {
			clock.increment(time);
			await new Promise((resolve) => setImmediate(resolve));
			return this;
		},
		/** Where the person stands, and in which state: "deals (answering)". */
		get stands(): string {
			const { value, context } = actor.getSnapshot();
			const state = typeof value.walk === 'string' ? value.walk : value.walk.asking;
			return context.place.kind === 'review' ? state : `${context.place.section} (${state})`;
		},
		/** Once the answers are being sent for good, none can be changed. */
		get isAsked(): boolean {
			return typeof actor.getSnapshot().value.walk !== 'string';
		},
		get saving(): string {
			const { saving } = actor.getSnapshot().value;
			return typeof saving === 'string' ? saving : 'dirty';
		},
		get missing() {
			return actor.getSnapshot().context.missing;
		},
		get draft() {
			return actor.getSnapshot().context.draft;
		},
		get values() {
			return valuesOf(actor.getSnapshot().context.draft);
		},
		get unsaved() {
			return Object.keys(unsaved(actor.getSnapshot().context));
		},
		get place() {
			return actor.getSnapshot().context.place;
		},
		get report() {
			return actor.getSnapshot().context.report;
		}
	};
}
