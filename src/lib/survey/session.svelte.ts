// A survey page that has just been opened → a survey that is being taken: found or begun, kept, sent, and ended.
import type { Draft } from '#core/survey/draft.ts';
import type { Place } from '#core/survey/walk.ts';
import { attend, fitting, takeUp } from './attend.ts';
import { identityIn } from './identity.ts';
import { Keep } from './keep.ts';
import { open, type Arrival } from './opening.ts';
import { Sender } from './send.ts';
import { Survey } from './survey.svelte.ts';

/** Milliseconds. Answers that follow each other closely travel together; a server in trouble is left in peace. */
const delays = { gather: 400, pauses: [1000, 3000, 10_000, 30_000, 60_000] };

/** What a form without a script has brought so far, and where the address leads. */
export type Begun = Omit<Arrival, 'fragment' | 'state'> & { readonly draft: Draft; readonly place: Place | null };

export class Session {
	readonly survey: Survey;
	readonly #begun: Begun;
	readonly #keep: Keep;
	readonly #sender: Sender;
	/** Whether the script has taken over from the form. */
	started = $state(false);
	/** The report of answers that were sent earlier; null: there is none. */
	report = $state<string | null>(null);
	linkFailed = $state(false);
	#stop = (): void => undefined;

	constructor(begun: Begun) {
		const { questionnaire, draft, place } = begun;
		this.#begun = begun;
		this.#keep = new Keep(() => localStorage, questionnaire.id);
		this.#sender = new Sender(questionnaire, (input, init) => fetch(input, init));
		this.survey = new Survey(
			{ questionnaire, draft: fitting(questionnaire, draft), place: place ?? undefined, delays },
			this.#sender
		);
		this.report = begun.report;
	}

	/** Takes over from `form`, with whatever was answered in it meanwhile. */
	async begin(form: HTMLFormElement | null): Promise<void> {
		const opening = await open(
			{ keep: this.#keep, sender: this.#sender, random: crypto },
			{ ...this.#begun, fragment: location.hash, state: history.state }
		);
		switch (opening.kind) {
			case 'finished':
				this.#keep.takeEarly(form);
				this.report = opening.report;
				return;
			case 'earlier content':
				location.replace(`?hash=${opening.hash}${location.hash}`);
				return;
			case 'link failed':
				this.linkFailed = true;
				return;
			case 'ready':
		}
		this.report = null;
		const { questionnaire, place } = this.#begun;
		this.survey.start();
		this.survey.send({ type: 'resume', draft: fitting(questionnaire, opening.draft), place: place ?? opening.place });
		const early = this.#keep.takeEarly(form);
		if (early) takeUp(this.survey, questionnaire, early);
		const ports = { keep: this.#keep, sender: this.#sender, leave: this.#leave, finished: this.#finished };
		this.#stop = attend(this.survey, questionnaire, ports, opening.id);
		// The key does not stay in the address bar, where it would be copied unawares.
		if (identityIn(location.hash)) history.replaceState(history.state, '', location.pathname + location.search);
		this.started = true;
	}

	#leave = (report: string): void => {
		// One that keeps nothing still knows it here.
		history.replaceState({ ...history.state, report }, '');
		location.assign(report);
	};

	#finished = (report: string): void => {
		this.report = report;
		this.end();
	};

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
