// Two rounds of one company → what has changed in each index and area, whether it is real, and what it comes from.
import { rdiv } from '#core/scores/arithmetic.ts';
import { leastOf } from './circle.ts';
import { sum } from './moments.ts';
import type { Several } from './several.ts';

/** One round: what may be told of it, and of each who was heard the scores in tenths, by a name that both rounds know. */
export type Round = {
	readonly several: Several;
	readonly voices: readonly { readonly person: string; readonly tenths: Readonly<Record<string, number | null>> }[];
};

export type Progressed = {
	readonly id: string;
	/** In tenths. */
	readonly before: number;
	readonly after: number;
	readonly change: number;
	/** How much of it comes from those who answered twice, and how much from who came and went; null: not told. */
	readonly split: { readonly answers: number; readonly people: number } | null;
	/** Whether it is larger than the error of measuring; null: that error is not known yet. */
	readonly isReal: boolean | null;
};

export type Progress = {
	/** Who answered in both rounds, in the first only, in the second only; null where that would point to somebody. */
	readonly people: { readonly stayed: number; readonly left: number; readonly came: number } | null;
	readonly indices: readonly Progressed[];
	readonly areas: readonly Progressed[];
};

/** Whether a change is real, by what is known of how exactly an index is measured. */
type Judge = (index: string, before: number, after: number) => boolean | null;

/**
 * `voices` hold scores by index id and, under `area <id>`, by area. The change in the mean of those who stayed is that of
 * the answers; the rest is that of people. Where anonymity was promised in either round, that is told only while those who
 * stayed, left and came are each nobody or enough, also of those who have the index; of areas it is not told, and an area
 * only while it rests on the same questions in both rounds.
 */
export function progressOf(before: Round, after: Round, judge: Judge): Progress {
	const isAnonymous = before.several.isAnonymous || after.several.isAnonymous;
	const [then, now] = [before, after].map(({ voices }) => new Map(voices.map((each) => [each.person, each.tenths])));
	if (then === undefined || now === undefined) throw new Error('two rounds');
	const stayed = [...then.keys()].filter((person) => now.has(person));
	const people = { stayed: stayed.length, left: then.size - stayed.length, came: now.size - stayed.length };
	const isTold = !isAnonymous || Object.values(people).every((n) => n === 0 || n >= leastOf(true));
	const progressed = (
		id: string,
		key: string,
		scores: readonly [number | null, number | null]
	): readonly Progressed[] => {
		const [was, is] = scores;
		if (was === null || is === null) return [];
		const twice = stayed.flatMap((person): readonly (readonly [number, number])[] => {
			const [one, other] = [then.get(person)?.[key] ?? null, now.get(person)?.[key] ?? null];
			return one === null || other === null ? [] : [[one, other]];
		});
		const once = (round: ReadonlyMap<string, Round['voices'][number]['tenths']>): number =>
			[...round.values()].filter((tenths) => (tenths[key] ?? null) !== null).length - twice.length;
		const isEnough = (n: number): boolean => n === 0 || n >= leastOf(true);
		const enough =
			twice.length > 0 && (!isAnonymous || (key === id && [twice.length, once(then), once(now)].every(isEnough)));
		const answers = enough ? meanOf(twice.map(([, other]) => other)) - meanOf(twice.map(([one]) => one)) : 0;
		const change = is - was;
		return [
			{
				id,
				before: was,
				after: is,
				change,
				split: isTold && enough ? { answers, people: change - answers } : null,
				isReal: judge(key, was, is)
			}
		];
	};
	return {
		people: isTold ? people : null,
		indices: Object.keys(after.several.scores.indices).flatMap((id) =>
			progressed(id, id, [tenthsIn(before, 'indices', id), tenthsIn(after, 'indices', id)])
		),
		areas: Object.keys(after.several.scores.areas).flatMap((id) =>
			isAnonymous && !isAlike(before, after, id)
				? []
				: progressed(id, `area ${id}`, [tenthsIn(before, 'areas', id), tenthsIn(after, 'areas', id)])
		)
	};
}

/** Whether an area rests on the same questions in both rounds. */
const isAlike = (before: Round, after: Round, area: string): boolean =>
	String(before.several.scores.areas[area]?.because) === String(after.several.scores.areas[area]?.because);

const tenthsIn = ({ several }: Round, kind: 'indices' | 'areas', id: string): number | null =>
	several.scores[kind][id]?.tenths ?? null;

const meanOf = (scores: readonly number[]): number => rdiv(sum(scores), scores.length);

/**
 * How a standing, in per cent, has changed: by the company's own score among the former peers (`between` is the new score
 * among those), and by the peers around the new one.
 */
export const peersSplit = ({
	before,
	between,
	after
}: Readonly<Record<'before' | 'between' | 'after', number>>): { readonly own: number; readonly peers: number } => ({
	own: between - before,
	peers: after - between
});
