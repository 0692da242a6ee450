// A survey page that has just been opened → a survey that is being taken: found or begun, kept, sent, and ended.
import { queryOf } from '#core/survey/address.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import type { Draft } from '#core/survey/draft.ts';
import { unseenField } from '#core/survey/form.ts';
import type { Occasion } from '#core/survey/occasion.ts';
import type { Place } from '#core/survey/walk.ts';
import { announce } from './announce.ts';
import { attend, fitting, ofSections, takeUp } from './attend.ts';
import { identityIn } from './identity.ts';
import { Keep, surveyName } from './keep.ts';
import { open, type Arrival } from './opening.ts';
import { Sender } from './send.ts';
import { Stopwatch } from './stopwatch.ts';
import { Survey } from './survey.svelte.ts';

/** Milliseconds. Answers that follow each other closely travel together; a server in trouble is left in peace. */
const delays = { gather: 400, pauses: [1000, 3000, 10_000, 30_000, 60_000] };

/** What a form without a script has brought so far, where the address leads, and on what occasion. */
export type Begun = Omit<Arrival, 'fragment' | 'state'> & {
	readonly draft: Draft;
	/** Answers that stand in the form before any was given. */
	readonly prefilled?: Values;
	readonly place: Place | null;
	readonly occasion: Occasion;
};

export class Session {
	readonly survey: Survey;
	readonly #begun: Begun;
	readonly #keep: Keep;
	readonly #sender: Sender;
	readonly #watch = new Stopwatch();
	/** Whether the script has taken over from the form. */
	started = $state(false);
	/** The report of answers that were sent earlier; null: there is none. */
	report = $state<string | null>(null);
	linkFailed = $state(false);
	/** The invitation is dead, or closed, and nothing had been begun by it. */
	isUninvited = $state(false);
	#stop = (): void => undefined;

	constructor(begun: Begun) {
		const { questionnaire, draft, place, occasion } = begun;
		this.#begun = begun;
		this.#keep = new Keep(() => localStorage, surveyName(questionnaire.id, occasion));
		this.#sender = new Sender(
			questionnaire,
			occasion,
			() => this.#watch.seconds,
			(input, init) => fetch(input, init)
		);
		this.#sender.uninvited = () => (this.isUninvited = true);
		const { steps } = occasion;
		this.survey = new Survey(
			{ questionnaire, steps, draft: fitting(questionnaire, draft), place: place ?? undefined, delays },
			this.#sender
		);
		this.report = begun.report;
	}

	/** Takes over from `form`, with whatever was answered in it meanwhile. */
	async begin(form: HTMLFormElement | null): Promise<void> {
		const unseen = form?.elements.namedItem(unseenField);
		if (unseen instanceof HTMLInputElement) this.#sender.unseen = () => unseen.value !== '';
		const opening = await open(
			{ keep: this.#keep, sender: this.#sender, random: crypto },
			{ ...this.#begun, fragment: location.hash, state: history.state }
		);
		const { carried } = this.#begun.occasion;
		switch (opening.kind) {
			case 'finished':
				this.#keep.takeEarly(form);
				this.report = opening.report;
				return;
			case 'earlier content':
				location.replace(queryOf(null, [`hash=${opening.hash}`, carried].filter(Boolean).join('&')) + location.hash);
				return;
			case 'link failed':
				this.linkFailed = true;
				return;
			case 'closed':
				return;
			case 'ready':
		}
		this.report = null;
		const { questionnaire, place } = this.#begun;
		this.#watch.start(ofSections(questionnaire, opening.seconds));
		this.survey.start();
		this.survey.send({ type: 'resume', draft: fitting(questionnaire, opening.draft), place: place ?? opening.place });
		const early = this.#keep.takeEarly(form);
		if (early) takeUp(this.survey, questionnaire, early);
		const ports = {
			keep: this.#keep,
			sender: this.#sender,
			watch: this.#watch,
			leave: this.#leave,
			finished: this.#finished
		};
		this.#stop = attend(this.survey, questionnaire, ports, opening.id);
		// The key does not stay in the address bar, where it would be copied unawares.
		if (identityIn(location.hash)) history.replaceState(history.state, '', location.pathname + location.search);
		this.started = true;
	}

	#leave = (report: string): void => {
		// One that keeps nothing still knows it here.
		history.replaceState({ ...history.state, report }, '');
		if (announce('survey:completed', report)) location.assign(report);
	};

	#finished = (report: string): void => {
		this.report = report;
		this.end();
	};

	/** The draft with what is known already, until the first answer: nothing is begun by looking. */
	withPrefilled(draft: Draft): Draft {
		const { prefilled = {} } = this.#begun;
		if (Object.keys(draft.answers).length > 0) return draft;
		const marks = Object.entries(prefilled).map(([question, value]) => [question, { value, at: 1 }] as const);
		return { answers: Object.fromEntries(marks) };
	}

	/** What stood in the form is said with the first answer, or by going on. */
	takePrefilled(): void {
		if (Object.keys(this.survey.snapshot.context.draft.answers).length > 0) return;
		for (const [question, value] of Object.entries(this.#begun.prefilled ?? {})) this.answer(question, value);
	}

	answer(question: string, value: Value | null): void {
		this.survey.send({ type: 'answer', question, value, milliseconds: Date.now() });
	}

	end(): void {
		this.#stop();
		this.survey.stop();
	}

	/** A link that continues elsewhere; the server has to know the response first. */
	makeLink = async (email?: string): Promise<string> => {
		await this.#sender.save(this.survey.snapshot.context.draft.answers);
		return this.#sender.link(email);
	};

	/** The next survey is a new response. */
	forget = (): void => {
		this.#keep.whole = {};
		history.replaceState(null, '');
	};

	get keeps(): boolean {
		return this.#keep.works;
	}
}
