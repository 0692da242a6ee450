// Every question of an instrument → where it counts and with what weight, section by section.
import type { Question, Section } from '#core/instrument/instrument.ts';
import { weightIn } from '#core/scores/question.ts';
import { asked } from '../composition.ts';
import type { Block, TableBlock } from '../report.ts';
import { isScored, said, titled, type Source } from './source.ts';

export function questions(source: Source): readonly Block[] {
	const { instrument } = source;
	const known = new Map(instrument.questions.map((question) => [question.id, question]));
	const inSection = ({ questions }: Section) => questions.flatMap((id) => known.get(id) ?? []);
	const rest = instrument.questions
		.filter(({ importanceOf }) => importanceOf.length === 0)
		.filter((each) => !isScored(each));
	return [
		said(source, 'method_weights_lead'),
		...instrument.sections.flatMap((section) => weights(source, section, inSection(section).filter(isScored))),
		...(rest.length === 0
			? []
			: [
					titled(source, 'not-scored', 'method_unscored_title'),
					said(source, 'method_unscored_lead'),
					{
						kind: 'list' as const,
						items: rest.map((question) => ({ text: question.text, detail: null }))
					}
				])
	];
}

/** A row a question, a column an index that one of them feeds. */
function weights(source: Source, { title }: Section, those: readonly Question[]): readonly TableBlock[] {
	const { instrument, words } = source;
	const columns = instrument.indices.filter(({ id }) => those.some((question) => weightIn(question, id) > 0));
	if (columns.length === 0) return [];
	return [
		{
			kind: 'table',
			caption: title,
			head: [words('report_method_question'), ...columns.map((index) => index.title)],
			rows: those.map((question) => [
				named(source, question),
				...columns.map(({ id }) => String(weightIn(question, id) || ''))
			]),
			numeric: columns.map((_, at) => at + 1)
		}
	];
}

function named({ words }: Source, question: Question): string {
	const notes = [
		...(question.reverse ? [words('method_reversed')] : []),
		...(question.result ? [words('method_result')] : [])
	];
	return [asked(question), ...notes].join(' ');
}
