// What does not fit together: patterns over several answers, and opposite statements that are both affirmed or both denied.
import { contradictions, type Opposites } from '#core/answers/opposites.ts';
import type { Spread } from '#core/group/spread.ts';
import { fillInline, plain } from '#core/instrument/fill.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { ofKind } from '#core/report/chosen.ts';
import { asked } from '#core/report/composition.ts';
import { listed } from '#core/report/format.ts';
import type { Part } from '#core/report/report.ts';
import { spoken } from '#core/report/spoken.ts';
import type { Basis } from './basis.ts';
import { line, list, part, strong, text, type Item } from './blocks.ts';
import type { BriefKey } from './words.ts';

export function contradictionsPart(b: Basis): Part<string> {
	const { instrument, several, say } = b;
	const items = [...patterns(b), ...contradictions(instrument, several.answers).map((pair) => opposites(b, pair))];
	const title = say('brief_part_contradictions');
	return part('contradictions', title, items.length === 0 ? [line(say('brief_contradictions_none'))] : list(items));
}

/** Strengths contradict nothing, of the person nothing is told, and what no answer lies beneath is told elsewhere. */
const patterns = (b: Basis): readonly Item[] =>
	ofKind(b.findings, 'pattern').flatMap(({ pattern, because }) => {
		const found = b.instrument.patterns.find(({ id }) => id === pattern);
		if (found === undefined || found.strength || found.about !== 'company' || because.length === 0) return [];
		return [
			{
				text: [strong(plain(fillInline(found.title, b.report.values)))],
				detail: because.map((id) => beneath(b, b.report.question(id))).join(' ')
			}
		];
	});

function opposites(b: Basis, { first, second, raw }: Opposites): Item {
	const key: BriefKey = raw[0] > 3 ? 'brief_contradictions_affirmed' : 'brief_contradictions_denied';
	return { text: [text(b.say(key))], detail: [first, second].map((each) => beneath(b, each)).join(' ') };
}

/** A question with what stands for the answers to it. */
function beneath(b: Basis, question: Question): string {
	return b.say('brief_beneath', { question: asked(question), answer: answerTo(b, question) });
}

function answerTo(b: Basis, question: Question): string {
	const { several, say } = b;
	const spread = several.questions[question.id];
	if (spread?.gap != null && spread.gap.label !== 'small') return groupsOn(b, spread);
	const given = several.answers.given[question.id];
	if (given === undefined) return '';
	if (given.state === 'ns' && several.n > 1) return say('brief_beneath_unsure');
	const answer = spoken(question, given.state === 'answered' ? given.value : given.state, 'label');
	if (several.n === 1) return say('brief_beneath_one', { answer });
	switch (question.type) {
		case 'scale':
			return say('brief_beneath_scale', { answer });
		case 'number':
			return say('brief_beneath_number', { answer });
		default:
			return say('brief_beneath_choice', { answer });
	}
}

/** Where groups stand apart, their mean is nobody's answer. */
const groupsOn = (b: Basis, { groups }: Spread): string =>
	listed(
		Object.entries(groups).map(([name, { tenths }], at) =>
			b.say('brief_beneath_group', { group: at === 0 ? b.Group(name) : b.group(name), score: b.score(tenths) })
		),
		b.locale
	);
