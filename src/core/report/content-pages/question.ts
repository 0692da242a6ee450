// A question → its page: as participants see it, what its options score, what it feeds, and what is told about it.
import type { Question } from '#core/instrument/instrument.ts';
import { questionnaireOf } from '#core/instrument/questionnaire.ts';
import { once } from '#core/instrument/once.ts';
import { isScored, type Source } from '../method-page/source.ts';
import { asPoints } from '../method-page/source.ts';
import { given } from '../format.ts';
import { factOf, refTo, said } from './facts.ts';
import type { Drawn, Fact, NoteKey, OptionRow, PartPage } from './pages.ts';
import { groupsOf, inWords, visible } from './wording.ts';

const questionnaires = once(questionnaireOf);

export function questionPage(source: Source, question: Question): Drawn {
	const { keep, change, stop, unsure, ask } = question.texts;
	return {
		title: question.text,
		condition: inWords(source, question.when),
		lead: question.help,
		asked: askedOf(source, question),
		options: optionRows(source, question),
		notes: notesOf(question),
		facts: factsOf(source, question),
		groups: groupsOf(source, [
			['keep', keep],
			['change', change],
			['stop', stop],
			['unsure', unsure]
		]),
		asks: ask.map((each) => ({ question: visible(each.question), listenFor: visible(each.listenFor) }))
	};
}

function askedOf({ instrument }: Source, { id, section }: Question): PartPage['asked'] {
	const { sections, scales } = questionnaires(instrument);
	const asked = sections.find((each) => each.id === section)?.questions.find((each) => each.id === id);
	if (asked === undefined) return null;
	return {
		question: asked,
		options: typeof asked.options === 'string' ? (scales[asked.options] ?? []) : asked.options
	};
}

function optionRows(source: Source, question: Question): readonly OptionRow[] {
	const { options, unsure, notApplicable, reverse, importanceOf } = question;
	const counts = isScored(question) || importanceOf.length > 0;
	return [
		...options.map(({ label, phrase, score }) => ({
			label,
			phrase,
			points: score === null || !counts ? null : asPoints(source, reverse ? 1000 - score : score)
		})),
		...[unsure, notApplicable].flatMap((each) => (each === null ? [] : [{ ...each, points: null }]))
	];
}

function notesOf(question: Question): readonly NoteKey[] {
	const { reverse, result, required, quote, importanceOf } = question;
	const notes: readonly (readonly [NoteKey, boolean])[] = [
		['unscored', !isScored(question) && importanceOf.length === 0],
		['reverse', reverse],
		['result', result],
		['required', required],
		['quoted', quote]
	];
	return notes.flatMap(([key, holds]) => (holds ? [key] : []));
}

function factsOf(source: Source, question: Question): readonly Fact[] {
	const { section, area, feeds, opposite, importanceOf, number, type, max } = question;
	const ids = (id: string | null): readonly string[] => (id === null ? [] : [id]);
	return [
		factOf('section', [refTo(source, 'sections', section)]),
		factOf(
			'area',
			ids(area).map((id) => refTo(source, 'areas', id))
		),
		factOf(
			'feeds',
			Object.entries(feeds).flatMap(([id, weight]) => (weight > 0 ? [refTo(source, 'indices', id, weight)] : []))
		),
		factOf(
			'opposite',
			ids(opposite).map((id) => refTo(source, 'questions', id))
		),
		factOf(
			'importance-of',
			importanceOf.map((id) => refTo(source, 'areas', id))
		),
		factOf('range', number === null ? [] : [said(rangeOf(source, number))]),
		factOf('longest', type === 'text' ? [said(given(max, source.locale))] : [])
	].filter(({ items }) => items.length > 0);
}

/** "1 – 900 days" */
function rangeOf({ locale }: Source, { min, max, unit }: NonNullable<Question['number']>): string {
	return [`${given(min, locale)} – ${given(max, locale)}`, ...(unit === null ? [] : [unit])].join(' ');
}
