// Instrument + chance → the answers of somebody who might have been: at random, or along a typical profile.
import type { Question, Instrument } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Chance } from './chance.ts';

/** How somebody answers: what they would score on each question, and how often they pass. */
export type Profile = {
	/** Wanted score of a question in tenths; null: any option is as good. */
	wanted(question: Question): number | null;
	/** Shares, 0 to 1; a slip is an answer that has nothing to do with the wanted score. */
	readonly slips: number;
	readonly blank: number;
	/** Ids of sections that are passed over as a whole. */
	readonly skipped: ReadonlySet<string>;
	readonly unsure: number;
	readonly notApplicable: number;
};

/**
 * Every fourth respondent answers at random. The others have a level, stronger and weaker terms, and a person who need
 * not be like the company; one in twenty of them answers all alike, at the best, the worst or the middle.
 */
export const respondent = (instrument: Instrument, chance: Chance): Readonly<Record<string, Value>> =>
	answersAlong(instrument, profileOf(instrument, chance), chance);

/** What somebody answers who is like this. */
export function answersAlong(
	instrument: Instrument,
	profile: Profile,
	chance: Chance
): Readonly<Record<string, Value>> {
	const values: Record<string, Value> = {};
	for (const question of instrument.questions) {
		if (profile.skipped.has(question.section) && !question.required) continue;
		const value = answerTo(question, profile, chance);
		if (value !== undefined) values[question.id] = value;
	}
	return values;
}

function profileOf(instrument: Instrument, chance: Chance): Profile {
	const blank = chance.of([0, 0, 0, 0.05, 0.4]);
	const unsure = chance.of([0, 0.03, 0.03, 0.3]);
	const notApplicable = chance.of([0, 0.03, 0.03, 0.3]);
	const skips = chance.next() < 0.1 ? 0.2 : 0;
	const skipped = new Set(instrument.sections.map(({ id }) => id).filter(() => chance.next() < skips));
	const passes = { slips: 0.1, blank, unsure, notApplicable, skipped };
	const kind = chance.next();
	if (kind < 0.25) return { wanted: () => null, ...passes };
	if (kind < 0.29) {
		const all = chance.of([0, 500, 1000]);
		return { wanted: () => all, slips: 0, blank: 0, unsure: 0, notApplicable: 0, skipped: new Set() };
	}
	const levels = { company: chance.next(), personal: chance.next() };
	const tilt = new Map(instrument.indices.map(({ id }) => [id, (chance.next() - 0.5) * 0.7]));
	return {
		wanted(question) {
			const home = homeOf(question);
			if (home === null) return null;
			const about = instrument.indices.find(({ id }) => id === home)?.about ?? 'company';
			return 1000 * (levels[about] + (tilt.get(home) ?? 0) + (chance.next() - 0.5) * 0.5);
		},
		...passes
	};
}

/** The index that a question feeds most; null: none. */
export const homeOf = ({ feeds }: Question): string | null =>
	Object.entries(feeds).toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;

function answerTo(question: Question, profile: Profile, chance: Chance): Value | undefined {
	if (!question.required) {
		if (chance.next() < profile.blank) return undefined;
		if (question.unsure !== null && chance.next() < profile.unsure) return 'ns';
		if (question.notApplicable !== null && chance.next() < profile.notApplicable) return 'na';
	}
	const wanted = chance.next() < profile.slips ? null : profile.wanted(question);
	const passed = (share: number): boolean => chance.next() < share && !question.required;
	switch (question.type) {
		case 'scale':
		case 'choice':
			return chosen(question, wanted, chance);
		case 'choices':
			return picked(question, wanted, chance);
		case 'split':
			return spread(question, chance);
		case 'number':
			return passed(0.3) ? undefined : amount(question, chance);
		case 'text':
			return passed(0.5) ? undefined : typed(question);
		case 'date':
			return passed(0.5) ? undefined : '2000-01-01';
	}
}

const typed = ({ max }: Question): string => 'Example'.slice(0, max);

function chosen(question: Question, wanted: number | null, chance: Chance): Value {
	const { id, input } = nearest(question.options, question, wanted, chance);
	return input ? { option: id, text: typed(question) } : id;
}

/** One of the options that stand alone, or so many of the others. */
function picked(question: Question, wanted: number | null, chance: Chance): Value {
	const { options, counts } = question;
	const free = options.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
	const steps = Object.entries(counts ?? {}).toSorted(([a], [b]) => Number(b) - Number(a));
	const scoreOf = (count: number): number | null => steps.find(([least]) => Number(least) <= count)?.[1] ?? null;
	const ways = [
		...options.filter(({ exclusive }) => exclusive).map(({ id, score }) => ({ from: [id], count: 1, score })),
		...free.map((_, before) => ({ from: free, count: before + 1, score: scoreOf(before + 1) }))
	];
	const { from, count } = nearest(ways, question, wanted, chance);
	const left = [...from];
	return Array.from({ length: count }, () => left.splice(chance.under(left.length), 1)).flat();
}

/** The way to answer whose score is nearest to the wanted one; any, where none is wanted or none is scored. */
function nearest<T extends { readonly score: number | null }>(
	ways: readonly T[],
	{ reverse }: Question,
	wanted: number | null,
	chance: Chance
): T {
	const away = ({ score }: T): number =>
		wanted === null || score === null ? Infinity : Math.abs((reverse ? 1000 - score : score) - wanted);
	const least = Math.min(...ways.map(away));
	return chance.of(ways.filter((way) => away(way) === least));
}

const POINTS_OF_A_SPLIT = 10;

function spread({ options }: Question, chance: Chance): Value {
	const shares: Record<string, number> = Object.fromEntries(options.map(({ id }) => [id, 0]));
	for (let point = 0; point < POINTS_OF_A_SPLIT; point++) {
		const { id } = chance.of(options);
		shares[id] = (shares[id] ?? 0) + 1;
	}
	return shares;
}

/** Small amounts are as likely as large ones: even on a logarithmic scale, on a step of the range. */
function amount({ number }: Question, chance: Chance): Value | undefined {
	if (number === null) return undefined;
	const { min, max, step, decimals } = number;
	const size = Math.expm1(chance.next() * Math.log1p(max - min));
	const steps = Math.min(Math.round(size / step), Math.floor((max - min) / step + 1e-9));
	return Number((min + steps * step).toFixed(decimals));
}
