// The verdicts of a section's answers → the sentence that opens the section, worded unlike the one before.
import type { Question, Verdict } from '#core/instrument/instrument.ts';
import type { Composition } from './composition.ts';
import { verdictWord } from './verdicts.ts';
import type { WordKey } from './words.ts';

type Held = Readonly<Record<Verdict, number>>;

/** The wordings for each way in which a section can hold its verdicts, in the order in which they take turns. */
const wordings = {
	none: ['report_section_none_a', 'report_section_none_b'],
	single: ['report_section_single_a', 'report_section_single_b'],
	keep: ['report_section_keep_a', 'report_section_keep_b', 'report_section_keep_c', 'report_section_keep_d'],
	change: ['report_section_change_a', 'report_section_change_b', 'report_section_change_c'],
	stop: ['report_section_stop_a', 'report_section_stop_b', 'report_section_stop_c', 'report_section_stop_d'],
	'most-keep': ['report_section_most_keep_a', 'report_section_most_keep_b', 'report_section_most_keep_c'],
	'keep-change': ['report_section_keep_change_a', 'report_section_keep_change_b', 'report_section_keep_change_c'],
	'keep-stop': ['report_section_keep_stop_a', 'report_section_keep_stop_b', 'report_section_keep_stop_c'],
	'change-stop': ['report_section_change_stop_a', 'report_section_change_stop_b', 'report_section_change_stop_c'],
	'three-keep': ['report_section_three_keep_a', 'report_section_three_keep_b', 'report_section_three_keep_c'],
	'three-stop': ['report_section_three_stop_a', 'report_section_three_stop_b', 'report_section_three_stop_c'],
	three: ['report_section_three_a', 'report_section_three_b', 'report_section_three_c', 'report_section_three_d']
} as const satisfies Readonly<Record<string, readonly WordKey[]>>;

type Way = keyof typeof wordings;

/** What a section holds, as far as its first sentence goes. */
export function wayOf({ keep, change, stop }: Held): Way {
	const all = keep + change + stop;
	if (all === 0) return 'none';
	if (all === 1) return 'single';
	if (keep === all) return 'keep';
	if (change === all) return 'change';
	if (stop === all) return 'stop';
	if (stop === 0) return keep > change ? 'most-keep' : 'keep-change';
	if (change === 0) return 'keep-stop';
	if (keep === 0) return 'change-stop';
	if (2 * keep > all) return 'three-keep';
	return 2 * stop > all ? 'three-stop' : 'three';
}

/**
 * Gives the opening sentences of sections that are told one after the other: how many answers read keep, change and
 * stop, in words. Sections of one way take turns with its wordings, so that neighbours never open alike.
 */
export function openings(c: Composition): (questions: readonly Question[]) => string {
	const turns = new Map<Way, number>();
	return (questions) => {
		const verdicts = questions.flatMap(({ id }) => c.scores.questions[id]?.verdict ?? []);
		const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
		const held = { keep: count('keep'), change: count('change'), stop: count('stop') };
		const way = wayOf(held);
		const turn = turns.get(way) ?? 0;
		turns.set(way, turn + 1);
		const [first] = wordings[way];
		const [verdict = 'keep'] = verdicts;
		return c.words(wordings[way][turn % wordings[way].length] ?? first, {
			all: inWords(c, verdicts.length),
			keep: inWords(c, held.keep),
			change: inWords(c, held.change),
			stop: inWords(c, held.stop),
			verdict: c.words(verdictWord[verdict])
		});
	};
}

/** "seven" */
const inWords = (c: Composition, count: number): string => c.words('report_number', { count });
