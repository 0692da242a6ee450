// Texts: those that are missing, and those that are never said because another one always fits before.
import type { Question, Section, Text } from '../instrument.ts';
import { answersBehind } from './conditions.ts';
import { groupsOf, VERDICTS, type Group, type Look } from './look.ts';
import { mayBeEmpty } from './placeholders.ts';
import { isPossible, leavesOf } from './possible.ts';
import { verdictsOf } from './reach.ts';
import { wrong } from '../wrong.ts';

export function checkTexts(look: Look): void {
	const { instrument, folder } = look;
	for (const question of instrument.questions) checkQuestion(question, look);
	for (const area of instrument.areas) {
		for (const [verdict, keyword] of VERDICTS)
			if (area.texts[verdict].length === 0) missing(look, look.ledger.where(area), keyword);
	}
	for (const section of instrument.sections) checkSection(section, look);
	for (const index of instrument.indices) {
		const file = folder.indices.find(({ id }) => id === index.id)?.file.path ?? `indices/${index.id}.md`;
		const sets = [
			...Object.entries(index.texts),
			...Object.entries(index.potentialTexts).map(([id, texts]) => [`potential: ${id}`, texts] as const)
		];
		if (sets.length === 0 && (index.bands !== null || index.potential !== null))
			missing(look, `${file}:1`, 'a text for each band');
		for (const [keyword, texts] of sets) if (texts.length === 0) missing(look, `${file}:1`, keyword);
	}
	for (const group of groupsOf(instrument)) checkGroup(group, look);
}

function checkQuestion(question: Question, look: Look): void {
	const where = look.ledger.where(question);
	const possible = verdictsOf(question);
	for (const [verdict, keyword] of VERDICTS) {
		if (possible.includes(verdict) && question.texts[verdict].length === 0) missing(look, where, keyword);
		const [surplus] = question.texts[verdict];
		if (surplus && !possible.includes(verdict)) never(look, surplus, `no answer to "${question.id}" has this verdict`);
	}
	const [unsure] = question.texts.unsure;
	if (unsure && !question.unsure) never(look, unsure, `"${question.id}" offers no "don't know"`);
	const personal = look.instrument.sections.some(({ id, about }) => id === question.section && about === 'personal');
	const scored = question.area !== null || (personal && possible.length > 0);
	if (question.unsure && scored && !unsure) missing(look, where, 'Unsure');
}

function checkSection(section: Section, look: Look): void {
	const { ledger, folder } = look;
	const asked = folder.sections.find(({ id }) => id === section.id)?.questions.length ?? 0;
	if (asked === 0) ledger.warning(ledger.where(section), EMPTY_SECTION);
	else if (section.about !== 'context' && section.skipped.length === 0) missing(look, ledger.where(section), 'Skipped');
}

function checkGroup(group: Group, look: Look): void {
	const { ledger, questions } = look;
	const always = group.texts.find(({ when }) => when === null);
	if (!always) {
		const where = ledger.where(group.texts.at(-1) ?? group.owner);
		ledger.warning(
			where,
			wrong(
				'missing-plain-text',
				`a text "## ${group.keyword}" without braces, as the last`,
				'narrowed ones only',
				'Add it.'
			)
		);
	}
	for (const [position, text] of group.texts.entries()) {
		if (text.when === null && position < group.texts.length - 1) {
			ledger.error(
				ledger.where(text),
				wrong(
					'plain-text-not-last',
					'the text without braces as the last of its heading',
					'another after it',
					'Move it below the others.'
				)
			);
			return;
		}
		const covering = group.texts.slice(0, position).find((earlier) => covers(earlier, text, group, questions));
		if (!covering) continue;
		const line = ledger.where(covering).split(':').at(-1) ?? '';
		ledger.warning(
			ledger.where(text),
			wrong(
				'text-never-said',
				'a text that some answers lead to',
				`one that the text on line ${line} always comes before`,
				'Narrow the earlier one, or put this one first.'
			)
		);
	}
}

/** Whether the earlier text fits whenever the later one does. One that may be passed over for an empty placeholder does not. */
function covers(earlier: Text, later: Text, group: Group, questions: ReadonlyMap<string, Question>): boolean {
	if (earlier.when === null || later.when === null || earlier.placeholders.some((name) => mayBeEmpty(name, group)))
		return false;
	const known = [earlier.when, later.when]
		.flatMap(leavesOf)
		.every((leaf) => !('question' in leaf) || questions.has(leaf.question));
	const fixed = answersBehind(group);
	const onlyLater = { kind: 'all', of: [later.when, { kind: 'not', of: earlier.when }] } as const;
	return known && isPossible(later.when, questions, fixed) && !isPossible(onlyLater, questions, fixed);
}

function missing({ ledger }: Look, where: string, keyword: string): void {
	ledger.warning(
		where,
		wrong('missing-text', keyword.startsWith('a text') ? keyword : `a text "## ${keyword}"`, 'none', 'Write it.')
	);
}

function never({ ledger }: Look, text: Text, because: string): void {
	ledger.warning(
		ledger.where(text),
		wrong(
			'text-never-said',
			'a text that some answers lead to',
			`one that none leads to: ${because}`,
			'Take it out, or correct the scores.'
		)
	);
}

const EMPTY_SECTION = wrong(
	'empty-section',
	'questions in the section',
	'none',
	'Add a question, or take the section out.'
);
