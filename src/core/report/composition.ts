// Everything that the parts of a report have in common: the inputs, looked up by id, and the words that fill the gaps.
import type { Answers } from '#core/answers/answers.ts';
import { factsOf } from '#core/findings/facts.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Facts } from '#core/instrument/holds.ts';
import { once } from '#core/instrument/once.ts';
import type { About, Area, Index, Instrument, Question } from '#core/instrument/instrument.ts';
import type { Prose } from '#core/instrument/prose.ts';
import { isOfMajor, standing, type Standing } from '#core/standing/standing.ts';
import type { Study } from '#core/study/study.ts';
import { wholePoints } from './format.ts';
import type { ReportInput } from './input.ts';
import { numbersOf, type VelocityNumbers } from './numbers.ts';
import { spoken } from './spoken.ts';

export type Side = Exclude<About, 'context'>;

export type Composition = ReportInput & {
	readonly facts: Facts;
	/** The questions that were asked of this respondent. */
	readonly path: ReadonlySet<string>;
	/** Values of the placeholders that do not depend on a question. */
	readonly values: Readonly<Record<string, string>>;
	readonly numbers: VelocityNumbers | null;
	/** What company and person are compared with; null where no edition has a group that is large enough. */
	readonly standing: Readonly<Record<Side, Standing | null>>;
	/** Against the edition that was counted here, and against the one that the owner has moved on from. */
	readonly counted: { readonly now: Standing | null; readonly then: Standing | null };
	/** Null without a study that fits the instrument. */
	readonly study: Study | null;
	/** The index of indices that stands for the company, and the one for the person; null where there is none. */
	readonly company: Index | null;
	readonly personal: Index | null;
	question(id: string): Question;
	area(id: string): Area;
	index(id: string): Index;
	band(index: Index): string | null;
	potential(index: Index): string | null;
};

/** The first thing in the list with this id. Ids come from the same instrument, so a miss is a fault of ours: it throws. */
function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T {
	const found = list.find((item) => item.id === id);
	if (found === undefined) throw new Error(`no "${id}" in the instrument`);
	return found;
}

export function composition(input: ReportInput): Composition {
	const { instrument, scores } = input;
	const { questions, quoted } = known(instrument);
	const bandLabel = (set: string | null, id: string | null | undefined): string | null =>
		set === null || id == null ? null : (instrument.bands[set]?.find((band) => band.id === id)?.label ?? null);
	const band = (index: Index) => bandLabel(index.bands, scores.indices[index.id]?.band);
	const text = (id: string): string => {
		const answer = input.answers.given[id];
		return answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value.trim() : '';
	};

	const values: Record<string, string> = {
		company: text('company-name') || input.words('report_your_company'),
		name: text('respondent-name')
	};
	for (const index of instrument.indices) {
		const tenths = scores.indices[index.id]?.tenths ?? null;
		values[`index.${index.id}`] = tenths === null ? '' : wholePoints(tenths, input.locale);
		values[`band.${index.id}`] = band(index) ?? '';
	}
	for (const question of quoted) values[`answer.${question.id}`] = phrase(input.answers, question);
	const numbers = numbersOf(input);
	if (numbers !== null) Object.assign(values, numbers.values);

	return {
		...input,
		facts: factsOf(input.answers, scores),
		path: new Set(input.answers.path),
		values,
		numbers,
		...peersOf(input),
		company: instrument.indices.find((index) => index.about === 'company' && index.of !== null) ?? null,
		personal: instrument.indices.find((index) => index.about === 'personal' && index.facetOf === null) ?? null,
		question: (id) => questions.get(id) ?? byId(instrument.questions, id),
		area: (id) => byId(instrument.areas, id),
		index: (id) => byId(instrument.indices, id),
		band,
		potential: (index) => bandLabel(index.potential, scores.indices[index.id]?.potential)
	};
}

/**
 * Company and person each stand against the edition that was counted here, or against the published one where that has no
 * group for them: never against both (method, section 7).
 */
function peersOf(input: ReportInput): Pick<Composition, 'standing' | 'counted' | 'study'> {
	const { instrument, answers, scores, edition, published = null, former = null, own, study = null } = input;
	const [now, elsewhere, then] = [edition, published, former].map((each, at) =>
		each === null ? null : standing(instrument, answers, scores, each, at === 1 ? [] : own)
	);
	const fits = study !== null && isOfMajor(study.instrument, instrument);
	const against = (side: Side): Standing | null => [now, elsewhere].find((each) => each?.[side]) ?? null;
	return {
		standing: { company: against('company'), personal: against('personal') },
		counted: { now: now ?? null, then: then ?? null },
		study: fits ? study : null
	};
}

/** What the composer looks up in an instrument, whoever answered: the questions by id, and those that texts quote. */
const known = once((instrument: Instrument) => {
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	const quoted = [...placeholdersOf(instrument)].flatMap((name) => questions.get(name.replace(/^answer\./, '')) ?? []);
	return { questions, quoted };
});

function placeholdersOf({ questions, areas, indices, sections, patterns }: Instrument): ReadonlySet<string> {
	const texts = [...questions, ...areas].flatMap((each) =>
		Object.values(each.texts as Readonly<Record<string, readonly object[]>>).flat()
	);
	const bands = indices.flatMap((index) =>
		[...Object.values(index.texts), ...Object.values(index.potentialTexts)].flat()
	);
	const rest = [...bands, ...sections.flatMap((section) => section.skipped), ...patterns];
	return new Set(
		[...texts, ...rest].flatMap((text) => ('placeholders' in text ? (text.placeholders as readonly string[]) : []))
	);
}

/** The answer inside a sentence; empty where there is none. */
export function phrase(answers: Answers, question: Question): string {
	const answer = answers.given[question.id];
	if (answer === undefined) return '';
	return spoken(question, answer.state === 'answered' ? answer.value : answer.state, 'phrase');
}

/** The question's own words as plain text, for tables and lists. */
export const asked: (question: Question) => string = once((question) => plain(question.text));

/** One paragraph of plain text. */
export const paragraph = (text: string): Prose => [{ kind: 'paragraph', inline: [{ kind: 'text', text }] }];
