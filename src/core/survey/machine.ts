// A questionnaire and a draft → the survey as a state machine: where a person stands, and how safe the answers are.
// It knows no clock, store or network: `save` and `complete` are provided by the caller, times come with the events.
import { and, assign, fromPromise, not, raise, setup, stateIn } from 'xstate';
import { acknowledge, merge, withAnswer, type Draft, type Marks } from './draft.ts';
import { AlreadyCompleted, Busy, type SurveyEvent, type SurveyInput } from './events.ts';
import { missingHere, nextPlace, placeIn, previousPlace, unsaved, walkIn, type Situation } from './situation.ts';
import { isClosing, type Place } from './walk.ts';

const notProvided = () => Promise.reject(new Error('no actor was provided'));

export const surveyMachine = setup({
	// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- this is how XState is told its types
	types: {} as {
		input: SurveyInput;
		context: Situation;
		events: SurveyEvent | { readonly type: 'completed elsewhere' };
	},
	actors: {
		/** Resolves with the answers that are durable now. */
		save: fromPromise<Marks, Marks>(notProvided),
		/** Sends every answer and resolves with the address of the report; again with the same. */
		complete: fromPromise<string, Draft>(notProvided)
	},
	guards: {
		begun: ({ context }) => Object.keys(context.draft.answers).length > 0,
		atStart: ({ context }) => previousPlace(context) === null,
		atReview: ({ context }) => context.place.kind === 'review',
		closing: ({ context }) => isClosing(walkIn(context), context.place),
		lacking: ({ context }) => missingHere(context).length > 0,
		last: ({ context }) => nextPlace(context) === null,
		unsaved: ({ context }) => Object.keys(unsaved(context)).length > 0,
		completed: (_, { error }: { error: unknown }) => error instanceof AlreadyCompleted
	},
	delays: {
		gather: ({ context }) => context.delays.gather,
		pause: ({ context: { delays, failures, peace } }) =>
			Math.max(peace, delays.pauses[Math.min(failures, delays.pauses.length) - 1] ?? 0)
	}
}).createMachine({
	id: 'survey',
	type: 'parallel',
	context: ({ input }) => ({
		...input,
		acknowledged: {},
		place: placeIn(input, input.place),
		missing: [],
		returning: false,
		failures: 0,
		peace: 0,
		report: null
	}),
	on: { merge: { actions: assign({ draft: ({ context, event }) => merge(context.draft, event.draft) }) } },
	states: {
		walk: {
			initial: 'asking',
			states: {
				asking: {
					initial: 'finding',
					states: {
						/** Which state it is follows from the place alone. */
						finding: {
							always: [
								{ guard: 'atReview', target: 'review' },
								{ guard: 'closing', target: 'context' },
								{ guard: and([not('begun'), 'atStart']), target: 'introduction' },
								{ target: 'answering' }
							]
						},
						introduction: { always: { guard: 'begun', target: 'answering' } },
						answering: {},
						review: {},
						context: {}
					},
					on: {
						answer: {
							actions: assign(({ context, event }) => ({
								draft: withAnswer(context.draft, event.question, event.value, event.milliseconds),
								missing: context.missing.filter((id) => id !== event.question)
							}))
						},
						continue: [
							{ guard: 'lacking', actions: assign({ missing: ({ context }) => missingHere(context) }) },
							{ guard: 'last', target: 'submitting' },
							{
								actions: assign(({ context }) => {
									const next = nextPlace(context) ?? context.place;
									return { ...moved(next), returning: context.returning && next.kind === 'section' };
								}),
								target: '.finding'
							}
						],
						back: {
							actions: assign(({ context }) => moved(previousPlace(context) ?? context.place)),
							target: '.finding'
						},
						jump: {
							actions: assign(({ context, event }) => ({
								...moved(placeIn(context, event.place)),
								returning: context.place.kind === 'review'
							})),
							target: '.finding'
						},
						resume: {
							actions: assign(({ context, event }) => {
								const draft = merge(context.draft, event.draft);
								return { ...moved(placeIn({ ...context, draft }, event.place)), draft };
							}),
							target: '.finding'
						},
						'completed elsewhere': 'submitting'
					}
				},
				submitting: {
					invoke: {
						src: 'complete',
						input: ({ context }) => context.draft,
						onDone: { target: 'done', actions: assign({ report: ({ event }) => event.output }) },
						onError: {
							target: 'failed',
							actions: assign(({ context, event }) => failed(context, event.error))
						}
					}
				},
				failed: { after: { pause: 'submitting' }, on: { retry: 'submitting', online: 'submitting', back: 'asking' } },
				done: { type: 'final' }
			}
		},
		saving: {
			initial: 'clean',
			states: {
				clean: { always: { guard: 'unsaved', target: 'dirty' } },
				dirty: {
					initial: 'gathering',
					states: {
						gathering: { after: { gather: 'ready' } },
						ready: {
							always: {
								guard: and([stateIn({ connection: 'online' }), stateIn({ walk: 'asking' })]),
								target: '#survey.saving.sending'
							}
						}
					}
				},
				sending: {
					invoke: {
						src: 'save',
						input: ({ context }) => unsaved(context),
						onDone: {
							target: 'clean',
							actions: assign(({ context, event }) => ({
								acknowledged: acknowledge(context.acknowledged, event.output),
								failures: 0
							}))
						},
						onError: [
							{
								guard: { type: 'completed', params: ({ event }) => ({ error: event.error }) },
								target: 'closed',
								actions: raise({ type: 'completed elsewhere' })
							},
							{
								target: 'waiting',
								actions: assign(({ context, event }) => failed(context, event.error))
							}
						]
					}
				},
				waiting: { after: { pause: 'dirty.ready' }, on: { online: 'dirty.ready' } },
				closed: {}
			}
		},
		connection: {
			initial: 'online',
			states: { online: { on: { offline: 'offline' } }, offline: { on: { online: 'online' } } }
		}
	}
});

const failed = ({ failures }: Situation, error: unknown) => ({
	failures: failures + 1,
	peace: error instanceof Busy ? error.milliseconds : 0
});

const moved = (place: Place) => ({ place, returning: false, missing: [] });
