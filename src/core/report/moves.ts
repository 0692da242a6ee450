// The key areas, and the areas behind them → the three acts for the next ninety days.
import { choose, fillInline, fillProse } from '#core/instrument/fill.ts';
import type { Area, Verdict } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import { cards, ofKind } from './chosen.ts';
import type { Composition } from './composition.ts';
import type { MovesBlock } from './report.ts';

const MOST_MOVES = 3;

type Candidate = {
	readonly area: Area;
	readonly item: MovesBlock['items'][number];
	readonly outside: boolean;
};

/**
 * The moves that the executive summary asks for, three at most: of the key areas in shown order, then of the others by
 * priority, whatever is not to be kept. If none of them is owned outside the team, the last gives way to the first
 * that is, as long as an answer to stop supports it.
 */
export const moves = (c: Composition): MovesBlock['items'] => movesByArea(c).map(({ item }) => item);

/** The same, each with the area that it is for. */
export const movesByArea: (c: Composition) => readonly Candidate[] = once((c) => {
	const candidates = areasToMove(c).map((area) => candidate(c, area));
	const first = candidates.slice(0, MOST_MOVES);
	const outside = first.some((each) => each.outside)
		? undefined
		: areasToMove(c)
				.slice(MOST_MOVES)
				.filter((area) => holdsStop(c, area))
				.map((area) => candidate(c, area))
				.find((each) => each.outside);
	return outside === undefined ? first : [...first.slice(0, MOST_MOVES - 1), outside];
});

/** Key areas first. An area about results alone never asks for anything. */
function areasToMove(c: Composition): readonly Area[] {
	const first = ofKind(c.findings, 'key-area').map(({ area }) => area);
	const rest = c.instrument.areas
		.filter(({ id }) => !first.includes(id) && c.scores.areas[id]?.resultsOnly === false)
		.toSorted((a, b) => priorityOf(c, b) - priorityOf(c, a));
	return [...first.map((id) => c.area(id)), ...rest].filter(({ id }) => toMove(c.scores.areas[id]?.verdict ?? null));
}

const toMove = (verdict: Verdict | null): boolean => verdict === 'change' || verdict === 'stop';

const priorityOf = (c: Composition, area: Area): number => c.scores.areas[area.id]?.priority ?? 0;

const holdsStop = (c: Composition, area: Area): boolean =>
	(c.scores.areas[area.id]?.because ?? []).some((id) => c.scores.questions[id]?.verdict === 'stop');

/** Where no move is written, the heading of the area's card has to do, or its name. */
function candidate(c: Composition, area: Area): Candidate {
	const move = choose(area.moves, c.facts, c.values);
	const labels = { area: area.title, ownerLabel: c.words('report_move_owner'), signLabel: c.words('report_move_sign') };
	if (move === null) {
		const heading = cards(c).find((card) => card.title === area.title)?.heading ?? [];
		const named = heading.length > 0 ? heading : [{ kind: 'text' as const, text: area.title }];
		return { area, item: { ...labels, heading: named, prose: [], owner: [], sign: [] }, outside: false };
	}
	return {
		area,
		item: {
			...labels,
			heading: fillInline(move.heading, c.values),
			prose: fillProse(move.body, c.values),
			owner: fillInline(move.owner, c.values),
			sign: fillInline(move.sign, c.values)
		},
		outside: move.outside
	};
}
