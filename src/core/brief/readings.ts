// Which of two groups scored higher, and by how much → what may lie behind it, worded unlike the one before.
import type { Gap } from '#core/group/gap.ts';
import type { DotsRow } from '#core/report/report.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { plain } from '#core/instrument/fill.ts';
import { askOf, type Basis } from './basis.ts';
import type { BriefKey } from './words.ts';

const turns = ['a', 'b', 'c', 'd', 'e'] as const;
const neutral: readonly BriefKey[] = ['brief_ask_neutral_a', 'brief_ask_neutral_b', 'brief_ask_neutral_c'];

type Size = Exclude<Gap['label'], 'small'>;

/** Gives the readings of gaps that are told one after the other: a likely one, an innocent one, and how to ask. */
export function readings(
	b: Basis,
	[one, other]: readonly [string, string]
): (gap: Gap, question: Question) => DotsRow['said'] {
	const { say } = b;
	const names = { first: b.group(one), First: b.Group(one), second: b.group(other), Second: b.Group(other) };
	const taken = new Map<string, number>();
	let at = 0;
	return (gap, question) => {
		const size: Size = gap.label === 'large' ? 'large' : 'notable';
		const way = `${gap.gap > 0 ? 'first' : 'second'}_${size}` as const;
		const turn = taken.get(way) ?? 0;
		taken.set(way, turn + 1);
		const row = at;
		at += 1;
		return [
			{ label: say('brief_likely'), text: say(`brief_likely_${way}_${turnOf(turn)}`, names) },
			{ label: say('brief_innocent'), text: say(`brief_innocent_${turnOf(row)}`, names) },
			{ label: say('brief_ask'), text: neutralAsk(b, question, row) }
		];
	};
}

const turnOf = (at: number): (typeof turns)[number] => turns[at % turns.length] ?? 'a';

/** The second of the author's questions, since the plan takes the first. */
export function neutralAsk({ say }: Basis, question: Question, at: number): string {
	const ask = askOf(question, 1);
	return ask === null ? say(neutral[at % neutral.length] ?? 'brief_ask_neutral_a') : plain(ask.question);
}
