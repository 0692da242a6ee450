// What the people of an engagement wrote → their words without their authors, in an order that says nothing.
import { createHash } from 'node:crypto';
import type { BriefInput } from '#core/brief/input.ts';
import { leastTogether } from '#core/group/circle.ts';
import type { Respondent } from '#core/group/respondent.ts';
import type { Instrument, Question } from '#core/instrument/instrument.ts';

/** Names of people and of the company: they are nobody's view of it. */
const RESERVED = ['respondent-name', 'company-name'];

/** Where anonymity was promised, a question is quoted only once three people have written something to it. */
export const quotesOf = (
	instrument: Instrument,
	heard: readonly Pick<Respondent, 'answers'>[],
	isAnonymous: boolean
): BriefInput['quotes'] =>
	instrument.questions
		.filter((question) => isQuoted(instrument, question))
		.flatMap(({ id }) => {
			const said = heard.flatMap(({ answers: { given } }) => {
				const answer = given[id];
				const text = answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value.trim() : '';
				return text === '' ? [] : [text];
			});
			return said.length < leastTogether(isAnonymous) ? [] : shuffled(said).map((text) => ({ question: id, text }));
		});

function isQuoted({ sections }: Instrument, { id, type, section, quote }: Question): boolean {
	const about = sections.find((each) => each.id === section)?.about;
	return type === 'text' && !RESERVED.includes(id) && (about === 'company' || (quote && about !== 'personal'));
}

/** By what a hash makes of the words: the same every time, whoever wrote first. */
function shuffled(texts: readonly string[]): readonly string[] {
	const places = new Map(texts.map((text) => [text, createHash('sha256').update(text).digest('hex')]));
	const place = (text: string): string => places.get(text) ?? '';
	return texts.toSorted((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0));
}
