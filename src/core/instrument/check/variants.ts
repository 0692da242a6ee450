// Several texts under one heading: the plain one stands last, and no earlier one fits wherever a later one does.
import type { Question, Text } from '../instrument.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { answersBehind } from './conditions.ts';
import { groupsOf, type Group, type Look } from './look.ts';
import { mayBeEmpty } from './placeholders.ts';
import { isPossible, leavesOf } from './possible.ts';

export function checkVariants(look: Look): void {
	for (const group of groupsOf(look.instrument)) checkGroup(group, look);
}

function checkGroup(group: Group, { ledger, questions }: Look): void {
	const { texts } = group;
	const plain = texts.findIndex(({ when }) => when === null);
	const [last] = texts.slice(-1);
	if (plain < 0 && last) ledger.warning(ledger.where(last), noPlainText(group.keyword));
	const tooEarly = plain < texts.length - 1 ? texts[plain] : undefined;
	if (tooEarly) return ledger.error(ledger.where(tooEarly), PLAIN_NOT_LAST);
	for (const [position, text] of texts.entries()) {
		const covering = texts.slice(0, position).find((earlier) => covers(earlier, text, group, questions));
		if (covering) ledger.warning(ledger.where(text), covered(ledger.where(covering)));
	}
}

/** Whether the earlier text is said whenever the later one fits. One that may be passed over for an empty placeholder is not. */
function covers(earlier: Text, later: Text, group: Group, questions: ReadonlyMap<string, Question>): boolean {
	if (!earlier.when || !later.when || earlier.placeholders.some((name) => mayBeEmpty(name, group))) return false;
	const leaves = [earlier.when, later.when].flatMap(leavesOf);
	if (leaves.some((leaf) => 'question' in leaf && !questions.has(leaf.question))) return false;
	const known = answersBehind(group);
	const laterAlone = { kind: 'all', of: [later.when, { kind: 'not', of: earlier.when }] } as const;
	return isPossible(later.when, questions, known) && !isPossible(laterAlone, questions, known);
}

const noPlainText = (keyword: string): Wrong =>
	wrong('missing-plain-text', `a text "## ${keyword}" without braces, as the last`, 'narrowed ones only', 'Add it.');

const PLAIN_NOT_LAST = wrong(
	'plain-text-not-last',
	'the text without braces as the last of its heading',
	'another after it',
	'Move it below the others.'
);

function covered(where: string): Wrong {
	const found = `one that the text on line ${where.split(':').at(-1) ?? ''} always comes before`;
	return wrong(
		'text-never-said',
		'a text that some answers lead to',
		found,
		'Narrow the earlier one, or put this one first.'
	);
}
