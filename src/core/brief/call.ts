// Everything in the brief → the five lines that suffice in a lift, and the page for the taxi.
import { longDate } from '#core/report/format.ts';
import type { Paper, Part } from '#core/report/report.ts';
import type { Basis } from './basis.ts';
import { list, part, strong, text, type Item } from './blocks.ts';
import { notToSay } from './discreet.ts';
import type { Hypothesis } from './hypotheses.ts';
import { answered } from './people.ts';
import type { PlannedQuestion } from './plan.ts';

type Told = { readonly plan: readonly PlannedQuestion[]; readonly hypotheses: readonly Hypothesis[] };

export function callPart(b: Basis, { plan, hypotheses }: Told): Part<string> {
	const { say, client, meeting, late } = b;
	const labelled = (label: string, said: string): Item => ({ text: [strong(label), text(` ${said}`)], detail: null });
	const when = meeting === null ? 'brief_call_undated' : 'brief_call_when';
	const marked = late > 0 ? ` ${say('brief_late', { count: late })}` : '';
	return part(
		'call',
		say('brief_part_call'),
		list([
			labelled(say('brief_call_who'), say(when, { client, date: meeting === null ? '' : longDate(meeting, b.locale) })),
			labelled(say('brief_call_answered'), `${answered(b)}${marked}`),
			labelled(say('brief_call_hypothesis'), hypotheses[0]?.claim ?? say('brief_hypotheses_none')),
			labelled(say('brief_call_first'), plan[0]?.ask ?? say('brief_call_none')),
			labelled(say('brief_call_not'), notToSay(b))
		])
	);
}

export const planPart = ({ say }: Basis, plan: readonly PlannedQuestion[], isShort: boolean): Part<string> =>
	part(
		'plan',
		say('brief_part_plan'),
		list(
			plan.map(({ ask, listenFor, why }) => ({
				text: [text(ask)],
				detail: isShort ? say('brief_listen', { listenFor }) : `${say('brief_listen', { listenFor })} ${why}`
			}))
		)
	);

/** For a telephone: the five lines and the plan. */
export const phoneOf = (b: Basis, cover: Paper['cover'], told: Told): Paper => ({
	locale: b.locale,
	cover,
	parts: [callPart(b, told), planPart(b, told.plan, true)]
});
