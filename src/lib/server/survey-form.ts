// A survey without a script: the cookie that names its response, the page to show, and what a posted form does.
import type { Cookies } from '@sveltejs/kit';
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Problem } from '#core/problem.ts';
import { placeIn, queryOf } from '#core/survey/address.ts';
import { shownOnForm } from '#core/survey/depends.ts';
import { emptyDraft, valuesOf, withAnswer, type Draft } from '#core/survey/draft.ts';
import { fits } from '#core/survey/fits.ts';
import { beginsField, formFields, optionsOf, unseenField, valuesFrom } from '#core/survey/form.ts';
import type { Invitation, Occasion } from '#core/survey/occasion.ts';
import type { Values } from '#core/instrument/value.ts';
import { at, missingIn, placeAfter, placeBefore, review, stepAt, walkOf, type Place } from '#core/survey/walk.ts';
import type { Campaign } from './campaigns.ts';
import { content, questionnaire as current } from './content.ts';
import { earlierQuestionnaire } from './instruments.ts';
import { canSendMail } from './mail.ts';
import { occasionOf } from './occasion.ts';
import { seenBy } from './offered.ts';
import { completeResponse, readResponse, saveResponse } from './responses.ts';
import { forget, identityIn, identityOf, newIdentity, remember, textOf, type Identity } from './survey-cookie.ts';
import { pathOf, type SurveyOf } from './survey-of.ts';

/** Whom an engagement has asked, and what is known of them already. */
export type Invited = {
	readonly invitation: Invitation;
	/** What stands in the form until they say something else. */
	readonly prefilled: Values;
	/** Who sees the answers. */
	readonly operator: string;
};

/** Which survey is opened, and how. */
export type Visit = {
	readonly instrument: string;
	/** Null: it is nobody's campaign. */
	readonly campaign: Campaign | null;
	readonly url: URL;
	/** Of an engagement; null: nobody was asked. */
	readonly invited?: Invited | null;
	/** The header of that name: the page that led here. */
	readonly referer: string | null;
	readonly cookies: Cookies;
};

export type SurveyPage = {
	readonly occasion: Occasion;
	readonly questionnaire: Questionnaire;
	readonly draft: Draft;
	/** Answers that stand in the form before any was given. */
	readonly prefilled: Values;
	readonly begun: Identity | null;
	/** Who the response will be that the form begins: posted twice, it is still one. Null: it is begun. */
	readonly begins: string | null;
	/** Of answers that were sent already; null: none were. */
	readonly report: string | null;
	readonly place: Place | null;
	readonly pinned: boolean;
	/** Who sees the answers, by name; null: nobody has one. */
	readonly operator: string | null;
	/** Whether a link to go on can be mailed. */
	readonly mails: boolean;
};

/** Why a question keeps the form from going on. */
export type Refusals = Readonly<Record<string, 'needed' | 'unfit'>>;

export type Posted =
	| { readonly kind: 'go'; readonly to: string }
	/** `isUninvited`: the link is dead, or it was closed, and nothing was begun. */
	| { readonly kind: 'refused'; readonly questions: Refusals; readonly isUninvited?: true };

/** The page as the cookie and the address have it; null: there is no such instrument. */
export async function surveyPage(visit: Visit): Promise<SurveyPage | null> {
	const { instrument, campaign, url, referer, cookies } = visit;
	const { invited = null } = visit;
	const occasion = { ...occasionOf(url, referer, campaign), invitation: invited?.invitation ?? null };
	const begun = identityOf(cookies, surveyIn(visit));
	const view = begun && (await readResponse(begun.id, begun.key));
	const hash = url.searchParams.get('hash') ?? view?.hash ?? null;
	const questionnaire = (hash !== null && (await earlierQuestionnaire(instrument, hash))) || current(instrument);
	if (questionnaire === null) return null;
	const report = view?.report ?? null;
	const isBegun = view !== null && report === null;
	return {
		occasion,
		// The landing page has told it.
		questionnaire: { ...questionnaire, introduction: [] },
		draft: isBegun ? { answers: view.answers } : emptyDraft,
		prefilled: invited?.prefilled ?? {},
		begun: isBegun ? begun : null,
		begins: isBegun ? null : textOf(newIdentity()),
		report,
		place: placeIn(url.searchParams),
		pinned: hash !== null,
		operator:
			invited?.operator ??
			(campaign === null ? (content().site?.name ?? null) : seenBy(campaign, questionnaire.locale)),
		mails: canSendMail()
	};
}

/** Saves what a form brings, and says where its button leads. */
export async function postSurvey(visit: Visit, fields: FormData): Promise<Posted | null> {
	const page = await surveyPage(visit);
	if (page === null) return null;
	const { cookies } = visit;
	const survey = surveyIn(visit);
	const to = (place: Place | null): Posted => ({
		kind: 'go',
		to: pathOf(survey) + queryOf(place, page.occasion.carried)
	});
	const go = fields.get(formFields.go);
	if (go === 'again') {
		forget(cookies, survey);
		return to(null);
	}
	if (page.report !== null) return { kind: 'go', to: page.report };
	const { questionnaire } = page;
	const [section, question] = [formFields.section, formFields.question].map((name) => textIn(fields, name));
	const place = section === undefined ? review : at(section, question);
	const { draft, unfit } = withFields(page, place, fields);
	const identity = page.begun ?? identityIn(fields.get(beginsField)) ?? newIdentity();
	const unseen = textIn(fields, unseenField) ? { unseen: true } : {};
	const body = { ...about(page), ...unseen, answers: draft.answers };
	const finish = async (): Promise<Posted> => {
		const completed = await completeResponse(identity.id, identity.key, body);
		if (completed.kind === 'invalid' && isUninvited(completed.problems)) return UNINVITED;
		if (completed.kind !== 'completed') return { kind: 'refused', questions: {} };
		remember(cookies, survey, identity);
		return { kind: 'go', to: completed.report };
	};
	if (Object.keys(draft.answers).length > 0) {
		const saved = await saveResponse(identity.id, identity.key, body);
		if (saved.kind === 'invalid' && isUninvited(saved.problems)) return UNINVITED;
		if (saved.kind === 'invalid')
			return { kind: 'refused', questions: named(saved.problems.map(({ where }) => where)) };
		// An old page of a response whose answers were sent since.
		if (saved.kind === 'already-completed') return finish();
		if (saved.kind === 'saved') remember(cookies, survey, identity);
	}
	const walk = walkOf(questionnaire, valuesOf(draft), page.occasion.steps);
	if (go === 'back') return to(placeBefore(walk, place) ?? place);
	const needed = missingIn(stepAt(walk, place), valuesOf(draft));
	if (needed.length + unfit.length > 0) return { kind: 'refused', questions: refusals(needed, unfit) };
	const next = placeAfter(walk, place);
	return next === null ? finish() : to(next);
}

/** The draft with what the form changed in it, and the questions whose field holds something that is no answer. */
function withFields({ questionnaire, draft, occasion: { steps } }: SurveyPage, place: Place, fields: FormData) {
	const values = valuesOf(draft);
	const section = questionnaire.sections.find(({ id }) => place.kind === 'section' && place.section === id);
	const step = stepAt(walkOf(questionnaire, values, steps), place);
	const shown = section && steps === 'section' ? shownOnForm(section, step) : (step?.questions ?? []);
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

function about({ questionnaire, occasion: { campaign, invitation, preview, source } }: SurveyPage) {
	const { id, version, hash, locale } = questionnaire;
	const asked = { ...(campaign !== null && { campaign }), ...(invitation && { invitation: invitation.token }) };
	return { instrument: id, version, hash, locale, source, preview, ...asked };
}

const UNINVITED = { kind: 'refused', questions: {}, isUninvited: true } as const;

const isUninvited = (problems: readonly Problem[]): boolean => problems.some(({ where }) => where === 'invitation');

function surveyIn({ instrument, campaign, invited, url }: Visit): SurveyOf {
	const preview = campaign !== null && url.searchParams.has('preview');
	return { instrument, campaign: campaign?.id ?? null, preview, invitation: invited?.invitation ?? null };
}

function textIn(fields: FormData, name: string): string | undefined {
	const value = fields.get(name);
	return typeof value === 'string' ? value : undefined;
}

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
