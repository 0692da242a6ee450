// What several respondents amount to → the discovery brief: what a consultant reads before the first call, in that order.
import { longDate } from '#core/report/format.ts';
import { noticeOf } from '#core/report/peers-method.ts';
import type { Block, Paper } from '#core/report/report.ts';
import { strongPart, weakPart } from './agreed.ts';
import { basisOf, type Basis } from './basis.ts';
import { line, part } from './blocks.ts';
import { callPart, phoneOf, planPart } from './call.ts';
import { contradictionsPart } from './contradictions.ts';
import { disagreements } from './disagree.ts';
import { discreetPart } from './discreet.ts';
import { glance } from './glance.ts';
import { hypothesesOf, hypothesesPart } from './hypotheses.ts';
import type { BriefInput } from './input.ts';
import { peoplePart, quotesPart } from './people.ts';
import { planOf, type PlannedQuestion } from './plan.ts';
import { unknownPart } from './unknown.ts';

export type Brief = Paper & {
	/** Beside each of these notes are taken. */
	readonly plan: readonly PlannedQuestion[];
	/** One screen or two, for the way there. */
	readonly phone: Paper;
};

/** The same input gives the same brief to the byte. Nothing in it tells of a group that `several` does not show. */
export function briefOf(input: BriefInput): Brief {
	const b = basisOf(input);
	const told = { plan: planOf(b), hypotheses: hypothesesOf(b) };
	const cover = coverOf(b);
	return {
		locale: b.locale,
		cover,
		parts: [
			callPart(b, told),
			glance(b),
			strongPart(b),
			weakPart(b),
			disagreements(b),
			contradictionsPart(b),
			unknownPart(b),
			quotesPart(b),
			planPart(b, told.plan, false),
			hypothesesPart(b),
			peoplePart(b),
			discreetPart(b),
			part('notes', b.say('brief_part_notes'), [line(b.say('brief_notes'), 'note'), ruled])
		],
		plan: told.plan,
		phone: phoneOf(b, cover, told)
	};
}

const LINES_TO_WRITE_ON = 3;

const ruled: Block = {
	kind: 'prose',
	style: 'plain',
	prose: Array.from({ length: LINES_TO_WRITE_ON }, () => ({ kind: 'rule' }) as const)
};

function coverOf({ say, client, round, firm, contact, instrument, date, locale, report }: Basis): Paper['cover'] {
	const reader = [contact, firm].filter((each) => each !== '').join(', ');
	return {
		title: say('brief_title'),
		subtitle: round === '' ? client : say('brief_subtitle', { client, round }),
		byline: say(reader === '' ? 'brief_byline_own' : 'brief_byline', {
			instrument: instrument.title,
			reader,
			date: longDate(date, locale)
		}),
		notice: noticeOf(report)
	};
}
