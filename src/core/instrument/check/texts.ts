// Texts that are missing, and texts for verdicts that no answer has.
import type { Area, Index, Question, Section, Text } from '../instrument.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { VERDICTS, type Look } from './look.ts';
import { verdictsOf } from './reach.ts';

export function checkTexts(look: Look): void {
	const { sections, questions, areas, indices } = look.instrument;
	for (const question of questions) checkQuestion(question, look);
	for (const area of areas) checkArea(area, look);
	for (const section of sections) checkSection(section, look);
	for (const index of indices) checkIndex(index, look);
}

function checkQuestion(question: Question, { instrument, ledger }: Look): void {
	const where = ledger.where(question);
	const { id, texts, unsure, area } = question;
	const possible = verdictsOf(question);
	for (const [verdict, keyword] of VERDICTS) {
		const [surplus] = texts[verdict];
		if (!surplus && possible.includes(verdict)) ledger.warning(where, missing(`a text "## ${keyword}"`));
		if (surplus && !possible.includes(verdict))
			ledger.warning(ledger.where(surplus), neverSaid(`no answer to "${id}" has this verdict`));
	}
	const [said] = texts.unsure;
	if (said && !unsure) ledger.warning(ledger.where(said), neverSaid(`"${id}" offers no "don't know"`));
	const personal = instrument.sections.some(
		(section) => section.id === question.section && section.about === 'personal'
	);
	const wanted = area !== null || (personal && possible.length > 0);
	if (unsure && wanted && !said) ledger.warning(where, missing('a text "## Unsure"'));
}

function checkArea(area: Area, { ledger }: Look): void {
	for (const [verdict, keyword] of VERDICTS) {
		if (area.texts[verdict].length === 0) ledger.warning(ledger.where(area), missing(`a text "## ${keyword}"`));
	}
	if (area.moves.length === 0) ledger.warning(ledger.where(area), missing('a text "## Move"'));
}

function checkSection(section: Section, { folder, ledger }: Look): void {
	const asked = folder.sections.find(({ id }) => id === section.id)?.questions.length ?? 0;
	if (asked === 0) ledger.warning(ledger.where(section), EMPTY_SECTION);
	else if (section.about !== 'context' && section.skipped.length === 0)
		ledger.warning(ledger.where(section), missing('a text "## Skipped"'));
}

function checkIndex({ id, bands, potential, texts, potentialTexts }: Index, { folder, ledger }: Look): void {
	const file = folder.indices.find((entry) => entry.id === id)?.file.path;
	const where = `${file ?? `indices/${id}.md`}:1`;
	if (file === undefined && (bands !== null || potential !== null))
		ledger.warning(where, missing('a text for each band'));
	const tell = (sets: Readonly<Record<string, readonly Text[]>>, before: string): void => {
		for (const [band, said] of Object.entries(sets))
			if (said.length === 0) ledger.warning(where, missing(`a text "## ${before}${band}"`));
	};
	tell(texts, '');
	tell(potentialTexts, 'potential: ');
}

const missing = (what: string): Wrong => wrong('missing-text', what, 'none', 'Write it.');

const neverSaid = (because: string): Wrong =>
	wrong(
		'text-never-said',
		'a text that some answers lead to',
		`one that none leads to: ${because}`,
		'Take it out, or correct the scores.'
	);

const EMPTY_SECTION = wrong(
	'empty-section',
	'questions in the section',
	'none',
	'Add a question, or take the section out.'
);
