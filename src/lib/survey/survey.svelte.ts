// The survey's machine → something that a component can read: a snapshot that it is told about when it changes.
import { createSubscriber } from 'svelte/reactivity';
import { createActor, fromPromise } from 'xstate';
import type { Draft, Marks } from '#core/survey/draft.ts';
import type { SurveyEvent, SurveyInput } from '#core/survey/events.ts';
import { surveyMachine } from '#core/survey/machine.ts';
import type { Sender } from './send.ts';

const actorFor = (input: SurveyInput, sender: Pick<Sender, 'save' | 'complete'>) =>
	createActor(
		surveyMachine.provide({
			actors: {
				save: fromPromise<Marks, Marks>(({ input }) => sender.save(input)),
				complete: fromPromise<string, Draft>(({ input }) => sender.complete(input))
			}
		}),
		{ input }
	);

type Actor = ReturnType<typeof actorFor>;
export type Snapshot = ReturnType<Actor['getSnapshot']>;

export class Survey {
	readonly #actor: Actor;
	readonly #subscribe = createSubscriber((update) => this.onChange(update));

	constructor(input: SurveyInput, sender: Pick<Sender, 'save' | 'complete'>) {
		this.#actor = actorFor(input, sender);
	}

	get snapshot(): Snapshot {
		this.#subscribe();
		return this.#actor.getSnapshot();
	}

	/** Until then it can be drawn, on a server too, but nothing happens. */
	start(): void {
		this.#actor.start();
	}

	stop(): void {
		this.#actor.stop();
	}

	send = (event: SurveyEvent): void => this.#actor.send(event);

	onChange(heard: (snapshot: Snapshot) => void): () => void {
		const subscription = this.#actor.subscribe(heard);
		return () => subscription.unsubscribe();
	}
}
