// A survey without a script: the cookie that names its response, the page to show, and what a posted form does.
import type { Cookies } from '@sveltejs/kit';
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import { shownOnForm } from '#core/survey/depends.ts';
import { emptyDraft, valuesOf, withAnswer, type Draft } from '#core/survey/draft.ts';
import { fits } from '#core/survey/fits.ts';
import { beginsField, formFields, optionsOf, valuesFrom } from '#core/survey/form.ts';
import { at, missingIn, placeAfter, placeBefore, review, stepAt, walkOf, type Place } from '#core/survey/walk.ts';
import { content, questionnaire as current } from './content.ts';
import { earlierQuestionnaire } from './instruments.ts';
import { canSendMail } from './mail.ts';
import { completeResponse, readResponse, saveResponse } from './responses.ts';
import { forget, identityIn, identityOf, newIdentity, remember, textOf, type Identity } from './survey-cookie.ts';

export type SurveyPage = {
	readonly questionnaire: Questionnaire;
	readonly draft: Draft;
	readonly begun: Identity | null;
	/** Who the response will be that the form begins: posted twice, it is still one. Null: it is begun. */
	readonly begins: string | null;
	/** Of answers that were sent already; null: none were. */
	readonly report: string | null;
	readonly place: Place | null;
	readonly pinned: boolean;
	readonly operator: string | null;
	/** Whether a link to go on can be mailed. */
	readonly mails: boolean;
};

/** Why a question keeps the form from going on. */
export type Refusals = Readonly<Record<string, 'needed' | 'unfit'>>;

export type Posted =
	{ readonly kind: 'go'; readonly to: string } | { readonly kind: 'refused'; readonly questions: Refusals };

/** The page as the cookie and the address have it; null: there is no such instrument. */
export async function surveyPage(instrument: string, url: URL, cookies: Cookies): Promise<SurveyPage | null> {
	const begun = identityOf(cookies, instrument);
	const view = begun && (await readResponse(begun.id, begun.key));
	const hash = url.searchParams.get('hash') ?? view?.hash ?? null;
	const questionnaire = (hash !== null && (await earlierQuestionnaire(instrument, hash))) || current(instrument);
	if (questionnaire === null) return null;
	const report = view?.report ?? null;
	const isBegun = view !== null && report === null;
	return {
		// The landing page has told it.
		questionnaire: { ...questionnaire, introduction: [] },
		draft: isBegun ? { answers: view.answers } : emptyDraft,
		begun: isBegun ? begun : null,
		begins: isBegun ? null : textOf(newIdentity()),
		report,
		place: placeOf(url),
		pinned: hash !== null,
		operator: content().site?.name ?? null,
		mails: canSendMail()
	};
}

/** Saves what a form brings, and says where its button leads. */
export async function postSurvey(
	instrument: string,
	url: URL,
	fields: FormData,
	cookies: Cookies
): Promise<Posted | null> {
	const page = await surveyPage(instrument, url, cookies);
	if (page === null) return null;
	const here = `/${instrument}/survey`;
	const go = fields.get(formFields.go);
	if (go === 'again') {
		forget(cookies, instrument);
		return { kind: 'go', to: here };
	}
	if (page.report !== null) return { kind: 'go', to: page.report };
	const { questionnaire } = page;
	const section = fields.get(formFields.section);
	const place = typeof section === 'string' ? at(section) : review;
	const { draft, unfit } = withFields(page, place, fields);
	const identity = page.begun ?? identityIn(fields.get(beginsField)) ?? newIdentity();
	const body = { ...about(questionnaire), answers: draft.answers };
	const finish = async (): Promise<Posted> => {
		const completed = await completeResponse(identity.id, identity.key, body);
		if (completed.kind !== 'completed') return { kind: 'refused', questions: {} };
		remember(cookies, instrument, identity);
		return { kind: 'go', to: completed.report };
	};
	if (Object.keys(draft.answers).length > 0) {
		const saved = await saveResponse(identity.id, identity.key, body);
		if (saved.kind === 'invalid')
			return { kind: 'refused', questions: named(saved.problems.map(({ where }) => where)) };
		// An old page of a response whose answers were sent since.
		if (saved.kind === 'already-completed') return finish();
		if (saved.kind === 'saved') remember(cookies, instrument, identity);
	}
	const walk = walkOf(questionnaire, valuesOf(draft));
	if (go === 'back') return { kind: 'go', to: here + addressOf(placeBefore(walk, place) ?? place) };
	const needed = missingIn(stepAt(walk, place), valuesOf(draft));
	if (needed.length + unfit.length > 0) return { kind: 'refused', questions: refusals(needed, unfit) };
	const next = placeAfter(walk, place);
	return next === null ? finish() : { kind: 'go', to: here + addressOf(next) };
}

/** The draft with what the form changed in it, and the questions whose field holds something that is no answer. */
function withFields({ questionnaire, draft }: SurveyPage, place: Place, fields: FormData) {
	const values = valuesOf(draft);
	const section = questionnaire.sections.find(({ id }) => place.kind === 'section' && place.section === id);
	const shown = section ? shownOnForm(section, stepAt(walkOf(questionnaire, values), place)) : [];
	const given = valuesFrom(questionnaire, shown, fields);
	const unfit: string[] = [];
	let next = draft;
	for (const question of shown) {
		const value = given[question.id] ?? null;
		if (value !== null && !fits(question, optionsOf(questionnaire, question), value)) unfit.push(question.id);
		else if (canonicalJson(value) !== canonicalJson(values[question.id] ?? null)) {
			next = withAnswer(next, question.id, value, Date.now());
		}
	}
	return { draft: next, unfit };
}

const about = ({ id, version, hash, locale }: Questionnaire) => ({ instrument: id, version, hash, locale });

const refusals = (needed: readonly string[], unfit: readonly string[]): Refusals => ({
	...Object.fromEntries(needed.map((id) => [id, 'needed'] as const)),
	...Object.fromEntries(unfit.map((id) => [id, 'unfit'] as const))
});

/** `answers.role` and the like → the questions that are meant. */
const named = (paths: readonly string[]): Refusals =>
	refusals(
		[],
		paths.flatMap((path) => path.split('.')[1] ?? [])
	);

const addressOf = (place: Place): string => (place.kind === 'review' ? '?review' : `?section=${place.section}`);

function placeOf({ searchParams }: URL): Place | null {
	const section = searchParams.get('section');
	if (section !== null) return at(section);
	return searchParams.has('review') ? review : null;
}
