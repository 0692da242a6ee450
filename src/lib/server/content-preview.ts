// An instrument and the kind of reader wished for → the walk of such a reader and the report on it. Nothing is kept.
import type { Instrument, Option, Question } from '#core/instrument/instrument.ts';
import { questionnaireOf } from '#core/instrument/questionnaire.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import { plain } from '#core/instrument/fill.ts';
import { closed } from '#core/report/closing.ts';
import type { Report } from '#core/report/report.ts';
import { spoken } from '#core/report/spoken.ts';
import { answersLike, kinds, type Kind } from '#core/simulation/kinds.ts';
import { walkOf } from '#core/survey/walk.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { theme } from './brand.ts';
import { composeFrom } from './composing.ts';

export type Wish = {
	readonly kind: Kind;
	/** Which one of the kind, from 1. */
	readonly number: number;
	/** What the reader says of themselves, by question; what is not in it comes as it may. */
	readonly set: Readonly<Record<string, string>>;
};

/** Facts about the reader that many texts look at; asked of an instrument that has them. */
const SETTABLE = ['role', 'company-size'];

const MOST = 1_000_000;

export type Settable = {
	readonly id: string;
	readonly question: string;
	readonly options: readonly Pick<Option, 'id' | 'label'>[];
};

export const settable = ({ questions }: Instrument): readonly Settable[] =>
	SETTABLE.flatMap((id) => questions.filter((question) => question.id === id))
		.filter(({ type, options }) => (type === 'choice' || type === 'scale') && options.length > 0)
		.map(({ id, text, options }) => ({
			id,
			question: plain(text),
			options: options.map((option) => ({ id: option.id, label: option.label }))
		}));

/** Reads an address; what it does not say, or says wrongly, is as if nobody had wished for anything. */
export function wishIn(instrument: Instrument, query: URLSearchParams): Wish {
	const kind = kinds.find((each) => each === query.get('kind')) ?? 'middling';
	const text = query.get('number') ?? '';
	const number = /^\d{1,7}$/.test(text) ? Math.min(MOST, Math.max(1, Number(text))) : 1;
	const set = settable(instrument).flatMap(({ id, options }) => {
		const option = options.find((each) => each.id === query.get(nameOf(id)));
		return option === undefined ? [] : [[id, option.id] as const];
	});
	return { kind, number, set: Object.fromEntries(set) };
}

/** The way back: the query of an address that wishes the same. */
export const queryOf = ({ kind, number, set }: Wish): string =>
	new URLSearchParams([
		['kind', kind],
		['number', String(number)],
		...Object.entries(set).map(([id, option]) => [nameOf(id), option])
	]).toString();

const nameOf = (question: string): string => `as.${question}`;

/** A section that was asked, with what was answered; `answer` is null where a question was passed over. */
export type WalkedSection = {
	readonly id: string;
	readonly title: string;
	readonly questions: readonly { readonly id: string; readonly text: string; readonly answer: string | null }[];
};

export function walked(instrument: Instrument, values: Values): readonly WalkedSection[] {
	const known = new Map(instrument.questions.map((question) => [question.id, question]));
	const { main, closing } = walkOf(questionnaireOf(instrument), values);
	return [...main, ...closing].map(({ section, questions }) => ({
		id: section.id,
		title: section.title,
		questions: questions.map(({ id, text }) => ({ id, text: plain(text), answer: said(known.get(id), values[id]) }))
	}));
}

export function countsOf(walk: readonly WalkedSection[]): { readonly asked: number; readonly answered: number } {
	const asked = walk.flatMap(({ questions }) => questions);
	return { asked: asked.length, answered: asked.filter(({ answer }) => answer !== null).length };
}

const said = (question: Question | undefined, value: Value | undefined): string | null =>
	question === undefined || value === undefined ? null : spoken(question, value, 'label');

export const previewed = (instrument: Instrument, { kind, number, set }: Wish): Values =>
	answersLike(instrument, kind, number, set);

/** As on any response, but said to be a preview on its page, its cover and every page of its PDF. Throws where the answers do not fit: that would be a fault of ours. */
export function previewReport(instrument: Instrument, values: Values, date: string): Report {
	const composed = composeFrom(instrument, values, { date });
	if (!composed.ok) throw new Error(`invented answers do not fit: ${composed.problems[0]?.code}`);
	const notice = {
		label: m.content_preview_label({}, { locale: baseLocale }),
		text: m.content_preview_notice({}, { locale: baseLocale })
	};
	return { ...composed.value, cover: { ...composed.value.cover, notice } };
}

/** With the firm's own last page, as a reader sees it. */
export const previewPage = (instrument: Instrument, values: Values, date: string): Report =>
	closed(previewReport(instrument, values, date), theme().closing);
