// Instrument + chance → the answers of somebody who might have been: at random, or along a typical profile.
import type { Option, Question, Instrument } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Chance } from './chance.ts';

/** How somebody answers: what they would score on each question, and how often they pass. */
type Profile = {
	/** Wanted score of a question in tenths; null: any option is as good. */
	wanted(question: Question): number | null;
	/** Shares, 0 to 1. */
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
export function respondent(instrument: Instrument, chance: Chance): Readonly<Record<string, Value>> {
	const profile = profileOf(instrument, chance);
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
	const passes = { blank, unsure, notApplicable, skipped };
	const kind = chance.next();
	if (kind < 0.25) return { wanted: () => null, ...passes };
	if (kind < 0.29) {
		const all = chance.of([0, 500, 1000]);
		return { wanted: () => all, blank: 0, unsure: 0, notApplicable: 0, skipped: new Set() };
	}
	const levels = { company: chance.next(), personal: chance.next() };
	const tilt = new Map(instrument.indices.map(({ id }) => [id, (chance.next() - 0.5) * 0.7]));
	return {
		wanted(question) {
			const [home] = Object.entries(question.feeds).toSorted((a, b) => b[1] - a[1]);
			if (home === undefined) return null;
			const about = instrument.indices.find(({ id }) => id === home[0])?.about ?? 'company';
			return 1000 * (levels[about] + (tilt.get(home[0]) ?? 0) + (chance.next() - 0.5) * 0.5);
		},
		...passes
	};
}

function answerTo(question: Question, profile: Profile, chance: Chance): Value | undefined {
	if (!question.required) {
		if (chance.next() < profile.blank) return undefined;
		if (question.unsure !== null && chance.next() < profile.unsure) return 'ns';
		if (question.notApplicable !== null && chance.next() < profile.notApplicable) return 'na';
	}
	const wanted = profile.wanted(question);
	switch (question.type) {
		case 'scale':
		case 'choice':
			return chosen(question, wanted, chance);
		case 'choices':
			return picked(question, wanted, chance);
		case 'split':
			return spread(question, chance);
		case 'number':
			return chance.next() < 0.3 ? undefined : amount(question, chance);
		case 'text':
			return chance.next() < 0.5 ? undefined : 'Example';
		case 'date':
			return undefined;
	}
}

const withText = ({ id, input }: Option): Value => (input ? { option: id, text: 'Example' } : id);

/** The option whose score is nearest to the wanted one; one time in ten, or where none is wanted, any. */
function chosen({ options, reverse }: Question, wanted: number | null, chance: Chance): Value {
	const scored = options.flatMap((option) => (option.score === null ? [] : [{ option, score: option.score }]));
	if (wanted === null || scored.length === 0 || chance.next() < 0.1) return withText(chance.of(options));
	const away = (score: number): number => Math.abs((reverse ? 1000 - score : score) - wanted);
	const nearest = Math.min(...scored.map(({ score }) => away(score)));
	return withText(chance.of(scored.filter(({ score }) => away(score) === nearest)).option);
}

/** As many options as lead to the wanted score; else any number, and now and then the one that stands alone. */
function picked({ options, counts }: Question, wanted: number | null, chance: Chance): Value {
	const alone = options.filter(({ exclusive }) => exclusive).map(({ id }) => id);
	const free = options.filter(({ exclusive, input }) => !exclusive && !input).map(({ id }) => id);
	if (alone.length > 0 && chance.next() < (wanted === null || wanted > 100 ? 0.08 : 0.5)) return [chance.of(alone)];
	const steps = Object.entries(counts ?? {}).map(([count, score]) => ({ count: Number(count), score }));
	const nearest = steps.toSorted((a, b) => Math.abs(a.score - (wanted ?? 0)) - Math.abs(b.score - (wanted ?? 0)))[0];
	const count = wanted === null || nearest === undefined ? 1 + chance.under(free.length) : nearest.count;
	const left = [...free];
	return Array.from({ length: Math.min(count, free.length) }, () => left.splice(chance.under(left.length), 1)[0] ?? '');
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
	return Number((min + Math.round(size / step) * step).toFixed(decimals));
}
