// A survey on the page → one that survives the page: kept at every change, joined by other tabs, sent when the net is there.
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Draft, Mark } from '#core/survey/draft.ts';
import { fits } from '#core/survey/fits.ts';
import { optionsOf, valuesFrom } from '#core/survey/form.ts';
import { unsaved } from '#core/survey/situation.ts';
import type { Early, Keep, Visit } from './keep.ts';
import type { Sender } from './send.ts';
import type { Survey } from './survey.svelte.ts';

/** `leave` goes to the report. */
type Ports = { readonly keep: Keep; readonly sender: Sender; readonly leave: (address: string) => void };

/** Keeps, sends and listens from now on; gives back what ends it. The survey must have been started. */
export function attend(
	survey: Survey,
	questionnaire: Questionnaire,
	{ keep, sender, leave }: Ports,
	id: string
): () => void {
	let known: Visit | null = null;
	const forgetChanges = survey.onChange(({ context: { draft, place, report } }) => {
		if (report !== null) {
			keep.whole = { report };
			keep.forgetVisit(id);
			leave(report);
		} else if (known?.answers !== draft.answers || known.place !== place) {
			known = { answers: draft.answers, place };
			keep.keepVisit(id, draft, place);
		}
	});
	const leaving = new AbortController();
	const hear = (name: string, heard: (event: Event) => void, target: EventTarget = window) =>
		target.addEventListener(name, heard, { signal: leaving.signal });

	hear('online', () => survey.send({ type: 'online' }));
	hear('offline', () => survey.send({ type: 'offline' }));
	if (!window.navigator.onLine) survey.send({ type: 'offline' });
	hear('storage', (event) => {
		const named = event instanceof StorageEvent && event.key === keep.visitName(id);
		if (named) survey.send({ type: 'merge', draft: fitting(questionnaire, keep.visit(id)) });
	});
	const sendTheRest = () => {
		const { context, value } = survey.snapshot;
		const rest = unsaved(context);
		if (typeof value.walk === 'string' || Object.keys(rest).length === 0) return;
		sender.save(rest, true).catch(() => {
			// It is kept here, and sent with the next visit.
		});
	};
	hear('pagehide', sendTheRest);
	hear('visibilitychange', () => window.document.hidden && sendTheRest(), window.document);

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
