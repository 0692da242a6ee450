// A kind of respondent, such as a weak one → the answers of somebody of that kind, for an author who wants to see the report.
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { answersAlong, homeOf, type Profile } from './respondent.ts';
import { answersOf } from './simulate.ts';

export const kinds = ['strong', 'middling', 'weak', 'uneven', 'unknowing', 'random'] as const;

export type Kind = (typeof kinds)[number];

/** The seed of the simulation whose respondents are shown as `random`. */
export const SIMULATED = 1;

/**
 * The same kind and number give the same answers; another number gives another of the kind. `random` is the respondent of
 * that number in the simulation of seed 1. What `set` holds is answered so, whatever the kind.
 */
export function answersLike(
	instrument: Instrument,
	kind: Kind,
	number: number,
	set: Readonly<Record<string, Value>> = {}
): Readonly<Record<string, Value>> {
	if (kind === 'random') return { ...answersOf(instrument, SIMULATED, number), ...set };
	const chance = chanceFrom(number);
	return { ...answersAlong(instrument, profileOf(instrument, kind, number, chance), chance), ...set };
}

const NOTHING_PASSED = { slips: 0, blank: 0, unsure: 0, notApplicable: 0, skipped: new Set<string>() };

/** Around which share of all points each of them answers. */
const LEVELS = { strong: 0.92, middling: 0.55, weak: 0.12, unknowing: 0.5 };

function profileOf(instrument: Instrument, kind: Exclude<Kind, 'random'>, number: number, chance: Chance): Profile {
	const near = (level: number): number => 1000 * (level + (chance.next() - 0.5) * 0.3);
	if (kind === 'uneven') {
		const plain = instrument.indices.filter(({ of }) => of === null).map(({ id }) => id);
		const isStrong = (question: Question): boolean => (plain.indexOf(homeOf(question) ?? '') + number) % 2 === 0;
		return { ...NOTHING_PASSED, wanted: (question) => near(isStrong(question) ? LEVELS.strong : LEVELS.weak) };
	}
	const passes = kind === 'unknowing' ? { unsure: 0.5, notApplicable: 0.1, blank: 0.1 } : {};
	return { ...NOTHING_PASSED, ...passes, wanted: () => near(LEVELS[kind]) };
}
