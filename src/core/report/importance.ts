// The section of what matters most: how the reader rated the areas, and what they said about it in words of their own.
import type { Question } from '#core/instrument/instrument.ts';
import type { Prose } from '#core/instrument/prose.ts';
import { priorityOf } from '#core/scores/question.ts';
import { asked, paragraph, type Composition } from './composition.ts';
import { listed } from './format.ts';
import type { Block } from './report.ts';
import { givenLabel } from './verdicts.ts';

/** The sentence that opens the section, and the ratings as a table; nothing where none was given. */
export function ratings(c: Composition, questions: readonly Question[]): readonly Block[] {
	const rated = questions.filter((question) => c.answers.given[question.id]?.state === 'answered');
	if (rated.length === 0) return [];
	return [
		{ kind: 'prose', style: 'plain', prose: paragraph(opening(c, rated)) },
		{
			kind: 'table',
			caption: c.words('report_importance_title'),
			head: [c.words('report_importance_asked'), c.words('report_importance_given')],
			rows: rated.map((question) => [asked(question), givenLabel(c, question)]),
			numeric: []
		}
	];
}

function opening(c: Composition, rated: readonly Question[]): string {
	if (rated.length === 1) return c.words('report_importance_one');
	const tenths = rated.map((question) => priorityOf(question)(c.answers.given[question.id]) ?? 0);
	const most = rated.filter((_, at) => tenths[at] === Math.max(...tenths));
	if (most.length === rated.length)
		return c.words('report_importance_even', { all: c.words('report_number', { count: rated.length }) });
	const rows = most.map((question) => c.words('report_importance_row', { row: asked(question) }));
	return c.words('report_importance_most', { rows: listed(rows, c.locale) });
}

/** What was typed to the questions that the content wants quoted, each line a paragraph. Never about the person. */
export function quotes(c: Composition): readonly Block[] {
	const personal = new Set(c.instrument.sections.filter(({ about }) => about === 'personal').map(({ id }) => id));
	return c.instrument.questions
		.filter((question) => question.quote && !personal.has(question.section))
		.flatMap((question): readonly Block[] => {
			const answer = c.answers.given[question.id];
			const typed = answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value : '';
			const lines = typed.split('\n').flatMap((line): Prose => (line.trim() === '' ? [] : paragraph(line.trim())));
			if (lines.length === 0) return [];
			const lead = c.words('report_quote_lead', { question: asked(question) });
			return [{ kind: 'prose', style: 'plain', prose: [...paragraph(lead), { kind: 'quote', blocks: lines }] }];
		});
}
