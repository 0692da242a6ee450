// A survey on the page → one that survives the page: kept at every change, joined by other tabs, sent when the net is there.
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Draft, Mark } from '#core/survey/draft.ts';
import { fits } from '#core/survey/fits.ts';
import { optionsOf, valuesFrom } from '#core/survey/form.ts';
import { unsaved, type Situation } from '#core/survey/situation.ts';
import type { Early, Keep } from './keep.ts';
import type { Sender } from './send.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { Survey } from './survey.svelte.ts';

/** `leave` goes to the report; `finished` shows the way to it, where another tab or device has sent the answers. */
type Ports = {
	readonly keep: Keep;
	readonly sender: Sender;
	readonly watch: Stopwatch;
	readonly leave: (report: string) => void;
	readonly finished: (report: string) => void;
};

/** Keeps, sends and listens from now on; gives back what ends it. The survey must have been started. */
export function attend(
	survey: Survey,
	questionnaire: Questionnaire,
	{ keep, sender, watch, leave, finished }: Ports,
	id: string
): () => void {
	const end = (report: string, go: (report: string) => void) => {
		// Another tab may have begun anew meanwhile.
		if ((keep.whole.id ?? id) === id) keep.whole = { report };
		keep.forgetVisit(id);
		go(report);
	};
	let known: Situation | null = null;
	const keepAll = ({ draft: { answers }, place }: Situation) =>
		keep.keepVisit(id, { answers, place, seconds: watch.seconds });
	const forgetChanges = survey.onChange(({ context, value }) => {
		const { draft, place, report } = context;
		watch.show(typeof value.walk === 'string' || place.kind === 'review' ? null : place.section);
		if (report !== null) end(report, leave);
		else if (known?.draft.answers !== draft.answers || known.place !== place) keepAll((known = context));
	});
	const leaving = new AbortController();
	watch.attend(leaving.signal);
	const hear = (name: string, heard: (event: Event) => void, target: EventTarget = window) =>
		target.addEventListener(name, heard, { signal: leaving.signal });

	const join = (draft: Draft) => survey.send({ type: 'merge', draft: fitting(questionnaire, draft) });
	const endedElsewhere = (report: string | null | undefined) => {
		// A page that sends the answers itself is led to the report by the reply.
		if (report && survey.snapshot.value.walk !== 'submitting') end(report, finished);
	};
	/** What other devices have sent. Without the net it can wait: a save merges too. */
	const learn = async () => {
		if (Object.keys(survey.snapshot.context.draft.answers).length === 0) return;
		const held = await sender.held().catch(() => null);
		if (held === null || leaving.signal.aborted) return;
		join(held);
		endedElsewhere(held.report);
	};
	hear('online', () => survey.send({ type: 'online' }));
	hear('offline', () => survey.send({ type: 'offline' }));
	hear('storage', (event) => {
		const { key } = event as StorageEvent;
		if (key === keep.visitName(id)) join(keep.visit(id));
		if (key === keep.name) endedElsewhere(keep.whole.report);
	});
	/** A page that is new, was out of sight, or was put away by the browser, has heard of nothing. */
	const wake = () => {
		survey.send({ type: window.navigator.onLine ? 'online' : 'offline' });
		join(keep.visit(id));
		endedElsewhere(keep.whole.report);
		void learn();
	};
	wake();
	const sendTheRest = () => {
		const { context, value } = survey.snapshot;
		if (value.walk === 'done') return;
		keepAll(context);
		const rest = unsaved(context);
		if (Object.keys(rest).length === 0) return;
		sender.save(rest, true).catch(() => {
			// It is kept here, and sent with the next visit.
		});
	};
	hear('pagehide', sendTheRest);
	hear('pageshow', wake);
	hear('visibilitychange', () => (window.document.hidden ? sendTheRest() : wake()), window.document);

	return () => {
		leaving.abort();
		forgetChanges();
	};
}

/** Of a draft what these questions take: content may have changed since it was kept, and one bad answer stops a save. */
export function fitting(questionnaire: Questionnaire, { answers }: Draft): Draft {
	const asked = new Map(
		questionnaire.sections.flatMap(({ questions }) => questions.map((question) => [question.id, question]))
	);
	const taken = ([id, { value }]: [string, Mark]) => {
		const question = asked.get(id);
		return question !== undefined && (value === null || fits(question, optionsOf(questionnaire, question), value));
	};
	return { answers: Object.fromEntries(Object.entries(answers).filter(taken)) };
}

/** Of the time that was kept what went to these sections, for the same reason. */
export const ofSections = ({ sections }: Questionnaire, seconds: Readonly<Record<string, number>>) =>
	Object.fromEntries(Object.entries(seconds).filter(([id]) => sections.some((section) => section.id === id)));

/** Answers that were given before the script had started join as if given now. */
export function takeUp(survey: Survey, questionnaire: Questionnaire, { milliseconds, fields }: Early): void {
	const questions = questionnaire.sections.flatMap(({ questions }) => questions);
	const values = valuesFrom(questionnaire, questions, fields);
	for (const question of questions) {
		const value = values[question.id] ?? null;
		if (value === null || !fits(question, optionsOf(questionnaire, question), value)) continue;
		survey.send({ type: 'answer', question: question.id, value, milliseconds });
	}
}
