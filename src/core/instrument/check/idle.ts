// Questions that do nothing: they feed no index, tailor no text, place nobody among peers and are context of nothing.
import type { Condition } from '../condition.ts';
import { wrong } from '../wrong.ts';
import { groupsOf, type Look } from './look.ts';
import { leavesOf } from './possible.ts';

export function checkIdle(look: Look): void {
	const { instrument, ledger } = look;
	const used = namedQuestions(look);
	const context = new Set(instrument.sections.filter(({ about }) => about === 'context').map(({ id }) => id));
	for (const question of instrument.questions) {
		const works = Object.keys(question.feeds).length > 0 || question.importanceOf.length > 0 || question.quote;
		if (works || used.has(question.id) || context.has(question.section)) continue;
		const expected = 'a question that feeds an index, tailors a text or is context';
		ledger.warning(
			ledger.where(question),
			wrong(
				'idle-question',
				expected,
				'none of these',
				'Use its answer somewhere, move it to a context section, or take it out.'
			)
		);
	}
}

/** Every question that something else names. */
function namedQuestions({ instrument }: Look): ReadonlySet<string> {
	const { velocity, outcome, peers, personalPeers, hypotheses, groups, sections, questions, patterns } = instrument;
	const texts = groupsOf(instrument).flatMap((group) => group.texts);
	const conditions: readonly (Condition | null)[] = [...sections, ...questions, ...patterns, ...texts].map(
		({ when }) => when
	);
	const placeholders = [...texts, ...patterns].flatMap((text) => text.placeholders);
	return new Set([
		...Object.values(velocity ?? {}),
		...(outcome ? [outcome.question] : []),
		...[...peers, ...personalPeers].flat(),
		...hypotheses.flatMap(({ exposure, outcome: result }) => [exposure, result]),
		...Object.values(groups).flatMap(Object.keys),
		...conditions
			.flatMap((when) => (when ? leavesOf(when) : []))
			.flatMap((leaf) => ('question' in leaf ? [leaf.question] : [])),
		...placeholders.flatMap((name) => (name.startsWith('answer.') ? [name.slice('answer.'.length)] : []))
	]);
}
