// What one question names: its area, the indices that it feeds, the areas whose priority it sets, its opposite.
import type { Question } from '../instrument.ts';
import type { Keys } from '../ledger.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { overQuestions, unknown, type Look } from './look.ts';
import { scoresOf } from './reach.ts';

export function checkQuestionLinks(look: Look): void {
	for (const question of look.instrument.questions) checkQuestion(question, look);
}

function checkQuestion(question: Question, look: Look): void {
	const { names, ledger } = look;
	const tell = (keys: Keys, what: Wrong | null): void => {
		if (what) ledger.error(ledger.where(question, keys), what);
	};
	if (question.area !== null) tell(['area'], unknown('area', question.area, names.areas));
	for (const [at, area] of question.importanceOf.entries())
		tell(['importance-of', at], unknown('area', area, names.areas));
	for (const index of Object.keys(question.feeds)) tell(['feeds', index], wrongFeed(index, question, look));
	tell(['feeds'], feedWithoutScore(question));
	tell(['importance-of'], importanceAndMore(question));
	if (question.result && question.area === null) tell(['result'], RESULT_WITHOUT_AREA);
	if (question.opposite !== null) checkOpposite(question, question.opposite, look);
	tell(['quote'], quoteOfThePerson(question, look));
}

function wrongFeed(id: string, question: Question, { instrument, names }: Look): Wrong | null {
	const index = instrument.indices.find((candidate) => candidate.id === id);
	if (!index) return unknown('index', id, overQuestions(instrument, names));
	const found = `"${id}", which is made of other indices`;
	if (index.of) return wrong('feeds-index-of-indices', 'an index over questions', found, 'Feed one of its parts.');
	const about = instrument.sections.find((section) => section.id === question.section)?.about;
	if (!about || about === index.about) return null;
	const expected =
		about === 'context' ? 'no "feeds" in a section of context' : `an index about ${about}, as the section is`;
	return wrong(
		'feeds-other-part',
		expected,
		`"${id}", about ${index.about}`,
		'Feed another index, or move the question.'
	);
}

function feedWithoutScore(question: Question): Wrong | null {
	const feeds = Object.values(question.feeds).some((weight) => weight > 0);
	if (!feeds || scoresOf(question).length > 0) return null;
	const expected = 'scores on the options, counts or anchors';
	return wrong('feeds-without-score', expected, 'none', 'Add the scores, or take "feeds" out.');
}

function importanceAndMore({ importanceOf, area, feeds, texts }: Question): Wrong | null {
	if (importanceOf.length === 0) return null;
	const more = [
		...(area === null ? [] : ['"area"']),
		...(Object.keys(feeds).length > 0 ? ['"feeds"'] : []),
		...(Object.values(texts).some((list) => list.length > 0) ? ['texts'] : [])
	];
	if (more.length === 0) return null;
	const expected = 'no area, feeds or texts on a question that sets priorities';
	return wrong('importance-and-more', expected, more.join(' and '), 'Take them out.');
}

/** The report quotes in the company's part, which others may be shown. */
function quoteOfThePerson({ quote, section }: Question, { instrument }: Look): Wrong | null {
	if (!quote || instrument.sections.find(({ id }) => id === section)?.about !== 'personal') return null;
	const expected = '"quote" in a section about the company or of context';
	return wrong('quote-of-the-person', expected, 'a personal section', 'Take "quote" out, or move the question.');
}

/** A pair that only one of the two states is a warning; two different pairs are an error. */
function checkOpposite(question: Question, id: string, { names, questions, ledger }: Look): void {
	const where = ledger.where(question, ['opposite']);
	const other = questions.get(id);
	if (id === question.id) return ledger.error(where, OPPOSITE_OF_ITSELF);
	if (!names.questions.has(id))
		return ledger.error(where, wrong('unknown-question', 'the id of a question', `"${id}"`, 'Correct the name.'));
	if (!other || other.opposite === question.id) return;
	const found = other.opposite === null ? 'none' : `"opposite: ${other.opposite}"`;
	const what = wrong('opposite-not-mutual', `"opposite: ${question.id}" in "${id}"`, found, 'Name each in the other.');
	if (other.opposite === null) ledger.warning(where, what);
	else ledger.error(where, what);
}

const RESULT_WITHOUT_AREA = wrong(
	'result-without-area',
	'an area beside "result"',
	'none',
	'Add "area: …", or take "result" out.'
);
const OPPOSITE_OF_ITSELF = wrong('opposite-of-itself', 'another question', 'the question itself', 'Name the opposite.');
