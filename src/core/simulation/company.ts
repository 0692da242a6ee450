// Instrument + chance → a company that might be, and the answers of people there, who resemble each other and not quite.
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import type { Chance } from './chance.ts';
import { answersAlong, homeOf } from './respondent.ts';

export type SimulatedCompany = {
	/** Around which share of all points its people answer, 0 to 1. */
	readonly level: number;
	/** How much better or worse than that, by index and by question. */
	readonly tilt: Readonly<Record<string, number>>;
	/** What everybody there says alike, such as the industry, by question. */
	readonly facts: Readonly<Record<string, Value>>;
};

/** `straight`: every statement gets the same box. */
export type Care = 'careful' | 'straight';

/** Standard deviations, as shares of all points: of companies, of what they are good at, of their people, of an answer. */
const SPREAD = { level: 0.12, index: 0.07, question: 0.09, person: 0.12, personal: 0.14, answer: 0.18 };
const MEAN = 0.57;

/** Which share of people tells a fact; how much the outcome gains where all goes well, and where a practice that pays does. */
const TELLS = 0.85;
const PAYS = { level: 1, practice: 0.8 };

/** The same instrument and stream of chance give the same company. */
export function companyFrom(instrument: Instrument, chance: Chance): SimulatedCompany {
	const level = MEAN + around(SPREAD.level, chance);
	const tilt: Record<string, number> = {};
	for (const { id } of instrument.indices) tilt[id] = around(SPREAD.index, chance);
	for (const { id } of instrument.questions) tilt[id] = around(SPREAD.question, chance);
	const facts: Record<string, Value> = {};
	for (const question of instrument.questions) {
		const fact = isFact(instrument, question) ? factFrom(question, chance) : undefined;
		if (fact !== undefined) facts[question.id] = fact;
	}
	return { level, tilt, facts };
}

/** What somebody there answers. Of texts only those that are given here are filled in, by question. */
export function colleague(
	instrument: Instrument,
	{ level, tilt, facts }: SimulatedCompany,
	chance: Chance,
	{ care = 'careful', texts = {} }: { readonly care?: Care; readonly texts?: Readonly<Record<string, string>> } = {}
): Readonly<Record<string, Value>> {
	const person = around(SPREAD.person, chance);
	const personal = MEAN + 0.3 * (level - MEAN) + around(SPREAD.personal, chance);
	const about = new Map(instrument.indices.map((index) => [index.id, index.about]));
	const values: Record<string, Value> = {
		...answersAlong(
			instrument,
			{
				wanted(question) {
					const home = homeOf(question);
					if (home === null) return null;
					const base = about.get(home) === 'personal' ? personal : level + (tilt[home] ?? 0) + person;
					return 1000 * (base + (tilt[question.id] ?? 0) + around(SPREAD.answer, chance));
				},
				slips: 0.02,
				blank: chance.of([0, 0, 0, 0.03]),
				skipped: new Set(),
				unsure: chance.of([0, 0.02, 0.06]),
				notApplicable: chance.of([0, 0.02, 0.03])
			},
			chance
		)
	};
	const box = chance.of([1, 2, 3, 3]);
	for (const question of instrument.questions) {
		const { id, type, options, required } = question;
		const text = texts[id];
		const fact = facts[id];
		if (type === 'text') delete values[id];
		if (text !== undefined) values[id] = text;
		if (isFact(instrument, question)) delete values[id];
		if (fact !== undefined && (required || chance.next() < TELLS)) values[id] = fact;
		if (care === 'straight' && type === 'scale') values[id] = options[box]?.id ?? 'ns';
		const value = values[id];
		// Nobody invented has words of their own.
		if (typeof value === 'object' && 'option' in value && typeof value.option === 'string') values[id] = value.option;
	}
	const outcome = outcomeOf(instrument, { level, tilt }, chance);
	return outcome === null ? values : { ...values, ...outcome };
}

/** What does not depend on who is asked: no score, no importance, no text; of peer questions those of companies. */
function isFact({ peers, personalPeers, outcome, sections }: Instrument, question: Question): boolean {
	const { id, type, feeds, importanceOf, when, section } = question;
	if (peers.flat().includes(id)) return true;
	if (personalPeers.flat().includes(id) || id === outcome?.question || when !== null) return false;
	const isContext = sections.some((each) => each.id === section && each.about === 'context' && each.when === null);
	return (
		isContext && Object.keys(feeds).length === 0 && importanceOf.length === 0 && type !== 'text' && type !== 'date'
	);
}

/** The first options are likelier than the last; numbers keep to the middle of the powers of ten that are allowed. */
function factFrom({ type, options, number }: Question, chance: Chance): Value | undefined {
	if (type === 'number' && number !== null) {
		const { min, max, step, decimals } = number;
		const most = Math.log1p(max - min);
		const size = Math.expm1(most * (0.3 + 0.4 * chance.next()));
		return Number((min + Math.round(size / step) * step).toFixed(decimals));
	}
	const free = options.filter(({ input, exclusive }) => !input && !exclusive);
	const found = free[Math.floor(free.length * chance.next() ** 1.4)];
	if (found === undefined) return undefined;
	return type === 'choices' ? [found.id] : type === 'choice' || type === 'scale' ? found.id : undefined;
}

/** Of the practices that the instrument suspects every other one pays: a study has something to find, and to leave. */
function outcomeOf(
	{ outcome, hypotheses }: Instrument,
	{ level, tilt }: Pick<SimulatedCompany, 'level' | 'tilt'>,
	chance: Chance
): Readonly<Record<string, Value>> | null {
	if (outcome === null) return null;
	const paying = hypotheses.filter((_, at) => at % 2 === 0).map(({ exposure }) => tilt[exposure] ?? 0);
	const gain = PAYS.level * (level - MEAN) + PAYS.practice * paying.reduce((sum, each) => sum + each, 0);
	const isYes = chance.next() < Math.min(0.95, Math.max(0.05, 0.5 + gain));
	const options = isYes ? outcome.yes : outcome.no;
	return options.length === 0 ? null : { [outcome.question]: chance.of(options) };
}

/** Roughly normal with a mean of 0: the sum of four even draws. */
const around = (deviation: number, chance: Chance): number =>
	deviation * Math.sqrt(3) * (chance.next() + chance.next() + chance.next() + chance.next() - 2);
